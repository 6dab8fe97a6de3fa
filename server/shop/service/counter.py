"""What is ordered at the counter, and the yes or no of whoever pays.

With 我的码 the person says yes on their own telephone. With a card nobody is asked: a few points a
day go without more, above that by PIN, and the keeper has compared the surname. Each PIN that was
typed is good for one order, of no more points than were said."""

from datetime import timedelta

from sqlalchemy import exists, select

from schemas.shop_words import OrderChannel, OrderState
from server.core import clock
from server.core.db import db
from server.core.jobs import defer
from server.core.moves import begin, move
from server.core.numbers import checked
from server.messages.service import tell
from server.people.actor import Actor
from server.people.aliases import everybody
from server.people.models import Person
from server.points.service import purses
from server.shop.models import Goods
from server.shop.parts import NUMBERS, Order
from server.shop.service import fitness, pins, placing
from server.shop.service.counter_refusals import (
    ConfirmedTooLate,
    PinForLess,
    PinNeeded,
    PinUsed,
    StillAsked,
    SurnameUnchecked,
)
from server.shop.service.held import HeldMember
from server.shop.service.members import free_of, member_of
from server.shop.service.placing import Buyer
from server.shop.service.refusals import ServesSelf
from server.shop.wording import amount

ASKS_FOR = timedelta(minutes=5)


def redeem(goods: Goods, form: dict, *, by: Actor) -> Order:
    """`asked`, if the person has a telephone; else placed at once."""
    member = member_of(goods.shop, form["held"], by)
    ids = everybody(member.person_id)
    if by.id in ids:
        raise ServesSelf
    if OrderChannel(member.channel) is OrderChannel.COUNTER:
        return _ask(goods, form, ids, by=by)
    if not form["surname_matches"]:
        raise SurnameUnchecked
    buyer = Buyer(ids, by, OrderChannel(member.channel), member.proof)

    def also(order: Order) -> None:
        _must_be_proved(order, member) if member.proof else _must_be_free(order, member, ids, by)

    order = placing.place(goods, form["count"], form["price"], buyer, also=also)
    what = amount(goods.name, order.count, goods.kind)
    words = f"在“{goods.shop.name}”换了{what}，{order.points} 分。"
    _tell(order, "刷卡兑换", f"{words}不是您本人办的，请马上告诉社区。", "placed")
    return db.session.get_one(Order, order.id)


def confirm_order(order: Order, *, by: Actor) -> Order:
    """The person's own tap. The caller holds the order."""
    if order.state is OrderState.LAPSED or _is_late(order):
        raise ConfirmedTooLate
    move(order, "confirm", by=by)
    placing.complete(order, by.ids, by=by)
    return order


def decline_order(order: Order, *, by: Actor) -> Order:
    move(order, "decline", by=by)
    return order


def lapse(order: Order, by) -> None:
    """In a job, which holds it; called twice, nothing is left to do."""
    if order.state is OrderState.ASKED and _is_late(order):
        move(order, "lapse", by=by)


def _is_late(order: Order) -> bool:
    return order.state is OrderState.ASKED and clock.now() >= order.made_at + ASKS_FOR


def _ask(goods: Goods, form: dict, ids, *, by: Actor) -> Order:
    """What would be refused is refused now, before somebody takes out their telephone; it is judged
    again when they say yes."""
    fitness.must_be_on_offer(goods, form["price"])
    there = purses.hold_purses(goods.shop.scheme_id, ids)
    _must_not_be_asked(goods, ids)
    fitness.must_be_for(goods, ids, form["count"])
    points = goods.price * form["count"]
    fitness.must_have(goods, ids, there, points)
    order = Order(number=checked(db.session.scalar(NUMBERS.next_value())), goods=goods)
    order.shop, order.scheme_id, order.person_id = goods.shop, goods.shop.scheme_id, ids[0]
    order.goods_name = goods.name
    order.count, order.price, order.points = form["count"], goods.price, points
    order.entered_by_id, order.channel = by.id, OrderChannel.COUNTER
    begin(order, "ask", by=by, on_behalf_of=db.session.get(Person, ids[0]), channel="counter")
    defer("shop.lapse_order", at=clock.now() + ASKS_FOR, order_id=order.id)
    what = amount(goods.name, order.count, goods.kind)
    words = f"“{goods.shop.name}”请您确认：{what}，{points} 分。"
    _tell(order, "请确认兑换", f"{words}5 分钟内有效。", "asked")
    return order


def _must_not_be_asked(goods: Goods, ids) -> None:
    """One question at a time from each shop. The purses are held: of two counters one asks."""
    waits = Order.state == OrderState.ASKED, Order.made_at > clock.now() - ASKS_FOR
    theirs = Order.person_id.in_(ids), Order.shop_id == goods.shop_id
    if db.session.scalar(select(exists().where(*theirs, *waits))):
        raise StillAsked


def _must_be_proved(order: Order, member: HeldMember) -> None:
    """The purse is held: of two orders with one proof the second reads the first."""
    if order.points > member.points:
        raise PinForLess
    if db.session.scalar(select(exists().where(Order.proof == member.proof))):
        raise PinUsed


def _must_be_free(order: Order, member: HeldMember, ids, by: Actor) -> None:
    left = free_of(order.shop, member, ids, by)
    if order.points > left:
        raise PinNeeded(left, has_pin=pins.pin_of(ids) is not None)


def _tell(order: Order, title: str, words: str, event: str) -> None:
    reason = f"order:{order.id}:{event}"
    tell(order.person_id, title, words, reason=reason, link=("order", order.id))
