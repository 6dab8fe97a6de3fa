"""A short message arrives once, or says why it did not."""

import logging
import traceback
from contextlib import closing

import pytest

from server.sms import sender
from server.sms.errors import SmsRefused, SmsUnavailable
from tests.standins.loopback import Reply, reply
from tests.standins.sms import Sms

PATH, PHONE, CODE = "/messages", "13800001234", {"code": "246810"}


def test_a_message_arrives(standin, gateway):
    gateway.send(PHONE, "sign_in", CODE, id="m1")

    assert standin.last_to(PHONE) == Sms("m1", PHONE, "sign_in", CODE)


def test_a_message_sent_twice_arrives_once(standin, gateway):
    gateway.send(PHONE, "sign_in", CODE, id="m1")
    gateway.send(PHONE, "sign_in", CODE, id="m1")

    assert len(standin.delivered) == 1


def test_chinese_travels_as_plain_utf_8(standin, gateway):
    standin.templates.add("claimed")
    gateway.send(PHONE, "claimed", {"wish": "换灯泡"}, id="m1")

    assert "换灯泡".encode() in standin.asked(PATH)[0].body


@pytest.mark.parametrize(
    ("phone", "template", "code"),
    [
        ("12345", "sign_in", "bad_phone"),
        (PHONE, "unheard_of", "unknown_template"),
        ("13900000000", "sign_in", "blocked_phone"),
    ],
)
def test_a_refusal_says_why(standin, gateway, phone, template, code):
    standin.blocked.add("13900000000")

    with pytest.raises(SmsRefused) as refusal:
        gateway.send(phone, template, CODE, id="m1")
    assert refusal.value.code == code
    assert standin.delivered == []


def test_one_id_is_not_used_for_two_messages(standin, gateway):
    gateway.send(PHONE, "sign_in", CODE, id="m1")

    with pytest.raises(SmsRefused) as refusal:
        gateway.send(PHONE, "sign_in", {"code": "other"}, id="m1")
    assert refusal.value.code == "other_content"


def test_a_wrong_key_is_refused(standin):
    with (
        closing(sender.Gateway(standin.base, "wrong")) as gateway,
        pytest.raises(SmsRefused) as refusal,
    ):
        gateway.send(PHONE, "sign_in", CODE, id="m1")
    assert refusal.value.code == "bad_key"


def test_a_refusal_without_words_still_has_a_code(standin, gateway):
    standin.surprise(PATH, Reply(b"<html>", status=403, kind="text/html"))

    with pytest.raises(SmsRefused) as refusal:
        gateway.send(PHONE, "sign_in", CODE, id="m1")
    assert refusal.value.code == "http_403"


@pytest.mark.parametrize("status", [302, 408, 429, 500, 502, 503])
def test_a_gateway_in_trouble_may_be_asked_again(standin, gateway, status):
    standin.surprise(PATH, Reply(b"", status=status))

    with pytest.raises(SmsUnavailable):
        gateway.send(PHONE, "sign_in", CODE, id="m1")
    gateway.send(PHONE, "sign_in", CODE, id="m1")

    assert len(standin.delivered) == 1


def test_a_lost_answer_does_not_double_the_message(standin, gateway):
    """The gateway sent it, then its answer got lost: the next try finds it done."""
    gateway.send(PHONE, "sign_in", CODE, id="m1")
    standin.surprise(PATH, Reply(b"", status=504))
    with pytest.raises(SmsUnavailable):
        gateway.send(PHONE, "sign_in", CODE, id="m1")
    gateway.send(PHONE, "sign_in", CODE, id="m1")

    assert len(standin.delivered) == 1


def test_nobody_waits_longer_than_the_timeout(standin):
    standin.delay(PATH, 60)

    with (
        closing(sender.Gateway(standin.base, standin.key, timeout_seconds=0.2)) as hasty,
        pytest.raises(SmsUnavailable, match="ReadTimeout"),
    ):
        hasty.send(PHONE, "sign_in", CODE, id="m1")


def test_a_gateway_that_is_not_there_is_unavailable_and_tells_nothing():
    with (
        closing(sender.Gateway("http://127.0.0.1:9", "key-of-jinlin")) as gone,
        pytest.raises(SmsUnavailable, match="ConnectError") as failure,
    ):
        gone.send(PHONE, "sign_in", CODE, id="m1")
    assert failure.value.__context__ is None  # an exception of httpx holds key and message


@pytest.mark.parametrize("status", [422, 502])
def test_no_failure_and_no_log_tells_the_key_the_phone_or_the_code(
    standin, gateway, caplog, capsys, status
):
    caplog.set_level(logging.DEBUG)
    telltale = {"code": "bad_phone", "message": f"{standin.key} {PHONE} is bad"}
    standin.surprise(PATH, reply(telltale, status))

    with pytest.raises((SmsRefused, SmsUnavailable)) as failure:
        gateway.send(PHONE, "sign_in", CODE, id="m1")
    error = failure.value
    told = "".join(traceback.format_exception(error)) + repr(vars(error))
    told += caplog.text + capsys.readouterr().out

    assert [s for s in (standin.key, PHONE, CODE["code"]) if s in told] == []
