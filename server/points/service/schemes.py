"""积分账套: one for an area and all below it that have none of their own."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from server.core.audit import record
from server.core.db import db
from server.core.errors import NotAllowed, Refusal
from server.people.actor import Actor
from server.people.places import Area
from server.people.tree import around, ids_in
from server.points import rules
from server.points.models import Scheme


class HasScheme(Refusal):
    code, title = "has_scheme", "这里已经设立了积分"
    detail = "一个地方只设一个，请直接使用原来的"


def scheme_of(area: Area) -> Scheme | None:
    """The nearest: of the area itself or of one above it."""
    return scheme_at(area.path)


def scheme_at(path: str) -> Scheme | None:
    query = select(Scheme).join(Area).where(Scheme.area_id.in_(ids_in(path)))
    return db.session.scalar(query.order_by(func.length(Area.path).desc()).limit(1))


def list_schemes(query: Select, form: dict) -> list[Scheme]:
    """From the county down."""
    if "area_id" in form:
        query = query.where(around(Scheme.area_id, form["area_id"]))
    query = query.join(Area, Area.id == Scheme.area_id).options(joinedload(Scheme.area))
    return list(db.session.scalars(query.order_by(func.length(Area.path), Scheme.id)))


def make_scheme(form: dict, *, by: Actor) -> Scheme:
    area = db.session.get(Area, form["area_id"])
    if area is None or not by.holds(*rules.KEEPERS, at=area.path):
        raise NotAllowed
    if db.session.scalar(select(Scheme.id).where(Scheme.area_id == area.id)):
        raise HasScheme
    scheme = Scheme(**form)
    db.session.add(scheme)
    db.session.flush()
    record("make_scheme", scheme, by=by)
    return scheme


def change_scheme(scheme: Scheme, form: dict, *, by: Actor) -> Scheme:
    """Points that have arrived keep their last day."""
    scheme.name, scheme.lasts_months = form["name"], form["lasts_months"]
    record("change_scheme", scheme, by=by, lasts_months=scheme.lasts_months)
    return scheme
