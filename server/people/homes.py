"""Where somebody lives, as they say; and what staff confirm."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from schemas.people_words import Level, Relation
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.people.models import Person, Residency
from server.people.places import Area, Home

DOOR = ("building", "entrance", "room")


def join_estate(person: Person, form: dict, *, confirmed_by=None) -> Residency:
    """The estate becomes theirs; saying the same again changes nothing but the relation."""
    estate = estate_of(form["estate_id"])
    home = _home(estate, form) if form.get("building") else None
    person.estate_id = estate.id
    residency = _same(person, estate, home) or _new(person, estate, home)
    residency.relation = form.get("relation") or Relation.OWNER
    if confirmed_by and residency.confirmed_at is None:
        confirm_residency(residency, by=confirmed_by)
    db.session.flush()
    return residency


def estate_of(area_id: int) -> Area:
    area = db.session.get(Area, area_id)
    if area is None or area.level is not Level.ESTATE:
        raise Malformed(estate_id="请选择一个小区")
    return area


def confirm_residency(residency: Residency, *, by) -> Residency:
    residency.confirmed_by_id, residency.confirmed_at = by.id, clock.now()
    return residency


def leave(residency: Residency) -> Residency:
    """They have moved out: today is the first day without. If it was the estate whose pages they
    see, another home takes its place, or they are asked again."""
    residency.until = clock.today()
    person = residency.person
    if person.estate_id == residency.estate_id:
        left = [r for r in person.live_residencies if r.id != residency.id]
        person.estate_id = left[-1].estate_id if left else None
    return residency


def _same(person: Person, estate: Area, home: Home | None) -> Residency | None:
    """A residency without a door becomes one with a door, rather than a second one."""
    mine = Residency.person_id == person.id, Residency.estate_id == estate.id
    wanted = select(Residency).where(*mine, Residency.until.is_(None)).order_by(Residency.id)
    residencies = db.session.scalars(wanted.with_for_update(key_share=True)).all()
    for residency in residencies:
        if home is None or residency.home_id in (None, home.id):
            residency.home_id = residency.home_id or (home and home.id)
            return residency
    return None


def _new(person: Person, estate: Area, home: Home | None) -> Residency:
    residency = Residency(person_id=person.id, estate_id=estate.id, home_id=home and home.id)
    db.session.add(residency)
    return residency


def _home(estate: Area, form: dict) -> Home:
    """The door, made when the first person names it; two at once make one."""
    door = {"estate_id": estate.id, **{part: form[part] for part in DOOR}}
    db.session.execute(insert(Home).values(door).on_conflict_do_nothing())
    return db.session.scalars(select(Home).filter_by(**door)).one()
