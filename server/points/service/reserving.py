"""What is promised is reserved: from the moment a session is published or a ticket claimed, out of
a pool that has it. What nobody earned goes back."""

from datetime import date

from sqlalchemy import select

from schemas.points_words import Why
from server.core import clock
from server.core.db import db
from server.points import names
from server.points.earning import EarningRule, Pool, Reserve
from server.points.service import ledger
from server.points.service.ledger import Entry
from server.points.service.pools import NothingPromised, still_open


class PoolEmpty(NothingPromised):
    code, title = "pool_empty", "积分池里不够"

    def __init__(self, pool: Pool, there: int, needed: int):
        self.short = f"“{pool.name}”还有 {there} 分，这里要预留 {needed} 分"
        super().__init__(f"{self.short}。请先注入资金，或不用积分答谢")


class NoRule(NothingPromised):
    short = "积分规则（半小时记几分）"
    code, title = "no_earning_rule", "还没有积分规则"
    detail = "请先写明服务半小时记几分，再用积分答谢"


def rule_on(scheme_id: int, day: date) -> EarningRule | None:
    """Of those that have begun by that day the one that began last; on ties the later version."""
    begun = EarningRule.scheme_id == scheme_id, EarningRule.valid_from <= day
    last = EarningRule.valid_from.desc(), EarningRule.version.desc()
    query = select(EarningRule).where(*begun).order_by(*last)
    return db.session.scalar(query.limit(1))


def reserved(subject_kind: str, subject_id: int) -> Reserve | None:
    """Held until the transaction ends."""
    of_it = Reserve.subject_kind == subject_kind, Reserve.subject_id == subject_id
    query = select(Reserve).where(*of_it).with_for_update(key_share=True)
    return db.session.scalar(query.execution_options(populate_existing=True))


def promise(
    pool: Pool, subject: tuple[str, int], day: date, units: int, *, festival: bool
) -> Reserve:
    """A new one, with nothing reserved yet. `units`: half hours that can be credited at the most;
    1 for a ticket."""
    rule = rule_on(pool.scheme_id, day)
    if rule is None:
        raise NoRule
    kind, row_id = subject
    row = Reserve(scheme_id=pool.scheme_id, pool=pool, rule=rule, planned=0, version=0)
    row.subject_kind, row.subject_id = kind, row_id
    row.times = rule.festival_times if festival else 1
    db.session.add(row)
    db.session.flush()
    plan(row, units)
    return row


def plan(row: Reserve, units: int) -> None:
    """So much is needed now: more comes out of the pool (PoolEmpty), less goes back to it as far as
    nobody has earned it. The caller holds the row, or has just made it."""
    row.planned += _move(row, worth(row, units) - row.planned)


def take_up(row: Reserve, units: int) -> None:
    """What was given back is promised again, by the rule and out of the pool that it was: for a
    ticket that comes to something after all. The caller holds the row."""
    row.released_at = None
    plan(row, units)


def worth(row: Reserve, units: int) -> int:
    """In points, by the rule as it was when it was promised."""
    return price(row.rule, row.subject_kind, units, row.times)


def price(rule: EarningRule, subject_kind: str, units: int, times: int) -> int:
    rate = rule.per_half_hour if subject_kind == "sessions" else rule.per_ticket
    return units * rate * times


def release(row: Reserve, keep: int = 0) -> None:
    """It is over: all but `keep` goes back to the pool. The caller holds the row."""
    planned = names.planned(row.id)
    there = ledger.hold(row.scheme_id, planned)[planned]
    if there > keep:
        row.planned += _back(row, there - keep)
    if not keep:
        row.released_at = clock.now()


def _move(row: Reserve, change: int) -> int:
    """How much was moved: what somebody has earned already stays planned."""
    planned, pool = names.planned(row.id), names.pool(row.pool_id)
    there = ledger.hold(row.scheme_id, planned, pool)
    if change <= 0:
        back = min(-change, there[planned])
        return _back(row, back) if back else 0
    still_open(row.pool)
    if change > there[pool]:
        raise PoolEmpty(row.pool, there[pool], change)
    row.version += 1
    ledger.post(row.scheme_id, _entry(row, pool, planned, change, Why.RESERVE))
    return change


def _back(row: Reserve, amount: int) -> int:
    row.version += 1
    planned, pool = names.planned(row.id), names.pool(row.pool_id)
    ledger.post(row.scheme_id, _entry(row, planned, pool, amount, Why.RELEASE))
    return -amount


def _entry(row: Reserve, source: str, target: str, amount: int, why: Why) -> Entry:
    reason = f"reserve:{row.id}:{row.version}"
    return Entry(source, target, amount, why, reason, {row.subject_kind: row.subject_id})
