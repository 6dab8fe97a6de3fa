"""Two teams for each estate are usual: said to the desk, and never a reason to refuse one."""

import pytest

from tests import make


@pytest.fixture
def make_team(places, post):
    def make_team(name="一队", **form) -> dict:
        known = {"area_id": places.estate.id, "name": name} | form
        answer = post("/api/occasions/teams", by=places.worker, **known)
        assert answer.status_code == 201, answer.text
        return answer.json

    return make_team


def note_of(get, team, by):
    return get(f"/api/occasions/teams/{team['id']}", by=by).json["area_note"]


def test_the_desk_reads_how_many_there_are_where_it_is_not_two(make_team):
    notes = [make_team(name)["area_note"] for name in ("一队", "二队", "三队")]

    assert notes == [
        "这个小区现有 1 支队，一般每小区 2 支",
        None,
        "这个小区现有 3 支队，一般每小区 2 支",
    ]


def test_a_team_that_was_closed_is_not_counted(places, make_team, post, get):
    first, _ = make_team("一队"), make_team("二队")
    assert note_of(get, first, places.worker) is None
    post(f"/api/occasions/teams/{first['id']}/close", by=places.worker)

    assert "现有 1 支队" in note_of(get, first, places.worker)


def test_of_a_community_there_is_no_usual_number(places, post):
    worker = make.staff()  # of that community
    form = {"area_id": places.estate.parent_id, "name": "社区队"}

    assert post("/api/occasions/teams", by=worker, **form).json["area_note"] is None


def test_volunteers_read_the_team_and_no_note_for_the_desk(places, make_team, get):
    team = make_team()
    items = get("/api/occasions/teams", by=places.volunteer()).json["items"]

    assert [(one["name"], one["area_note"]) for one in items] == [("一队", None)]
    assert note_of(get, team, places.volunteer()) is None


def test_residents_see_it_and_volunteers_of_there_may_join(places, make_team, get, post):
    team = make_team()
    path = f"/api/occasions/teams/{team['id']}"
    stranger = make.volunteer(at=make.community("城东社区"))

    assert get(path, by=places.neighbour()).json["actions"] == []
    assert post(f"{path}/join", by=places.neighbour()).status_code == 403
    assert post(f"{path}/join", by=stranger).status_code == 403
    assert [a["action"] for a in get(path, by=places.volunteer()).json["actions"]] == ["join"]


def test_its_leader_is_named_to_the_desk_and_the_team_and_masked_to_others(
    places, make_team, get, post
):
    leader, asks = places.volunteer("陈美丽"), places.volunteer()
    team = make_team(leader_id=leader.id)
    path = f"/api/occasions/teams/{team['id']}"
    asked = post(f"{path}/join", by=asks).json

    assert team["leader_name"] == "陈美丽"
    assert [get(path, by=who).json["leader_name"] for who in (leader, asks)] == ["陈美丽", "陈**"]
    post(f"/api/occasions/memberships/{asked['id']}/accept", by=leader)
    assert get(path, by=asks).json["leader_name"] == "陈美丽"


def test_another_name_and_another_leader_who_is_told(places, make_team, post, get):
    first, second = places.volunteer("甲"), places.volunteer("乙")
    team = make_team(leader_id=first.id)
    form = {"name": "瓷都好厝边一队", "leader_id": second.id}
    changed = post(f"/api/occasions/teams/{team['id']}/change", by=places.worker, **form).json

    assert (changed["name"], changed["leader_name"], changed["members"]) == (
        "瓷都好厝边一队",
        "乙",
        2,
    )
    assert get("/api/messages/", by=second).json["items"][0]["title"] == "您现在是队长了"
    assert post(f"/api/occasions/teams/{team['id']}/change", by=first, **form).status_code == 403


def test_in_the_name_of_a_closed_team_nobody_signs_up_and_what_was_done_stays(
    places, make_team, post, get
):
    leader, late = places.volunteer("甲"), places.volunteer("乙")
    team = make_team(leader_id=leader.id)
    places.signed_up(leader, team_id=team["id"])
    post(f"/api/occasions/teams/{team['id']}/close", by=places.worker)
    path = f"/api/occasions/posts/{places.duty.id}/sign_up_team"

    assert post(path, by=leader, team_id=team["id"], person_ids=[late.id]).status_code == 403
    assert list(places.sign_up(late, team_id=team["id"]).json["problems"]) == ["team_id"]
    assert places.of(leader).team_id == team["id"]


def test_teams_of_an_area_that_there_is_not_are_not_found(places, get):
    assert get("/api/occasions/teams", by=places.worker, area_id=2**31 - 1).status_code == 404
