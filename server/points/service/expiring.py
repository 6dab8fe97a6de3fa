"""到期: lots whose time is over leave the purse, and who has some is told thirty days before."""

from datetime import timedelta

from sqlalchemy import func, select

from schemas.points_words import Why
from server.core import clock
from server.core.db import db
from server.messages.service import tell
from server.points import names
from server.points.models import Lot, LotUse
from server.points.service import ledger, purses
from server.points.service.ledger import Entry

NOTICE = timedelta(days=30)
USES = select(func.count()).where(LotUse.lot_id == Lot.id).scalar_subquery()


def over() -> list[tuple[int, int]]:
    """Scheme and person of whatever cannot be spent any more."""
    return _whose(Lot.expires_on <= clock.today())


def expire(scheme_id: int, person_id: int) -> None:
    """Out of their purse; called twice, nothing is left to do."""
    ledger.hold(scheme_id, names.purse(person_id), names.EXPIRED)
    wanted = Lot.scheme_id == scheme_id, Lot.person_id == person_id, Lot.left > 0
    query = select(Lot, USES).where(*wanted, Lot.expires_on <= clock.today()).order_by(Lot.id)
    rows = db.session.execute(query.execution_options(populate_existing=True)).all()
    if not rows:
        return
    postings = ledger.post(scheme_id, *(_entry(*row) for row in rows))
    lots = [lot for lot, _ in rows]
    purses.note([(id, lot.id, lot.left) for id, lot in zip(postings, lots, strict=True)])
    _tell(scheme_id, person_id, sum(lot.left for lot in lots), reason=f"expired:{postings[0]}")
    for lot in lots:
        lot.left = 0
    db.session.flush()


def _tell(scheme_id: int, person_id: int, amount: int, *, reason: str) -> None:
    words = f"{amount} 分过了能用的最后一天，已经到期，不能再兑换。"
    tell(person_id, "积分到期了", words, reason=reason, link=("purse", scheme_id))


def _entry(lot: Lot, uses: int) -> Entry:
    """A lot that something was given back to expires again: its uses tell one time from another."""
    reason = f"lot:{lot.id}:{uses}"
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
        words = f"您有 {left} 分可以用到 {last.month} 月 {last.day} 日，请在这之前兑换。"
        reason = f"lots:{scheme_id}:{person_id}:{day}"
        tell(person_id, "积分快到期了", words, reason=reason, link=("purse", scheme_id))


def _whose(*wanted) -> list[tuple[int, int]]:
    query = select(Lot.scheme_id, Lot.person_id).where(*wanted, Lot.left > 0).distinct()
    return [tuple(row) for row in db.session.execute(query.order_by(*query.selected_columns))]
