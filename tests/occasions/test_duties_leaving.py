"""Somebody stops serving, or may no longer come in: nothing is kept for nobody."""

import pytest

from schemas.people_words import Role
from server.core.db import db
from server.occasions.parts import QueueNumber, Signup
from server.people.identities import PHONE, add_identity
from server.people.models import PersonState
from tests import make
from tests import make_occasions as occasions
from tests.occasions.in_line import InLine
from tests.occasions.places import CHILD


@pytest.fixture
def ends(post):
    """The administrator ends the first role of somebody."""

    def ends(person):
        path = f"/api/people/grants/{person.live_grants[0].id}/end"
        assert post(path, by=make.administrator()).status_code == 200

    return ends


@pytest.fixture
def switched_off(post):
    def switch_off(person):
        path = f"/api/people/persons/{person.id}/switch_off"
        assert post(path, by=make.administrator()).status_code == 200

    return switch_off


@pytest.fixture
def titles(get):
    def titles(person) -> list[str]:
        return [m["title"] for m in get("/api/messages/", by=person).json["items"]]

    return titles


def test_the_place_goes_to_who_waits_and_the_desk_hears_of_it_once(places, ends, titles):
    first, _, third, _ = places.full()
    ends(first)

    assert places.states() == ["withdrawn", "signed", "invited", "waiting"]
    assert titles(third) == ["有空位了，等您确认"]
    assert titles(places.worker) == ["有人来不了了"]


def test_what_was_served_stays(places, ends, clock):
    volunteer = places.volunteer()
    places.signed_up(volunteer)
    clock.forward(days=8)
    ends(volunteer)

    assert places.of(volunteer).state == "signed"


def test_whoever_is_there_already_keeps_the_place(places, ends, clock):
    volunteer = places.volunteer()
    places.signed_up(volunteer)
    clock.travel_to("2026-03-12 09:10")
    code = occasions.screen_code(places.session)
    places.post("/api/occasions/scans", by=volunteer, client_id=occasions.scan_id(), code=code)
    ends(volunteer)

    assert places.of(volunteer).state == "signed"


def test_whoever_still_serves_there_in_another_role_keeps_the_place(places, ends):
    volunteer = places.volunteer()
    make.grant(volunteer, Role.TEAM_LEADER, places.estate)
    places.signed_up(volunteer)
    ends(volunteer)

    assert places.of(volunteer).state == "signed"


def test_a_team_without_its_leader_is_told_to_the_desk(places, ends, post, get, titles):
    leader = places.volunteer("队长")
    form = {"area_id": places.estate.id, "name": "一队", "leader_id": leader.id}
    team = post("/api/occasions/teams", by=places.worker, **form).json
    ends(leader)
    shown = get(f"/api/occasions/teams/{team['id']}", by=places.worker).json

    assert (shown["leader_name"], shown["members"]) == (None, 0)
    assert titles(places.worker) == ["一支队没有队长了"]


def test_who_only_stops_serving_still_waits_in_line(clock, post, ends):
    queue = InLine(post)
    crew = queue.crew()
    number = queue.taken(queue.worker, person_id=crew.id)
    ends(crew)

    assert db.session.get_one(QueueNumber, number["id"]).state == "waiting"


def test_who_may_no_longer_come_in_leaves_lines_and_what_they_said_for_others(
    clock, post, switched_off
):
    queue = InLine(post)
    daughter = queue.resident("陈姐")
    numbers = [queue.taken(daughter), queue.taken(daughter, called="陈伯")]
    switched_off(daughter)
    states = [db.session.get_one(QueueNumber, number["id"]).state for number in numbers]

    assert states == ["left", "left"]


def test_a_childs_place_goes_with_its_guardian(places, switched_off):
    mother = places.volunteer("林梅")
    child = places.signed_up(mother, **CHILD)
    switched_off(mother)

    assert db.session.get_one(Signup, child["id"]).state == "withdrawn"
    assert places.taken() == 0


def test_of_a_closed_account_no_name_is_left_at_places_and_numbers(places, post, sms):
    mother = places.volunteer("林梅")
    child = places.signed_up(mother, **CHILD)
    closed(mother, post, sms)
    row = db.session.get_one(Signup, child["id"])

    assert mother.state is PersonState.CLOSED
    assert (row.state, row.guardian_name, row.guardian_phone) == ("withdrawn", None, None)


def closed(person, post, sms) -> None:
    """As they do it themselves: with a code by telephone."""
    number = "13859740077"
    add_identity(person, PHONE, number)
    db.session.commit()
    post("/api/people/sign_in/sms_code", key=None, phone=number)
    code = sms.last_to(number).params["code"]
    answer = post("/api/people/me/close", by=person, key=None, phone=number, code=code)
    assert answer.status_code == 200, answer.text


def test_the_copy_of_what_is_kept_names_places_numbers_and_teams(places, post, get):
    mother = places.volunteer("林梅")
    places.signed_up(mother)
    places.signed_up(mother, **CHILD)
    form = {"area_id": places.estate.id, "name": "一队", "leader_id": mother.id}
    post("/api/occasions/teams", by=places.worker, **form)
    parts = get("/api/people/me/copy", by=mother).json["parts"]

    assert [row["name"] for row in parts["signups"]] == ["林梅", "小宝"]
    assert parts["signups"][1]["guardian_phone"] == "13859740001"
    assert [row["team"] for row in parts["teams"]] == ["一队"]
    assert parts["queue_numbers"] == []
