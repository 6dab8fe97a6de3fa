"""Teams of one estate: one with a leader whom somebody asks, one that nobody leads. For pages that
are measured and photographed."""

from schemas.occasions import MembershipState
from server.core.db import db
from server.occasions.teams import Membership, Team
from server.people.models import Person
from server.people.places import Area
from tests import make

LONG = "欧阳诸葛慧敏德化浔中镇幸福小区"


def two_teams(estate: Area, leader: Person, asks: Person) -> Team:
    team = led_team(estate, leader, "幸福小区瓷都好厝边红马甲志愿服务一队")
    belongs(team, make.volunteer(display_name=LONG, estate=estate))
    belongs(team, asks, MembershipState.ASKED)
    make.saved(Team(area_id=estate.id, name="巧手队"))
    db.session.commit()
    return team


def led_team(area: Area, leader: Person, name: str) -> Team:
    team = make.saved(Team(area_id=area.id, name=name, leader_id=leader.id))
    belongs(team, leader)
    return team


def belongs(team: Team, person: Person, state=MembershipState.MEMBER) -> None:
    make.saved(Membership(team_id=team.id, person_id=person.id, state=state))
