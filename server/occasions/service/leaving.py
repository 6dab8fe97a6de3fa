"""Somebody loses the role of a volunteer, or may no longer come in: their places go to whoever
waits, their numbers and teams are left, and the desk is told. Nothing is kept for nobody."""

from sqlalchemy import or_, select, update

from schemas.occasions import MembershipState, NumberState
from schemas.people_words import PersonState
from server.core import clock
from server.core.db import db
from server.messages.service import tell_many
from server.occasions.models import Session
from server.occasions.parts import QueueNumber, Signup
from server.occasions.service import calling, signups, teams
from server.occasions.service.crew import desk_staff
from server.occasions.service.whom import VOLUNTEERS
from server.occasions.teams import Membership, Team
from server.people import upward
from server.people.models import Person
from server.people.places import Area
from server.people.service import holds


@upward.when_gone
def leave_occasions(person: Person, *, roles, by) -> None:
    """Whether a role that is left still lets them is asked for each session's own area."""
    if roles is not None and not roles & set(VOLUNTEERS):
        return
    for signup in _signups(person, with_children=roles is None):
        if roles is None or not holds(person, VOLUNTEERS, signup.session.area):
            _give_up(signup, by=by)
    _leave_teams(person, everywhere=roles is None, by=by)
    if roles is None:
        _leave_lines(person, by=by)
    if person.state is PersonState.CLOSED:
        _forget(person)


def _signups(person: Person, *, with_children: bool) -> list[Signup]:
    """Live ones of sessions that are not over, in the order of their ids."""
    whose = Signup.person_id == person.id
    if with_children:
        whose = or_(whose, Signup.guardian_id == person.id)
    query = select(Signup).join(Session, Session.id == Signup.session_id)
    query = query.where(whose, Signup.is_live(), Session.ends_at > clock.now())
    return _locked(query.order_by(Signup.id), Signup)


def _locked(query, model) -> list:
    lock = query.with_for_update(key_share=True, of=model)
    return list(db.session.scalars(lock.execution_options(populate_existing=True)))


def _give_up(signup: Signup, *, by) -> None:
    """Who is there already has served; that stays."""
    if signups.has_come(signup):
        return
    signups.step_down(signup, by=by)
    session = signup.session
    words = f"{session.title}的“{signup.post.label}”有人停下了服务，位置空出来了，请看看人手。"
    _tell_desk(session.area, "有人来不了了", words, f"signup:{signup.id}:gone", session)


def _leave_teams(person: Person, *, everywhere: bool, by) -> None:
    query = select(Membership).where(
        Membership.person_id == person.id, Membership.state.in_(MembershipState.having("live"))
    )
    for membership in _locked(query.order_by(Membership.id), Membership):
        if everywhere or not holds(person, VOLUNTEERS, membership.team.area):
            led = membership.team.leader_id == person.id
            teams.leave_team(membership, by=by)
            if led:
                _without_leader(membership.team)


def _without_leader(team: Team) -> None:
    words = f"“{team.name}”的队长停下了服务，请给它找一位新队长。"
    _tell_desk(team.area, "一支队没有队长了", words, f"team:{team.id}:{clock.now():%Y%m%d%H%M%S}")


def _tell_desk(area: Area, title: str, words: str, event: str, session=None) -> None:
    link = ("session", session.id) if session else None
    lead = [session.lead_id] if session and session.lead_id else []
    reason = "{}:person:{}".format
    whom = {*desk_staff(area), *lead}
    tell_many(whom, title, words, reason=lambda one: reason(event, one), link=link)


def _leave_lines(person: Person, *, by) -> None:
    live = QueueNumber.state.in_(NumberState.having("live"))
    mine = or_(QueueNumber.person_id == person.id, QueueNumber.told_id == person.id)
    for number in _locked(
        select(QueueNumber).where(mine, live).order_by(QueueNumber.id), QueueNumber
    ):
        calling.leave(number, by=by)


def _forget(person: Person) -> None:
    """Places and numbers stay and are counted, under no name."""
    theirs = or_(Signup.person_id == person.id, Signup.guardian_id == person.id)
    nobody = {"guardian_name": None, "guardian_phone": None}
    db.session.execute(update(Signup).where(theirs).values(nobody))
    mine = or_(QueueNumber.person_id == person.id, QueueNumber.told_id == person.id)
    db.session.execute(update(QueueNumber).where(mine).values(called=None, reason=None, topic=None))
