"""A wish of somebody without a phone: the desk's path, the same record, with a receipt in hand."""

import re

from server.core.db import db
from server.tickets.models import Ticket
from tests.journeys import paper
from tests.journeys.people import DOOR, neighbourhood

WISH = "想请人帮忙把旧衣柜搬下楼"
NAME = "吴天赐"


def test_an_elder_without_a_phone_gets_a_receipt_and_turns_the_key_by_telephone(
    phone_of, computer_of
):
    who = neighbourhood()
    desk, passer_by = computer_of(who.worker), phone_of()
    colleague = phone_of(who.colleague)

    writes_it_down(desk)
    receipt = prints_the_receipt(desk)
    finds_the_state_and_nothing_else(passer_by, paper.code_of(receipt))
    does_it_and_cannot_rate_it(desk)
    records_the_elders_word(colleague, paper.words_of(receipt))
    passer_by.reloads()
    passer_by.sees("已办结")


def writes_it_down(desk):
    desk.opens("/packages/staff/desk/desk")
    desk.taps("代为登记")
    desk.chooses("第一次来")
    desk.writes("姓名", NAME)
    desk.chooses("幸福小区")
    desk.writes("想请大家帮什么忙？", WISH)
    desk.writes("在哪里", DOOR)
    desk.taps("登记")
    desk.sees("登记好了", WISH)


def prints_the_receipt(desk) -> bytes:
    with desk.page.expect_response("**/receipt.pdf*") as printed:
        desk.taps("打印回执")
    assert printed.value.ok
    return printed.value.body()


def prints_the_slip(colleague) -> bytes:
    colleague.chooses("纸质签字")
    with colleague.page.expect_response("**/slip.pdf*") as printed:
        colleague.taps("打印反馈单")
    assert printed.value.ok
    return printed.value.body()


def finds_the_state_and_nothing_else(passer_by, link):
    number, token = db.session.execute(db.select(Ticket.number, Ticket.token)).one()
    db.session.commit()
    assert link == f"{passer_by.address}/q/t/{token}"
    passer_by.follows(link)
    passer_by.sees("待受理", "0595-23522110", f"{number[:4]} {number[4:]}")
    passer_by.has_not_received(NAME, WISH, DOOR)


def does_it_and_cannot_rate_it(desk):
    desk.taps("打开这件工单")
    desk.taps("更多办法")
    desk.sees("并单")
    desk.taps("当场答复")
    desk.writes("怎么答复居民的？", "已请物业的师傅一起搬下楼")
    desk.taps("当场答复")
    desk.sees("待评价")
    desk.does_not_see("记录居民的评价")


def records_the_elders_word(colleague, receipt):
    """The elder calls and reads the number out, before the slip to sign has been brought."""
    (number,) = re.findall(r"\d{4} \d{4}", receipt)
    colleague.opens("/packages/staff/tickets/tickets")
    colleague.writes("找工单", number)
    colleague.taps_on(WISH)
    colleague.taps("记录居民的评价")
    assert {number, "办结反馈单"} <= set(paper.words_of(prints_the_slip(colleague)).split("\n"))
    colleague.chooses("电话回访", "办好了", "满意")
    colleague.writes("居民的原话", "搬得又快又稳")
    colleague.taps("记下居民的评价")
    colleague.sees("已办结")
