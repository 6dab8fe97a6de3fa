"""A team serves where it is at home and around: an estate asks the team of its community, too."""

import pytest

from schemas.people_words import Role
from server.core.db import db
from server.people.places import Area
from tests import make

TEAMS = "/api/occasions/teams"


@pytest.fixture
def community_team(places, post):
    """With one member, and one who asks to be."""
    community = db.session.get(Area, places.estate.parent_id)
    worker = make.staff(at=community)
    member, asks = places.volunteer("甲"), places.volunteer("乙")
    for person in (member, asks):
        make.grant(person, Role.VOLUNTEER, community)
    form = {"area_id": community.id, "name": "社区队", "leader_id": None}
    team = post(TEAMS, by=worker, **form).json
    post(f"{TEAMS}/{team['id']}/members", by=worker, person_id=member.id)
    post(f"{TEAMS}/{team['id']}/join", by=asks)
    return team | {"member": member, "worker": worker}


def test_teams_of_here_above_and_below_may_serve_here_and_closed_ones_may_not(
    places, post, get, community_team
):
    far = make.estate("别处", make.community("别社区"))
    for area, name in ((places.estate, "小区队"), (far, "远处的队"), (places.estate, "散了的队")):
        team = post(TEAMS, by=make.staff(at=area), area_id=area.id, name=name, leader_id=None).json
    post(f"{TEAMS}/{team['id']}/close", by=places.worker)

    def offered(area_id):
        items = get(TEAMS, by=places.worker, serves_id=area_id).json["items"]
        return [one["name"] for one in items]

    assert offered(places.estate.id) == offered(places.estate.parent_id) == ["社区队", "小区队"]


def test_the_desk_of_an_estate_signs_up_the_team_of_its_community(
    places, post, get, community_team
):
    path = f"{TEAMS}/{community_team['id']}/members"
    seen = [get(path, by=who).json["items"] for who in (places.worker, community_team["worker"])]
    form = {"team_id": community_team["id"], "person_ids": [seen[0][0]["person_id"]]}
    told = post(f"/api/occasions/posts/{places.duty.id}/sign_up_team", by=places.worker, **form)

    assert [[one["name"] for one in rows] for rows in seen] == [["甲"], ["甲", "乙"]]
    assert seen[0][0]["actions"] == []
    assert [one["status"] for one in told.json["items"]] == ["accepted"]


def test_a_desk_elsewhere_reads_no_members(places, get, community_team):
    far = make.staff(at=make.estate("别处", make.community("别社区")))

    assert get(f"{TEAMS}/{community_team['id']}/members", by=far).status_code == 403
