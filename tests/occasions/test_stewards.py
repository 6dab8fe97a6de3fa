"""Stewards: given their post by the desk, and what it lets them do ends with the session."""

import pytest

from schemas.occasions import SignupState
from schemas.people_words import Role
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests.occasions.at_the_door import AtTheDoor
from tests.occasions.places import CHILD


@pytest.fixture
def entrance(places):
    """The post at the door, of a session in a week."""
    return occasions.post(places.session, label="签到", steward=True)


def test_nobody_signs_up_for_the_door_by_themselves(places, entrance, get):
    volunteer = places.volunteer()
    refused = places.sign_up(volunteer, entrance)
    page = get(f"/api/occasions/sessions/{places.session.id}", by=volunteer).json

    assert (refused.status_code, refused.json["code"]) == (409, "given_by_desk")
    assert refused.json["title"] == "签到的岗位由社区安排"
    assert [bool(one["actions"]) for one in page["posts"]] == [True, False]


def test_the_desk_signs_up_whom_it_wants_at_the_door(places, entrance, get):
    volunteer = places.volunteer()

    assert places.signed_up(places.worker, entrance, person_id=volunteer.id)["state"] == "signed"
    refused = places.sign_up(places.worker, entrance, **CHILD)
    assert refused.json["code"] == "not_for_children"
    page = get(f"/api/occasions/sessions/{places.session.id}", by=places.worker).json
    assert "sign_up_for" in [one["action"] for one in page["posts"][1]["actions"]]


def test_a_leader_gives_the_door_to_nobody_of_the_team(places, entrance, post):
    leader = places.volunteer("队长")
    form = {"area_id": places.estate.id, "name": "一队", "leader_id": leader.id}
    team = post("/api/occasions/teams", by=places.worker, **form).json
    path = f"/api/occasions/posts/{entrance.id}/sign_up_team"
    (told,) = post(path, by=leader, team_id=team["id"], person_ids=[leader.id]).json["items"]

    assert (told["status"], told["detail"][:4]) == ("refused", "想帮忙签")


@pytest.fixture
def to_the_door(places, post):
    def change(duty):
        form = {"label": "签到", "capacity": duty.capacity, "steward": True}
        return post(f"/api/occasions/posts/{duty.id}/change", by=places.worker, **form)

    return change


def test_the_desk_makes_stewards_of_those_it_sees_at_a_post(places, to_the_door):
    places.signed_up(places.volunteer())

    assert to_the_door(places.duty).json["steward"] is True


def test_a_post_with_a_child_becomes_no_door(places, to_the_door):
    places.signed_up(places.volunteer(), **CHILD)

    assert to_the_door(places.duty).json["code"] == "no_door"


def test_who_waited_for_another_post_is_not_made_a_steward(places, to_the_door):
    places.full()

    assert to_the_door(places.duty).json["code"] == "no_door"


@pytest.mark.parametrize(
    ("moment", "status"),
    [("03-05 07:59", 403), ("03-05 08:00", 200), ("03-06 11:00", 200), ("03-06 11:01", 403)],
)
def test_it_lasts_from_an_hour_before_until_a_day_after(door, get, clock, moment, status):
    """Names of those who signed up and of those in line, their numbers, and scanning."""
    steward, volunteer = door.steward(), door.volunteer("陈美丽")
    stall = markets.stall(door.session)
    number = markets.number(stall, 1, volunteer)
    clock.travel_to(f"2026-{moment}")
    paths = [f"{door.path}/signups", f"{door.path}/headcounts", f"{door.path}/roster"]
    paths.append(f"/api/occasions/lines/{stall.line_id}/numbers")
    told = [get(path, by=steward).status_code for path in paths]
    told.append(door.scanned(steward, occasions.own_code(volunteer)).status_code)
    one = get(f"/api/occasions/numbers/{number.id}", by=steward).status_code
    found = door.post(f"/api/markets/stalls/{stall.id}/find", by=steward, code="1").status_code

    assert (set(told), one, found) == ({status}, 200 if status == 200 else 404, status)


def test_who_was_only_asked_is_no_steward_yet(door, get):
    asked = make.staff(Role.VOLUNTEER, door.session.area, "郑姐")
    duty = occasions.post(door.session, steward=True)
    occasions.signup(asked, duty, state=SignupState.INVITED)

    assert get(f"{door.path}/signups", by=asked).status_code == 403
    assert door.scanned(asked, occasions.own_code(door.volunteer())).status_code == 403


def test_the_crew_of_a_line_reads_names_while_it_works(door, get, clock):
    duty = occasions.post(door.session, label="理发")
    stall = markets.stall(door.session, post=duty)
    barber = make.staff(Role.VOLUNTEER, door.session.area, "阿琴师傅")
    occasions.signup(barber, duty)
    path, told = f"/api/occasions/lines/{stall.line_id}/numbers", []
    for moment in ("2026-03-04 09:00", "2026-03-05 09:00", "2026-03-07 09:00"):
        clock.travel_to(moment)
        told.append(get(path, by=barber).status_code)

    assert told == [403, 200, 403]


def test_who_leads_it_reads_names_until_a_day_after(clock, post, get):
    lead = make.staff(Role.VOLUNTEER, display_name="郑姐")
    path = AtTheDoor(post, occasions.session(lead.live_grants[0].area, lead_id=lead.id)).path
    told = [get(f"{path}/signups", by=lead).status_code]
    clock.forward(days=2)

    assert [*told, get(f"{path}/signups", by=lead).status_code] == [200, 403]


def test_two_friends_cannot_credit_each_other(places, clock, post):
    entrance = occasions.post(places.market(days=1), label="签到", capacity=2, steward=True)
    one, other = places.volunteer("甲"), places.volunteer("乙")
    refused = [places.sign_up(friend, entrance).json["code"] for friend in (one, other)]
    clock.forward(days=1)
    scanned = AtTheDoor(post, entrance.session).scanned(one, occasions.own_code(other))

    assert refused == ["given_by_desk"] * 2
    assert scanned.status_code == 403
