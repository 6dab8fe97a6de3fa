"""Shops around an estate, and somebody who has served, spent, and is asked at a counter. For pages
that are measured and photographed."""

from dataclasses import dataclass
from datetime import timedelta

from schemas.shop_words import Buyers, GoodsKind, ShopKind, ShopState
from server.core import clock
from server.core.db import db
from server.occasions.models import Session
from server.people.models import Person
from server.points.models import Scheme
from server.points.service import awards
from server.shop.models import Goods, Shop
from server.shop.parts import Order
from server.shop.service import counter, handing, members, returning
from tests import make, make_points
from tests import make_occasions as occasions
from tests import make_shop as shop
from tests import make_tickets as tickets
from tests.journeys.people import Neighbourhood

DAY = timedelta(days=1)


@dataclass
class ShopScene:
    scheme: Scheme
    store: Shop
    soap: Goods
    placed: Order
    asked: Order
    handed: Order
    keeper: Person


def shop_scene(who: Neighbourhood, served: Session) -> ShopScene:
    """The volunteer has a purse with all that can be in one; the aunt has none."""
    helper = who.volunteer
    scheme = make_points.scheme(who.community)
    make_points.rule(scheme, day_most=8, festival_times=2)
    pool = make_points.pool(scheme, 600)
    make_points.granted(pool, helper, 150)
    make_points.filled(scheme, helper, 20, ends=clock.today() + 38 * DAY)
    _earns(pool, helper, served)
    store = shop.open_(who.community, scheme=scheme)
    soap, rice = _shelf(store)
    _paused(who, scheme)
    keeper = shop.keeper(store)
    handed = _handed(shop.order(rice, helper, 2), keeper)
    cancelled = shop.order(soap, helper)
    returning.cancel_order(cancelled, {"words": None}, by=tickets.actor(helper))
    db.session.commit()
    placed = shop.order(soap, helper)
    return ShopScene(scheme, store, soap, placed, _asked(rice, helper, keeper), handed, keeper)


def _earns(pool, helper: Person, served: Session) -> None:
    """Announced until a day; and beyond the cap of the day."""
    make_points.promised(pool, served.id, units=40, on=served.on)
    known = make_points.served(helper, 12, served.id, on=served.on, until=clock.today() + 3 * DAY)
    awards.award(pool.scheme_id, known)
    db.session.commit()


def _shelf(store: Shop) -> tuple[Goods, Goods]:
    soap = shop.goods(store, name="洗衣液 1 千克", price=30, stock=18, words="薰衣草香")
    limit = {"limit_count": 4, "limit_days": 30}
    rice = shop.goods(store, name="大米 2.5 千克", price=10, stock=7, **limit)
    shop.goods(store, name="电饭煲（德化白瓷内胆，四人份，带蒸笼）", price=320, stock=2)
    shop.goods(store, name="晴雨伞", price=25, stock=12, buyers=Buyers.VOLUNTEERS)
    shop.goods(store, name="垃圾袋 三卷", price=8, stock=0)
    shop.goods(store, name="理发一次", kind=GoodsKind.SERVICE, price=20, stock=9, words="请先约")
    return soap, rice


def _paused(who: Neighbourhood, scheme: Scheme) -> None:
    known = {"kind": ShopKind.MERCHANT, "name": "阿琴理发店", "place": "浔中路 12 号"}
    row = shop.open_(who.community, scheme=scheme, state=ShopState.PAUSED, **known)
    shop.goods(row, name="洗剪吹", kind=GoodsKind.SERVICE, price=20, stock=5)


def _handed(order: Order, keeper: Person) -> Order:
    form = {"shop_id": order.shop_id, "code": shop.code(order), "count": 1}
    form |= {"substitute_id": None, "agreed": False, "gone": False}
    handing.hand_over_order(order, form, by=tickets.actor(keeper))
    db.session.commit()
    return order


def _asked(of: Goods, person: Person, keeper: Person) -> Order:
    """By the counter, which has scanned their code a moment ago."""
    by = tickets.actor(keeper)
    held = members.look_up_member(of.shop, {"code": occasions.own_code(person)}, by=by)["held"]
    form = {"held": held, "count": 1, "price": of.price, "surname_matches": False}
    order = counter.redeem(of, form, by=by)
    db.session.commit()
    return order


def poor_aunt(who: Neighbourhood) -> Person:
    """Nothing was ever in her purse."""
    return make.person("黄奶奶", estate=who.estate)
