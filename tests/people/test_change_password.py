"""A first password is changed by its owner; the old one lets nobody in."""

import pytest

from tests import make

OLD, NEW, ADD = "Xunbei-2026", "Daiyun-Mountain7", "/api/people/me/password"


@pytest.fixture
def lin(post, clock):
    person = make.staff()
    path = f"/api/people/persons/{person.id}/staff_name"
    answer = post(path, by=make.administrator(), name="xiaolin", password=OLD)
    assert answer.status_code == 200, answer.text
    return person


@pytest.fixture
def sign_in(post):
    return lambda password: post("/api/people/sign_in/password", name="xiaolin", password=password)


@pytest.fixture
def change(post, lin):
    def change(session, old=OLD, new=NEW):
        return post(ADD, token=session["access_token"], old_password=old, new_password=new)

    return change


def test_a_first_password_must_be_changed_until_it_is(change, lin, sign_in):
    session = sign_in(OLD).json
    assert session["me"]["must_change_password"]
    assert not change(session).json["must_change_password"]
    assert sign_in(NEW).status_code == 200
    assert sign_in(OLD).status_code == 409


def test_other_devices_are_signed_out_and_this_one_stays(change, lin, sign_in, get):
    here, there = sign_in(OLD).json, sign_in(OLD).json
    change(here)

    assert get("/api/people/me", token=here["access_token"]).status_code == 200
    assert get("/api/people/me", token=there["access_token"]).json["code"] == "signed_out"


def test_the_old_password_is_asked_and_guessing_it_gets_slow(change, lin, sign_in):
    session = sign_in(OLD).json
    answers = [change(session, old="Guess-12345") for _ in range(6)]

    assert [answer.status_code for answer in answers] == [409] * 5 + [429]


@pytest.mark.parametrize("new", ["short", "alllowercase", "12345678", "xiaolin-A1", "Xiaolin2026"])
def test_a_weak_password_is_refused(change, lin, sign_in, new):
    answer = change(sign_in(OLD).json, new=new)

    assert answer.status_code == 422
    assert list(answer.json["problems"]) == ["new_password"]
    assert sign_in(OLD).status_code == 200


def test_a_resident_has_none(post, lin):
    answer = post(ADD, by=make.person(), old_password=OLD, new_password=NEW)

    assert (answer.status_code, answer.json["code"]) == (409, "no_password")


@pytest.mark.parametrize(
    ("path", "query"),
    [("/api/people/persons", {"q": "陈"}), ("/api/people/me/copy", {}), ("/api/messages/", {})],
)
def test_until_then_it_opens_nothing_but_oneself(change, lin, sign_in, get, path, query):
    session = sign_in(OLD).json
    token = {"token": session["access_token"]}
    refused = get(path, **token, **query)
    assert (refused.status_code, refused.json["code"]) == (403, "must_change_password")
    assert get("/api/people/me", **token).status_code == 200

    change(session)
    assert get(path, **token, **query).status_code == 200


def test_until_then_nothing_is_changed_in_their_name(lin, sign_in, post, estate):
    token = {"token": sign_in(OLD).json["access_token"]}

    assert post("/api/people/me/estate", **token, estate_id=estate.id).status_code == 403
    assert post("/api/people/me", **token, display_name="王五").status_code == 403
    assert post("/api/people/sign_out", **token).status_code == 200


def test_the_new_one_is_another_one(change, lin, sign_in):
    answer = change(sign_in(OLD).json, new=OLD)

    assert answer.status_code == 422
    assert answer.json["problems"] == {"new_password": ["新密码要和现在的不一样"]}
