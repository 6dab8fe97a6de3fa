"""Purses and statements as they are shown."""

from datetime import timedelta

from server.core.paging import Page
from server.people.actor import Actor
from server.points import names, upward
from server.points.models import Posting
from server.points.service import followed

SUBJECTS = {"sessions": "session", "tickets": "ticket", "orders": "order", "grants": "grant"}


def purses(actor: Actor, rows: list[dict]) -> dict:
    return {"items": [_purse(**row) for row in rows]}


def _purse(scheme, lots, announced: dict, owed: int) -> dict:
    first = min((day for day in announced if day), default=None)
    arriving = first and {"on": first + timedelta(days=1), "amount": announced[first]}
    ending = {"until": lots[0][0] - timedelta(days=1), "amount": lots[0][1]} if lots else None
    return {
        "scheme_id": scheme.id,
        "scheme_name": scheme.name,
        "area_name": scheme.area.name,
        "available": sum(amount for _, amount in lots),
        "pending": sum(announced.values()),
        "arriving": arriving,
        "owed": owed,
        "ending": ending,
    }


def entries(ids: tuple[int, ...], found: Page) -> dict:
    """As lines of the purses of these ids."""
    own = {names.purse(id) for id in ids}
    words = {kind: upward.tell(kind, _subjects(found.items, kind)) for kind in SUBJECTS}
    awards = followed.awards_of(ids, found.items)
    items = [_entry(row, own, words) | _award(row, awards) for row in found.items]
    return {"items": items, "next": found.next}


def _award(row: Posting, awards: dict) -> dict:
    return {"award_id": awards.get(followed.subject_of(row))}


def _subjects(rows: list[Posting], kind: str) -> set[int]:
    return {row.known[kind] for row in rows if kind in row.known}


def _entry(row: Posting, own: set[str], words: dict) -> dict:
    kind = next((kind for kind in SUBJECTS if kind in row.known), None)
    subject = kind and row.known[kind]
    return {
        "id": row.id,
        "amount": row.amount if row.target in own else -row.amount,
        "why": row.why,
        "why_label": row.why.label,
        "words": words[kind].get(subject) if kind else None,
        "link_kind": SUBJECTS.get(kind),
        "link_id": subject,
        "posted_at": row.posted_at,
    }
