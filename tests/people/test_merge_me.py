"""Two accounts of one's own become one, when both are proven: signed in here, a code from there."""

import pytest
from sqlalchemy import select

from schemas.people_words import PersonState, Role
from server.core.audit import AuditEntry
from server.core.db import db
from server.people.identities import PASSWORD, PHONE, add_identity
from server.people.models import Person
from server.people.session import identify
from tests import make

NUMBER, MERGE = "13859740001", "/api/people/me/merge"


@pytest.fixture
def me(clock, session_of):
    """The account made by WeChat, in which they are signed in."""
    return session_of("o-chen")


@pytest.fixture
def code(post, sms):
    def code(number=NUMBER):
        post("/api/people/sign_in/sms_code", phone=number)
        return sms.last_to(number).params["code"]

    return code


@pytest.fixture
def other(clock, estate):
    """The account they made by telephone, long ago."""
    person = make.person("陈阿姨", estate=estate, phone=NUMBER)
    add_identity(person, PHONE, NUMBER)
    db.session.commit()
    return person


@pytest.fixture
def merge(post, me, code):
    return lambda **form: post(MERGE, token=me["access_token"], phone=NUMBER, code=code(), **form)


@pytest.fixture
def i_am(me):
    return lambda: identify(me["access_token"])


def mine(me):
    return db.session.get(Person, me["me"]["id"])


def refused(answer, code):
    return (answer.status_code, answer.json["code"]) == (409, code)


def test_the_number_that_is_taken_offers_it_and_the_same_code_does_it(post, other, me, code):
    proof = {"token": me["access_token"], "phone": NUMBER, "code": code()}
    taken = post("/api/people/me/phone", **proof)
    assert refused(taken, "phone_taken")
    assert "合并" in taken.json["detail"]

    assert post(MERGE, **proof).json["phone_masked"] == "138****0001"


def test_what_the_other_did_is_mine_and_what_it_said_too(merge, other, me, i_am, estate):
    answer = merge().json

    assert i_am().ids == (me["me"]["id"], other.id)
    assert answer["estate"]["id"] == estate.id
    assert db.session.scalars(select(AuditEntry.action)).all() == ["merge_persons"]


def test_both_ways_in_lead_to_one_account(merge, other, post, code, session_of, clock):
    merge()
    clock.forward(minutes=1)
    by_phone = post("/api/people/sign_in/sms", phone=NUMBER, code=code()).json["me"]["id"]

    assert by_phone == session_of("o-chen")["me"]["id"]


def test_they_are_told(merge, other, get, me):
    merge()
    (told,) = get("/api/messages/", token=me["access_token"]).json["items"]

    assert told["title"] == "账号已合并"


def test_without_the_code_nothing_is_put_together(post, me, other, i_am):
    answer = post(MERGE, token=me["access_token"], phone=NUMBER, code="000000")

    assert refused(answer, "code_wrong")
    assert i_am().aliases == ()


def test_a_number_without_an_account_has_nothing_to_merge(merge):
    assert refused(merge(), "nothing_to_merge")


def test_once_merged_there_is_nothing_more_to_merge(merge, other, clock):
    merge()
    clock.forward(minutes=1)

    assert refused(merge(), "nothing_to_merge")


def test_the_account_of_an_office_is_not_merged(merge, other, community):
    make.grant(other, Role.GRID_WORKER, community)
    answer = merge()

    assert refused(answer, "work_account")
    assert answer.json["title"] == "工作账号不能合并"


def test_nor_is_mine_while_i_hold_one(merge, other, me, community):
    make.grant(mine(me), Role.GRID_WORKER, community)

    assert refused(merge(), "work_account")


def test_nor_is_one_with_a_staff_name(merge, other):
    add_identity(other, PASSWORD, "xiaolin")
    db.session.commit()

    assert refused(merge(), "work_account")


def test_who_was_switched_off_does_not_come_back_by_merging(merge, other):
    other.state = PersonState.OFF
    db.session.commit()

    assert refused(merge(), "account_off")


def test_an_account_with_aliases_remains(merge, other, me, estate, post):
    """Those are one step long. The device goes on as the one that remains."""
    alias = make.person("陈阿姨", estate=estate, merged_into_id=other.id)
    assert merge().json["id"] == other.id

    after = post("/api/people/refresh", refresh_token=me["refresh_token"]).json
    actor = identify(after["access_token"])
    assert (actor.id, set(actor.aliases)) == (other.id, {me["me"]["id"], alias.id})


def test_two_with_aliases_stay_two(merge, other, me):
    for one in (other, mine(me)):
        make.person(merged_into_id=one.id)

    assert refused(merge(), "cannot_merge")


def test_a_volunteer_stays_one_until_it_is_undone(merge, other, post, me, get, community):
    given = post("/api/people/volunteers", by=other, area_id=community.id).json["id"]
    worker = make.staff(at=community)
    post(f"/api/people/volunteers/{given}/confirm", by=worker)
    merge()
    assert get("/api/people/me", token=me["access_token"]).json["is_volunteer"]

    post(f"/api/people/persons/{other.id}/unmerge", by=worker)
    assert not get("/api/people/me", by=mine(me)).json["is_volunteer"]
    assert get("/api/people/me", by=other).json["is_volunteer"]


def test_who_is_switched_off_on_either_side_is_not_let_in(merge, other, me, post, code, get, clock):
    merge()
    device = make.token(other)
    other.state = PersonState.OFF
    db.session.commit()
    clock.forward(minutes=1)

    answer = post("/api/people/sign_in/sms", phone=NUMBER, code=code())
    assert answer.json["code"] == "switched_off"
    assert get("/api/people/me", token=device).json["code"] == "switched_off"
    assert get("/api/people/me", token=me["access_token"]).status_code == 200


def test_a_new_number_ends_every_old_one_and_says_which(merge, other, post, code, me, get, clock):
    """Also that of the other account: carriers give it to somebody else."""
    merge()
    new = "13859740002"
    post("/api/people/me/phone", token=me["access_token"], phone=new, code=code(new))
    told = get("/api/messages/", token=me["access_token"]).json["items"][0]["words"]
    assert "138****0002" in told
    assert "138****0001 不能再登录" in told

    clock.forward(minutes=1)
    stranger = post("/api/people/sign_in/sms", phone=NUMBER, code=code()).json["me"]
    assert stranger["id"] not in (me["me"]["id"], other.id)
