"""Teams: made by the desk, joined by their members, led by one of them."""

from datetime import timedelta

import pytest

from schemas.occasion_words import Capacity
from schemas.occasions import ENDED
from server.core.clock import now
from server.occasions.presence import Attendance
from server.people.identities import PHONE, add_identity
from tests import make
from tests import make_occasions as occasions


@pytest.fixture
def team(places, post):
    """Led by 队长."""
    leader = places.volunteer("队长")
    form = {"area_id": places.estate.id, "name": "瓷都好厝边一队", "leader_id": leader.id}
    answer = post("/api/occasions/teams", by=places.worker, **form)
    assert answer.status_code == 201, answer.text
    return answer.json | {"leader": leader}


@pytest.fixture
def join(post, team):
    def join(*people):
        for person in people:
            asked = post(f"/api/occasions/teams/{team['id']}/join", by=person)
            path = f"/api/occasions/memberships/{asked.json['id']}/accept"
            assert post(path, by=team["leader"]).status_code == 200

    return join


def test_a_team_has_a_leader_who_is_told_and_a_member(team, get):
    assert (team["leader_name"], team["members"], team["minutes"]) == ("队长", 1, 0)
    assert get("/api/messages/", by=team["leader"]).json["items"][0]["title"] == "您现在是队长了"


def test_only_a_volunteer_of_there_leads(places, post):
    form = {"area_id": places.estate.id, "name": "二队", "leader_id": places.neighbour().id}
    answer = post("/api/occasions/teams", by=places.worker, **form)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["leader_id"])


def test_who_asks_belongs_once_the_leader_said_yes(places, post, get, team):
    volunteer, path = places.volunteer("小王"), f"/api/occasions/teams/{team['id']}"
    asked = post(f"{path}/join", by=volunteer).json
    assert (asked["state_label"], get(path, by=volunteer).json["my_label"]) == (
        "等队长同意",
        "等队长同意",
    )
    rows = get(f"{path}/members", by=team["leader"]).json["items"]
    assert [a["action"] for a in rows[1]["actions"]] == ["accept", "decline"]
    assert post(f"/api/occasions/memberships/{asked['id']}/accept", by=volunteer).status_code == 403
    post(f"/api/occasions/memberships/{asked['id']}/accept", by=team["leader"])

    assert get(path, by=volunteer).json["members"] == 2
    assert get("/api/messages/", by=volunteer).json["items"][0]["title"] == "您入队了"
    assert post(f"{path}/join", by=volunteer).json["code"] == "member_already"


def test_how_many_ask_to_join_reads_whoever_answers_them(places, post, get, team):
    volunteer, path = places.volunteer("小王"), f"/api/occasions/teams/{team['id']}"
    post(f"{path}/join", by=volunteer)
    shown = [get(path, by=who).json for who in (team["leader"], places.worker, volunteer)]

    leader = team["leader"].id
    assert [(one["waiting"], one["leader_id"]) for one in shown] == [
        (1, leader),
        (1, leader),
        (None, None),
    ]


def test_who_was_not_taken_may_ask_again(places, post, team):
    volunteer, path = places.volunteer(), f"/api/occasions/teams/{team['id']}/join"
    asked = post(path, by=volunteer).json
    post(f"/api/occasions/memberships/{asked['id']}/decline", by=team["leader"])

    assert post(path, by=volunteer).json["state"] == "asked"


def test_a_leader_adds_a_volunteer_whose_number_they_know(places, post, team):
    volunteer, neighbour = places.volunteer("小王"), places.neighbour("陈伯")
    add_identity(volunteer, PHONE, "13859740021")
    add_identity(neighbour, PHONE, "13859740022")
    path = f"/api/occasions/teams/{team['id']}/members"

    assert post(path, by=team["leader"], phone="13859740021").json["name"] == "小王"
    told = [post(path, by=team["leader"], phone=f"1385974002{n}") for n in (2, 3)]
    assert told[0].json["problems"] == told[1].json["problems"]  # a resident, and nobody
    assert post(path, by=team["leader"], person_id=volunteer.id).status_code == 403


