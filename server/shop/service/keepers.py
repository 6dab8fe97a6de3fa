"""店员: who stands at the counter of a shop. The role comes with it and goes with it."""

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased, joinedload

from schemas.people_words import Role
from schemas.shop_words import ShopState
from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.messages.service import tell
from server.people import granting, me, upward
from server.people import service as people
from server.people.actor import Actor
from server.people.answerable import who_holds
from server.people.models import Person, RoleGrant
from server.people.person_rules import visible_persons
from server.shop.models import Shop, ShopKeeper


class KeepsAlready(Refusal):
    code, title, detail = "keeps_already", "已经是这家店的店员", "不用再添加"


class NobodyAppoints(Refusal):
    code, title, detail = "nobody_appoints", "这里还没有管理员", "请联系县里的系统管理人员"


class ShopClosed(Refusal):
    code, title, detail = "shop_closed", "这家店已经停办", "请选一家还在办的店"


def list_keepers(shop: Shop) -> list[ShopKeeper]:
    """Today's; the newest first."""
    here = ShopKeeper.shop_id == shop.id, me.live(ShopKeeper)
    query = select(ShopKeeper).where(*here).options(joinedload(ShopKeeper.person))
    return list(db.session.scalars(query.order_by(ShopKeeper.id.desc())))


def appoint_keeper(shop: Shop, form: dict, *, by: Actor) -> ShopKeeper:
    """Who has the role there already, for another shop, keeps that one."""
    if shop.state is ShopState.CLOSED:
        raise ShopClosed
    person = db.session.get(Person, form["person_id"])
    if person is None:
        raise Malformed(person_id="没有找到这位居民，请重新查找")
    here = ShopKeeper.shop_id == shop.id, ShopKeeper.person_id == person.id
    if db.session.scalar(select(exists().where(*here, me.live(ShopKeeper)))):
        raise KeepsAlready
    if not people.holds(person, (Role.SHOP_KEEPER,), shop.area):
        role = {"role": Role.SHOP_KEEPER, "area_id": shop.area_id, "unit_id": None, "until": None}
        granting.grant_role(person, role, by=by)
    keeper = ShopKeeper(shop_id=shop.id, person=person, by_id=by.id)
    db.session.add(keeper)
    db.session.flush()
    record("appoint_keeper", keeper, by=by, person_id=person.id, shop_id=shop.id)
    return keeper


def ask_for_keeper(shop: Shop, form: dict, *, by: Actor) -> dict:
    """Once a day for one person; the administrator then finds them and gives the role."""
    person = db.session.scalar(
        select(Person).where(Person.id == form["person_id"], visible_persons(by))
    )
    if person is None:
        raise Malformed(person_id="没有找到这位居民，请重新查找")
    asked = who_holds((Role.ADMINISTRATOR,), shop.area.path)
    if not asked:
        raise NobodyAppoints
    words = f"{by.name}请您让{person.display_name}当“{shop.name}”的店员。点开这家店，再点“加店员”。"
    reason, link = f"shop:{shop.id}:keeper:{person.id}:{clock.today()}", ("shop", shop.id)
    for id, _ in asked:
        tell(id, "请添加店员", words, reason=reason, link=link)
    return {"words": f"已经告诉{'、'.join(name for _, name in asked)}"}


def end_keeper(keeper: ShopKeeper, *, by) -> ShopKeeper:
    """From today without it; called twice, nothing more happens."""
    if keeper.until is None or keeper.until > clock.today():
        keeper.until = clock.today()
        db.session.flush()
        record("end_keeper", keeper, by=by, person_id=keeper.person_id, shop_id=keeper.shop_id)
        _end_role(keeper, by=by)
    return keeper


def end_all(shop: Shop, *, by) -> None:
    for keeper in list_keepers(shop):
        end_keeper(keeper, by=by)


def _end_role(keeper: ShopKeeper, *, by) -> None:
    """Unless another shop of the same area needs it."""
    other = aliased(ShopKeeper)
    theirs = other.person_id == keeper.person_id, me.live(other), Shop.id == other.shop_id
    same = select(exists().where(*theirs, Shop.area_id == keeper.shop.area_id))
    if db.session.scalar(same):
        return
    held = RoleGrant.person_id == keeper.person_id, RoleGrant.role == Role.SHOP_KEEPER
    query = select(RoleGrant).where(*held, RoleGrant.area_id == keeper.shop.area_id)
    for grant in db.session.scalars(query.where(me.live(RoleGrant))):
        granting.end_grant(grant, by=by)


@upward.when_gone
def leave_shops(person: Person, *, roles, by) -> None:
    """Without the role nobody stands at a counter."""
    if roles is not None and Role.SHOP_KEEPER not in roles:
        return
    mine = ShopKeeper.person_id == person.id, me.live(ShopKeeper)
    for keeper in db.session.scalars(select(ShopKeeper).where(*mine)):
        if roles is None or not people.holds(person, (Role.SHOP_KEEPER,), keeper.shop.area):
            keeper.until = clock.today()
