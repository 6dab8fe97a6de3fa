"""A matter of the last Friday of a year whose holidays nobody knows yet: its day is provisional,
until an administrator pastes the notice and it is counted anew."""

from datetime import datetime

import pytest
import time_machine

from server.core.clock import SHANGHAI
from server.core.db import db
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.journeys.people import neighbourhood
from tests.work import work_off

NOTICE = "2027-01-01 至 2027-01-03 休息 元旦\n2027-01-09 上班 元旦调休"  # as one may read


@pytest.fixture(autouse=True)
def christmas():
    with time_machine.travel(datetime(2026, 12, 25, 15, tzinfo=SHANGHAI), tick=False):
        yield


def test_the_notice_for_a_year_moves_what_is_due_in_it(phone_of, computer_of):
    who = neighbourhood()
    category = tickets.category("charging").id
    matter = reception.matter(who.aunt, by=who.worker, category_id=category).id
    boss, desk, aunt = computer_of(make.administrator()), phone_of(who.worker), phone_of(who.aunt)

    desk.opens(f"/packages/staff/ticket/ticket?id={matter}")
    desk.sees("2027年1月18日 周一 17:30（明年放假安排还没公布，暂定）")
    aunt.opens(f"/packages/reception/board?area={who.estate.id}")
    aunt.sees("最晚2027年1月18日有结果（节假日安排没有公布，可能有变）")
    pastes_the_notice(boss)
    work_off()
    db.session.commit()
    desk.reloads()
    desk.sees("2027年1月15日 周五 17:30")
    desk.does_not_see("暂定")
    aunt.reloads()
    aunt.sees("最晚2027年1月15日有结果")
    aunt.opens("/packages/me/inbox")
    aunt.sees("期限变了", "改为1月15日 17:30前办好，因为放假和调休的安排有变")


def pastes_the_notice(boss):
    boss.opens("/packages/staff/days/days")
    boss.taps("2027年")
    boss.sees("2027年的放假安排还没公布")
    boss.writes("一行一段日子", NOTICE)
    boss.taps("读进来")
    boss.sees("2027年的放假安排已经知道", "已保存，3 天", "已保存，1 天")
