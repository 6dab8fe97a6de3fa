"""How long things may take: by category and kind of slip, set by administrators or by default."""

from typing import NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from schemas.clock_words import LimitKind, LimitUnit
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed
from server.people.actor import Actor
from server.tickets.models import Category, Ticket
from server.tickets.timed import Limit


class Allowed(NamedTuple):
    """`amount` None: no time of its own. `answer_hours`: of a slip, until it is accepted."""

    amount: int | None
    unit: LimitUnit | None
    answer_hours: int | None = None
    is_set: bool = False  # by administrators


SLIPS = {
    LimitKind.SPOT: Allowed(None, None, 2),  # to be done when the ticket is due
    LimitKind.JOINT: Allowed(5, LimitUnit.DAYS, 4),  # each part; never after the ticket
}


def allowed(category: Category, kind: LimitKind) -> Allowed:
    """What was set, or the default; of what the resident sent back, that of the whole."""
    row = db.session.scalar(
        select(Limit).where(Limit.category_id == category.id, Limit.kind == kind)
    )
    if row is None and kind is LimitKind.FEEDBACK:
        return allowed(category, LimitKind.WHOLE)
    return _of(category, kind, row)


def _of(category: Category, kind: LimitKind, row: Limit | None) -> Allowed:
    if row is not None:
        return Allowed(row.amount, row.unit, row.answer_hours, is_set=True)
    return SLIPS.get(kind) or Allowed(category.limit_days, LimitUnit.DAYS)


def slip_limit(ticket: Ticket, *, joint: bool) -> Allowed:
    """Of a slip sent now."""
    return allowed(ticket.category, LimitKind.JOINT if joint else LimitKind.SPOT)


def list_limits() -> dict:
    """Every category with what holds for it, in three statements at most."""
    rows = {(row.category_id, row.kind): row for row in db.session.scalars(select(Limit))}
    query = select(Category).order_by(Category.kind, Category.position)
    return {"items": [_shown(category, rows) for category in db.session.scalars(query)]}


def _shown(category: Category, rows: dict) -> dict:
    return {
        "category_id": category.id,
        "kind": category.kind,
        "label": category.label,
        "limits": [_limit(category, kind, rows) for kind in LimitKind],
    }


def _limit(category: Category, kind: LimitKind, rows: dict) -> dict:
    row = rows.get((category.id, kind))
    if row is None and kind is LimitKind.FEEDBACK:
        whole = _of(category, LimitKind.WHOLE, rows.get((category.id, LimitKind.WHOLE)))
        holds = whole._replace(is_set=False)
    else:
        holds = _of(category, kind, row)
    return {"kind": kind, "label": kind.label, "answers": kind in SLIPS} | holds._asdict()


def set_limit(form: dict, *, by: Actor) -> dict:
    """For tickets and slips from now on; what runs keeps the time it was given. With nothing in it
    the default holds again."""
    category = db.session.get(Category, form["category_id"])
    if category is None:
        raise Malformed(category_id="没有这个分类")
    times = {name: form.get(name) for name in ("amount", "unit", "answer_hours")}
    _check(form["kind"], times)
    key = {"category_id": category.id, "kind": form["kind"]}
    if any(value is not None for value in times.values()):
        row = insert(Limit).values(key | times)
        same = row.on_conflict_do_update(index_elements=list(key), set_=times)
        db.session.execute(same)
    else:
        db.session.execute(delete(Limit).filter_by(**key))
    record("set_limit", category, by=by, **{"kind": form["kind"]} | times)
    return list_limits()


def _check(kind: LimitKind, times: dict) -> None:
    if (times["amount"] is None) != (times["unit"] is None):
        raise Malformed(unit="请写明几个工作日，或几个工作小时")
    if times["answer_hours"] is not None and kind not in SLIPS:
        raise Malformed(answer_hours="只有交办单和联办单有接单时限")
