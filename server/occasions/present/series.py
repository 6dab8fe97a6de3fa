"""A series in words, and what a change of it would do."""

from datetime import date

from schemas.occasion_words import BRANCHES, RuleKind
from server.core import clock
from server.core.paging import Page
from server.occasions import session_rules as rules
from server.occasions.models import Series
from server.occasions.service.changes import Plan, Touched
from server.occasions.service.series import days_in_words
from server.occasions.service.words import when
from server.people.actor import Actor
from server.workdays.lunar import WEEKDAYS

TENS, ONES = ("初", "十", "廿"), "十一二三四五六七八九"


def series(actor: Actor, row: Series) -> dict:
    names = (
        "id kind area_id title place rule_kind numbers valid_from valid_to skip extra begins ends "
        "lead_id incentive pool_id version ended_on"
    )
    return {name: getattr(row, name) for name in names.split()} | {
        "kind_label": row.kind.label,
        "area_name": row.area.name,
        "lead_name": row.lead and row.lead.display_name,
        "pool_name": row.pool and row.pool.name,
        "rule_words": rule_words(row.rule_kind, sorted(row.numbers)),
        "actions": _actions(actor, row),
    }


def page(actor: Actor, found: Page) -> Page:
    return Page([series(actor, row) for row in found.items], found.next)


def _actions(actor: Actor, row: Series) -> list[dict]:
    """A series has no states but one: it goes on, or it has ended."""
    over = row.ended_on is not None and row.ended_on <= clock.today()
    if over or not rules.may_step(actor, row):
        return []
    return [{"action": name, "label": label} for name, label in STEPS.items()]


STEPS = {"change": "改规则", "end": "停办"}


def plan(actor: Actor, told: tuple[Plan, list[date]]) -> dict:
    found, days = told
    shown = {name: [_touched(one) for one in getattr(found, name)] for name in OF_SESSIONS}
    return shown | {"added": days_in_words(found.added), "next": days_in_words(days)}


OF_SESSIONS = ("again", "moved", "dropped", "asked")
WHY = {"gone": "新规则没有这一天", "moved": "时间或地点变了", "again": "新规则又有这一天"}


def _touched(one: Touched) -> dict:
    session = one.session
    return {
        "id": session.id,
        "on": session.on,
        "words": when(session),
        "title": session.title,
        "state_label": session.state.label,
        "why": one.why,
        "why_label": WHY[one.why],
        "signed_up": one.by_whom.signed_up,
        "numbers": one.by_whom.numbers,
    }


def rule_words(kind: RuleKind, numbers: list[int]) -> str:
    """每月18号 · 每周六 · 公历逢5、0 · 农历逢三八 · 农历初二、十六 · 逢辰、戌日 · 每天"""
    if kind is RuleKind.DAILY:
        return kind.label
    before, of, after = WORDS[kind]
    return before + ("" if kind is RuleKind.LUNAR_DIGIT else "、").join(map(of, numbers)) + after


def _lunar_day(day: int) -> str:
    if day in (20, 30):
        return "二十" if day == 20 else "三十"
    return TENS[(day - 1) // 10 if day == 10 else day // 10] + ONES[day % 10]


WORDS = {
    RuleKind.SOLAR_DAY: ("每月", str, "号"),
    RuleKind.WEEKDAY: ("每周", lambda day: WEEKDAYS[day - 1], ""),
    RuleKind.SOLAR_DIGIT: ("公历逢", str, ""),
    RuleKind.LUNAR_DIGIT: ("农历逢", lambda digit: ONES[digit], ""),
    RuleKind.LUNAR_DAY: ("农历", _lunar_day, ""),
    RuleKind.BRANCH: ("逢", lambda n: BRANCHES[n], "日"),
}
