"""积分规则: versions, each from a day on. What was promised under an older one is kept."""

from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import func, select

from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed
from server.people.actor import Actor
from server.points.earning import EarningRule
from server.points.models import Scheme


class Around(NamedTuple):
    """The rule that holds today, and the next one that was announced."""

    holds: EarningRule | None = None
    comes: EarningRule | None = None


NO_RULE = Around()


def list_rules(scheme: Scheme) -> list[EarningRule]:
    """The newest first."""
    of_it = EarningRule.scheme_id == scheme.id
    query = select(EarningRule).where(of_it).order_by(EarningRule.version.desc())
    return list(db.session.scalars(query))


def make_rule(scheme: Scheme, form: dict, *, by: Actor) -> EarningRule:
    """The caller holds the scheme: versions are counted without gaps. The first may begin today; a
    later one tomorrow at the earliest, so that nobody works under a rule they could not read. One
    that was announced for a later day begins on that day all the same."""
    last = db.session.scalar(
        select(func.max(EarningRule.version)).where(EarningRule.scheme_id == scheme.id)
    )
    earliest = clock.today() + timedelta(days=1 if last else 0)
    if form["valid_from"] < earliest:
        raise Malformed(valid_from=f"最早从 {earliest.month} 月 {earliest.day} 日起")
    rule = EarningRule(scheme_id=scheme.id, version=(last or 0) + 1, made_by_id=by.id, **form)
    db.session.add(rule)
    db.session.flush()
    record("make_rule", rule, by=by, version=rule.version)
    return rule


def around_today(scheme_ids: list[int]) -> dict[int, Around]:
    """Of each scheme that has rules."""
    of_them = EarningRule.scheme_id.in_(scheme_ids)
    query = select(EarningRule).where(of_them).order_by(EarningRule.valid_from, EarningRule.version)
    found: dict[int, Around] = {}
    for rule in db.session.scalars(query):
        known = found.get(rule.scheme_id, NO_RULE)
        if rule.valid_from <= clock.today():
            known = Around(holds=rule)
        elif known.comes is None or known.comes.valid_from == rule.valid_from:
            known = known._replace(comes=rule)
        found[rule.scheme_id] = known
    return found


def in_words(rule: EarningRule, subject_kind: str | None = None, *, festival=False) -> str:
    """每服务半小时记 1 分，每天最多 8 分: for people, before they sign up. `subject_kind`: only
    what a session, or a ticket, earns; `festival`: on this very day there is more."""
    times = rule.festival_times if festival else 1
    parts = []
    if rule.per_half_hour and subject_kind != "tickets":
        parts.append(f"每服务半小时记 {rule.per_half_hour * times} 分")
    if rule.per_ticket and subject_kind != "sessions":
        parts.append(f"每办结一个心愿记 {rule.per_ticket} 分")
    if not parts:
        return "不记积分"
    if rule.festival_times > 1 and subject_kind is None and not festival:
        parts.append(f"节庆活动记 {rule.festival_times} 倍")
    limits = (("每天", rule.day_most), ("每月", rule.month_most))
    parts += [f"{of}最多 {most} 分" for of, most in limits if most is not None]
    return "，".join(parts)
