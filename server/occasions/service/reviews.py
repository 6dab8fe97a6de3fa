"""The list of what looks odd, and that somebody looked at it."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import NotFound, Refusal
from server.occasions.models import Session
from server.occasions.presence import Review
from server.occasions.service.oddities import Odd, oddities
from server.people.actor import Actor
from server.people.models import Person


class OwnOddity(Refusal):
    status, code, title = 403, "own_oddity", "不能核对自己的"
    detail = "请另一位负责人看一看"


def list_oddities(session: Session) -> list[dict]:
    """What nobody has looked at yet comes first."""
    found = oddities(session)
    names = _names({person_id for odd in found for person_id in odd.person_ids})
    reviews = _reviews(session)
    rows = [_row(odd, names, reviews.get(odd.name)) for odd in found]
    return sorted(rows, key=lambda row: row["reviewed_at"] is not None)


def review_oddity(session: Session, form: dict, *, by: Actor) -> list[dict]:
    """Looked at once: of two at the same moment the first one's words stay."""
    odd = next((odd for odd in oddities(session) if odd.name == form["name"]), None)
    if odd is None:
        raise NotFound
    if set(odd.person_ids) & set(by.ids):
        raise OwnOddity
    known = {"name": odd.name, "session_id": session.id, "words": form["words"]}
    known |= {"reviewed_by_id": by.id, "reviewed_at": clock.now()}
    new = insert(Review).values(known).on_conflict_do_nothing(index_elements=["name"])
    db.session.execute(new)
    record("review_oddity", session, by=by, oddity=odd.kind.value)
    return list_oddities(session)


def _names(ids: set[int]) -> dict[int, str]:
    rows = select(Person.id, Person.display_name).where(Person.id.in_(ids))
    return dict(db.session.execute(rows).all())


def _reviews(session: Session) -> dict[str, tuple[Review, str]]:
    query = select(Review, Person.display_name).join(Person, Person.id == Review.reviewed_by_id)
    rows = db.session.execute(query.where(Review.session_id == session.id))
    return {review.name: (review, name) for review, name in rows}


def _row(odd: Odd, names: dict[int, str], looked: tuple[Review, str] | None) -> dict:
    review, by_name = looked or (None, None)
    return {
        "name": odd.name,
        "kind": odd.kind,
        "label": odd.kind.label,
        "words": odd.words,
        "people": [names[person_id] for person_id in odd.person_ids],
        "person_ids": list(odd.person_ids),
        "reviewed_words": review and review.words,
        "reviewed_at": review and review.reviewed_at,
        "reviewed_by": by_name,
    }
