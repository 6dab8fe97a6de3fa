"""Who fits a post: free at that hour, skilled, no official; the desk may set that aside, for whom
it knows."""

from datetime import timedelta

import pytest

from schemas.people_words import Role, VolunteerState
from server.people.models import Volunteer
from tests import make
from tests import make_occasions as occasions
from tests.occasions.places import CHILD


def test_two_sessions_at_the_same_time_are_one_too_many(places, clock):
    volunteer = places.volunteer()
    places.signed_up(volunteer)
    same = occasions.session(places.estate, begins=places.session.starts_at + timedelta(hours=1))
    next_one = occasions.session(places.estate, begins=places.session.ends_at)
    refused = places.sign_up(volunteer, occasions.post(same))

    assert refused.json["code"] == "overlaps"
    assert "3月12日 9:00" in refused.json["detail"]
    assert places.sign_up(volunteer, occasions.post(next_one)).status_code == 201
    # the desk knows that they run from one to the other
    told = places.sign_up(places.worker, occasions.post(same), person_id=volunteer.id)
    assert told.status_code == 201, told.text


def test_a_post_that_needs_a_skill_takes_who_has_it(places):
    skilled, other = places.volunteer("王师傅"), places.volunteer("陈姐")
    known = {"person_id": skilled.id, "area_id": places.estate.id, "about": ""}
    make.saved(Volunteer(skills=["理发"], state=VolunteerState.CONFIRMED, **known))
    hair = occasions.post(places.session, label="理发", skill="理发")
    refused = places.sign_up(other, hair)

    assert (refused.status_code, refused.json["code"]) == (409, "needs_skill")
    assert "理发" in refused.json["detail"]
    assert places.signed_up(skilled, hair)["state"] == "signed"
    vouched = places.sign_up(places.worker, hair, person_id=other.id)
    assert vouched.json["state"] == "signed"


def test_the_desk_signs_up_somebody_without_a_telephone_and_the_record_is_theirs(places, get):
    elder = places.neighbour("陈伯")
    receipt = places.signed_up(places.worker, person_id=elder.id)

    assert (receipt["person_name"], receipt["state_label"]) == ("陈伯", "已报名")
    assert get("/api/messages/", by=elder).json["items"][0]["title"] == "替您报了名"
    mine = get("/api/occasions/signups/mine", by=elder).json["items"]
    assert [row["id"] for row in mine] == [receipt["id"]]


def test_the_desk_signs_up_nobody_it_cannot_see(places):
    stranger = make.person("远客", estate=make.estate("城东小区", make.community("城东社区")))
    answer = places.sign_up(places.worker, person_id=stranger.id)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["person_id"])


def test_officials_are_not_signed_up_where_they_work(places):
    colleague = places.neighbour("小林", Role.GRID_WORKER)

    assert places.sign_up(places.worker, person_id=colleague.id).json["code"] == ("on_duty")
    assert places.sign_up(places.worker).status_code == 403
    as_child = {**CHILD, "person_id": colleague.id}
    del as_child["child_name"]
    assert places.sign_up(places.worker, **as_child).json["code"] == "on_duty"


def test_officials_get_no_place_through_a_team_or_afterwards(places, post, clock):
    colleague = places.neighbour("小林", Role.GRID_WORKER)
    make.grant(colleague, Role.VOLUNTEER, places.estate)
    form = {"area_id": places.estate.id, "name": "一队", "leader_id": colleague.id}
    team = post("/api/occasions/teams", by=places.worker, **form).json
    path = f"/api/occasions/posts/{places.duty.id}/sign_up_team"
    batch = {"team_id": team["id"], "person_ids": [colleague.id]}
    (told,) = post(path, by=places.worker, **batch).json["items"]
    assert (told["status"], told["state"]) == ("refused", None)
    clock.travel_to("2026-03-12 09:30")
    seated = given_a_place(post, places, colleague)

    assert seated.json["code"] == "on_duty"
    assert places.taken() == 0


def given_a_place(post, places, person):
    path = f"/api/occasions/sessions/{places.session.id}/seats"
    return post(path, by=places.worker, person_id=person.id, post_id=places.duty.id)


@pytest.mark.parametrize(("days", "status"), [(7, 201), (14, 201), (15, 409)])
def test_places_are_given_afterwards_for_a_week(places, post, clock, days, status):
    volunteer = places.volunteer()
    clock.forward(days=days)

    assert given_a_place(post, places, volunteer).status_code == status


def test_of_a_session_that_was_off_no_place_is_given(places, post):
    volunteer, path = places.volunteer(), f"/api/occasions/sessions/{places.session.id}/call_off"
    assert post(path, by=places.worker, words="因雨取消").status_code == 200

    assert given_a_place(post, places, volunteer).json["code"] == "too_late_to_seat"
