"""Teams of volunteers: made and closed by the desk, joined and left by their members."""

from datetime import timedelta

from sqlalchemy import select

from schemas.people_words import PersonState
from server.core import audit, clock
from server.core.crypto import blind
from server.core.db import db
from server.core.errors import Malformed, NotAllowed, Refusal
from server.core.moves import begin, move
from server.messages.service import tell
from server.occasions.rules import runs
from server.occasions.service.whom import VOLUNTEERS
from server.occasions.teams import Membership, Team
from server.people.actor import Actor
from server.people.identities import PHONE, find_identity, survivor
from server.people.models import Person
from server.people.places import Area
from server.people.service import here_now, holds
from server.people.throttle import Limit, count_try

# Telephone numbers a leader may try: nobody finds out in this way who has which.
NUMBERS_AN_HOUR, HOUR = 30, timedelta(hours=1)


class TeamClosed(Refusal):
    code, title, detail = "team_closed", "这支队已经解散", "请看看别的队"


class MemberAlready(Refusal):
    code, title, detail = "member_already", "已经在队里，或已申请", "不用再申请"


def make_team(form: dict, *, by: Actor) -> Team:
    area = db.session.get(Area, form["area_id"])
    if area is None or not runs(by, area.path):
        raise NotAllowed
    team = Team(area_id=area.id, area=area, name=form["name"])
    db.session.add(team)
    db.session.flush()
    _lead(team, form["leader_id"], by=by)
    audit.record("make_team", team, by=by)
    return team


def change_team(team: Team, form: dict, *, by: Actor) -> Team:
    """Its name, and who leads it."""
    _must_be_open(team)
    team.name = form["name"]
    _lead(team, form["leader_id"], by=by)
    audit.record("change_team", team, by=by, leader_id=team.leader_id)
    return team


def close_team(team: Team, *, by: Actor) -> Team:
    """Nobody joins or signs up with it any more; its hours stay."""
    _must_be_open(team)
    team.closed_at = clock.now()
    audit.record("close_team", team, by=by)
    return team


def _lead(team: Team, leader_id: int | None, *, by: Actor) -> None:
    """A volunteer of that area, who is told, and belongs to the team."""
    if leader_id is None or leader_id == team.leader_id:
        team.leader_id = leader_id
        return
    person = _volunteer(leader_id, team, "leader_id")
    team.leader_id = person.id
    _let_in(team, person, by=by)
    words = f"社区请您当“{team.name}”的队长：同意新队员，带队报名。有疑问请问社区。"
    _tell(team, person.id, "您现在是队长了", words, event=f"leads:{clock.now():%Y%m%d%H%M%S}")


def _volunteer(person_id: int, team: Team, field: str) -> Person:
    person = db.session.get(Person, person_id)
    person = person and survivor(person.id)
    if person is None or not holds(person, VOLUNTEERS, team.area):
        raise Malformed(**{field: "没有找到这位志愿者，或社区还没有确认"})
    return person


def join_team(team: Team, *, by: Actor) -> Membership:
    """The leader is told, or the desk sees it in its list."""
    _must_be_open(team)
    membership = _of(team, by.ids)
    if membership is None:
        membership = Membership(team_id=team.id, person_id=by.id)
        begin(membership, "join", by=by)
    elif membership.state.has("live"):
        raise MemberAlready
    else:
        move(membership, "join", by=by)
        membership.since_at = clock.now()
    if team.leader_id:
        words = f"{by.name}想加入“{team.name}”，请看一看。"
        event = f"join:{membership.id}:{membership.since_at:%Y%m%d%H%M%S}"
        _tell(team, team.leader_id, "有人想入队", words, event=event)
    return membership


def add_member(team: Team, form: dict, *, by: Actor) -> Membership:
    """By the desk, or by the leader who knows their number; they are told and may leave."""
    _must_be_open(team)
    person_id = form["person_id"] if "person_id" in form else _by_phone(form["phone"], by)
    field = "person_id" if "person_id" in form else "phone"
    person = _volunteer(person_id or 0, team, field)
    here_now(person.id)
    membership = _let_in(team, person, by=by)
    words = f"{by.name}把您加进了“{team.name}”。不想参加可以退队。"
    event = f"added:{membership.id}:{membership.since_at:%Y%m%d%H%M%S}"
    _tell(team, person.id, "您入队了", words, event=event)
    return membership


def _by_phone(phone: str, by: Actor) -> int | None:
    """Whoever signs in with it, else the one person who gave it to be called."""
    count_try(Limit(f"member_phone:{by.id}", NUMBERS_AN_HOUR, HOUR))
    if identity := find_identity(PHONE, phone):
        return identity.person_id
    named = Person.phone_hash == blind(PHONE, phone), Person.state == PersonState.ACTIVE
    found = db.session.scalars(select(Person.id).where(*named).limit(2)).all()
    return found[0] if len(found) == 1 else None


def _let_in(team: Team, person: Person, *, by: Actor) -> Membership:
    membership = _of(team, (person.id,))
    if membership is None:
        membership = Membership(team_id=team.id, person_id=person.id)
        begin(membership, "join", by=by, on_behalf_of=person)
    if "add" in membership.flow.actions(membership.state):
        move(membership, "add", by=by, on_behalf_of=person)
        membership.since_at = clock.now()
    return membership


def accept_member(membership: Membership, *, by: Actor) -> Membership:
    _must_be_open(membership.team)
    move(membership, "accept", by=by, on_behalf_of=membership.person)
    membership.since_at = clock.now()
    words = f"“{membership.team.name}”欢迎您。"
    _tell_member(membership, "您入队了", words, "accepted")
    return membership


def decline_member(membership: Membership, *, by: Actor) -> Membership:
    move(membership, "decline", by=by, on_behalf_of=membership.person)
    words = f"“{membership.team.name}”这次没有同意，可以问问队长，或看看别的队。"
    _tell_member(membership, "入队没有通过", words, "declined")
    return membership


def leave_team(membership: Membership, *, by) -> Membership:
    """What they did with it stays its own. Who leads it no longer does."""
    move(membership, "leave", by=by)
    team = membership.team
    if team.leader_id == membership.person_id:
        team.leader_id = None
    if by.id != membership.person_id:
        _tell_member(membership, "您退队了", f"您不在“{team.name}”里了，有疑问请问队长。", "left")
    return membership


def _must_be_open(team: Team) -> None:
    if team.closed_at is not None:
        raise TeamClosed


def _of(team: Team, person_ids: tuple[int, ...]) -> Membership | None:
    theirs = Membership.team_id == team.id, Membership.person_id.in_(person_ids)
    query = select(Membership).where(*theirs).order_by(Membership.id).limit(1)
    lock = query.with_for_update(key_share=True, of=Membership)
    return db.session.scalar(lock.execution_options(populate_existing=True))


def _tell_member(membership: Membership, title: str, words: str, how: str) -> None:
    event = f"{how}:{membership.id}:{clock.now():%Y%m%d%H%M%S}"
    _tell(membership.team, membership.person_id, title, words, event=event)


def _tell(team: Team, person_id: int, title: str, words: str, *, event: str) -> None:
    reason = f"team:{team.id}:{event}:person:{person_id}"
    tell(person_id, title, words, reason=reason, link=("team", team.id))
