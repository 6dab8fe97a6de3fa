"""退回: what purses paid goes back to the lots it came from, and what is owed is paid out of it."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.people.aliases import everybody
from server.points import names
from server.points.models import Lot, LotUse, Posting
from server.points.service import debts, expiring, ledger, purses
from server.points.service.purses import EVERYTHING, Cause


def give_back(
    scheme_id: int,
    account: str,
    cause: Cause,
    *,
    amount: int = EVERYTHING,
    also: Iterable[str] = (),
) -> None:
    """All that was paid into this account, or `amount` of it. `also`: what the caller needs
    afterwards, held here in its turn; it comes after the accounts of people."""
    paid = _paid(scheme_id, account)
    people = sorted({everybody(id) for id in paid.values()})
    ids = [id for person in people for id in person]
    today = clock.today()  # the same throughout: midnight may be near
    late = _late(list(paid), today)
    expired = [names.EXPIRED] if late else []
    ledger.hold(scheme_id, account, *expired, *(names.purse(id) for id in ids))
    if later := {*debts.owed_to(scheme_id, ids), *also}:
        ledger.hold(scheme_id, *later)
    for id in late:
        expiring.expire(scheme_id, id)
    known = {"amount": amount, "today": today}
    came = purses.give_back(scheme_id, list(paid), account, cause, **known)
    for person in people:
        debts.repay(scheme_id, person, sum(came[id] for id in person), cause)


def _paid(scheme_id: int, account: str) -> dict[int, int]:
    """Whose purse each posting came from."""
    into = Posting.target == account, Posting.scheme_id == scheme_id
    rows = db.session.execute(select(Posting.id, Posting.source).where(*into).order_by(Posting.id))
    return {id: names.whose(source) for id, source in rows}


def _late(postings: Sequence[int], today: date) -> list[int]:
    """Whose lots are over, read before anything is held: a day only ever moves on, so that nobody
    is missing. What still lies in them expires before anything comes back to them."""
    used = select(LotUse.lot_id).where(LotUse.posting_id.in_(postings))
    over = Lot.id.in_(used), Lot.expires_on <= today
    return list(db.session.scalars(select(Lot.person_id).where(*over).distinct()))
