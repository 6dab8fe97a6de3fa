"""Whom a row means today. Merged accounts are aliases and nothing is rewritten: what names one of
them means the person who remains."""

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import aliased

from schemas.occasions import SEATED
from server.occasions.parts import Signup
from server.people.models import Person


def bearer(column) -> ColumnElement[int]:
    """The id of the person who remains, of whoever a column names."""
    named = aliased(Person)
    remains = named.merged_into_id.is_not(None)
    into = select(named.merged_into_id).where(named.id == column, remains).scalar_subquery()
    return func.coalesce(into, column)


def means(column, person_id) -> ColumnElement[bool]:
    """The column names this person, or somebody who was merged into them."""
    merged = aliased(Person)
    aliases = select(merged.id).where(merged.merged_into_id == person_id)
    return or_(column == person_id, column.in_(aliases))


def seat_of(person_id, session_id) -> ColumnElement[bool]:
    """They have a place at this session, under one of their ids."""
    held = aliased(Signup)
    here = held.session_id == session_id, means(held.person_id, person_id)
    return exists().where(*here, held.state.in_(SEATED))
