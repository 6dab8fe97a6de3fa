"""Series: a rule, looked at before it is saved, and the sessions it makes."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed, NotAllowed, Refusal
from server.core.paging import Page, page
from server.occasions.models import Series
from server.occasions.rules import runs
from server.occasions.service import changes
from server.occasions.service.leads import check_lead
from server.occasions.service.rewards import check_pool
from server.occasions.service.sessions import generate
from server.people.actor import Actor, within
from server.people.places import Area
from server.people.tree import area_path
from server.workdays.calendar import is_announced
from server.workdays.lunar import day_words
from server.workdays.recurrence import Rule, next_days

DECISIONS = ("keep_ids", "call_off_ids", "words")


class SeriesEnded(Refusal):
    code, title, detail = "series_ended", "这个系列已经停办", "要再办请新建一个系列"


def preview(form: dict) -> list[dict]:
    """The next twelve days of a rule, as people say them. Lunar days of any year are known; which
    days are off is not, before the State Council's notice. No rule asks for days off, so that a
    session's own date is never provisional: only whether people are at work then."""
    return days_in_words(next_days(rule_of(form), max(clock.today(), form["valid_from"])))


def days_in_words(days: Iterable[date]) -> list[dict]:
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


def list_series(query: Select, form: dict) -> Page:
    """Newest first; one area has several, of one kind too."""
    query = query.options(*(joinedload(one) for one in (Series.area, Series.lead, Series.pool)))
    if area_id := form.get("area_id"):
        query = query.where(within(Series.area_id, [area_path(area_id)]))
    if not form["ended"]:
        query = query.where(or_(Series.ended_on.is_(None), Series.ended_on > clock.today()))
    return page(query, form, order=(Series.id.desc(),))


def make_series(form: dict, *, by: Actor) -> Series:
    area = db.session.scalar(select(Area).where(Area.id == form["area_id"]))
    if area is None or not runs(by, area.path):
        raise NotAllowed
    check_lead(form["lead_id"], area)
    check_pool(form["pool_id"], area)
    series = Series(made_by_id=by.id, **_tidy(form))
    db.session.add(series)
    db.session.flush()
    record("make_series", series, by=by)
    generate(series)
    return series


def preview_change(series: Series, form: dict) -> tuple[changes.Plan, list[date]]:
    """What saving would do, and the next twelve days by the new rule; nothing is saved."""
    _is_running(series)
    now = {column.key: getattr(series, column.key) for column in Series.__table__.columns}
    changed = Series(**now | _changed(series, form))
    there = changes.to_come(series, lock=False)
    plan = changes.plan(changed, changes.held(series), there)
    return plan, next_days(changed.rule, max(clock.today(), changed.valid_from))


def change_series(series: Series, form: dict, *, by: Actor) -> Series:
    """A new version of the rule. The caller holds the series."""
    _is_running(series)
    if form["lead_id"] != series.lead_id:
        check_lead(form["lead_id"], series.area)
    if form["pool_id"] != series.pool_id:
        check_pool(form["pool_id"], series.area)
    _apply(series, _changed(series, form), form, by=by)
    record("change_series", series, by=by, version=series.version)
    return series


def end_series(series: Series, form: dict, *, by: Actor) -> Series:
    """停办, from a day on. The caller holds the series."""
    _is_running(series)
    if form["on"] < clock.today():
        raise Malformed("请检查日期", on="请选择今天或以后的日子")
    _apply(series, {"ended_on": form["on"]}, form, by=by)
    record("end_series", series, by=by, on=form["on"].isoformat())
    return series


def _apply(series: Series, changed: dict, form: dict, *, by: Actor) -> None:
    before, there = changes.held(series), changes.to_come(series, lock=True)
    for name, value in changed.items():
        setattr(series, name, value)
    changes.carry_out(changes.plan(series, before, there), form, by=by)
    generate(series)


def _is_running(series: Series) -> None:
    if series.ended_on is not None and series.ended_on <= clock.today():
        raise SeriesEnded


def _changed(series: Series, form: dict) -> dict:
    return _tidy(form) | {"version": series.version + 1}


def _tidy(form: dict) -> dict:
    """Each number and day once, in order; what was decided about sessions is not the series'."""
    told = {name: value for name, value in form.items() if name not in DECISIONS}
    told["incentive"] = told["incentive"] or ""
    return told | {name: sorted(set(told[name])) for name in ("numbers", "skip", "extra")}
