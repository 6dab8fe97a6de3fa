"""Whoever sets a first password knows it: its owner proves who they are before it is theirs."""

import pytest

from server.core.db import db
from server.people.identities import PHONE, WECHAT, add_identity
from tests import make

FIRST, OWN, NUMBER = "Xunbei-2026", "Daiyun-Mountain7", "13859740001"
CHANGE = "/api/people/me/password"


@pytest.fixture
def chen(clock, community, estate):
    """A resident, whom an administrator made a colleague."""
    person = make.person("陈阿姨", estate=estate, phone=NUMBER)
    make.grant(person, "grid_worker", community)
    return person


@pytest.fixture
def signs_in_by(chen):
    def signs_in_by(kind, subject, issuer=""):
        add_identity(chen, kind, subject, issuer)
        db.session.commit()

    return signs_in_by


@pytest.fixture
def change(post, chen, administrator):
    """By whoever knows the first password."""

    def change(new=OWN, old=FIRST, **proof):
        session = post("/api/people/sign_in/password", name="chenayi", password=FIRST).json
        form = {"old_password": old, "new_password": new, **proof}
        return post(CHANGE, token=session["access_token"], **form)

    path = f"/api/people/persons/{chen.id}/staff_name"
    named = post(path, by=administrator, name="chenayi", password=FIRST)
    assert named.status_code == 200, named.text
    return change


@pytest.fixture
def code(post, sms):
    def code(number=NUMBER):
        post("/api/people/sign_in/sms_code", phone=number)
        return sms.last_to(number).params["code"]

    return code


def refused(answer, code):
    return (answer.status_code, answer.json.get("code")) == (409, code)


def test_whoever_only_knows_the_password_does_not_become_its_owner(change, signs_in_by, post, get):
    signs_in_by(PHONE, NUMBER)
    assert refused(change(), "prove_by_phone")
    assert refused(change(phone=NUMBER, code="000000"), "code_wrong")

    session = post("/api/people/sign_in/password", name="chenayi", password=FIRST).json
    mine = get("/api/tickets/mine", token=session["access_token"])
    assert mine.json["code"] == "must_change_password"


def test_its_owner_proves_it_by_a_code(change, signs_in_by, code, post):
    signs_in_by(PHONE, NUMBER)

    assert change(phone=NUMBER, code=code()).json["must_change_password"] is False
    assert post("/api/people/sign_in/password", name="chenayi", password=OWN).status_code == 200


def test_the_number_of_somebody_else_proves_nothing(change, signs_in_by, code):
    signs_in_by(PHONE, NUMBER)
    other = "13859740002"

    assert refused(change(phone=other, code=code(other)), "not_your_proof")


def test_a_weak_password_wastes_no_code(change, signs_in_by, code):
    signs_in_by(PHONE, NUMBER)
    proof = {"phone": NUMBER, "code": code()}

    assert list(change(new="alllowercase", **proof).json["problems"]) == ["new_password"]
    assert refused(change(old="Guess-12345", **proof), "name_or_password_wrong")
    assert change(**proof).status_code == 200


def test_a_code_is_good_for_one_change(change, signs_in_by, code, post, administrator, chen):
    signs_in_by(PHONE, NUMBER)
    proof = {"phone": NUMBER, "code": code()}
    change(**proof)
    again = {"name": "chenayi", "password": FIRST}
    post(f"/api/people/persons/{chen.id}/staff_name", by=administrator, **again)

    assert refused(change(**proof), "code_wrong")


def test_who_has_wechat_only_is_told_to_go_there_and_proves_it_so(change, signs_in_by, app, wechat):
    signs_in_by(WECHAT, "o-chen", app.config["WECHAT_APPID"])
    assert refused(change(), "prove_by_wechat")
    assert refused(change(wechat_code=wechat.code_for("o-thief")), "not_your_proof")

    assert change(wechat_code=wechat.code_for("o-chen")).status_code == 200


def test_a_number_of_a_merged_account_is_theirs_too(change, chen, code, estate):
    alias = make.person("陈阿姨", estate=estate, merged_into_id=chen.id)
    add_identity(alias, PHONE, NUMBER)
    db.session.commit()

    assert refused(change(), "prove_by_phone")
    assert change(phone=NUMBER, code=code()).status_code == 200


def test_who_has_no_other_way_in_has_nothing_to_prove(change):
    assert change().status_code == 200


def test_a_password_of_ones_own_is_changed_by_the_old_one(change, signs_in_by, code, post):
    signs_in_by(PHONE, NUMBER)
    change(phone=NUMBER, code=code())
    session = post("/api/people/sign_in/password", name="chenayi", password=OWN).json
    form = {"old_password": OWN, "new_password": "Another-Mountain8"}

    assert post(CHANGE, token=session["access_token"], **form).status_code == 200


def test_proof_is_a_number_with_its_code_or_wechat(change):
    answer = change(phone=NUMBER)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["phone"])
