"""Posts: added, changed, removed as long as the session is not over; who reads their lists."""

import pytest

from schemas.occasions import ENDED
from tests import make
from tests import make_occasions as occasions

GUIDE = {"label": "引导", "capacity": 3, "minimum": 1}


@pytest.fixture
def change(places, post):
    def change(duty, **form):
        known = {"label": duty.label, "capacity": duty.capacity, "minimum": 1} | form
        return post(f"/api/occasions/posts/{duty.id}/change", by=places.worker, **known)

    return change


def test_more_seats_go_to_those_who_wait_in_order(places, change, get):
    *_, fourth = places.full()
    answer = change(places.duty, capacity=3).json

    assert (answer["taken"], answer["waiting"]) == (3, 1)
    assert places.states() == ["signed", "signed", "invited", "waiting"]
    change(places.duty, capacity=9)
    assert places.states() == ["signed", "signed", "invited", "invited"]
    assert places.taken() == 4
    assert len(get("/api/messages/", by=fourth).json["items"]) == 1


def test_a_seat_that_somebody_has_is_not_taken_away(places, change):
    places.full()
    refused = change(places.duty, capacity=1)

    assert (refused.status_code, refused.json["code"]) == (409, "post_taken")
    assert "2" in refused.json["problems"]["capacity"][0]
    assert change(places.duty, capacity=2).status_code == 200


def test_fewer_at_most_than_at_least_is_no_post(places, change):
    assert list(change(places.duty, capacity=2, minimum=3).json["problems"]) == ["minimum"]


def test_a_post_for_which_nobody_signed_up_is_removed(places, post, get):
    spare = occasions.post(places.session, label="搬桌椅")
    answer = post(f"/api/occasions/posts/{spare.id}/remove", by=places.worker)
    page = get(f"/api/occasions/sessions/{places.session.id}").json

    assert answer.status_code == 200
    assert [one["label"] for one in page["posts"]] == ["引导"]


def test_a_post_that_somebody_had_stays(places, post):
    volunteer = places.volunteer()
    places.step(places.signed_up(volunteer), "withdraw", volunteer)
    answer = post(f"/api/occasions/posts/{places.duty.id}/remove", by=places.worker)

    assert answer.json["code"] == "post_taken"


def test_what_is_over_is_not_prepared(places, post):
    over = places.market(days=-1, state=ENDED)
    answer = post(f"/api/occasions/sessions/{over.id}/posts", by=places.worker, **GUIDE)

    assert answer.json["code"] == "session_over"


def test_the_page_offers_what_makes_sense_to_each(places, get):
    """A volunteer signs up or brings a child; the desk does so for others; a resident neither."""
    path, volunteer = f"/api/occasions/sessions/{places.session.id}", places.volunteer()
    shown = {
        "volunteer": actions(get(path, by=volunteer)),
        "desk": actions(get(path, by=places.worker)),
        "resident": actions(get(path, by=make.person())),
        "nobody": actions(get(path)),
    }
    places.signed_up(volunteer)

    assert shown == {
        "volunteer": ["sign_up", "sign_up_child"],
        "desk": ["sign_up_for", "change", "remove"],
        "resident": [],
        "nobody": [],
    }
    assert actions(get(path, by=volunteer)) == ["sign_up_child"]


def actions(answer) -> list[str]:
    return [one["action"] for one in answer.json["posts"][0]["actions"]]


def test_who_stands_at_the_door_reads_who_is_to_come(places, get, clock):
    steward = places.volunteer("小门")
    occasions.signup(steward, occasions.post(places.session, label="签到", steward=True))
    places.full()
    clock.travel_to("2026-03-12 08:30")
    path = f"/api/occasions/sessions/{places.session.id}/signups"
    rows = get(path, by=steward).json["items"]

    assert [row["person_name"] for row in rows] == ["小门", *"甲乙丙丁"]
    assert get(path, by=places.volunteer()).status_code == 403


def test_the_list_goes_on_page_by_page_and_leaves_out_who_stepped_down(places, get):
    first, *_ = places.full()
    places.step(places.of(first).id, "withdraw", first)
    path = f"/api/occasions/sessions/{places.session.id}/signups"
    page = get(path, by=places.worker, limit=2).json
    rest = get(path, by=places.worker, limit=2, cursor=page["next"]).json

    assert [row["person_name"] for row in page["items"] + rest["items"]] == list("乙丙丁")
    assert [row["rank"] for row in rest["items"]] == [1]
    everybody = get(path, by=places.worker, live="false").json["items"]
    assert everybody[0]["state"] == "withdrawn"


def test_my_places_to_come_are_in_the_order_of_their_days(places, get, clock):
    volunteer = places.volunteer()
    for days in (9, 8, 20):
        places.signed_up(volunteer, occasions.post(places.market(days=days)))
    path = "/api/occasions/signups/mine"
    page = get(path, by=volunteer, limit=2).json
    rest = get(path, by=volunteer, limit=2, cursor=page["next"]).json
    days = [row["starts_at"][:10] for row in page["items"] + rest["items"]]

    assert days == ["2026-03-13", "2026-03-14", "2026-03-25"]
    clock.forward(days=10)
    past = get(path, by=volunteer, past="true").json["items"]
    assert [row["starts_at"][:10] for row in past] == ["2026-03-13", "2026-03-14"]
