"""Under 14 with a guardian: who agrees, who is told, who may say no."""

import pytest

from schemas.people_words import Purpose
from server.core.db import db
from server.people.models import Consent
from tests import make
from tests import make_occasions as occasions
from tests.occasions.places import CHILD


def test_a_guardian_brings_a_child_and_the_record_is_the_childs(places, get):
    mother = places.volunteer("林梅")
    own, child = places.signed_up(mother), places.signed_up(mother, **CHILD)

    assert (child["person_name"], child["child"], child["state"]) == ("小宝", True, "signed")
    assert child["person_id"] not in (mother.id, own["person_id"])
    page = get(f"/api/occasions/sessions/{places.session.id}", by=mother).json
    assert page["my_signup"]["id"] == own["id"]
    assert [one["person_name"] for one in page["my_children"]] == ["小宝"]


def test_the_consent_is_kept_with_the_child_and_given_once(places):
    mother = places.volunteer("林梅")
    first = places.signed_up(mother, **CHILD)
    places.step(first, "withdraw", mother)
    known = {**CHILD, "person_id": first["person_id"]}
    del known["child_name"]
    again = places.signed_up(mother, **known)
    consents = db.session.scalars(
        db.select(Consent).where(Consent.person_id == first["person_id"])
    ).all()

    assert again["person_id"] == first["person_id"]
    assert [(c.purpose, c.version) for c in consents] == [(Purpose.MINOR, "2026-03")]


@pytest.mark.parametrize("missing", ["child_name", "guardian_name", "guardian_phone", "consent"])
def test_without_a_guardian_no_child_is_signed_up(places, missing):
    form = {name: value for name, value in CHILD.items() if name != missing}
    answer = places.sign_up(places.volunteer(), **form)

    assert (answer.status_code, list(answer.json["problems"])) == (422, [missing])


def test_the_guardian_is_asked_and_answers_for_the_child(places, get):
    mother, others = places.volunteer("林梅"), [places.volunteer(n) for n in "甲乙"]
    for other in others:
        places.signed_up(other)
    child = places.signed_up(mother, **CHILD)
    assert child["rank"] == 1
    places.step(places.of(others[0]).id, "withdraw", others[0])
    titles = [m["title"] for m in get("/api/messages/", by=mother).json["items"]]

    assert titles == ["有空位了，等您确认"]
    assert places.step(child, "confirm", mother).json["state"] == "signed"
    assert places.step(child, "withdraw", mother).json["state"] == "withdrawn"


def test_the_same_child_has_one_place(places):
    mother = places.volunteer("林梅")
    first = places.signed_up(mother, **CHILD)
    refused = places.sign_up(mother, **CHILD)
    places.step(first, "withdraw", mother)

    assert refused.json["code"] == "already_signed_up"
    assert places.signed_up(mother, **CHILD)["person_id"] == first["person_id"]


def test_a_guardian_brings_three_children_and_no_more(places):
    mother, duty = places.volunteer("林梅"), occasions.post(places.session, capacity=20)
    names = ["小一", "小二", "小三", "小四"]
    told = [places.sign_up(mother, duty, **CHILD | {"child_name": name}) for name in names]

    assert [answer.status_code for answer in told] == [201, 201, 201, 409]
    assert told[3].json["code"] == "many_children"
    places.step(told[0].json, "withdraw", mother)
    assert places.sign_up(mother, duty, **CHILD | {"child_name": "小四"}).status_code == 201


def test_a_neighbour_whom_they_once_wrote_down_is_no_child(places):
    volunteer = places.volunteer()
    elder = make.person("林伯", estate=places.estate, made_by_id=volunteer.id)
    form = {name: value for name, value in CHILD.items() if name != "child_name"}
    answer = places.sign_up(volunteer, **form, person_id=elder.id)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["person_id"])


def test_a_child_of_somebody_else_is_not_theirs_to_bring(places):
    mother, other = places.volunteer("林梅"), places.volunteer("陈姐")
    child = places.signed_up(mother, **CHILD)
    form = {name: value for name, value in CHILD.items() if name != "child_name"}
    answer = places.sign_up(other, **form, person_id=child["person_id"])

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["person_id"])
    assert places.step(child, "withdraw", other).status_code == 404


def test_a_child_stands_at_no_door_and_takes_no_post_that_needs_a_skill(places):
    door = occasions.post(places.session, label="签到", steward=True)
    answer = places.sign_up(places.volunteer(), door, **CHILD)

    assert answer.json["code"] == "not_for_children"
    hair = occasions.post(places.session, label="理发", skill="理发")
    assert places.sign_up(places.volunteer(), hair, **CHILD).json["code"] == "needs_skill"


def test_a_child_is_offered_only_a_post_that_takes_children(places, get):
    occasions.post(places.session, label="签到", steward=True)
    occasions.post(places.session, label="理发", skill="理发")
    posts = get(f"/api/occasions/sessions/{places.session.id}", by=places.volunteer()).json["posts"]
    offered = {one["label"]: [a["action"] for a in one["actions"]] for one in posts}

    assert offered.pop("签到") == []
    assert offered.pop("理发") == ["sign_up"]
    assert list(offered.values()) == [["sign_up", "sign_up_child"]]


def test_the_desk_brings_a_child_and_reads_whom_to_call(places, get):
    child = places.signed_up(places.worker, **CHILD)
    page = get(f"/api/occasions/signups/{child['id']}", by=places.worker).json

    assert (page["guardian_name"], page["guardian_phone"]) == ("林梅", "13859740001")


def test_the_list_of_a_session_says_child_and_no_telephone(places, get):
    places.signed_up(places.volunteer("林梅"), **CHILD)
    answer = get(f"/api/occasions/sessions/{places.session.id}/signups", by=places.worker)

    assert [row["child"] for row in answer.json["items"]] == [True]
    assert "13859740001" not in answer.text


def test_children_whom_one_brought_before_are_offered_again(places, get):
    mother = places.volunteer("林梅")
    child = places.signed_up(mother, **CHILD)

    assert get("/api/occasions/signups/children", by=mother).json["items"] == [
        {"person_id": child["person_id"], "name": "小宝"}
    ]
    assert get("/api/occasions/signups/children", by=places.volunteer()).json["items"] == []
