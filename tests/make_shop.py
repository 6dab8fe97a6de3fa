"""Builders of the shop: `shop.open_()`, `shop.goods(…)`, `shop.order(…)`. Say only what the test is
about: rice for five points, fifty of them, in the shop of the community."""

from schemas.people_words import Role
from schemas.shop_words import Buyers, GoodsKind, OrderChannel, ShopKind, ShopState, StockKind
from server.core import clock
from server.core.codes import step_at
from server.core.db import db
from server.people.places import Area
from server.points import names
from server.points.models import Scheme
from server.points.service import ledger
from server.shop import codes
from server.shop.models import Goods, Shop, ShopKeeper, StockMove, Supplier
from server.shop.parts import Order, Voucher
from server.shop.service import placing
from server.shop.service.placing import Buyer
from tests import make, make_points
from tests import make_tickets as tickets

API = "/api/shop"


def open_(area: Area | None = None, *, scheme: Scheme | None = None, **known) -> Shop:
    """With a scheme of its community, where there is none yet."""
    area = area or make._the(make.Level.COMMUNITY, make.community)
    scheme = scheme or _scheme(area)
    known = {
        "kind": ShopKind.SHOP,
        "state": ShopState.OPEN,
        "name": f"{area.name}积分超市",
        "place": "社区服务中心一楼",
        "hours": "每天 9:00–17:00",
        "phone": "0595-23522110",
    } | known
    shop = make.saved(Shop(area_id=area.id, scheme_id=scheme.id, **known))
    ledger.open_accounts(scheme.id, names.shop(shop.id))
    db.session.commit()
    return shop


def _scheme(area: Area) -> Scheme:
    found = db.session.scalar(db.select(Scheme).where(Scheme.area_id == area.id))
    return found or make_points.scheme(area)


def goods(of: Shop | None = None, *, stock: int = 50, **known) -> Goods:
    of = of or open_()
    known = {"kind": GoodsKind.GOODS, "name": "大米", "words": "5 斤装", "price": 5} | known
    known = {"buyers": Buyers.EVERYBODY} | known
    row = make.saved(Goods(shop_id=of.id, stock=stock, **known))
    if stock:
        by = make.person("进货员")
        move = StockMove(goods_id=row.id, change=stock, kind=StockKind.INTAKE, by_id=by.id)
        make.saved(move)
    return row


def keeper(of: Shop, name: str = "小店员"):
    """Named there, and with the role."""
    person = make.staff(Role.SHOP_KEEPER, of.area, name)
    make.saved(ShopKeeper(shop_id=of.id, person_id=person.id, by_id=person.id))
    return person


def buyer(of: Shop, points: int = 100, name: str = "陈阿姨", **known):
    """Somebody with points of the shop's scheme."""
    person = make.person(name, **known)
    if points:
        make_points.filled(of.scheme, person, points)
    return person


def order(of: Goods, person, count: int = 1, **known) -> Order:
    """Placed on one's own telephone."""
    by = tickets.actor(known.pop("by", person))
    channel = known.pop("channel", OrderChannel.APP)
    placed = placing.place(of, count, of.price, Buyer((person.id,), by, channel))
    db.session.commit()
    db.session.expire(of)
    return db.session.get_one(Order, placed.id)


def supplier(of: Shop, name: str = "惠民粮油") -> Supplier:
    return make.saved(Supplier(scheme_id=of.scheme_id, name=name))


def code(of: Order, ago: int = 0) -> str:
    """What the telephone shows, or showed some seconds ago."""
    secret = db.session.get_one(Voucher, of.id).secret
    return codes.written(secret, codes.LIVE, of.id, step_at(clock.now()) - ago // 30)


def paper(of: Order, nth: int = 1) -> str:
    secret = db.session.get_one(Voucher, of.id).secret
    return codes.written(secret, codes.PAPER, of.id, nth)


def purse(person, scheme: Scheme) -> int:
    name = names.purse(person.id)
    return ledger.balances(scheme.id, [name])[name]


def balance(scheme_id: int, name: str) -> int:
    return ledger.balances(scheme_id, [name])[name]


def path(row, step: str) -> str:
    """`post(shop.path(goods, "order"), by=aunt, …)`"""
    where = {"goods": "goods", "orders": "orders", "shops": "shops"}[row.__tablename__]
    return f"{API}/{where}/{row.id}/{step}"
