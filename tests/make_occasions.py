"""Builders of occasions: `occasions.session()`, `occasions.screen_code(session)`. Say only what the
test is about; a session is a market day of two hours that begins now."""

from datetime import time, timedelta
from itertools import count
from secrets import token_urlsafe
from uuid import uuid4

from schemas.occasion_words import Direction, OccasionKind, RuleKind
from schemas.occasions import PUBLISHED, SIGNED
from server.core import clock
from server.core.db import db
from server.occasions import codes
from server.occasions.devices import Card, Device
from server.occasions.models import Series, Session
from server.occasions.parts import Post, Signup
from server.occasions.service.people import card_hash
from server.occasions.service.screens import device_hash
from tests import make

_serial = count(1)


def session(area=None, *, state=PUBLISHED, begins=None, hours=2, kind=OccasionKind.MARKET, **given):
    """Begins now, where nobody says when."""
    area = area or make._the(make.Level.ESTATE, make.estate)
    begins = begins or clock.now()
    known = {
        "title": "近邻圩日",
        "theme": "",
        "place": "小区中心广场",
        "incentive": "每半小时 1 分",
    }
    row = Session(
        token=token_urlsafe(12),
        kind=kind,
        area_id=area.id,
        on=clock.local(begins).date(),
        starts_at=begins,
        ends_at=begins + timedelta(hours=hours),
        state=state,
        secret=f"secret of session {next(_serial)}",
        **known | given,
    )
    return make.saved(row)


def post(at=None, *, label="引导", capacity=2, minimum=1, steward=False, skill=""):
    at = at or session()
    row = Post(session_id=at.id, label=label, capacity=capacity, minimum=minimum, skill=skill)
    row.steward = steward
    return make.saved(row)


def signup(person, at=None, **given):
    """A seat at a post of its own, where none is said."""
    at = at or post()
    at.taken += 1
    row = Signup(session_id=at.session_id, post_id=at.id, person_id=person.id, state=SIGNED)
    row.entered_by_id = given.pop("entered_by_id", person.id)
    for name, value in given.items():
        setattr(row, name, value)
    db.session.add(at)
    return make.saved(row)


def series(area=None, kind=RuleKind.SOLAR_DAY, numbers=(18,), **given):
    area = area or make._the(make.Level.ESTATE, make.estate)
    known = {
        "kind": OccasionKind.MARKET,
        "title": "近邻圩日",
        "place": "小区中心广场",
        "valid_from": clock.today(),
        "begins": time(9),
        "ends": time(11),
        "skip": [],
        "extra": [],
        "made_by_id": make.staff(at=area).id,
    }
    return make.saved(
        Series(area_id=area.id, rule_kind=kind, numbers=list(numbers), **known | given)
    )


def device(area=None, secret="secret-of-the-tablet"):
    area = area or make._the(make.Level.ESTATE, make.estate)
    row = Device(area_id=area.id, name="服务台平板", secret_hash=device_hash(secret))
    row.enrolled_by_id = make.staff(at=area).id
    return make.saved(row)


def card(person, token="CARDTOKEN234567"):
    row = Card(person_id=person.id, printed_by_id=person.id, token_hash=card_hash(token))
    return make.saved(row)


def screen_code(at: Session, direction=Direction.IN, ago=0) -> str:
    """What the screen of a session shows, or showed some seconds ago."""
    step = codes.step_at(clock.now() - timedelta(seconds=ago))
    return codes.session_code(at.secret, at.id, direction, step)


def digits(at: Session, direction=Direction.IN, ago=0) -> str:
    step = codes.step_at(clock.now() - timedelta(seconds=ago))
    return codes.digits(at.secret, at.id, direction, step)


def own_code(person, ago=0) -> str:
    return codes.personal_code(person.id, codes.step_at(clock.now() - timedelta(seconds=ago)))


def scan_id() -> str:
    return str(uuid4())
