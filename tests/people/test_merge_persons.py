"""Two accounts of one person: an alias, resolved at each request, undone without a trace lost."""

import pytest
from sqlalchemy import select

from server.core.audit import AuditEntry
from server.core.db import db
from server.people.models import Person
from server.people.session import identify
from tests import make


@pytest.fixture
def community():
    return make.community()


@pytest.fixture
def estate(community):
    return make.estate(of=community)


@pytest.fixture
def desk(community):
    return make.staff(at=community)


@pytest.fixture
def chen(estate):
    return make.person("陈阿姨", estate=estate)


@pytest.fixture
def double(post, session_of, estate):
    """The account the same person made by WeChat."""
    session = session_of("o-chen")
    post("/api/people/me/estate", token=session["access_token"], estate_id=estate.id)
    return db.session.get(Person, session["me"]["id"])


@pytest.fixture
def merge(post, desk):
    def merge(person, into, by=desk):
        return post(f"/api/people/persons/{person.id}/merge", by=by, into_id=into.id)

    return merge


@pytest.fixture
def unmerge(post, desk):
    return lambda person, by=desk: post(f"/api/people/persons/{person.id}/unmerge", by=by)


def test_who_comes_back_is_who_survived(merge, session_of, double, chen, desk):
    assert merge(double, chen).json["merged_into_id"] == chen.id
    assert session_of("o-chen")["me"]["id"] == chen.id
    assert db.session.scalars(select(AuditEntry.action)).all() == ["merge_persons"]


def test_a_device_that_was_signed_in_goes_on_after_refreshing(
    merge, get, post, session_of, double, chen
):
    session = session_of("o-chen")
    merge(double, chen)
    assert get("/api/people/me", token=session["access_token"]).json["code"] == "token_expired"

    after = post("/api/people/refresh", refresh_token=session["refresh_token"]).json
    assert get("/api/people/me", token=after["access_token"]).json["id"] == chen.id


def test_what_the_double_did_is_theirs(merge, double, chen):
    merge(double, chen)

    assert identify(make.token(chen)).ids == (chen.id, double.id)


def test_undone_they_are_two_again(merge, unmerge, session_of, double, chen):
    merge(double, chen)
    assert unmerge(double).json["merged_into_id"] is None
    assert session_of("o-chen")["me"]["id"] == double.id
    assert identify(make.token(chen)).ids == (chen.id,)


def test_undone_no_device_stays_in_the_account_of_the_other(
    merge, unmerge, get, session_of, double, chen
):
    before, own = session_of("o-chen"), make.token(chen)
    merge(double, chen)
    during = session_of("o-chen")
    unmerge(double)

    for token in (before["access_token"], during["access_token"], own):
        assert get("/api/people/me", token=token).json["code"] == "signed_out"


def test_an_alias_is_one_step_long(merge, double, chen, estate):
    merge(double, chen)
    third = make.person(estate=estate)

    assert merge(chen, third).json["code"] == "cannot_merge"
    assert merge(third, double).json["code"] == "cannot_merge"
    assert merge(third, chen).status_code == 200


def test_nobody_becomes_an_official_by_merging(merge, chen, estate):
    """Else whoever signs in as the double would hold the office."""
    official = make.administrator()
    official.estate_id = estate.id
    db.session.commit()

    assert merge(chen, official).status_code == 403
    assert merge(official, chen).status_code == 403


def test_nobody_merges_themselves(merge, chen, desk, estate):
    desk.estate_id = estate.id
    db.session.commit()

    assert merge(desk, chen).status_code == 403
    assert merge(chen, desk).status_code == 403


def test_both_must_be_their_people(merge, chen):
    stranger = make.person(estate=make.estate(of=make.community("城东社区")))

    assert merge(chen, stranger).status_code == 422
    assert merge(stranger, chen).status_code == 404


def test_into_oneself_is_nonsense(merge, chen):
    assert merge(chen, chen).status_code == 422


def test_what_was_not_merged_is_not_undone(unmerge, chen):
    assert unmerge(chen).json["code"] == "not_merged"
