"""Posting: the only writer of balances.

A post is one statement: the accounts are locked in the order of their names, so that two posts
never wait for each other in a circle, then changed, and the postings written. It comes last in
whatever does it: until the commit, others who want the same account wait."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flask import json
from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert

from schemas.points_words import Why
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.points.models import Account
from server.points.names import kind_of

ACCOUNTS = Account.__table__


class Entry(NamedTuple):
    """One move of points. `reason` names its cause: the same one is posted once, ever."""

    source: str
    target: str
    amount: int
    why: Why
    reason: str
    known: dict = {}


class NotEnough(Refusal):
    code, title = "not_enough_points", "积分不够"
    detail = "参加志愿服务可以攒积分；公示中的积分，公示期满就能用"


# The accounts are locked first, and then judged as they are now, whoever has changed them since.
# If one of them has too little, or is not there, nothing at all is written.
POST = text("""
    WITH locked AS (
        SELECT a.name, c.change,
            a.kind = 'donor' OR c.change >= 0 OR a.balance + c.change >= 0 AS enough
        FROM accounts a JOIN unnest(CAST(:names AS text[]), CAST(:changes AS bigint[]))
            AS c(name, change) ON c.name = a.name
        WHERE a.scheme_id = :scheme_id
        ORDER BY a.name FOR NO KEY UPDATE OF a
    ), judged AS (
        SELECT count(*) FILTER (WHERE enough) = cardinality(CAST(:names AS text[])) AS may
        FROM locked
    ), changed AS (
        UPDATE accounts a SET balance = a.balance + l.change FROM locked l, judged
        WHERE a.scheme_id = :scheme_id AND a.name = l.name AND judged.may
    ), written AS (
        INSERT INTO postings
            (scheme_id, by_id, posted_at, source, target, amount, why, reason, known)
        SELECT :scheme_id, :by_id, :posted_at, e.*
        FROM judged, unnest(CAST(:sources AS text[]), CAST(:targets AS text[]),
            CAST(:amounts AS int[]), CAST(:whys AS text[]), CAST(:reasons AS text[]),
            CAST(:knowns AS jsonb[])) AS e
        WHERE judged.may
        RETURNING id, reason
    )
    SELECT json_object_agg(reason, id) FROM written""")
OPEN = insert(ACCOUNTS).on_conflict_do_nothing()


def post(scheme_id: int, *entries: Entry, by: int | None = None) -> list[int]:
    """Move points, all or none; the ids of the postings, in order. The accounts are there already.
    NotEnough: a source has less; then nothing was written. A reason that was posted before is an
    IntegrityError."""
    columns = _columns(entries)
    changes = _changes(entries)
    known = {"names": list(changes), "changes": list(changes.values())} | columns
    known |= {"scheme_id": scheme_id, "by_id": by, "posted_at": clock.now()}
    ids = db.session.scalar(POST, known)
    if ids is None:
        raise NotEnough
    return [ids[entry.reason] for entry in entries]


def _columns(entries: Sequence[Entry]) -> dict[str, list]:
    return {
        "sources": [entry.source for entry in entries],
        "targets": [entry.target for entry in entries],
        "amounts": [entry.amount for entry in entries],
        "whys": [entry.why for entry in entries],
        "reasons": [entry.reason for entry in entries],
        "knowns": [json.dumps(entry.known) for entry in entries],
    }


def _changes(entries: Sequence[Entry]) -> dict[str, int]:
    changes = Counter()
    for entry in entries:
        changes[entry.source] -= entry.amount
        changes[entry.target] += entry.amount
    return changes


def open_accounts(scheme_id: int, *names: str) -> None:
    """Those that are not there yet, with nothing in them."""
    same = {"scheme_id": scheme_id, "balance": 0}
    rows = [{"name": name, "kind": kind_of(name)} | same for name in sorted(set(names))]
    db.session.execute(OPEN, rows)


def balances(scheme_id: int, names: Iterable[str]) -> dict[str, int]:
    """What is in each; in one that was never opened there is nothing."""
    names = list(names)
    wanted = ACCOUNTS.c.scheme_id == scheme_id, ACCOUNTS.c.name.in_(names)
    query = select(ACCOUNTS.c.name, ACCOUNTS.c.balance).where(*wanted)
    return dict.fromkeys(names, 0) | dict(db.session.execute(query).all())


# Opens what is not there and locks what is, in the order of the names.
HOLD = text("""
    INSERT INTO accounts (scheme_id, name, kind, balance)
    SELECT :scheme_id, h.*, 0
    FROM unnest(CAST(:names AS text[]), CAST(:kinds AS text[])) AS h ORDER BY 2
    ON CONFLICT (scheme_id, name) DO UPDATE SET kind = excluded.kind
    RETURNING name, balance""")


def hold(scheme_id: int, *names: str) -> dict[str, int]:
    """Hold the accounts until the transaction ends, opened if need be; what is in each."""
    ordered = sorted(set(names))
    known = {"names": ordered, "kinds": [kind_of(name) for name in ordered]}
    return dict(db.session.execute(HOLD, known | {"scheme_id": scheme_id}).all())
