"""A point followed back: to the award it came from, and to what was served."""

from collections.abc import Iterable

from sqlalchemy import Select, or_, select, tuple_
from sqlalchemy.orm import joinedload

from server.core.db import db
from server.core.paging import Page, page
from server.points.earning import Award, Reserve
from server.points.models import Posting

SUBJECTS = ("sessions", "tickets")


def list_awards(query: Select, form: dict) -> Page:
    """By the day on which it was earned, the newest first."""
    if "scheme_id" in form:
        query = query.where(Award.scheme_id == form["scheme_id"])
    if form["pending"]:
        query = query.where(or_(Award.pending > 0, Award.pending + Award.paid < Award.granted))
    query = query.options(joinedload(Award.reserve).joinedload(Reserve.rule))
    return page(query, form, order=(Award.earned_on.desc(), Award.id.desc()))


def awards_of(ids: Iterable[int], rows: list[Posting]) -> dict[tuple[str, int], int]:
    """The awards of these persons to which the lines lead: (kind, id) of what was served → id."""
    subjects = {subject for row in rows if (subject := subject_of(row))}
    if not subjects:
        return {}
    same = tuple_(Award.subject_kind, Award.subject_id).in_(subjects)
    query = select(Award.subject_kind, Award.subject_id, Award.id)
    found = db.session.execute(query.where(same, Award.person_id.in_(ids)).order_by(Award.id))
    return {(kind, subject_id): award_id for kind, subject_id, award_id in found}


def subject_of(row: Posting) -> tuple[str, int] | None:
    return next(((kind, row.known[kind]) for kind in SUBJECTS if kind in row.known), None)
