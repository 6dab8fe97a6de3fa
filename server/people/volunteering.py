"""Becoming a volunteer: apply, be confirmed once by a desk, help anywhere in the county."""

from sqlalchemy import select

from schemas.people_words import Level, Role
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.moves import begin, move
from server.people import me, upward
from server.people.actor import Actor
from server.people.identities import survivor
from server.people.models import RoleGrant, Volunteer
from server.people.places import Area
from server.people.tree import ancestor, top_area


class AppliedAlready(Refusal):
    code, title, detail = "applied_already", "您已经报过名了", "社区确认后会告诉您，不用再报"


def apply_as_volunteer(form: dict, *, by: Actor) -> Volunteer:
    if db.session.get(Area, form["area_id"]) is None:
        raise Malformed(area_id="请选择您所在的社区")
    mine = select(Volunteer).where(Volunteer.person_id.in_(by.ids)).with_for_update(key_share=True)
    volunteer = db.session.scalar(mine)
    if volunteer is None:
        volunteer = Volunteer(person_id=by.id, **form)
        begin(volunteer, "apply", by=by)
        return volunteer
    if "apply" not in volunteer.flow.actions(volunteer.state):
        raise AppliedAlready
    move(volunteer, "apply", by=by)
    _write(volunteer, reason=None, judged_at=None, applied_at=clock.now(), **form)
    return volunteer


def confirm_volunteer(volunteer: Volunteer, *, by: Actor) -> Volunteer:
    """The role covers the county: neighbours help across estates. Their own is listed first."""
    move(volunteer, "confirm", by=by, on_behalf_of=volunteer.person)
    _write(volunteer, judged_by_id=by.id, judged_at=clock.now())
    for person_id in {volunteer.person_id, survivor(volunteer.person_id).id}:
        _give_role(volunteer, person_id, by=by)
    _tell(volunteer, "您已成为志愿者", "社区已确认，您现在可以认领心愿、报名服务了。")
    return volunteer


def _give_role(volunteer: Volunteer, person_id: int, *, by: Actor) -> None:
    """Who was merged since has it twice, like own_merge.py: at the account that remains, where it
    is looked up, and at the one that offered, should the merge be undone."""
    county = ancestor(volunteer.area, Level.COUNTY) or top_area()
    same = {"person_id": person_id, "role": Role.VOLUNTEER, "area_id": county.id}
    held = select(RoleGrant).filter_by(**same).where(me.live(RoleGrant))
    if db.session.scalar(held) is None:
        db.session.add(RoleGrant(**same, granted_by_id=by.id))


def decline_volunteer(volunteer: Volunteer, reason: str, *, by: Actor) -> Volunteer:
    move(volunteer, "decline", by=by, on_behalf_of=volunteer.person)
    _write(volunteer, reason=reason, judged_by_id=by.id, judged_at=clock.now())
    _tell(volunteer, "志愿者报名没有通过", f"{reason}。您可以修改后再次报名。")
    return volunteer


def _write(volunteer: Volunteer, **known) -> None:
    for name, value in known.items():
        setattr(volunteer, name, value)


def _tell(volunteer: Volunteer, title: str, words: str) -> None:
    reason = f"volunteer:{volunteer.id}:{volunteer.judged_at:%Y%m%d%H%M%S}"
    link = ("volunteer", volunteer.id)
    upward.tell(volunteer.person_id, title, words, reason=reason, link=link)
