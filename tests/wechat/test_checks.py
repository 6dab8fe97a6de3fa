"""Texts and pictures are judged by WeChat before others see them."""

import pytest

from server.wechat import errors
from server.wechat.client import UNCHECKED
from server.wechat.errors import WeChatRefused
from tests.standins.loopback import reply

PATH = "/wxa/msg_sec_check"
PICTURE = "https://jinlin.example/files/a.jpg"


@pytest.fixture
def standin(standin):
    standin.seen("openid-1")
    standin.dislike("赌博", "risky", 20006)
    standin.dislike("加微信", "review", 10001)
    return standin


@pytest.mark.parametrize(
    ("text", "suggest", "label"),
    [
        ("想请人换个灯泡", "pass", 100),
        ("想请人换灯泡，加微信", "review", 10001),
        ("一起赌博", "risky", 20006),
        ("加微信，一起赌博", "risky", 20006),
    ],
)
def test_a_text_is_judged(client, text, suggest, label):
    verdict = client.msg_sec_check(text, "openid-1", scene=2)

    assert (verdict.suggest, verdict.label) == (suggest, label)
    assert verdict.trace_id


def test_a_title_is_judged_with_its_text(client):
    assert client.msg_sec_check("来吧", "openid-1", scene=2, title="赌博").suggest == "risky"


def test_the_text_travels_as_plain_utf_8(standin, client):
    client.msg_sec_check("想请人换个灯泡", "openid-1", scene=2)

    body = standin.asked(PATH)[0].body
    assert "想请人换个灯泡".encode() in body
    assert b"\\u" not in body


def test_half_a_character_does_not_stop_the_check(client):
    assert client.msg_sec_check("一起赌博\ud83d", "openid-1", scene=2).suggest == "risky"


@pytest.mark.parametrize("answer", [{"errcode": 0}, {"errcode": 0, "result": None}])
def test_no_error_is_not_yet_a_pass(standin, client, answer):
    standin.surprise(PATH, reply(answer))

    assert client.msg_sec_check("您好", "openid-1", scene=2).suggest == "review"


def test_a_text_too_long_to_be_judged_is_for_a_person_to_read(standin, client):
    assert client.msg_sec_check("灯" * 2500, "openid-1", scene=2).suggest == "pass"
    assert client.msg_sec_check("灯" * 2501, "openid-1", scene=2) == UNCHECKED


def test_a_text_is_judged_within_two_hours_of_the_visit_only(standin, client):
    standin.later(7201)

    with pytest.raises(WeChatRefused) as refusal:
        client.msg_sec_check("您好", "openid-1", scene=2)
    assert refusal.value.code == errors.USER_NOT_ACTIVE


@pytest.mark.parametrize(
    ("openid", "scene", "text", "code"),
    [("stranger", 2, "您好", 43104), ("openid-1", 9, "您好", 40129), ("openid-1", 2, "", 44002)],
)
def test_what_cannot_be_judged_is_refused(client, openid, scene, text, code):
    with pytest.raises(WeChatRefused) as refusal:
        client.msg_sec_check(text, openid, scene)
    assert refusal.value.code == code


def test_a_picture_is_handed_in_for_a_later_verdict(standin, client):
    assert standin.media[client.media_check(PICTURE, "openid-1", scene=2)] == PICTURE


def test_a_picture_that_wechat_cannot_fetch_is_refused(client):
    with pytest.raises(WeChatRefused) as refusal:
        client.media_check("http://localhost/a.jpg", "openid-1", scene=2)
    assert refusal.value.code == 47001
