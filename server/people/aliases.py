"""Under which ids rows may name one person."""

from sqlalchemy import select

from server.core.db import db
from server.people.models import Person


def everybody(person_id: int) -> tuple[int, ...]:
    """The ids under which rows may name this person: theirs, and those of whoever was merged. The
    one that remains comes first."""
    into = select(Person.merged_into_id).where(Person.id == person_id).scalar_subquery()
    same = Person.id.in_([person_id]) | (Person.id == into)
    aliases = select(Person.id).where(same | Person.merged_into_id.in_([person_id, into]))
    alone = Person.merged_into_id.is_(None)
    return tuple(db.session.scalars(aliases.order_by(alone.desc(), Person.id)))
