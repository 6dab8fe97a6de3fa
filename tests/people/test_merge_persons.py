"""A desk puts an account that nobody signs in to together with the one its owner uses."""

import pytest
from sqlalchemy import select

from schemas.people_words import PersonState
from server.core.audit import AuditEntry
from server.core.db import db
from server.people.identities import PASSWORD, PHONE, add_identity
from server.people.models import Person
from server.people.session import identify
from tests import make


@pytest.fixture
def granny(post, session_of, estate):
    """The account that is used: she signs in to it by WeChat."""
    session = session_of("o-chen")
    post("/api/people/me/estate", token=session["access_token"], estate_id=estate.id)
    return db.session.get(Person, session["me"]["id"])


@pytest.fixture
def written(estate, desk):
    """The account that a desk wrote down for her."""
    return make.person("陈奶奶", estate=estate, made_by_id=desk.id)


@pytest.fixture
def merge(post, desk):
    def merge(person, into, by=desk):
        return post(f"/api/people/persons/{person.id}/merge", by=by, into_id=into.id)

    return merge


@pytest.fixture
def unmerge(post, desk):
    return lambda person, by=desk: post(f"/api/people/persons/{person.id}/unmerge", by=by)


@pytest.fixture
def inbox(get):
    return lambda person: [m["words"] for m in get("/api/messages/", by=person).json["items"]]


def refused(answer, code):
    return (answer.status_code, answer.json["code"]) == (409, code)


def test_what_was_done_for_her_is_hers(merge, granny, written):
    assert merge(written, granny).json["merged_into"]["id"] == granny.id

    assert identify(make.token(granny)).ids == (granny.id, written.id)
    assert db.session.scalars(select(AuditEntry.action)).all() == ["merge_persons"]


def test_she_is_told_who_did_it(merge, granny, written, inbox, desk):
    merge(written, granny)
    (words,) = inbox(granny)

    assert desk.display_name in words
    assert "陈奶奶" in words


def test_nobodys_account_is_handed_to_another(merge, granny, estate):
    """Who signs in to it decides about it: by WeChat, by a number, or as nobody wrote it down."""
    neighbour = make.person("林伯", estate=estate)
    by_phone = make.person("王姨", estate=estate, made_by_id=neighbour.id)
    add_identity(by_phone, PHONE, "13859740001")
    db.session.commit()

    for theirs in (granny, by_phone):
        assert refused(merge(theirs, neighbour), "owners_merge")
    assert refused(merge(neighbour, granny), "owners_merge")


@pytest.mark.parametrize("side", ["person", "into"])
def test_accounts_of_work_are_not_merged(merge, granny, written, community, side):
    official = make.staff(at=community)
    official.estate_id, official.made_by_id = granny.estate_id, written.made_by_id
    db.session.commit()
    pair = {"person": written, "into": granny} | {side: official}

    assert refused(merge(**pair), "work_account")


@pytest.mark.parametrize("side", ["person", "into"])
def test_a_staff_name_makes_an_account_one_of_work(merge, granny, written, side):
    add_identity(written if side == "person" else granny, PASSWORD, "xiaolin")
    db.session.commit()

    assert refused(merge(written, granny), "work_account")


@pytest.mark.parametrize("side", ["person", "into"])
def test_both_are_in_use(merge, granny, written, side):
    (written if side == "person" else granny).state = PersonState.OFF
    db.session.commit()

    assert refused(merge(written, granny), "account_off")


def test_undone_they_are_two_again_and_both_are_told(merge, unmerge, granny, written, inbox):
    merge(written, granny)
    assert unmerge(written).json["merged_into"] is None

    assert identify(make.token(granny)).ids == (granny.id,)
    assert all("撤销" in inbox(one)[0] for one in (granny, written))


def test_undone_no_device_stays_signed_in(merge, unmerge, get, session_of, granny, written):
    device = session_of("o-chen")
    merge(written, granny)
    unmerge(written)

    assert get("/api/people/me", token=device["access_token"]).json["code"] == "signed_out"


def test_an_alias_is_one_step_long(merge, granny, written, estate, desk):
    merge(written, granny)
    third = make.person(estate=estate, made_by_id=desk.id)

    assert refused(merge(third, written), "merged_away")
    assert merge(third, granny).status_code == 200
    assert refused(merge(written, granny), "merged_away")


def test_an_account_with_aliases_is_no_alias(merge, written, estate, desk, granny):
    second = make.person(estate=estate, made_by_id=desk.id)
    merge(second, written)

    assert refused(merge(written, granny), "cannot_merge")


def test_nobody_merges_themselves(merge, granny, written, desk, estate):
    desk.estate_id = estate.id
    db.session.commit()

    assert merge(desk, granny).status_code == 403
    assert merge(written, desk).status_code == 403


def test_both_live_where_the_desk_is(merge, granny, written, desk):
    """Having written somebody down is not enough."""
    elsewhere = make.estate(of=make.community("城东社区"))
    stranger = make.person(estate=elsewhere)
    moved = make.person(estate=elsewhere, made_by_id=desk.id)

    assert merge(written, stranger).status_code == 422
    assert merge(moved, granny).status_code == 403
    assert merge(written, moved).status_code == 403


def test_an_administrator_is_no_desk(merge, granny, written, administrator):
    assert merge(written, granny, by=administrator).status_code == 403


def test_into_oneself_is_nonsense(merge, written):
    assert merge(written, written).status_code == 422


def test_what_was_not_merged_is_not_undone(unmerge, written):
    assert refused(unmerge(written), "not_merged")


def test_who_lets_nobody_in_any_more_gives_nothing_back(merge, unmerge, granny, written):
    merge(written, granny)
    granny.state = PersonState.OFF
    db.session.commit()

    assert refused(unmerge(written), "account_off")


def test_what_concerns_an_alias_is_done_at_the_account_it_went_into(
    post, merge, granny, written, administrator, community
):
    merge(written, granny)
    path = f"/api/people/persons/{written.id}"
    grant = {"role": "grid_worker", "area_id": community.id}

    assert refused(post(f"{path}/switch_off", by=administrator), "merged_away")
    assert refused(post(f"{path}/grants", by=administrator, **grant), "merged_away")


def test_each_page_names_the_other_account(get, merge, granny, written, desk):
    merge(written, granny)
    kept, gone = (get(f"/api/people/persons/{p.id}", by=desk).json for p in (granny, written))

    assert [one["id"] for one in kept["aliases"]] == [written.id]
    assert gone["merged_into"]["id"] == granny.id
    assert {b["action"] for b in gone["actions"]} == {"reveal", "unmerge"}
