"""The picture of a mini-program code."""

import pytest

from server.wechat.errors import WeChatRefused, WeChatUnavailable
from tests.standins.loopback import Reply, reply
from tests.standins.wechat_answers import JPEG

PATH, PAGE = "/wxa/getwxacodeunlimit", "pages/index/index"


def test_a_code_is_a_picture(client):
    assert client.wxacode("p7F3K9A", PAGE) == JPEG


@pytest.mark.parametrize(
    ("scene", "page", "width", "code"),
    [
        ("x" * 33, PAGE, 430, 40169),
        ("社区", PAGE, 430, 40129),
        ("a%20b", PAGE, 430, 40129),
        ("", PAGE, 430, 40129),
        ("p7F3K9A", "pages/unpublished", 430, 41030),
        ("p7F3K9A", PAGE, 100, 40097),
    ],
)
def test_what_wechat_cannot_draw_is_refused(client, scene, page, width, code):
    with pytest.raises(WeChatRefused) as refusal:
        client.wxacode(scene, page, width=width)
    assert refusal.value.code == code


def test_a_page_that_is_not_published_can_be_drawn_on_purpose(client):
    assert client.wxacode("p7F3K9A", "pages/new", check_path=False, env_version="trial") == JPEG


def test_an_error_that_calls_itself_a_picture_is_still_an_error(standin, client):
    standin.surprise(PATH, Reply(reply({"errcode": 45009}).body, kind="image/jpeg"))

    with pytest.raises(WeChatRefused) as refusal:
        client.wxacode("p7F3K9A", PAGE)
    assert refusal.value.code == 45009


@pytest.mark.parametrize(
    "answer",
    [Reply(b"", kind="image/jpeg"), Reply(b"<html>", kind="text/html"), reply({"errcode": 0})],
    ids=["an empty picture", "a web page", "a bare ok"],
)
def test_what_is_neither_picture_nor_error_may_be_asked_for_again(standin, client, answer):
    standin.surprise(PATH, answer)

    with pytest.raises(WeChatUnavailable):
        client.wxacode("p7F3K9A", PAGE)


def test_a_dead_token_does_not_spoil_a_picture(standin, client):
    client.wxacode("p7F3K9A", PAGE)
    standin.void_tokens()

    assert client.wxacode("p7F3K9A", PAGE) == JPEG
