"""A telephone number is added by WeChat's button or by a code, and belongs to one person."""

import pytest

from server.core.db import db
from server.people.models import Person
from tests import make

PHONE, ADD = "13859740001", "/api/people/me/phone"


@pytest.fixture
def me(clock, session_of):
    return session_of("o-chen")


@pytest.fixture
def add_by_wechat(post, wechat, me):
    def add(phone=PHONE, openid="o-chen"):
        code = wechat.phone_code(phone, openid)
        return post(ADD, token=me["access_token"], wechat_code=code)

    return add


def test_the_button_of_wechat_is_enough(add_by_wechat, me):
    assert add_by_wechat().json["phone_masked"] == "138****0001"
    assert db.session.get(Person, me["me"]["id"]).phone == PHONE


def test_so_is_a_code(post, sms, me):
    post("/api/people/sign_in/sms_code", phone=PHONE)
    code = sms.last_to(PHONE).params["code"]
    token = me["access_token"]

    assert post(ADD, token=token, phone=PHONE, code=code).json["phone_masked"] == "138****0001"


def test_a_wrong_code_adds_nothing(post, me):
    answer = post(ADD, token=me["access_token"], phone=PHONE, code="000000")

    assert (answer.status_code, answer.json["code"]) == (409, "code_wrong")


def test_the_number_then_signs_in_the_same_person(add_by_wechat, post, sms, me):
    add_by_wechat()
    post("/api/people/sign_in/sms_code", phone=PHONE)
    code = sms.last_to(PHONE).params["code"]
    session = post("/api/people/sign_in/sms", phone=PHONE, code=code).json

    assert session["me"]["id"] == me["me"]["id"]


def test_somebody_elses_number_is_not_taken(add_by_wechat, post, sms):
    post("/api/people/sign_in/sms_code", phone=PHONE)
    post("/api/people/sign_in/sms", phone=PHONE, code=sms.last_to(PHONE).params["code"])
    answer = add_by_wechat()

    assert (answer.status_code, answer.json["code"]) == (409, "phone_taken")
    assert "合并" in answer.json["detail"]


def test_a_contact_number_that_an_elder_shares_is_no_obstacle(add_by_wechat):
    make.person("奶奶", phone=PHONE)

    assert add_by_wechat().status_code == 200


def test_somebody_elses_code_adds_nothing(add_by_wechat):
    assert add_by_wechat(openid="o-thief").json["code"] == "wechat_said_no"


def test_without_wechat_the_button_says_what_to_do(post):
    answer = post(ADD, by=make.person(), wechat_code="abc")

    assert (answer.status_code, answer.json["code"]) == (409, "no_wechat")


@pytest.mark.parametrize("form", [{}, {"phone": PHONE}, {"wechat_code": "a", "phone": PHONE}])
def test_half_a_form_is_refused(post, form):
    assert post(ADD, by=make.person(), **form).status_code == 422


def test_the_old_number_no_longer_signs_in(add_by_wechat, post, sms, me):
    """Carriers give it to somebody else."""
    add_by_wechat()
    add_by_wechat("13859740002")
    post("/api/people/sign_in/sms_code", phone=PHONE)
    code = sms.last_to(PHONE).params["code"]
    stranger = post("/api/people/sign_in/sms", phone=PHONE, code=code).json["me"]

    assert stranger["id"] != me["me"]["id"]
