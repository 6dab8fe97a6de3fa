"""Who stands at the counter: by their code or card, or as the desk knows them."""

from collections.abc import Sequence
from secrets import token_urlsafe

from sqlalchemy import func, select

from schemas.occasion_words import Route
from schemas.shop_words import OrderChannel, OrderState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, NotAllowed, NotFound, Refusal
from server.occasions.devices import Card
from server.occasions.service.people import Known, card_hash, known_by, somebody
from server.people.actor import Actor
from server.people.aliases import everybody
from server.people.models import Person
from server.people.names import masked_name
from server.people.person_rules import visible_persons
from server.points import names
from server.points.service import ledger
from server.shop import rules
from server.shop.models import Shop
from server.shop.parts import Order
from server.shop.service import fitness, held, pins
from server.shop.service.held import HeldMember
from server.shop.service.refusals import ScanAgain, ServesSelf

CHANNELS = {Route.PERSONAL: OrderChannel.COUNTER, Route.CARD: OrderChannel.CARD}
HOW = {
    OrderChannel.COUNTER: "我的码",
    OrderChannel.CARD: "刷卡",
    OrderChannel.DESK: "按姓名",
}
WORDS = {
    OrderChannel.COUNTER: "选好东西以后，请本人在手机上点“确认兑换”",
    OrderChannel.CARD: "请问一声“您贵姓”，对上了再办",
    OrderChannel.DESK: "请核对是不是本人，办好以后会留记录、发消息",
}


class MemberRefused(Refusal):
    """A code that means nobody; the words say what is the matter with it."""

    code, title = "member_refused", "这个码用不了"


def look_up_member(shop: Shop, form: dict, *, by: Actor) -> dict:
    channel, known, card_id = _found(shop, form, by)
    if by.id in known.ids:
        raise ServesSelf
    return _shown(shop, HeldMember(known.id, channel, card_id), known.name, by=by)


def prove_pin(shop: Shop, form: dict, *, by: Actor) -> dict:
    """What the look-up opened, and the PIN with it: for one order of so many points."""
    member = member_of(shop, form["held"], by)
    pins.check_pin(member.person_id, form["pin"], at=shop.name, by=by)
    shop = db.session.get_one(Shop, shop.id)  # counting the try has ended the transaction
    name = db.session.get_one(Person, member.person_id).display_name
    proved = member._replace(proof=token_urlsafe(12), points=form["points"])
    return _shown(shop, proved, name, by=by)


def _found(shop: Shop, form: dict, by: Actor) -> tuple[OrderChannel, Known, int | None]:
    if "person_id" in form:
        return OrderChannel.DESK, _by_desk(shop, form["person_id"], by), None
    known = known_by(form["code"].strip(), clock.now())
    if known.refused:
        raise MemberRefused(known.refused.label)
    card_id = _card(form["code"]) if known.route is Route.CARD else None
    return CHANNELS[known.route], known, card_id


def _by_desk(shop: Shop, person_id: int, by: Actor) -> Known:
    """Somebody whom the desk knows, and who has come to it."""
    if not rules.at_desk(by, shop.area.path):
        raise NotAllowed
    seen = select(Person.id).where(Person.id == person_id, visible_persons(by))
    known = somebody(db.session.scalar(seen) or 0, Route.NAMED)
    if known.refused:
        raise Malformed(person_id="没有找到这位居民，请重新查找")
    return known


def _card(sent: str) -> int:
    token = sent.strip().rsplit("/", 1)[-1]
    return db.session.scalar(select(Card.id).where(Card.token_hash == card_hash(token)))


def member_of(shop: Shop, sent: str, by: Actor) -> HeldMember:
    """What was looked up here; a card that was revoked meanwhile opens nothing, nor does an account
    that was closed."""
    member = held.read(sent, HeldMember, shop, by)
    if member is None:
        raise ScanAgain
    if member.card_id and db.session.get_one(Card, member.card_id).revoked_at:
        raise MemberRefused("这张卡已作废，请到社区服务台办新卡")
    if refused := somebody(member.person_id, Route.NAMED).refused:
        raise MemberRefused(refused.label)
    return member


def meant(shop: Shop, form: dict, *, by: Actor) -> Sequence[int]:
    """For whom a shelf is looked at: for oneself, or for whoever stands at the counter."""
    if not form["held"] and not form["order_id"]:
        return by.ids
    if not rules.keeps(by, shop) and not rules.at_desk(by, shop.area.path):
        raise NotAllowed
    if form["held"]:
        return everybody(member_of(shop, form["held"], by).person_id)
    order = db.session.get(Order, form["order_id"])
    if order is None or order.shop_id != shop.id:
        raise NotFound
    return everybody(order.person_id)


def free_left(shop: Shop, ids) -> int:
    """Points that cards and desks may still take of them today without a PIN, at all shops of the
    scheme together."""
    paper = Order.channel.in_(OrderChannel.having("paper")), Order.proof.is_(None)
    today = Order.placed_at >= fitness.midnight(clock.today())
    counts = Order.state.in_(OrderState.having("counts")), Order.scheme_id == shop.scheme_id
    query = select(func.coalesce(func.sum(Order.points), 0))
    taken = db.session.scalar(query.where(Order.person_id.in_(ids), *paper, today, *counts))
    return max(shop.card_free - taken, 0)


def free_of(shop: Shop, member: HeldMember, ids, by: Actor) -> int:
    """What nobody alone can take: whoever hands over neither says who stands there, nor scans a
    card that they have printed themselves. The PIN proves it."""
    alone = _is_word_of(member, by) and rules.keeps(by, shop)
    return 0 if alone else free_left(shop, ids)


def _is_word_of(member: HeldMember, by: Actor) -> bool:
    """That it is them, nobody says but whoever serves them."""
    if member.card_id:
        return db.session.get_one(Card, member.card_id).printed_by_id in by.ids
    return OrderChannel(member.channel) is OrderChannel.DESK


def _shown(shop: Shop, member: HeldMember, name: str, *, by: Actor) -> dict:
    ids = everybody(member.person_id)
    there = ledger.balances(shop.scheme_id, [names.purse(id) for id in ids])
    channel = OrderChannel(member.channel)
    return {
        "surname": masked_name(name),
        "how": HOW[channel],
        "on_card": channel.has("paper"),
        "available": sum(there.values()),
        "has_pin": pins.pin_of(ids) is not None,
        "free_left": free_of(shop, member, ids, by),
        "held": held.write(shop, by, member),
        "words": WORDS[channel],
    }
