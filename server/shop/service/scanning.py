"""A voucher is scanned: which order it is, and why nothing is handed over for it."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from schemas.shop_words import OrderState
from server.core import clock
from server.core.codes import is_fresh
from server.core.db import db
from server.core.numbers import is_number
from server.people.actor import Actor
from server.people.names import masked_name
from server.shop import codes, rules
from server.shop.models import Shop
from server.shop.parts import Order, Voucher
from server.shop.service import held
from server.shop.service.held import HeldOrder
from server.shop.service.refusals import (
    CodeExpired,
    CodeForged,
    HandedAlready,
    NoSuchNumber,
    NotConfirmed,
    NoVoucher,
    NumberAtCounter,
    OrderCancelled,
    OrderExpired,
    OtherDeployment,
    OtherShop,
    PaperReplaced,
)
from server.shop.wording import ordered

IDENTIFIES = "这个码只能认出是哪一份兑换；要由这家店的店员扫码才能领取"
COMPARE = "请核对东西和份数，再点“交给本人”"
BY_NUMBER = "号码只能查到这份兑换；要领取，请本人出示兑换券上的码"


def scan_voucher(shop: Shop, form: dict, *, by: Actor) -> dict:
    """Its code, or its number read out: that identifies, and hands nothing over."""
    sent = form["code"].strip()
    if sent.replace(" ", "").isdecimal():
        return _told(_by_number(shop, sent, by), by, None, BY_NUMBER)
    code, order = known_by(sent)
    must_be_here(order, shop)
    must_be_open(order)
    must_be_good(code, order)
    if not rules.keeps(by, shop):
        return _told(order, by, None, IDENTIFIES)
    paper = code.step if code.mark == codes.PAPER else 0
    return _told(order, by, held.write(shop, by, HeldOrder(order.id, paper)), COMPARE)


def known_by(sent: str) -> tuple[codes.Read, Order]:
    """The order of a code that we signed. Forged before anything else: nobody learns from it."""
    code = codes.read(sent)
    if code is None:
        raise NoVoucher
    if codes.is_foreign(sent):
        raise OtherDeployment
    order = _loaded(Order.id == code.order_id)
    voucher = order and db.session.get(Voucher, order.id)
    if voucher is None or not codes.holds(code, voucher.secret):
        raise CodeForged
    return code, order


def must_be_here(order: Order, shop: Shop) -> None:
    if order.shop_id != shop.id:
        raise OtherShop(order.shop)


def must_be_open(order: Order) -> None:
    """It can still be fetched; what became of it is said to whoever holds its voucher."""
    if order.state is OrderState.HANDED:
        raise HandedAlready(order)
    if order.state is OrderState.CANCELLED:
        raise OrderCancelled
    late = order.state is OrderState.PLACED and order.until < clock.today()
    if order.state is OrderState.EXPIRED or late:
        raise OrderExpired
    if order.state is not OrderState.PLACED:
        raise NotConfirmed


def must_be_good(code: codes.Read, order: Order) -> None:
    """Of this half minute; or of the last paper that was printed."""
    if code.mark == codes.LIVE and not is_fresh(code.step, clock.now(), early=1):
        raise CodeExpired
    if code.mark == codes.PAPER:
        must_be_last(code.step, order)


def must_be_last(paper: int, order: Order) -> None:
    if paper != db.session.get_one(Voucher, order.id).papers:
        raise PaperReplaced


def _by_number(shop: Shop, number: str, by: Actor) -> Order:
    """Numbers can be counted through: they are read by whoever works there."""
    if not (rules.keeps(by, shop) or rules.at_desk(by, shop.area.path)):
        raise NumberAtCounter
    order = _loaded(Order.number == number.replace(" ", "")) if is_number(number) else None
    if order is None:
        raise NoSuchNumber
    must_be_here(order, shop)
    must_be_open(order)
    return order


def _loaded(*wanted) -> Order | None:
    named = joinedload(Order.shop), joinedload(Order.goods), joinedload(Order.person)
    return db.session.scalar(select(Order).where(*wanted).options(*named))


def _told(order: Order, by: Actor, opened: str | None, words: str) -> dict:
    names = "number goods_name count points until"
    same = {name: getattr(order, name) for name in names.split()}
    sees = rules.keeps(by, order.shop) or rules.at_desk(by, order.shop.area.path)
    return same | {
        "order_id": order.id,
        "ordered_name": ordered(order),
        "state_label": order.state.label,
        "name": masked_name(order.person.display_name) if sees else None,
        "held": opened,
        "words": words,
    }
