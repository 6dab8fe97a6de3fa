"""Purses: what somebody can spend, in lots that expire.

Whoever changes a purse holds its account first (`ledger.hold`), then its lots. A person may be
known under several ids (merged accounts): all their purses are one."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import insert, text

from schemas.points_words import Why
from server.core import clock
from server.core.db import db
from server.points import names
from server.points.models import Lot, LotUse
from server.points.service import ledger
from server.points.service.ledger import Entry, NotEnough

REVIVED_DAYS = 30  # what comes back after it expired can be spent for so long
MOST_DAYS = 60  # after its first day, however often it comes back
NEVER = date.min  # spent from lots whose last day is over, too

# Oldest first: each lot gives what the ones before it did not cover.
TAKE = text("""
    WITH spent AS (
        SELECT id,
            least("left", greatest(:amount - (sum("left") OVER earlier - "left"), 0)) AS amount
        FROM lots
        WHERE scheme_id = :scheme_id AND person_id = ANY(CAST(:ids AS int[]))
          AND "left" > 0 AND expires_on > :after
        WINDOW earlier AS (ORDER BY expires_on, id)
    )
    UPDATE lots l SET "left" = l."left" - s.amount FROM spent s
    WHERE l.id = s.id AND s.amount > 0
    RETURNING l.id, l.person_id, s.amount""")
# What ends last goes back first: whoever gets a part back has paid with what ended soonest.
GIVE_BACK = text("""
    WITH used AS (
        SELECT u.lot_id,
            least(u.amount, greatest(:amount - (sum(u.amount) OVER later - u.amount), 0)) AS amount
        FROM lot_uses u JOIN lots l ON l.id = u.lot_id
        WHERE u.posting_id = ANY(CAST(:postings AS bigint[]))
        WINDOW later AS (ORDER BY l.expires_on DESC, l.id DESC)
    )
    UPDATE lots l SET "left" = l."left" + u.amount,
        expires_on = CASE WHEN l.expires_on > :today THEN l.expires_on
            ELSE greatest(l.expires_on, least(CAST(:revived AS date), l.first_on + :most)) END
    FROM used u WHERE u.lot_id = l.id AND u.amount > 0
    RETURNING l.id, l.person_id, u.amount""")
EVERYTHING = 2**31 - 1


class Cause(NamedTuple):
    """Why points leave a purse or come back to it, and who did it (None: a job)."""

    why: Why
    reason: str
    known: dict = {}
    by: int | None = None


class Took(NamedTuple):
    lot_id: int
    person_id: int
    amount: int


def hold_purses(scheme_id: int, ids: Sequence[int]) -> int:
    """Held until the transaction ends; what is in them together."""
    return sum(ledger.hold(scheme_id, *(names.purse(id) for id in ids)).values())


def pay(scheme_id: int, ids: Sequence[int], amount: int, to: str, cause: Cause) -> list[int]:
    """Out of what they can spend today, oldest lots first; the postings, one of each purse that
    gave something. The caller holds the purses."""
    return _pay(scheme_id, ids, amount, to, cause, after=clock.today())


def take_back(scheme_id: int, ids: Sequence[int], amount: int, to: str, cause: Cause) -> int:
    """As much of it as is there; how much that was. The caller holds the purses."""
    there = sum(ledger.balances(scheme_id, [names.purse(id) for id in ids]).values())
    if taken := min(amount, there):
        _pay(scheme_id, ids, taken, to, cause, after=NEVER)
    return taken


def _pay(scheme_id, ids, amount, to, cause: Cause, *, after: date) -> list[int]:
    known = {"scheme_id": scheme_id, "ids": list(ids), "amount": amount, "after": after}
    taken = [Took(*row) for row in db.session.execute(TAKE, known)]
    if sum(took.amount for took in taken) < amount:
        raise NotEnough
    given = Counter()
    for took in taken:
        given[took.person_id] += took.amount
    entries = [
        Entry(names.purse(id), to, given[id], cause.why, _of(cause, id, ids[0]), cause.known)
        for id in sorted(given)
    ]
    postings = dict(zip(sorted(given), ledger.post(scheme_id, *entries, by=cause.by), strict=True))
    note([(postings[took.person_id], took.lot_id, took.amount) for took in taken])
    return list(postings.values())


def _of(cause: Cause, id: int, first: int) -> str:
    """The purse of a merged account gives under a reason of its own."""
    return cause.reason if id == first else f"{cause.reason}:person:{id}"


def note(uses: list[tuple[int, int, int]]) -> None:
    """Posting, lot, and how much it took from there (or brought back, below zero)."""
    columns = ("posting_id", "lot_id", "amount")
    rows = [dict(zip(columns, use, strict=True)) for use in uses]
    db.session.execute(insert(LotUse.__table__), rows)


def give_back(
    scheme_id: int,
    postings: Sequence[int],
    source: str,
    cause: Cause,
    *,
    amount: int = EVERYTHING,
    today: date | None = None,
) -> Counter:
    """What these postings took, or `amount` of it, goes back to the same lots; what has expired
    meanwhile can be spent for a while. How much came to whom. The caller holds the purses, and
    nothing that has expired lies in those lots any more: it would be revived with the rest."""
    today = today or clock.today()
    days = {"today": today, "revived": today + timedelta(days=REVIVED_DAYS)}
    known = {"postings": list(postings), "amount": amount, "most": MOST_DAYS} | days
    back = [Took(*row) for row in db.session.execute(GIVE_BACK, known)]
    came = Counter()
    for n, person_id in enumerate(sorted({took.person_id for took in back})):
        theirs = [took for took in back if took.person_id == person_id]
        reason = f"{cause.reason}:{n}" if n else cause.reason
        given = sum(took.amount for took in theirs)
        entry = Entry(source, names.purse(person_id), given, cause.why, reason, cause.known)
        (made,) = ledger.post(scheme_id, entry, by=cause.by)
        note([(made, took.lot_id, -took.amount) for took in theirs])
        came[person_id] = given
    return came


def put_in(scheme_id: int, person_id: int, posting_id: int, amount: int, lasts: int) -> None:
    """A lot for what a posting has brought; `lasts` months, to the end of the last one."""
    lot = {"scheme_id": scheme_id, "person_id": person_id, "posting_id": posting_id}
    ends = expires_on(clock.today(), lasts)
    lot |= {"amount": amount, "left": amount, "expires_on": ends, "first_on": ends}
    db.session.execute(insert(Lot), [lot])


def expires_on(day: date, months: int) -> date:
    """The first day of the month after: people remember ends of months."""
    month = day.year * 12 + day.month + months
    return date(month // 12, month % 12 + 1, 1)
