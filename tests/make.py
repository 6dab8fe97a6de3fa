"""Small builders: `make.staff(Role.GRID_WORKER, at=make.community())`. Say only what the test is
about; who is asked for nothing else lives in one estate of one community of Dehua county."""

from contextlib import contextmanager
from io import BytesIO
from itertools import count

from flask import current_app

from schemas.people_words import Level, Role, UnitKind, VolunteerState
from server.core.crypto import blind
from server.core.db import db
from server.people.models import Person, RoleGrant, Volunteer
from server.people.places import Area, Unit
from server.people.sign_ins import begin_sign_in
from server.people.tokens import Claims, write_token

_serial = count(1)
_together: list[None] = []  # not empty while many rows are made at once
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def saved(row):
    db.session.add(row)
    if _together:
        db.session.flush()
    else:
        db.session.commit()
    return row


@contextmanager
def together():
    """A scene of many rows: one commit in the end, which takes half the time."""
    _together.append(None)
    try:
        yield
    finally:
        _together.pop()
    db.session.commit()


# Places


def county(name="德化县"):
    return _area(Level.COUNTY, name)


def town(name="浔中镇", of=None):
    return _area(Level.TOWN, name, of or _the(Level.COUNTY, county))


def community(name="浔北社区", of=None):
    """With its desk, which holds what nobody has in hand yet."""
    area = _area(Level.COMMUNITY, name, of or _the(Level.TOWN, town))
    saved(Unit(area=area, kind=UnitKind.DESK, name=f"{name}服务台", phone="0595-23522110"))
    return area


def estate(name="幸福小区", of=None):
    return _area(Level.ESTATE, name, of or _the(Level.COMMUNITY, community))


def unit(kind=UnitKind.PROPERTY, at=None, name="安居物业"):
    at = at or _the(Level.COMMUNITY, community)
    return saved(Unit(area=at, kind=kind, name=name, phone="0595-23522120"))


def desk(at=None):
    """The desk of a community."""
    at = at or _the(Level.COMMUNITY, community)
    wanted = db.select(Unit).where(Unit.area_id == at.id, Unit.kind == UnitKind.DESK)
    return db.session.scalars(wanted).one()


def _area(level, name, parent=None):
    n = next(_serial)
    area = Area(level=level, name=name, parent_id=parent and parent.id, code=_code(n), path=f"?{n}")
    area.latitude, area.longitude = 25.4901, 118.2425
    db.session.add(area)
    db.session.flush()
    area.path = f"{parent.path if parent else '/'}{area.id}/"
    return saved(area)


def _the(level, build):
    """The first area of this level, made when nobody has made one."""
    first = db.select(Area).where(Area.level == level).order_by(Area.id).limit(1)
    return db.session.scalar(first) or build()


def _code(n: int) -> str:
    return "S" + "".join(DIGITS[n // 32**place % 32] for place in (2, 1, 0))


# People


def person(display_name="陈阿姨", *, estate=None, phone=None, **known):
    """A resident. `estate=False`: lives nowhere yet."""
    if estate is None:
        estate = _the(Level.ESTATE, globals()["estate"])
    found = {"phone": phone, "phone_hash": phone and blind("phone", phone)}
    home = {"estate_id": estate.id if estate else None}
    return saved(Person(display_name=display_name, **found, **home, **known))


def grant(person, role, at, **known):
    return saved(RoleGrant(person_id=person.id, role=role, area_id=at.id, **known))


def staff(role=Role.SOCIAL_WORKER, at=None, display_name="小林"):
    row = person(display_name, estate=False)
    grant(row, role, at or _the(Level.COMMUNITY, community))
    return row


def volunteer(at=None, display_name="王师傅", estate=None):
    """Confirmed: may help anywhere in the county."""
    row = person(display_name, estate=estate)
    at = at or _the(Level.COUNTY, county)
    saved(
        Volunteer(
            person_id=row.id,
            area_id=at.id,
            skills=["水电"],
            about="",
            state=VolunteerState.CONFIRMED,
        )
    )
    grant(row, Role.VOLUNTEER, at)
    return row


def officer(of=None, display_name="李经理"):
    of = of or unit()
    row = person(display_name, estate=False)
    grant(row, Role.UNIT_OFFICER, of.area, unit_id=of.id)
    return row


def administrator(at=None, display_name="郑管理员"):
    return staff(Role.ADMINISTRATOR, at or _the(Level.COUNTY, county), display_name)


def viewer(at=None, display_name="黄主任"):
    return staff(Role.VIEWER, at or _the(Level.COUNTY, county), display_name)


def token(person: Person) -> str:
    """An access token, signed in anew: what `by=person` sends. A string passes as it is."""
    if isinstance(person, str):
        return person
    sign_in = begin_sign_in(person, "sms")
    db.session.commit()
    claims = Claims(person.merged_into_id or person.id, sign_in.id, person.session_version)
    with current_app.app_context():
        return write_token(claims)


def upload(name: str, content: bytes):
    return BytesIO(content), name