def test_nobody_tries_numbers_until_one_fits(post, team):
    path = f"/api/occasions/teams/{team['id']}/members"
    told = [post(path, by=team["leader"], phone=f"138597499{n:02}") for n in range(31)]

    assert {a.status_code for a in told[:30]} == {422}
    assert told[30].status_code == 429


def test_a_leader_who_leaves_leads_no_more(post, get, team):
    path = f"/api/occasions/teams/{team['id']}"
    mine = get(path, by=team["leader"]).json["my_membership_id"]
    post(f"/api/occasions/memberships/{mine}/leave", by=team["leader"])
    shown = get(path, by=team["leader"]).json

    assert (shown["leader_name"], shown["members"], shown["my_label"]) == (None, 0, None)


def test_a_closed_team_is_joined_by_nobody_and_seen_by_the_desk(places, post, get, team):
    path = f"/api/occasions/teams/{team['id']}"
    post(f"{path}/close", by=places.worker)

    assert post(f"{path}/join", by=places.volunteer()).status_code == 404
    assert get(path, by=places.worker).json["closed"] is True
    assert get("/api/occasions/teams", by=places.volunteer()).json["items"] == []


def test_a_leader_signs_up_several_and_each_is_answered(places, post, get, team, join):
    members = [places.volunteer(name) for name in "甲乙丙"]
    join(*members)
    busy, stranger = members[2], places.volunteer("路人")
    places.signed_up(busy)
    people = [person.id for person in (*members, stranger)]
    path = f"/api/occasions/posts/{places.duty.id}/sign_up_team"
    answer = post(path, by=team["leader"], team_id=team["id"], person_ids=people)
    told = [(one["status"], one["state"], one["person_name"]) for one in answer.json["items"]]

    assert told == [
        ("accepted", "signed", "甲"),
        ("accepted", "waiting", "乙"),
        ("refused", None, None),
        ("refused", None, None),
    ]
    assert answer.json["items"][2]["detail"].startswith("一场只能报一个岗位")
    assert get("/api/messages/", by=members[0]).json["items"][0]["title"] == "替您报了名"
    assert places.taken() == 2


def test_who_does_not_lead_it_signs_up_nobody(places, post, team, join):
    member = places.volunteer()
    join(member)
    path = f"/api/occasions/posts/{places.duty.id}/sign_up_team"
    answer = post(path, by=member, team_id=team["id"], person_ids=[team["leader"].id])

    assert answer.status_code == 403


def test_one_names_only_a_team_one_belongs_to(places, team, join):
    member, other = places.volunteer(), places.volunteer()
    join(member)

    assert places.signed_up(member, team_id=team["id"])["team_name"] == "瓷都好厝边一队"
    assert list(places.sign_up(other, team_id=team["id"]).json["problems"]) == ["team_id"]


def test_hours_are_those_served_in_its_name(places, get, team, join):
    """Credited minutes of duty; not of who signed up alone, nor of a visit."""
    with_team, alone = places.volunteer("甲"), places.volunteer("乙")
    join(with_team)
    past = occasions.session(places.estate, begins=now() - timedelta(days=3), state=ENDED)
    duty = occasions.post(past)
    occasions.signup(with_team, duty, team_id=team["id"])
    occasions.signup(alone, duty)
    for person, capacity, minutes in (
        (with_team, Capacity.DUTY, 95),
        (with_team, Capacity.VISIT, 7),
        (alone, Capacity.DUTY, 60),
    ):
        there = Attendance(session_id=past.id, person_id=person.id, capacity=capacity)
        there.rule_version, there.minutes_credited = 1, minutes
        make.saved(there)

    shown = get(f"/api/occasions/teams/{team['id']}", by=alone).json
    assert shown["minutes"] == 95
    assert "本队" in shown["minutes_definition"]


def test_teams_of_an_area_and_all_below_it(places, get, team):
    elsewhere = make.community("城东社区")
    community = places.estate.parent_id

    def names(**query):
        items = get("/api/occasions/teams", by=team["leader"], **query).json["items"]
        return [one["name"] for one in items]

    assert names(area_id=community) == ["瓷都好厝边一队"]
    assert names(area_id=elsewhere.id) == []
    assert names(mine="true") == ["瓷都好厝边一队"]
