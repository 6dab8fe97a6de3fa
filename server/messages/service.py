"""Telling people: once for each reason, into the inbox; other channels follow from here."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from schemas.people_words import PersonState
from server.core import clock
from server.core.db import db
from server.messages.models import Message
from server.people import upward
from server.people.actor import Actor
from server.people.models import Person

Link = tuple[str, int]


def tell(person_id: int, title: str, words: str, *, reason: str, link: Link | None = None) -> None:
    """`reason` names the event and the person; the same reason is told once, however often it
    is asked for."""
    tell_many([person_id], title, words, reason=lambda _: reason, link=link)


def tell_many(
    person_ids: Iterable[int], title: str, words: str, *, reason, link: Link | None = None
) -> None:
    """The same words to many: `reason(person_id)` names it for each of them."""
    kind, row_id = link or (None, None)
    same = {"title": title, "words": words, "link_kind": kind, "link_id": row_id}
    same["told_at"] = clock.now()
    ids = sorted(set(person_ids))
    rows = [{"person_id": person_id, "reason": reason(person_id), **same} for person_id in ids]
    if rows:
        told = insert(Message).values(rows).on_conflict_do_nothing(index_elements=["reason"])
        db.session.execute(told)
    # WeChat subscribe messages and short messages start here: defer a job for the rows that were
    # inserted, with their ids, and let it fall back to silence. The inbox has them in any case.


def read_messages(actor: Actor, up_to: int) -> None:
    """Everything up to this message is read; what came in meanwhile is not."""
    seen = Message.person_id.in_(actor.ids), Message.id <= up_to, Message.read_at.is_(None)
    db.session.execute(update(Message).where(*seen).values(read_at=clock.now()))


def unread(person_ids: tuple[int, ...]) -> int:
    waiting = Message.person_id.in_(person_ids), Message.read_at.is_(None)
    return db.session.scalar(select(func.count()).where(*waiting))


def own_messages(person_ids: tuple[int, ...]) -> list[dict]:
    """For whoever asks for a copy of what is kept about them."""
    rows = db.session.scalars(select(Message).where(Message.person_id.in_(person_ids)))
    return [
        {"title": row.title, "words": row.words, "told_at": _written(row.told_at)} for row in rows
    ]


def _written(moment: datetime) -> str:
    return clock.local(moment).isoformat(timespec="seconds")


@upward.when_gone
def forget_inbox(person: Person, *, roles, by) -> None:
    """Of whoever closed their account nothing is kept that they were told: it may name them."""
    if person.state is PersonState.CLOSED:
        db.session.execute(delete(Message).where(Message.person_id == person.id))


upward.counts["unread"] = unread
upward.copy_parts["messages"] = own_messages
upward.tellers.append(tell)
