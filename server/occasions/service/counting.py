"""The statements by which scans are written down and attendances follow from them, built once:
building one anew for each scan costs more than PostgreSQL's part in it.

A person may be known under several ids (merged accounts): all of them count together, in the row of
the one that remains."""

from sqlalchemy import (
    ARRAY,
    Boolean,
    Date,
    Integer,
    bindparam,
    case,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from schemas.occasions import RepairState
from server.occasions import credit
from server.occasions.presence import Attendance, Repair, Scan

SCANS, THERE, REPAIRS = Scan.__table__, Attendance.__table__, Repair.__table__
RULE = {"rule_version": credit.VERSION}

KEEP = insert(SCANS).on_conflict_do_nothing(index_elements=["client_id"]).returning(SCANS.c.id)
TOUCH = (
    insert(THERE)
    .on_conflict_do_update(index_elements=["session_id", "person_id", "capacity"], set_=RULE)
    .returning(literal_column("xmax = 0"))  # made now, not found
)


def one_of(name: str):
    """= ANY(array): IN would be expanded at each execution."""
    return func.any(bindparam(name, type_=ARRAY(Integer)))


COUNTED = (
    select(SCANS.c.direction, SCANS.c.scanned_at, SCANS.c.client_id)
    .where(
        SCANS.c.session_id == bindparam("session_id"),
        SCANS.c.person_id == one_of("person_ids"),
        SCANS.c.capacity == bindparam("capacity"),
        SCANS.c.refused.is_(None),
        SCANS.c.undone_at.is_(None),
    )
    .order_by(SCANS.c.scanned_at, SCANS.c.direction, SCANS.c.client_id)
)
# What was scanned after a repair was asked for is the time it was asked for: it counts once.
GREW = func.greatest(bindparam("minutes", type_=Integer) - REPAIRS.c.actual_then, 0)
ADDS = func.greatest(REPAIRS.c.minutes_approved - GREW, 0)
HERE = bindparam("at_session", type_=Integer)
ADDED = (
    select(HERE.label("session_id"), func.coalesce(func.sum(ADDS), 0).label("minutes"))
    .where(
        REPAIRS.c.session_id == HERE,
        REPAIRS.c.person_id == one_of("repaired"),
        REPAIRS.c.state == RepairState.APPROVED,
    )
    .subquery("added")
)
EARNED = func.least(bindparam("minutes", type_=Integer) + ADDED.c.minutes, bindparam("most"))
# What changes after the end is announced anew (公示); before it, nothing is.
ANNOUNCED = case(
    (
        bindparam("over", type_=Boolean) & (THERE.c.minutes_credited != EARNED),
        bindparam("until", type_=Date),
    ),
    else_=THERE.c.public_until,
)
WRITE = (
    update(THERE)
    .where(
        THERE.c.session_id == HERE,
        THERE.c.session_id == ADDED.c.session_id,
        THERE.c.person_id == bindparam("of_person"),
        THERE.c.capacity == bindparam("as_what"),
    )
    .values(
        in_at=bindparam("came"),
        out_at=bindparam("left"),
        minutes_actual=bindparam("minutes"),
        minutes_added=ADDED.c.minutes,
        minutes_credited=EARNED,
        public_until=ANNOUNCED,
        rule_version=credit.VERSION,
    )
    .returning(THERE.c.minutes_credited, THERE.c.public_until)
)
# Of whoever was merged into them: their row holds nothing as long as that lasts.
EMPTY = (
    update(THERE)
    .where(
        THERE.c.session_id == HERE,
        THERE.c.person_id == one_of("aliases"),
        THERE.c.capacity == bindparam("as_what"),
    )
    .values(in_at=None, out_at=None, minutes_actual=0, minutes_added=0, minutes_credited=0)
)
