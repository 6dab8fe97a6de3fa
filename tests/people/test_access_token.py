"""An access token is believed only as long as the sign-in, the person and the clock agree."""

from base64 import urlsafe_b64encode
from datetime import timedelta
from json import dumps

import jwt
import pytest
from flask import current_app

from schemas.people_words import PersonState, Role
from server.core import clock as now
from server.core.db import db
from server.core.keys import derive, keys
from server.people.session import identify
from tests import make

ME = "/api/people/me"


def told(answer):
    return answer.status_code, answer.json.get("code")


@pytest.fixture
def claims():
    """What an honest token says."""
    said = jwt.decode(make.token(make.person()), options={"verify_signature": False})
    return {**said, "iat": int(now.now().timestamp())}


def signed(claims, key=None, algorithm="HS256"):
    return jwt.encode(claims, key or keys("SECRET", "access")[0], algorithm)


def test_who_is_asking_costs_one_statement(count_queries):
    person = make.staff(Role.GRID_WORKER)
    token = make.token(person)
    with count_queries() as asked:
        actor = identify(token)

    assert len(asked) == 1
    assert (actor.id, actor.name) == (person.id, "小林")
    assert [grant.role for grant in actor.grants] == [Role.GRID_WORKER]


def test_an_honest_token_is_believed(get, claims):
    assert get(ME, token=signed(claims)).status_code == 200


def test_nobody_is_told_to_sign_in(get):
    assert told(get(ME)) == (401, "not_signed_in")


def test_a_token_is_good_for_a_quarter_of_an_hour(get, clock):
    token = make.token(make.person())
    clock.forward(minutes=14)
    assert get(ME, token=token).status_code == 200
    clock.forward(minutes=2)
    assert told(get(ME, token=token)) == (401, "token_expired")


@pytest.mark.parametrize(
    "lie",
    [
        {"aud": "refresh"},
        {"iss": "another-deployment"},
        {"exp": 10**30},
        {"exp": None},
        {"sub": "not a number"},
        {"sub": None},
        {"sid": None},
        {"jti": None},
    ],
    ids=str,
)
def test_what_we_would_never_write_is_not_believed(get, claims, lie):
    said = {name: value for name, value in (claims | lie).items() if value is not None}

    assert told(get(ME, token=signed(said))) == (401, "token_invalid")


def test_a_token_that_lives_longer_than_ours_is_not_believed(get, claims):
    week = int((now.now() + timedelta(days=7)).timestamp())

    assert told(get(ME, token=signed(claims | {"exp": week}))) == (401, "token_invalid")


def test_another_secret_signs_nothing(get, claims):
    forged = signed(claims, key=derive("a secret that is somebody else's entirely", "access"))

    assert told(get(ME, token=forged)) == (401, "token_invalid")


def test_a_key_of_another_purpose_signs_nothing(get, claims):
    forged = signed(claims, key=keys("SECRET", "cursors")[0])

    assert told(get(ME, token=forged)) == (401, "token_invalid")


def test_an_unsigned_token_is_not_believed(get, claims):
    parts = [{"alg": "none", "typ": "JWT"}, claims]
    header, body = (urlsafe_b64encode(dumps(part).encode()).decode().rstrip("=") for part in parts)

    assert told(get(ME, token=f"{header}.{body}.")) == (401, "token_invalid")


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "é.é.é"])
def test_nonsense_is_not_believed(get, token):
    assert get(ME, token=token).status_code == 401


def test_an_older_secret_is_still_read(get, claims, monkeypatch):
    """JINLIN_SECRET=new,old: who signed in before the change stays signed in."""
    old = current_app.config["SECRET"]
    token = signed(claims)
    newer = f"another secret, newer and as long,{old}"
    monkeypatch.setitem(current_app.config, "SECRET", newer)

    assert get(ME, token=token).status_code == 200
    assert get(ME, token=signed(claims)).status_code == 200


def test_a_token_names_a_sign_in_that_exists(get, claims):
    assert told(get(ME, token=signed(claims | {"sid": 2**31 - 1}))) == (401, "signed_out")


def test_a_token_names_the_person_who_signed_in(get, claims):
    other = str(make.person().id)

    assert get(ME, token=signed(claims | {"sub": other})).status_code == 401


def test_who_was_switched_off_is_nobody(get):
    person = make.person()
    token = make.token(person)
    person.state = PersonState.OFF
    db.session.commit()

    assert told(get(ME, token=token)) == (401, "switched_off")


def test_a_bad_token_is_said_to_be_one_where_none_is_needed(get):
    assert get("/api/people/areas", token="nonsense").status_code == 401
    assert get("/api/people/areas").status_code == 200


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(0, None, True), (1, None, False), (-9, 1, True), (-9, 0, False)],
)
def test_a_role_holds_from_its_first_day_until_the_day_without(since, until, holds):
    person = make.person()
    first = now.today() + timedelta(days=since)
    end = None if until is None else now.today() + timedelta(days=until)
    make.grant(person, Role.GRID_WORKER, make.community(), since=first, until=end)

    assert identify(make.token(person)).holds(Role.GRID_WORKER) is holds
