"""The copy of everything kept about somebody, for them (PIPL 45): plain values, part by part."""

from datetime import date, datetime

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.people import me, upward
from server.people.models import Consent, Identity, Person, Residency, RoleGrant, Volunteer
from server.people.sign_ins import SignIn

COLUMNS = {
    "persons": (Person, Person.id, "display_name real_name phone elder_look made_at"),
    "identities": (Identity, Identity.person_id, "kind subject made_at"),
    "residencies": (Residency, Residency.person_id, "relation since until confirmed_at"),
    "roles": (RoleGrant, RoleGrant.person_id, "role since until"),
    "volunteer": (Volunteer, Volunteer.person_id, "skills about state reason applied_at judged_at"),
    "consents": (Consent, Consent.person_id, "purpose version given_at withdrawn_at"),
    "sign_ins": (SignIn, SignIn.person_id, "way began_at ended_at"),
}
PLACES = {"residencies": lambda row: {"estate": row.estate.name, "home": _door(row)}}
PLACES |= {"roles": lambda row: {"area": row.area.name}}


def own_copy(person: Person) -> dict:
    ids = me.own_ids(person)
    parts = {name: _rows(name, ids) for name in COLUMNS}
    parts |= {name: part(ids) for name, part in upward.copy_parts.items()}
    return {"made_at": clock.now(), "parts": parts}


def _rows(name: str, ids: tuple[int, ...]) -> list[dict]:
    kind, owner, columns = COLUMNS[name]
    rows = db.session.scalars(select(kind).where(owner.in_(ids)).order_by(kind.id))
    extra = PLACES.get(name, lambda row: {})
    return [{c: _plain(getattr(row, c)) for c in columns.split()} | extra(row) for row in rows]


def _door(row: Residency) -> str | None:
    return row.home and row.home.words


def _plain(value):
    if isinstance(value, datetime):
        return clock.local(value).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
