"""Teams of an area, their members, and the hours they served."""

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from schemas.occasion_words import Capacity
from schemas.occasions import SIGNED, MembershipState
from schemas.people_words import Level
from server.core.db import db
from server.core.paging import Page, page
from server.occasions.parts import Signup
from server.occasions.presence import Attendance
from server.occasions.service.bearers import bearer
from server.occasions.teams import Membership, Team
from server.people.actor import Actor
from server.people.places import Area
from server.people.tree import area_path, around

NORM = 2  # teams of an estate, as the county plans it: said to the desk, nobody is refused
MINUTES = "以本队名义报名、已签到签退的服务，按规则计入的时长合计；个人另报的不算"


def list_teams(query: Select, form: dict, *, by: Actor) -> Page:
    """Of an area and all below it, of whatever may serve there, or one's own."""
    if "area_id" in form:
        below = Area.path.startswith(area_path(form["area_id"]), autoescape=True)
        query = query.where(Team.area_id.in_(select(Area.id).where(below)))
    if "serves_id" in form:
        query = query.where(around(Team.area_id, form["serves_id"]), Team.closed_at.is_(None))
    if form["mine"]:
        live = Membership.state.in_(MembershipState.having("live"))
        mine = select(Membership.team_id).where(Membership.person_id.in_(by.ids), live)
        query = query.where(or_(Team.leader_id.in_(by.ids), Team.id.in_(mine)))
    places = joinedload(Team.area), joinedload(Team.leader)
    return page(query.options(*places), form, order=(Team.id,))


def list_members(team: Team, form: dict, *, judges: bool) -> Page:
    """Who belongs to it, in the order in which they first came; whoever answers them sees who asks
    to."""
    live = MembershipState.having("live") if judges else [MembershipState.MEMBER]
    query = select(Membership).where(Membership.team_id == team.id, Membership.state.in_(live))
    parts = joinedload(Membership.person), joinedload(Membership.team).joinedload(Team.area)
    return page(query.options(*parts), form, order=(Membership.id,))


def counts(team_ids: list[int]) -> dict[tuple[int, MembershipState], int]:
    """How many belong to it and how many ask to, by team and state."""
    by = Membership.team_id, Membership.state
    live = Membership.team_id.in_(team_ids), Membership.state.in_(MembershipState.having("live"))
    rows = db.session.execute(select(*by, func.count()).where(*live).group_by(*by))
    return {(team_id, state): many for team_id, state, many in rows}


def against_the_norm(teams: list[Team]) -> dict[int, str]:
    """Of estates that have fewer or more open teams than is usual, by area: how many."""
    estates = {team.area_id for team in teams if team.area.level is Level.ESTATE}
    if not estates:
        return {}
    opened = Team.area_id.in_(estates), Team.closed_at.is_(None)
    query = select(Team.area_id, func.count()).where(*opened).group_by(Team.area_id)
    there = dict.fromkeys(estates, 0) | dict(db.session.execute(query).all())
    words = "这个小区现有 {} 支队，一般每小区 {} 支".format
    return {area_id: words(many, NORM) for area_id, many in there.items() if many != NORM}


def minutes(team_ids: list[int]) -> dict[int, int]:
    """Credited minutes of duty of whoever signed up with the team, by team."""
    who = Attendance.person_id == bearer(Signup.person_id)
    same = who & (Attendance.session_id == Signup.session_id)
    stays = select(Signup.team_id, Attendance.id, Attendance.minutes_credited).distinct()
    of_duty = Signup.state == SIGNED, Attendance.capacity == Capacity.DUTY
    served = stays.join(Attendance, same).where(Signup.team_id.in_(team_ids), *of_duty).subquery()
    sums = select(served.c.team_id, func.sum(served.c.minutes_credited))
    return dict(db.session.execute(sums.group_by(served.c.team_id)).all())


def memberships(team_ids: list[int], by: Actor) -> dict[int, Membership]:
    """One's own, by team."""
    live = Membership.state.in_(MembershipState.having("live"))
    mine = Membership.team_id.in_(team_ids), Membership.person_id.in_(by.ids), live
    return {row.team_id: row for row in db.session.scalars(select(Membership).where(*mine))}
