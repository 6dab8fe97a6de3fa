"""What a session pays in points, as its desk reads it: before it is published and after."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from schemas.occasions import PLANNED
from server.core.db import db
from server.occasions.models import Session
from server.occasions.service.rewards import KIND, half_hours
from server.points import names
from server.points.earning import EarningRule, Pool, Reserve
from server.points.service import ledger, reserving
from server.points.service.earning_rules import in_words
from server.points.service.pools import PoolClosed
from server.points.service.reserving import NoRule, PoolEmpty


def reward(row: Session) -> dict | None:
    """None: it is thanked for in words alone."""
    if row.pool is None:
        return None
    words, lack = _promised(row) if row.state is not PLANNED else _to_promise(row, row.pool)
    return {
        "scheme_id": row.pool.scheme_id,
        "pool_id": row.pool_id,
        "pool_name": row.pool.name,
        "festival": row.festival,
        "words": words,
        "lack": lack,
    }


def _to_promise(row: Session, pool: Pool) -> tuple[str, str | None]:
    """What publishing would keep back, and why it could not."""
    rule = reserving.rule_on(pool.scheme_id, row.on)
    there = ledger.balances(pool.scheme_id, [names.pool(pool.id)])[names.pool(pool.id)]
    if rule is None or pool.closed_on:
        short = PoolClosed.short if pool.closed_on else NoRule.short
        return f"用积分答谢，从“{pool.name}”出，池里有 {there} 分", f"还缺{short}"
    times = rule.festival_times if row.festival else 1
    needed = reserving.price(rule, KIND, half_hours(row), times)
    kept = f"要预留 {needed} 分，" if needed else ""  # nobody is asked for yet
    words = f"{_how(row, rule)}，从“{pool.name}”出，{kept}池里有 {there} 分"
    return words, PoolEmpty(pool, there, needed).short if there < needed else None


def _promised(row: Session) -> tuple[str, None]:
    """By the rule as it was then. One that was dropped has promised nothing."""
    of_it = Reserve.subject_kind == KIND, Reserve.subject_id == row.id
    query = select(Reserve).options(joinedload(Reserve.rule)).where(*of_it)
    reserve = db.session.scalar(query)
    if reserve is None:
        return f"没有从“{row.pool.name}”预留积分", None
    kept = "一共记了" if reserve.released_at else "已预留"
    return f"{_how(row, reserve.rule)}，从“{row.pool.name}”出，{kept} {reserve.planned} 分", None


def _how(row: Session, rule: EarningRule) -> str:
    return in_words(rule, KIND, festival=row.festival)
