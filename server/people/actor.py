"""The actor: who is asking, and which roles they hold where. Small, read once a request."""

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, false, or_, select

from schemas.people_words import DESK, Role
from server.people.places import Area


@dataclass(frozen=True)
class Grant:
    role: Role
    path: str  # of the area whose subtree it covers
    unit_id: int | None = None


@dataclass(frozen=True)
class Actor:
    """A person who asks."""

    id: int
    name: str
    grants: tuple[Grant, ...] = ()
    estate_id: int | None = None
    session_id: int | None = None
    aliases: tuple[int, ...] = ()  # persons that were merged into this one: their rows are theirs
    unit_id: int | None = None  # for which unit they act in this step
    kind: str = "person"
    has_first_password: bool = False  # somebody else chose it, and they came in by it

    @property
    def ids(self) -> tuple[int, ...]:
        """Under which a row may name this person: `Ticket.wisher_id.in_(actor.ids)`."""
        return (self.id, *self.aliases)

    def holds(self, *roles: Role, at: str | None = None) -> bool:
        """One of the roles, anywhere or over the area whose path is `at`."""
        return any(g.role in roles and (at is None or at.startswith(g.path)) for g in self.grants)

    def works_at(self, path: str) -> bool:
        """Community staff, social worker or grid worker there."""
        return self.holds(*DESK, at=path)

    def paths(self, *roles: Role) -> list[str]:
        return sorted({g.path for g in self.grants if g.role in roles})

    @property
    def units(self) -> set[int]:
        return {g.unit_id for g in self.grants if g.role is Role.UNIT_OFFICER and g.unit_id}

    def acting_for(self, unit_id: int | None) -> "Actor":
        """The same person, in a step that is their unit's and not their own."""
        return replace(self, unit_id=unit_id)


def within(column, paths: list[str]) -> ColumnElement[bool]:
    """The rows whose area lies in one of the subtrees."""
    if not paths:
        return false()
    below = or_(*(Area.path.startswith(path, autoescape=True) for path in paths))
    return column.in_(select(Area.id).where(below))
