"""Signing out ends this device, or all of them, at once."""

import pytest

ME = "/api/people/me"


@pytest.fixture
def out(post):
    return lambda session, how="sign_out": post(f"/api/people/{how}", token=session["access_token"])


def test_this_device_is_out_and_the_others_stay(session_of, out, get, post):
    here, there = session_of(), session_of()
    assert out(here).json == {"signed_out": True}

    assert get(ME, token=here["access_token"]).json["code"] == "signed_out"
    assert post("/api/people/refresh", refresh_token=here["refresh_token"]).status_code == 401
    assert get(ME, token=there["access_token"]).status_code == 200


def test_everywhere_is_everywhere(session_of, out, get, post):
    here, there = session_of(), session_of()
    out(here, "sign_out_everywhere")

    for session in (here, there):
        assert get(ME, token=session["access_token"]).json["code"] == "signed_out"
        assert (
            post("/api/people/refresh", refresh_token=session["refresh_token"]).status_code == 401
        )


def test_one_may_come_back(session_of, out, get):
    out(session_of(), "sign_out_everywhere")

    assert get(ME, token=session_of()["access_token"]).status_code == 200


def test_others_are_not_signed_out(session_of, out, get):
    other = session_of("o-lin")
    out(session_of(), "sign_out_everywhere")

    assert get(ME, token=other["access_token"]).status_code == 200
