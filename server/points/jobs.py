"""Jobs of the ledger: what was announced arrives, what is over expires, what waited is paid."""

from datetime import date

import structlog

from server.core.db import db
from server.core.jobs import defer, every, job
from server.people.aliases import everybody
from server.points.audit import findings
from server.points.earning import Pool
from server.points.service import alarming, debts, expiring, maturing, refunding, waiting

log = structlog.get_logger()


@every("7 17 * * *")
def mature_awards() -> None:
    """At 1:07 in Dehua. Each person in a transaction of their own."""
    for scheme_id, person_id in maturing.due():
        defer("points.mature", scheme_id=scheme_id, person_id=person_id)


@job
def mature(scheme_id: int, person_id: int) -> None:
    maturing.mature(scheme_id, everybody(person_id))


@every("17 17 * * *")
def expire_lots() -> None:
    for scheme_id, person_id in expiring.over():
        defer("points.expire", scheme_id=scheme_id, person_id=person_id)
    expiring.warn()


@job
def expire(scheme_id: int, person_id: int) -> None:
    expiring.expire(scheme_id, person_id)


@job
def pay_what_waited(pool_id: int) -> None:
    for scheme_id, person_id, day in waiting.unpaid(pool_id):
        known = {"scheme_id": scheme_id, "person_id": person_id, "day": day.isoformat()}
        defer("points.settle_month", **known)


@job
def settle_month(scheme_id: int, person_id: int, day: str) -> None:
    waiting.settle_month(scheme_id, person_id, date.fromisoformat(day))


@every("27 17 * * *")
def return_left_over() -> None:
    """What came back into closed pools since they were closed."""
    for pool_id in refunding.left_over():
        defer("points.give_back", pool_id=pool_id)


@job
def give_back(pool_id: int) -> None:
    refunding.give_back(db.session.get_one(Pool, pool_id))


@job
def settle_up(scheme_id: int, person_id: int) -> None:
    debts.settle_up(scheme_id, everybody(person_id))


@every("37 18 * * *")
def audit_points() -> None:
    """At 2:37 in Dehua. Each row that is wrong into the log; that there are some, to whoever may
    look after it."""
    found = list(findings())
    for line in found:
        log.error("points do not add up", row=line)
    alarming.alarm(len(found))
