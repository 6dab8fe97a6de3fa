"""积分池 and who puts something in: made, closed, looked at."""

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import contains_eager, joinedload

from schemas.points_words import GrantState
from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.paging import Page, page
from server.people.actor import Actor
from server.people.places import Area, Unit
from server.people.tree import area_path, ids_in
from server.points import names
from server.points.earning import Award, Donor, Funding, Grant, Pool, Reserve
from server.points.models import Scheme
from server.points.service import ledger, refunding


class NameTaken(Refusal):
    code, title, detail = "name_taken", "已经有同名的", "请换一个名称，或使用原来的"


class NothingPromised(Refusal):
    """Why points cannot be promised for something; `short`: what is lacking, for a list."""

    short: str


class PoolClosed(NothingPromised):
    code, title, detail = "pool_closed", "这个积分池已经停用", "请换一个积分池"
    short = "积分池（原来的已经停用）"


class PoolInUse(Refusal):
    code, title = "pool_in_use", "这个积分池还不能停用"


def list_pools(scheme: Scheme) -> list[Pool]:
    query = select(Pool).options(joinedload(Pool.scheme).joinedload(Scheme.area))
    return list(db.session.scalars(query.where(Pool.scheme_id == scheme.id).order_by(Pool.id)))


def list_paying_pools(query: Select, form: dict) -> list[Pool]:
    """Of the area's own scheme first, then of those above."""
    here = Scheme.area_id.in_(ids_in(area_path(form["area_id"])))
    query = query.join(Scheme, Scheme.id == Pool.scheme_id).join(Area, Area.id == Scheme.area_id)
    query = query.options(contains_eager(Pool.scheme)).where(here)
    return list(db.session.scalars(query.order_by(func.length(Area.path).desc(), Pool.id)))


def make_pool(scheme: Scheme, form: dict, *, by: Actor) -> Pool:
    _is_free(Pool, scheme, form["name"])
    pool = Pool(scheme=scheme, **form)
    db.session.add(pool)
    db.session.flush()
    ledger.open_accounts(scheme.id, names.pool(pool.id))
    record("make_pool", pool, by=by)
    return pool


def _is_free(kind, scheme: Scheme, name: str) -> None:
    taken = kind.scheme_id == scheme.id, kind.name == name
    if db.session.scalar(select(kind.id).where(*taken)):
        raise NameTaken


def close_pool(pool: Pool, *, by: Actor) -> Pool:
    """From today nothing more is promised out of it; what is left goes back to whoever gave it.
    Whoever reserves holds the same account."""
    if pool.closed_on:
        raise PoolClosed
    refunding.hold(pool)
    if why := "、".join(_in_use(pool)):
        raise PoolInUse(f"{why}。请等它们结清，或先处理")
    pool.closed_on, pool.pays_tickets = clock.today(), False
    db.session.flush()
    refunding.give_back(pool, by=by.id)
    record("close_pool", pool, by=by)
    return pool


def pay_tickets(pool: Pool, form: dict, *, by: Actor) -> Pool:
    """Out of this one wishes are paid from now on, or no longer; out of one of a scheme at most."""
    if pool.closed_on:
        raise PoolClosed
    if form["pays"]:
        others = Pool.scheme_id == pool.scheme_id, Pool.id != pool.id, Pool.pays_tickets
        db.session.execute(update(Pool).where(*others).values(pays_tickets=False))
    pool.pays_tickets = form["pays"]
    record("pay_tickets", pool, by=by, pays=form["pays"])
    return pool


def _in_use(pool: Pool) -> list[str]:
    live = Reserve.pool_id == pool.id, Reserve.released_at.is_(None)
    reserves = db.session.scalar(select(func.count()).where(*live))
    of_it = Grant.pool_id == pool.id, Grant.state == GrantState.ASKED
    grants = db.session.scalar(select(func.count()).where(*of_it))
    unpaid = Award.pending + Award.paid < Award.granted, Reserve.pool_id == pool.id
    waiting = select(func.count()).select_from(Award).join(Reserve).where(*unpaid)
    waits = db.session.scalar(waiting)
    return [
        words
        for count, words in (
            (reserves, f"还有 {reserves} 场活动或心愿预留着积分"),
            (waits, f"还有 {waits} 笔积分等着补发"),
            (grants, f"还有 {grants} 笔人工发放等着确认"),
        )
        if count
    ]


def still_open(pool: Pool) -> None:
    """As it is now. The caller holds its account: a pool that is just being closed waits for us, or
    we for it."""
    db.session.refresh(pool, ["closed_on"])
    if pool.closed_on:
        raise PoolClosed


# ---- donors


def list_donors(scheme: Scheme) -> list[Donor]:
    query = select(Donor).where(Donor.scheme_id == scheme.id).order_by(Donor.kind, Donor.id)
    return list(db.session.scalars(query))


def make_donor(scheme: Scheme, form: dict, *, by: Actor) -> Donor:
    _is_free(Donor, scheme, form["name"])
    _check_unit(scheme, form["unit_id"])
    donor = Donor(scheme_id=scheme.id, **form)
    db.session.add(donor)
    db.session.flush()
    record("make_donor", donor, by=by)
    return donor


def _check_unit(scheme: Scheme, unit_id: int | None) -> None:
    """It stands in the scheme's area, above or below."""
    unit = unit_id and db.session.get(Unit, unit_id)
    here = scheme.area.path
    if unit_id and not (
        unit and (here.startswith(unit.area.path) or unit.area.path.startswith(here))
    ):
        raise Malformed(unit_id="这里没有这个单位")


# ---- what was put in


def list_fundings(scheme: Scheme, form: dict) -> Page:
    query = select(Funding).options(joinedload(Funding.pool), joinedload(Funding.donor))
    query = query.where(Funding.pool_id.in_(select(Pool.id).where(Pool.scheme_id == scheme.id)))
    if "pool_id" in form:
        query = query.where(Funding.pool_id == form["pool_id"])
    return page(query, form, order=(Funding.id.desc(),))
