"""Sign-in by the code of wx.login."""

import pytest

from server.wechat import errors
from server.wechat.client import Identity, WeChat
from server.wechat.errors import WeChatRefused

PATH = "/sns/jscode2session"


def test_a_code_tells_who_signed_in(standin, client):
    assert client.code2session(standin.code_for("openid-1")) == Identity("openid-1", None)


def test_signing_in_needs_no_token(standin, client):
    client.code2session(standin.code_for("openid-1"))

    assert [request.path for request in standin.received] == [PATH]


def test_a_code_works_once(standin, client):
    code = standin.code_for("openid-1")
    client.code2session(code)

    with pytest.raises(WeChatRefused) as refusal:
        client.code2session(code)
    assert refusal.value.code == errors.CODE_USED


def test_a_code_dies_after_five_minutes(standin, client):
    code = standin.code_for("openid-1")
    standin.later(301)

    with pytest.raises(WeChatRefused) as refusal:
        client.code2session(code)
    assert refusal.value.code == errors.CODE_INVALID


@pytest.mark.parametrize("code", ["", "made up", "代码&secret=x"])
def test_a_code_that_wechat_never_gave_is_invalid(client, code):
    with pytest.raises(WeChatRefused) as refusal:
        client.code2session(code)
    assert refusal.value.code == errors.CODE_INVALID


def test_the_code_of_the_phone_button_does_not_sign_in(standin, client):
    with pytest.raises(WeChatRefused) as refusal:
        client.code2session(standin.phone_code("13800001234", "openid-1"))
    assert refusal.value.code == errors.CODE_INVALID


def test_a_blocked_person_is_told_apart(standin, client):
    standin.blocked.add("openid-1")

    with pytest.raises(WeChatRefused) as refusal:
        client.code2session(standin.code_for("openid-1"))
    assert refusal.value.code == errors.USER_BLOCKED


def test_too_many_tries_are_told_apart(standin, client):
    standin.fail(PATH, errors.TOO_OFTEN)

    with pytest.raises(WeChatRefused) as refusal:
        client.code2session(standin.code_for("openid-1"))
    assert refusal.value.code == errors.TOO_OFTEN


@pytest.mark.parametrize("code", sorted(errors.CONFIGURATION))
def test_a_wrong_configuration_is_for_the_administrator(standin, client, code):
    standin.fail(PATH, code)

    with pytest.raises(WeChatRefused) as refusal:
        client.code2session(standin.code_for("openid-1"))
    assert refusal.value.is_configuration


def test_a_used_code_is_not_for_the_administrator():
    assert not WeChatRefused(errors.CODE_USED, "code been used", PATH).is_configuration


def test_a_client_is_made_from_settings(standin):
    settings = {"WECHAT_APPID": standin.appid, "WECHAT_SECRET": standin.secret}
    client = WeChat.from_settings(settings | {"WECHAT_BASE": standin.base})

    assert client.code2session(standin.code_for("openid-1")).openid == "openid-1"
    client.close()
