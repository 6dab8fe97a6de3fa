"""Staff sign in with a name and a password; guessing gets slower and slower."""

import pytest

from server.core.db import db
from server.people import account
from server.people.models import Identity
from tests import make
from tests.make_tickets import actor

SIGN_IN = "/api/people/sign_in/password"
RIGHT, WRONG = "Xunbei-2026", "Xunbei-2027"


@pytest.fixture
def lin(clock):
    person = make.staff()
    form = {"name": "xiaolin", "password": RIGHT}
    account.set_staff_name(person, form, by=actor(make.administrator()))
    db.session.commit()
    return person


@pytest.fixture
def sign_in(post, lin):
    return lambda password, name="xiaolin": post(SIGN_IN, name=name, password=password)


def test_the_right_password_lets_in(sign_in, lin):
    me = sign_in(RIGHT).json["me"]

    assert (me["id"], me["must_change_password"]) == (lin.id, True)
    assert [role["label"] for role in me["roles"]] == ["社工"]


def test_it_is_not_told_whether_the_name_or_the_password_is_wrong(sign_in):
    wrong_password, wrong_name = sign_in(WRONG), sign_in(RIGHT, name="dalin")

    assert wrong_password.json["detail"] == wrong_name.json["detail"]
    assert wrong_password.json["code"] == wrong_name.json["code"] == "name_or_password_wrong"


def test_after_five_mistakes_even_the_right_one_waits(sign_in):
    for _ in range(5):
        assert sign_in(WRONG).status_code == 409
    answer = sign_in(RIGHT)

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")


@pytest.fixture
def sign_in_from(app, lin):
    def sign_in_from(address, password):
        client = app.test_client()
        form = {"name": "xiaolin", "password": password}
        return client.post(SIGN_IN, json=form, environ_base={"REMOTE_ADDR": address}).status_code

    return sign_in_from


def test_an_outsider_does_not_lock_them_out(sign_in_from):
    outside = [sign_in_from("203.0.113.7", WRONG) for _ in range(6)]

    assert outside[-1] == 429
    assert sign_in_from("198.51.100.4", RIGHT) == 200


def test_a_household_of_ipv6_is_one_place(sign_in_from):
    tries = [sign_in_from(f"2001:db8:1:2::{n}", WRONG) for n in range(1, 7)]

    assert tries[-1] == 429
    assert sign_in_from("2001:db8:1:3::1", RIGHT) == 200


def test_guessing_from_a_thousand_places_is_slowed_too(sign_in_from):
    tries = [sign_in_from(f"203.0.113.{n}", WRONG) for n in range(101)]

    assert tries == [409] * 100 + [429]
    assert sign_in_from("198.51.100.4", RIGHT) == 429


def test_the_wait_grows_and_knocking_does_not_lengthen_it(sign_in, clock):
    for _ in range(5):
        sign_in(WRONG)
    waits = []
    for _ in range(6):
        waits.append(int(sign_in(WRONG).headers["Retry-After"]))
        assert sign_in(WRONG).headers["Retry-After"] == str(waits[-1])
        clock.forward(seconds=waits[-1])
        assert sign_in(WRONG).status_code == 409

    assert [wait // 60 for wait in waits] == [1, 2, 4, 8, 15, 15]


def test_the_right_password_after_the_wait_clears_the_count(sign_in, clock):
    for _ in range(5):
        sign_in(WRONG)
    clock.forward(minutes=1)
    assert sign_in(RIGHT).status_code == 200
    assert sign_in(WRONG).status_code == 409
    assert sign_in(RIGHT).status_code == 200


def test_an_unknown_name_is_slowed_like_a_known_one(sign_in):
    answers = [sign_in(WRONG, name="nobody") for _ in range(6)]

    assert [answer.status_code for answer in answers] == [409] * 5 + [429]


def test_one_address_tries_thirty_times_a_minute(sign_in, clock):
    answers = [sign_in(WRONG, name=f"guess{n}") for n in range(31)]

    assert [answer.status_code for answer in answers] == [409] * 30 + [429]
    clock.forward(minutes=1)
    assert sign_in(RIGHT).status_code == 200


def test_the_password_is_kept_as_argon2id(sign_in, lin):
    (identity,) = db.session.scalars(db.select(Identity).where(Identity.kind == "password"))

    assert identity.password_hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize(
    "form",
    [
        {"name": "xiaolin"},
        {"name": "xiaolin", "password": "short"},
        {"name": "x", "password": RIGHT},
        {"name": "xiao\u0000lin", "password": RIGHT},
    ],
)
def test_a_form_that_cannot_be_right_is_refused_before_it_counts(post, form):
    assert post(SIGN_IN, **form).status_code == 422


def test_capitals_in_the_name_do_not_matter(sign_in, lin):
    assert sign_in(RIGHT, name="XiaoLin").json["me"]["id"] == lin.id


def test_a_computer_at_a_desk_is_signed_out_over_night(sign_in, post, clock):
    token = sign_in(RIGHT).json["refresh_token"]
    clock.forward(hours=12)

    assert post("/api/people/refresh", refresh_token=token).status_code == 401
