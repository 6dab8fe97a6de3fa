"""到期: lots whose time is over leave the purse, and who has some is told thirty days before."""

from datetime import timedelta

from sqlalchemy import func, select

from schemas.points_words import Why
from server.core import clock
from server.core.db import db
from server.messages.service import tell
from server.points import names
from server.points.models import Lot
from server.points.service import ledger, purses
from server.points.service.ledger import Entry

NOTICE = timedelta(days=30)


def over() -> list[tuple[int, int]]:
    """Scheme and person of whatever cannot be spent any more."""
    return _whose(Lot.expires_on <= clock.today())


def expire(scheme_id: int, person_id: int) -> None:
    """Out of their purse; called twice, nothing is left to do."""
    ledger.hold(scheme_id, names.purse(person_id), names.EXPIRED)
    wanted = Lot.scheme_id == scheme_id, Lot.person_id == person_id, Lot.left > 0
    query = select(Lot).where(*wanted, Lot.expires_on <= clock.today()).order_by(Lot.id)
    lots = db.session.scalars(query.execution_options(populate_existing=True)).all()
    entries = [_entry(lot) for lot in lots]
    if entries:
        postings = ledger.post(scheme_id, *entries)
        purses.note([(id, lot.id, lot.left) for id, lot in zip(postings, lots, strict=True)])
    for lot in lots:
        lot.left = 0


def _entry(lot: Lot) -> Entry:
    """A lot that something was given back to expires again, on another day."""
    reason = f"lot:{lot.id}:{lot.expires_on}"
    return Entry(names.purse(lot.person_id), names.EXPIRED, lot.left, Why.EXPIRE, reason)


def warn() -> None:
    """Whoever has points that end within thirty days; once for each last day."""
    soon = Lot.expires_on <= clock.today() + NOTICE, Lot.expires_on > clock.today()
    amount = func.sum(Lot.left)
    by = Lot.scheme_id, Lot.person_id, Lot.expires_on
    for scheme_id, person_id, day, left in db.session.execute(
        select(*by, amount).where(*soon, Lot.left > 0).group_by(*by).order_by(*by)
    ):
        last = day - timedelta(days=1)
        words = f"您有 {left} 积分可以用到 {last.month} 月 {last.day} 日，请在这之前兑换。"
        reason = f"lots:{scheme_id}:{person_id}:{day}"
        tell(person_id, "积分快到期了", words, reason=reason, link=("purse", scheme_id))


def _whose(*wanted) -> list[tuple[int, int]]:
    query = select(Lot.scheme_id, Lot.person_id).where(*wanted, Lot.left > 0).distinct()
    return [tuple(row) for row in db.session.execute(query.order_by(*query.selected_columns))]
