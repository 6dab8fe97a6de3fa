"""到账: what was announced long enough comes into the purse."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from schemas.points_words import Why
from server.core import clock
from server.core.db import db
from server.points import names
from server.points.earning import Award
from server.points.models import Scheme
from server.points.service import debts, ledger, purses
from server.points.service.awards import hold_person
from server.points.service.ledger import Entry
from server.points.service.purses import Cause
from server.workdays.calendar import due_after

ANNOUNCED_FOR = 3  # working days (福建: at least three)


def announced_until() -> date:
    """公示: three working days from now."""
    return clock.local(due_after(clock.now(), ANNOUNCED_FOR).at).date()


def due(on: date | None = None) -> list[tuple[int, int]]:
    """Scheme and person of whatever has been announced long enough."""
    over = Award.pending > 0, Award.matures_on < (on or clock.today())
    query = select(Award.scheme_id, Award.person_id).where(*over).distinct()
    return [tuple(row) for row in db.session.execute(query.order_by(*query.selected_columns))]


def mature(scheme_id: int, ids: Sequence[int]) -> None:
    """All of a person whose time has come; called twice, nothing is left to do."""
    hold_person(scheme_id, ids)
    lasts = db.session.get_one(Scheme, scheme_id).lasts_months
    over = Award.pending > 0, Award.matures_on < clock.today()
    mine = Award.scheme_id == scheme_id, Award.person_id.in_(ids)
    query = select(Award).where(*mine, *over).order_by(Award.earned_on, Award.id)
    debts.hold_pools(scheme_id, ids)
    for award in db.session.scalars(query.execution_options(populate_existing=True)).all():
        _mature(award, ids, lasts)


def _mature(award: Award, ids: Sequence[int], lasts: int) -> None:
    amount, source = award.pending, names.pending(award.person_id)
    award.version += 1
    award.pending, award.paid = 0, award.paid + amount
    cause = _cause(award)
    repaid = debts.repaid(award.scheme_id, ids, amount, source, cause)
    rest = amount - sum(entry.amount for entry in repaid)
    db.session.flush()
    if repaid:
        ledger.post(award.scheme_id, *repaid)
    if rest:
        purse = names.purse(award.person_id)
        came = Entry(source, purse, rest, cause.why, f"{cause.reason}:mature", cause.known)
        (posting,) = ledger.post(award.scheme_id, came)
        purses.put_in(award.scheme_id, award.person_id, posting, rest, lasts)


def _cause(award: Award) -> Cause:
    subject = f"{award.subject_kind}:{award.subject_id}:person:{award.person_id}"
    known = {award.subject_kind: award.subject_id, "rule": award.reserve.rule_id}
    return Cause(Why.MATURE, f"{subject}:{award.version}", known)
