"""What happens when WeChat is busy, slow, away or talks nonsense; and what nobody gets to read."""

import logging
import traceback

import pytest

from server.wechat.client import WeChat
from server.wechat.errors import WeChatRefused, WeChatUnavailable
from tests.standins.loopback import Reply, reply

SIGN_IN, TOKEN, CHECK = "/sns/jscode2session", "/cgi-bin/stable_token", "/wxa/msg_sec_check"

NONSENSE = {
    "busy": reply({"errcode": -1, "errmsg": "system error"}),
    "a web page": Reply(b"<html>maintenance</html>", kind="text/html"),
    "nothing": Reply(b""),
    "broken text": Reply(b"\xff\xfe{"),
    "a list": reply([1, 2]),
    "half an answer": reply({"errcode": 0}),
    "HTTP 502": Reply(b"bad gateway", status=502, kind="text/plain"),
    "HTTP 500 with an error code": reply({"errcode": 40029}, status=500),
    "HTTP 302": Reply(b"", status=302),
}


@pytest.mark.parametrize("answer", NONSENSE.values(), ids=NONSENSE)
@pytest.mark.parametrize("path", [SIGN_IN, TOKEN])
def test_an_unusable_answer_may_be_asked_for_again(standin, client, path, answer):
    standin.surprise(path, answer)
    standin.seen("openid-1")
    calls = {
        SIGN_IN: lambda: client.code2session(standin.code_for("openid-1")),
        TOKEN: lambda: client.msg_sec_check("您好", "openid-1", scene=2),
    }

    with pytest.raises(WeChatUnavailable):
        calls[path]()


@pytest.mark.parametrize("path", [SIGN_IN, TOKEN])
def test_nobody_waits_longer_than_the_timeout(standin, hasty, path):
    standin.delay(path, 60)
    call = hasty.code2session if path == SIGN_IN else hasty.media_check
    asked = ["code"] if path == SIGN_IN else ["https://example.org/a.jpg", "openid-1", 1]

    with pytest.raises(WeChatUnavailable, match="ReadTimeout"):
        call(*asked)


def test_a_server_that_is_not_there_is_unavailable(standin, client):
    gone = WeChat("wx-jinlin", "s3cret-of-jinlin", base="http://127.0.0.1:9", timeout_seconds=1)

    with pytest.raises(WeChatUnavailable, match="ConnectError"):
        gone.code2session("code")
    gone.close()


def test_no_exception_tells_the_secret_or_the_token(standin, hasty):
    standin.seen("openid-1")
    hasty.msg_sec_check("您好", "openid-1", scene=2)
    token = standin.asked(CHECK)[0].query["access_token"]
    for path, told_too_much in ((SIGN_IN, standin.secret), (CHECK, token)):
        standin.surprise(path, reply({"errcode": 40029, "errmsg": f"bad {told_too_much}"}))
        standin.surprise(path, Reply(b"bad gateway", status=502))

    told = [told_by(hasty, path) for path in (SIGN_IN, CHECK) for _ in range(2)]
    for path in (SIGN_IN, CHECK):
        standin.delay(path, 60)
    told += [told_by(hasty, path) for path in (SIGN_IN, CHECK)]

    assert [text for text in told if standin.secret in text or token in text] == []
    assert "***" in told[0]


def told_by(client, path):
    """All that a log could print about the failure of this call."""
    calls = {
        SIGN_IN: lambda: client.code2session("code"),
        CHECK: lambda: client.msg_sec_check("您好", "openid-1", scene=2),
    }
    with pytest.raises((WeChatRefused, WeChatUnavailable)) as failure:
        calls[path]()
    error = failure.value
    assert error.__context__ is None  # an exception of httpx holds the whole request
    return "".join(traceback.format_exception(error)) + repr([error, vars(error)])


def test_no_log_tells_the_secret_or_the_token(standin, client, caplog):
    caplog.set_level(logging.DEBUG)
    standin.seen("openid-1")
    client.code2session(standin.code_for("openid-1"))
    client.msg_sec_check("您好", "openid-1", scene=2)

    assert SIGN_IN in caplog.text  # addresses are logged, what hangs on them is not
    assert standin.secret not in caplog.text
    assert standin.asked(CHECK)[0].query["access_token"] not in caplog.text


def test_printing_a_client_does_not_tell_the_secret(standin, client):
    assert standin.secret not in repr(client)
