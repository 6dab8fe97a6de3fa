"""Who may see and do what in a shop: its keepers, the desk of its area, and whoever orders."""

from sqlalchemy import ColumnElement, and_, exists, false, or_, select

from schemas.people_words import DESK, Role
from schemas.shop_words import ShopState
from server.core.db import db
from server.people import me
from server.people.actor import Actor, within
from server.people.places import Area
from server.people.tree import ids_in
from server.points.models import Scheme
from server.shop.models import Goods, Shop, ShopKeeper, Supplier

MANAGES = (Role.SOCIAL_WORKER, Role.COMMUNITY_STAFF, Role.ADMINISTRATOR)
DESKS = (*DESK, Role.ADMINISTRATOR)
READS = (*MANAGES, Role.AUDITOR)


# ---- who somebody is to it


def manages(actor: Actor | None, path: str) -> bool:
    return actor is not None and actor.holds(*MANAGES, at=path)


def at_desk(actor: Actor | None, path: str) -> bool:
    return actor is not None and actor.holds(*DESKS, at=path)


def keeps(actor: Actor | None, shop: Shop) -> bool:
    """Stands at its counter: named there, and still has the role."""
    if actor is None or not actor.holds(Role.SHOP_KEEPER, at=shop.area.path):
        return False
    return db.session.scalar(select(exists().where(*_named(actor), ShopKeeper.shop_id == shop.id)))


def _named(actor: Actor) -> tuple:
    return ShopKeeper.person_id.in_(actor.ids), me.live(ShopKeeper)


def kept_by(actor: Actor) -> ColumnElement[bool]:
    """The shops at whose counter they stand."""
    if not actor.holds(Role.SHOP_KEEPER):
        return false()
    named = select(ShopKeeper.shop_id).where(*_named(actor))
    return and_(Shop.id.in_(named), within(Shop.area_id, actor.paths(Role.SHOP_KEEPER)))


def kept_ids(actor: Actor | None) -> set[int]:
    if actor is None or not actor.holds(Role.SHOP_KEEPER):
        return set()
    return set(db.session.scalars(select(Shop.id).where(kept_by(actor))))


def signed_in(actor: Actor, *_) -> bool:
    return True


# ---- shops


def visible_shops(actor: Actor | None) -> ColumnElement[bool]:
    """What is closed, or not begun, is read by whoever works there."""
    live = Shop.state.in_(ShopState.having("listed"))
    if actor is None:
        return live
    return or_(live, kept_by(actor), within(Shop.area_id, actor.paths(*READS)))


def visible_sheets(actor: Actor | None) -> ColumnElement[bool]:
    """What a shop's points came to stays public when it is no more."""
    return or_(visible_shops(actor), Shop.state == ShopState.CLOSED)


def make_shop(actor: Actor, form: dict) -> bool:
    """In which area is said in the form; the service looks whether it is theirs."""
    return actor.holds(*MANAGES)


def change_shop(actor: Actor, shop: Shop, form: dict | None = None) -> bool:
    return manages(actor, shop.area.path)


launch_shop = close_shop = change_shop


def pause_shop(actor: Actor, shop: Shop) -> bool:
    """Whoever stands there may have to go home, and comes back."""
    return manages(actor, shop.area.path) or keeps(actor, shop)


open_shop = pause_shop


def list_keepers(actor: Actor, shop: Shop) -> bool:
    return at_desk(actor, shop.area.path) or keeps(actor, shop)


def appoint_keeper(actor: Actor, shop: Shop, form: dict | None = None) -> bool:
    """A role comes with it: only administrators give one, and nobody to themselves."""
    own = form is not None and form["person_id"] in actor.ids
    return actor.holds(Role.ADMINISTRATOR, at=shop.area.path) and not own


def ask_for_keeper(actor: Actor, shop: Shop, form: dict | None = None) -> bool:
    """Whoever runs the shop and may not give the role asks those who may."""
    closed = shop.state is ShopState.CLOSED
    return not closed and manages(actor, shop.area.path) and not appoint_keeper(actor, shop)


def visible_keepers(actor: Actor | None) -> ColumnElement[bool]:
    if actor is None:
        return false()
    here = select(Shop.id).where(within(Shop.area_id, actor.paths(*DESKS)))
    return or_(ShopKeeper.person_id.in_(actor.ids), ShopKeeper.shop_id.in_(here))


def end_keeper(actor: Actor, keeper: ShopKeeper) -> bool:
    return appoint_keeper(actor, keeper.shop) and keeper.person_id not in actor.ids


# ---- the shelf


def add_goods(actor: Actor, shop: Shop, form: dict | None = None) -> bool:
    return manages(actor, shop.area.path)


def change_goods(actor: Actor, goods: Goods, form: dict | None = None) -> bool:
    return manages(actor, goods.shop.area.path)


def shelve_goods(actor: Actor, goods: Goods, form: dict | None = None) -> bool:
    return manages(actor, goods.shop.area.path) or keeps(actor, goods.shop)


take_in = take_stock = write_off = shelve_goods


def list_stock_moves(actor: Actor, goods: Goods, form: dict | None = None) -> bool:
    return actor.holds(*READS, at=goods.shop.area.path) or keeps(actor, goods.shop)


def visible_suppliers(actor: Actor | None) -> ColumnElement[bool]:
    """Of schemes that lie where they work, or above: the goods of a village come from the town."""
    return _near([] if actor is None else actor.paths(*READS, Role.SHOP_KEEPER))


def visible_statements(actor: Actor | None) -> ColumnElement[bool]:
    """Where they keep a counter they read none, whatever they are elsewhere."""
    return _near([] if actor is None else actor.paths(*READS))


def _near(paths: list[str]) -> ColumnElement[bool]:
    if not paths:
        return false()
    near = [or_(below(Area.path, path), Area.id.in_(ids_in(path))) for path in paths]
    schemes = select(Scheme.id).join(Area, Area.id == Scheme.area_id).where(or_(*near))
    return Supplier.scheme_id.in_(schemes)


def below(column, path: str) -> ColumnElement[bool]:
    return column.startswith(path, autoescape=True)


def list_suppliers(actor: Actor, *_) -> bool:
    return actor.holds(*READS, Role.SHOP_KEEPER)


def add_supplier(actor: Actor, form: dict) -> bool:
    return actor.holds(*MANAGES)


def show_supplier_statement(actor: Actor, supplier: Supplier, form: dict | None = None) -> bool:
    return actor.holds(*READS)
