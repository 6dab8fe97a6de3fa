"""Consent: one purpose, one text, withdrawn as easily as given."""

import pytest

from tests import make

GIVE = "/api/people/me/consents"


@pytest.fixture
def give(post):
    return lambda by, **form: post(
        GIVE, by=by, **{"purpose": "photo", "version": "2026-03", **form}
    )


def test_it_says_to_what_and_to_which_text(give, get):
    chen = make.person()
    given = give(chen).json

    assert (given["label"], given["version"]) == ("公开我的照片或姓名", "2026-03")
    assert get("/api/people/me", by=chen).json["consents"] == [given]


def test_asked_again_for_the_same_text_it_is_given_once(give):
    chen = make.person()

    assert give(chen).json["id"] == give(chen).json["id"]


def test_a_new_text_needs_a_new_consent(give):
    chen = make.person()

    assert give(chen).json["id"] != give(chen, version="2026-04").json["id"]


def test_it_is_withdrawn_and_may_be_given_anew(give, post):
    chen = make.person()
    first = give(chen).json["id"]
    withdrawn = post(f"{GIVE}/{first}/withdraw", by=chen).json

    assert withdrawn["withdrawn_at"] is not None
    assert give(chen).json["id"] != first


def test_nobody_withdraws_anothers(give, post):
    first = give(make.person()).json["id"]

    assert post(f"{GIVE}/{first}/withdraw", by=make.staff()).status_code == 404


@pytest.mark.parametrize("form", [{"purpose": "everything"}, {"version": "newest"}])
def test_only_what_exists_can_be_agreed_to(give, form):
    assert give(make.person(), **form).status_code == 422
