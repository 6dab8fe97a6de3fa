"""Whom to ask: who holds a role where something is, or nearest above it, by name."""

from collections.abc import Sequence

from sqlalchemy import func, select

from schemas.people_words import PersonState, Role
from server.core.db import db
from server.people import me
from server.people.models import Person, RoleGrant
from server.people.places import Area
from server.people.tree import ids_in

MOST = 3


def who_holds(roles: Sequence[Role], path: str) -> list[tuple[int, str]]:
    """(id, 「陈丽萍（社区工作者）」) of those nearest to it; empty: nobody does."""
    here = RoleGrant.role.in_(roles), Area.id.in_(ids_in(path)), me.live(RoleGrant)
    query = select(Person.id, Person.display_name, RoleGrant.role, Area.path)
    query = query.join(RoleGrant, RoleGrant.person_id == Person.id)
    query = query.join(Area, Area.id == RoleGrant.area_id)
    query = query.where(*here, Person.state == PersonState.ACTIVE)
    found = db.session.execute(query.order_by(func.length(Area.path).desc(), Person.id)).all()
    nearest = [row for row in found if row.path == found[0].path]
    by_id = {row.id: f"{row.display_name}（{row.role.label}）" for row in reversed(nearest)}
    return sorted(by_id.items())


def named(roles: Sequence[Role], path: str) -> str | None:
    """陈丽萍（社区工作者）、苏雅琴（社工）"""
    them = [words for _, words in who_holds(roles, path)]
    more = "等" if len(them) > MOST else ""
    return "、".join(them[:MOST]) + more if them else None
