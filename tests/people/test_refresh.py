"""A refresh token is good once; a copied one ends the whole family."""

import pytest
from sqlalchemy import select

from server.core.audit import AuditEntry
from server.core.db import db
from server.people.sign_ins import RefreshToken, SignIn

REFRESH = "/api/people/refresh"


@pytest.fixture
def refresh(post):
    return lambda token: post(REFRESH, refresh_token=token)


def test_it_gives_new_tokens_of_the_same_person(session_of, refresh, get, clock):
    session = session_of()
    clock.forward(minutes=20)
    after = refresh(session["refresh_token"]).json

    assert after["refresh_token"] != session["refresh_token"]
    assert get("/api/people/me", token=after["access_token"]).json["id"] == session["me"]["id"]


def test_the_chain_goes_on(session_of, refresh, clock):
    token = session_of()["refresh_token"]
    for _ in range(3):
        clock.forward(days=29)
        token = refresh(token).json["refresh_token"]

    assert refresh(token).status_code == 200


def test_two_tabs_get_the_same_successor(session_of, refresh, clock):
    token = session_of()["refresh_token"]
    first = refresh(token).json["refresh_token"]
    clock.forward(seconds=29)

    assert refresh(token).json["refresh_token"] == first


def test_a_copied_token_ends_the_family(session_of, refresh, get, clock):
    session = session_of()
    thief = refresh(session["refresh_token"]).json
    clock.forward(seconds=31)
    owner = refresh(session["refresh_token"])

    assert (owner.status_code, owner.json["code"]) == (401, "token_invalid")
    assert get("/api/people/me", token=thief["access_token"]).json["code"] == "signed_out"
    assert refresh(thief["refresh_token"]).json["code"] == "signed_out"
    assert db.session.scalars(select(SignIn.why_ended)).one() == "token_stolen"
    assert db.session.scalars(select(AuditEntry.action)).all() == ["end_token_family"]


def test_other_devices_stay_signed_in(session_of, refresh, clock):
    stolen, other = session_of()["refresh_token"], session_of()["refresh_token"]
    refresh(stolen)
    clock.forward(minutes=1)
    refresh(stolen)

    assert refresh(other).status_code == 200


def test_a_month_of_silence_signs_out(session_of, refresh, clock):
    token = session_of()["refresh_token"]
    clock.forward(days=30)

    assert refresh(token).json["code"] == "token_invalid"


def test_an_access_token_refreshes_nothing(session_of, refresh):
    assert refresh(session_of()["access_token"][:128]).status_code == 401


def test_only_hashes_are_kept(session_of):
    token = session_of()["refresh_token"]
    kept = db.session.scalars(select(RefreshToken.token_hash)).all()

    assert token.encode() not in kept
    assert [len(hashed) for hashed in kept] == [32]
