"""Series: a rule, looked at before it is saved, and the sessions it makes."""

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.core.errors import NotAllowed
from server.occasions.models import Series
from server.occasions.rules import runs
from server.occasions.service.sessions import AHEAD, generate
from server.people.actor import Actor
from server.people.places import Area
from server.workdays.calendar import is_announced
from server.workdays.lunar import day_words
from server.workdays.recurrence import Rule, next_days


def preview(form: dict) -> list[dict]:
    """The next twelve days of a rule, as people say them. Lunar days of any year are known; which
    days are off is not, before the State Council's notice."""
    days = next_days(rule_of(form), max(clock.today(), form["valid_from"]))
    return [
        {"on": day, "words": day_words(day), "provisional": not is_announced(day.year)}
        for day in days
    ]


def rule_of(form: dict) -> Rule:
    return Rule(
        form["rule_kind"],
        frozenset(form["numbers"]),
        form["valid_from"],
        form["valid_to"] or Rule.valid_to,
        frozenset(form["skip"]),
        frozenset(form["extra"]),
    )


def make_series(form: dict, *, by: Actor) -> Series:
    area = db.session.scalar(select(Area).where(Area.id == form["area_id"]))
    if area is None or not runs(by, area.path):
        raise NotAllowed
    series = Series(made_by_id=by.id, **form)
    db.session.add(series)
    db.session.flush()
    generate(series, until=clock.today() + AHEAD)
    return series
