"""Subscribe messages: one grant, one message."""

import pytest

from server.wechat import errors
from server.wechat.errors import WeChatRefused, WeChatUnavailable

PATH = "/cgi-bin/message/subscribe/send"
FIELDS = {"thing1": "换灯泡", "time3": "2026年11月26日 15:01"}


@pytest.fixture
def standin(standin):
    standin.template("claimed", "thing1", "time3")
    standin.grant("openid-1", "claimed")
    return standin


def test_a_granted_message_arrives(standin, client):
    client.subscribe_send("openid-1", "claimed", FIELDS, page="pages/index/index?id=7")

    assert standin.sent == [("openid-1", "claimed", FIELDS)]


def test_one_grant_is_one_message(standin, client):
    client.subscribe_send("openid-1", "claimed", FIELDS)

    with pytest.raises(WeChatRefused) as refusal:
        client.subscribe_send("openid-1", "claimed", FIELDS)
    assert refusal.value.code == errors.NO_GRANT
    assert len(standin.asked(PATH)) == 2  # the refusal was not sent again by itself


@pytest.mark.parametrize(
    ("openid", "template", "page", "code"),
    [
        ("nobody", "claimed", None, 40003),
        ("openid-1", "unknown", None, 40037),
        ("openid-1", "claimed", "pages/unpublished", 41030),
    ],
)
def test_a_wrong_address_is_refused(standin, client, openid, template, page, code):
    with pytest.raises(WeChatRefused) as refusal:
        client.subscribe_send(openid, template, FIELDS, page=page)
    assert refusal.value.code == code


def test_a_missing_field_is_refused(standin, client):
    with pytest.raises(WeChatRefused) as refusal:
        client.subscribe_send("openid-1", "claimed", {"thing1": "换灯泡"})
    assert refusal.value.code == errors.VALUE_UNFIT


def test_a_long_wish_is_shortened_so_that_it_arrives(standin, client):
    client.subscribe_send("openid-1", "claimed", FIELDS | {"thing1": "灯\n" * 30})

    assert standin.sent[0][2]["thing1"] == "灯 灯 灯 灯 灯 灯 灯 灯 灯 灯…"


def test_a_wrong_time_is_refused_without_using_up_the_grant(standin, client):
    with pytest.raises(WeChatRefused) as refusal:
        client.subscribe_send("openid-1", "claimed", FIELDS | {"time3": "明天下午"})
    assert refusal.value.code == errors.VALUE_UNFIT
    assert standin.grants["openid-1", "claimed"] == 1


def test_a_busy_wechat_may_be_asked_again(standin, client):
    standin.fail(PATH, -1)

    with pytest.raises(WeChatUnavailable):
        client.subscribe_send("openid-1", "claimed", FIELDS)
    client.subscribe_send("openid-1", "claimed", FIELDS)

    assert len(standin.sent) == 1


def test_a_message_says_which_version_it_opens(standin, client):
    client.subscribe_send("openid-1", "claimed", FIELDS, state="trial")

    assert standin.asked(PATH)[0].json["miniprogram_state"] == "trial"
