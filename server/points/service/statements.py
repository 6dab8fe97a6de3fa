"""What somebody has, and how it came and went."""

from collections.abc import Sequence

from sqlalchemy import func, select, true, union_all
from sqlalchemy.orm import joinedload

from server.core import clock
from server.core.db import db
from server.core.errors import NotFound
from server.core.paging import Page, edge, page
from server.points import names, rules
from server.points.earning import Award, Debt
from server.points.models import Lot, Posting, Scheme


def list_purses(ids: Sequence[int], seen=None) -> list[dict]:
    """Of each scheme in which they ever had something: what can be spent, what is announced.
    `seen`: only of these schemes."""
    wanted = rules.has_purse(tuple(ids)), true() if seen is None else seen
    query = select(Scheme).options(joinedload(Scheme.area)).where(*wanted).order_by(Scheme.id)
    schemes = db.session.scalars(query).all()
    announced, owed, lots = _announced(ids), _owed(ids), _lots(ids)
    return [
        {
            "scheme": scheme,
            "lots": lots.get(scheme.id, []),
            "announced": announced.get(scheme.id, {}),
            "owed": owed.get(scheme.id, 0),
        }
        for scheme in schemes
    ]


def _announced(ids: Sequence[int]) -> dict[int, dict]:
    """By scheme: how many until which day; None: it is not known yet."""
    mine = Award.person_id.in_(ids), Award.pending > 0
    by = Award.scheme_id, Award.matures_on
    found: dict[int, dict] = {}
    query = select(*by, func.sum(Award.pending)).where(*mine).group_by(*by)
    for scheme_id, day, amount in db.session.execute(query):
        found.setdefault(scheme_id, {})[day] = amount
    return found


def _owed(ids: Sequence[int]) -> dict[int, int]:
    mine = Debt.person_id.in_(ids), Debt.left > 0
    query = select(Debt.scheme_id, func.sum(Debt.left)).where(*mine).group_by(Debt.scheme_id)
    return dict(db.session.execute(query).all())


def _lots(ids: Sequence[int]) -> dict[int, list]:
    """By scheme: the first day without them, and how many; what ends first comes first."""
    left = Lot.person_id.in_(ids), Lot.left > 0, Lot.expires_on > clock.today()
    by = Lot.scheme_id, Lot.expires_on
    found: dict[int, list] = {}
    query = select(*by, func.sum(Lot.left)).where(*left).group_by(*by).order_by(*by)
    for scheme_id, day, amount in db.session.execute(query):
        found.setdefault(scheme_id, []).append((day, amount))
    return found


def seen(scheme_id: int, wanted) -> None:
    """Not found where it is none of the wanted schemes."""
    if db.session.scalar(select(Scheme.id).where(Scheme.id == scheme_id, wanted)) is None:
        raise NotFound


def list_entries(scheme_id: int, ids: Sequence[int], form: dict) -> Page:
    """The newest of each side come from an index, however many there are."""
    last, most = edge(form, 1), form["limit"] + 1
    sides = [
        _newest(scheme_id, column, names.purse(id), last, most)
        for id in ids
        for column in (Posting.source, Posting.target)
    ]
    newest = union_all(*sides).subquery()
    query = select(Posting).where(Posting.id.in_(select(newest.c.id)))
    return page(query, form, order=(Posting.id.desc(),))


def _newest(scheme_id: int, column, name: str, last: list | None, most: int):
    query = select(Posting.id).where(Posting.scheme_id == scheme_id, column == name)
    if last is not None:
        query = query.where(Posting.id < last[0])
    return query.order_by(Posting.id.desc()).limit(most)
