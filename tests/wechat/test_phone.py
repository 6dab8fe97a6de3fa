"""The phone number, by the code of the phone button."""

import pytest

from server.wechat import errors
from server.wechat.client import Phone
from server.wechat.errors import WeChatRefused, WeChatUnavailable
from tests.standins.loopback import reply

PATH = "/wxa/business/getuserphonenumber"


def test_a_code_gives_the_number(standin, client):
    code = standin.phone_code("13800001234", "openid-1")

    assert client.phone(code, "openid-1") == Phone("13800001234", "86")


def test_a_code_gives_the_number_once(standin, client):
    code = standin.phone_code("13800001234", "openid-1")
    client.phone(code, "openid-1")

    with pytest.raises(WeChatRefused) as refusal:
        client.phone(code, "openid-1")
    assert refusal.value.code == errors.CODE_USED


def test_nobody_binds_the_number_of_somebody_else(standin, client):
    code = standin.phone_code("13800001234", "openid-1")

    with pytest.raises(WeChatRefused) as refusal:
        client.phone(code, "openid-2")
    assert refusal.value.code == errors.CODE_INVALID


def test_a_number_given_to_another_app_is_not_taken(standin, client):
    standin.phone_appid = "wx-somebody-else"

    with pytest.raises(WeChatRefused) as refusal:
        client.phone(standin.phone_code("13800001234", "openid-1"), "openid-1")
    assert refusal.value.code == errors.WRONG_APP


def test_an_answer_without_a_number_is_no_answer(standin, client):
    standin.surprise(PATH, reply({"errcode": 0, "errmsg": "ok"}))

    with pytest.raises(WeChatUnavailable):
        client.phone(standin.phone_code("13800001234", "openid-1"), "openid-1")
