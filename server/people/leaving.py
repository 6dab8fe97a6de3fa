"""What somebody has in hand when a role of theirs ends, or their account: others are told."""

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.people import me, upward
from server.people.models import Person, RoleGrant


def leave_roles(grants: list[RoleGrant], *, by) -> None:
    """The grants of one person that are over: what follows from it is done once. Their row is
    locked, so that of two grants that end at the same moment one is the last."""
    person = _locked(grants[0].person_id)
    for grant in grants:
        grant.left_at = clock.now()
        _tell_ended(grant)
    db.session.flush()
    still = select(RoleGrant.role).where(RoleGrant.person_id == person.id, me.live(RoleGrant))
    lost = {grant.role for grant in grants} - set(db.session.scalars(still))
    _tell_all(person, roles=lost, by=by)  # also if they hold it still, but elsewhere


def place_of(grant: RoleGrant) -> str:
    """「安居物业」 for its officer, else 「浔北社区」."""
    return grant.unit.name if grant.unit else grant.area.name


def _tell_ended(grant: RoleGrant) -> None:
    """Also when its last day was set long ago: the page of the work is gone this morning."""
    role = grant.role.label
    words = f"您在{place_of(grant)}的「{role}」结束了，那里的事不用您再办，办过的记录都还在。"
    words = f"{words}有疑问请问社区工作人员。"
    upward.tell(grant.person_id, f"「{role}」结束了", words, reason=f"role_ended:{grant.id}")


def leave_all(person: Person, *, by) -> None:
    """They may no longer come in."""
    _tell_all(person, roles=None, by=by)


def _tell_all(person: Person, *, roles, by) -> None:
    aliases = select(Person).where(Person.merged_into_id == person.id).order_by(Person.id)
    for one in (person, *db.session.scalars(aliases)):
        upward.tell_gone(one, roles=roles, by=by)


def _locked(person_id: int) -> Person:
    lock = {"key_share": True}
    return db.session.get_one(Person, person_id, with_for_update=lock, populate_existing=True)
