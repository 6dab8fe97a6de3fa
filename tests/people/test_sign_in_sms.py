"""Sign-in by a code that is sent to a telephone."""

import pytest
from sqlalchemy import select

from server.core.db import db
from server.people.models import Person
from tests.standins.loopback import reply

PHONE = "13859740001"
SEND, SIGN_IN = "/api/people/sign_in/sms_code", "/api/people/sign_in/sms"


@pytest.fixture
def code(post, sms):
    def send(phone=PHONE):
        answer = post(SEND, phone=phone)
        assert answer.status_code == 200, answer.text
        return sms.last_to(phone).params["code"]

    return send


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06}"


def test_whoever_reads_the_code_back_comes_in(post, code, clock):
    me = post(SIGN_IN, phone=PHONE, code=code()).json["me"]

    assert me["phone_masked"] == "138****0001"
    assert db.session.scalars(select(Person)).one().phone == PHONE


def test_the_answer_is_the_same_for_strangers_and_for_friends(post, code, clock):
    post(SIGN_IN, phone=PHONE, code=code())
    clock.forward(minutes=2)

    assert post(SEND, phone=PHONE).json == post(SEND, phone="13859740002").json


def test_a_code_is_good_once(post, code, clock):
    sent = code()
    post(SIGN_IN, phone=PHONE, code=sent)

    assert post(SIGN_IN, phone=PHONE, code=sent).json["code"] == "code_wrong"


def test_a_code_is_good_for_five_minutes(post, code, clock):
    sent = code()
    clock.forward(minutes=5)

    assert post(SIGN_IN, phone=PHONE, code=sent).json["code"] == "code_wrong"


def test_a_code_is_good_for_one_number(post, code, clock):
    sent = code()

    assert post(SIGN_IN, phone="13859740002", code=sent).json["code"] == "code_wrong"


def test_five_wrong_codes_kill_the_right_one(post, code, clock):
    sent = code()
    for _ in range(5):
        assert post(SIGN_IN, phone=PHONE, code=wrong(sent)).json["code"] == "code_wrong"

    assert post(SIGN_IN, phone=PHONE, code=sent).json["code"] == "code_wrong"


def test_a_newer_code_takes_the_place_of_the_older(post, code, clock):
    older = code()
    clock.forward(minutes=1)
    newer = code()

    assert post(SIGN_IN, phone=PHONE, code=newer).status_code == 200
    assert older == newer or post(SIGN_IN, phone=PHONE, code=older).status_code == 409


def test_a_number_gets_one_code_a_minute(post, code, clock):
    code()
    answer = post(SEND, phone=PHONE)

    assert (answer.status_code, answer.json["code"]) == (429, "too_many_tries")
    assert answer.headers["Retry-After"] == "60"
    assert "1 分钟" in answer.json["detail"]
    clock.forward(minutes=1)
    assert post(SEND, phone=PHONE).status_code == 200


def test_a_number_gets_five_codes_a_day(post, code, clock):
    for _ in range(5):
        code()
        clock.forward(minutes=2)
    answer = post(SEND, phone=PHONE)

    assert answer.status_code == 429
    assert "24 小时" in answer.json["detail"]
    clock.forward(days=1)
    assert post(SEND, phone=PHONE).status_code == 200


def test_when_the_gateway_is_away_nothing_was_promised(post, sms, clock):
    sms.surprise("/messages", reply({}, 500))

    assert post(SEND, phone=PHONE).status_code == 503


@pytest.mark.parametrize("phone", ["12345", "23859740001", "1385974000a", "", None])
def test_only_mobile_numbers_get_codes(post, phone):
    assert post(SEND, phone=phone).status_code == 422
