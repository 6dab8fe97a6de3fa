"""The scene of the permission table: a shop with everything in it, of the actor's community or of
another one.

`own`: the orders are theirs · `kept`: a neighbour's, at the counter where they stand · `other`: a
neighbour's, at a counter of their community · `elsewhere`: a stranger's, in another one."""

from schemas.people_words import Role
from schemas.points_words import Why
from schemas.shop_words import OrderChannel, ShopState
from server.core.db import db
from server.core.numbers import checked
from server.people.models import Person
from server.points import names
from server.points.service import ledger, purses
from server.points.service.ledger import Entry
from server.shop.models import ShopKeeper
from server.shop.parts import NUMBERS, Order
from server.shop.service import handing
from tests import make, make_points
from tests import make_occasions as occasions
from tests import make_shop as shop
from tests import make_tickets as tickets


def actor(role: str, here) -> Person | None:
    """Everybody lives here, so that being at home is not what lets them in."""
    if role == "nobody":
        return None
    person = make.person("小郑", estate=make.estate(of=here))
    if role != "resident":
        unit = make.unit(at=here) if role == "unit_officer" else None
        make.grant(person, Role(role), here, unit_id=unit and unit.id)
    return person


def rows(relation: str, who: Person | None, here) -> dict:
    """The ids that paths and forms may name."""
    area = make.community("城东社区") if relation == "elsewhere" else here
    store = shop.open_(area)
    clerk = shop.keeper(store)
    named = db.session.query(ShopKeeper).filter_by(person_id=clerk.id).one()
    paused = shop.open_(area, name="另一家", state=ShopState.PAUSED)
    if relation == "kept":
        named = ShopKeeper(shop_id=store.id, person_id=who.id, by_id=clerk.id)
        make.saved(named)
        make.saved(ShopKeeper(shop_id=paused.id, person_id=who.id, by_id=clerk.id))
    neighbour = shop.buyer(store, 100, "陈阿姨", estate=make.estate(of=area))
    if relation == "own" and who:
        _filled(store.scheme, who)
    person = who if relation == "own" and who else neighbour
    rice = shop.goods(store, supplier_id=shop.supplier(store, f"惠民粮油 {store.id}").id)
    ids = {"area_id": area.id, "shop_id": store.id, "keeper_id": named.id, "goods_id": rice.id}
    new = shop.open_(area, name="新店", state=ShopState.PREPARING)
    shop.keeper(new, "新店员")
    shop.goods(new)
    ids |= {
        "new_id": new.id,
        "paused_id": paused.id,
        "supplier_id": rice.supplier_id,
        "person_id": person.id,
    }
    ids |= {"newcomer": make.person("小吴").id, "own_code": occasions.own_code(neighbour)}
    return ids | _orders(rice, person, clerk)


def _filled(scheme, person: Person) -> None:
    """Earned before they held an office: officials are granted none."""
    source, target = (
        names.pool(make_points.pool(scheme, 50, f"池 {person.id}").id),
        names.purse(person.id),
    )
    ledger.hold(scheme.id, source, target)
    entry = Entry(source, target, 50, Why.GRANT, f"filled:{source}")
    (posting,) = ledger.post(scheme.id, entry)
    purses.put_in(scheme.id, person.id, posting, 50, 24)
    db.session.commit()


def _orders(rice, person: Person, clerk: Person) -> dict:
    waiting, done = shop.order(rice, person), shop.order(rice, person)
    form = {"shop_id": rice.shop_id, "code": shop.code(done), "count": 1, "substitute_id": None}
    form |= {"gone": False}
    handing.hand_over_order(done, form, by=tickets.actor(clerk))
    asked = Order(number=checked(db.session.scalar(NUMBERS.next_value())), goods_id=rice.id)
    asked.shop_id, asked.scheme_id = rice.shop_id, rice.shop.scheme_id
    asked.person_id, asked.entered_by_id, asked.channel = person.id, clerk.id, OrderChannel.COUNTER
    asked.count, asked.price, asked.points, asked.goods_name = 1, 5, 5, rice.name
    ids = {"order_id": waiting.id, "handed_id": done.id, "asked_id": make.saved(asked).id}
    return ids | {"code": shop.code(waiting)}
