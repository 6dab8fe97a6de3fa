"""The access token: one for all, renewed in time, refreshed once when it dies early."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from server.wechat.errors import TOKEN_BAD, WeChatRefused, WeChatUnavailable

TOKEN, CHECK = "/cgi-bin/stable_token", "/wxa/msg_sec_check"
THREADS = 20


@pytest.fixture
def check(standin, client):
    standin.seen("openid-1")
    return lambda: client.msg_sec_check("您好", "openid-1", scene=2)


def at_once(call):
    """What twenty threads get that start together."""
    start = Barrier(THREADS)

    def outcome(_):
        start.wait()
        try:
            return call().suggest
        except WeChatUnavailable:
            return "unavailable"

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(outcome, range(THREADS)))


def test_many_calls_share_one_token(standin, check):
    for _ in range(3):
        check()

    assert len(standin.asked(TOKEN)) == 1


def test_twenty_threads_at_once_ask_for_one_token(standin, check):
    standin.delay(TOKEN, 0.3)

    assert at_once(check) == ["pass"] * THREADS
    assert len(standin.asked(TOKEN)) == 1


def test_twenty_threads_share_one_failure_too(standin, check):
    standin.delay(TOKEN, 0.5)
    standin.fail(TOKEN, -1)

    assert at_once(check) == ["unavailable"] * THREADS
    assert len(standin.asked(TOKEN)) == 1


def test_after_a_failure_the_next_call_tries_again(standin, check):
    standin.fail(TOKEN, -1)
    with pytest.raises(WeChatUnavailable):
        check()

    assert check().suggest == "pass"


@pytest.mark.parametrize(("age_seconds", "requests"), [(6899, 1), (6901, 2)])
def test_a_token_is_renewed_five_minutes_before_its_end(
    standin, clock, check, age_seconds, requests
):
    check()
    clock.seconds += age_seconds
    standin.later(age_seconds)
    check()

    assert len(standin.asked(TOKEN)) == requests


def test_renewing_never_forces_other_servers_out(standin, check):
    check()

    assert standin.asked(TOKEN)[0].json["force_refresh"] is False


def test_a_token_that_died_early_is_replaced_unseen(standin, check):
    check()
    standin.void_tokens()

    assert check().suggest == "pass"
    assert len(standin.asked(TOKEN)) == 2


def test_a_token_that_is_too_old_is_replaced_unseen(standin, check):
    check()
    standin.later(7300)
    standin.seen("openid-1")

    assert check().suggest == "pass"
    assert len(standin.asked(TOKEN)) == 2


@pytest.mark.parametrize("code", sorted(TOKEN_BAD))
def test_a_token_is_replaced_once_and_not_again(standin, check, code):
    standin.fail(CHECK, code)
    standin.fail(CHECK, code)

    with pytest.raises(WeChatRefused) as refusal:
        check()
    assert refusal.value.code == code
    assert (len(standin.asked(TOKEN)), len(standin.asked(CHECK))) == (2, 2)


def test_twenty_threads_with_a_dead_token_ask_for_one_new_one(standin, check):
    check()
    standin.void_tokens()
    standin.delay(TOKEN, 0.3)

    assert at_once(check) == ["pass"] * THREADS
    assert len(standin.asked(TOKEN)) == 2


def test_a_wrong_secret_is_refused_before_anything_else(standin, client, check):
    standin.secret = "changed in the console"

    with pytest.raises(WeChatRefused) as refusal:
        check()
    assert refusal.value.is_configuration
    assert standin.asked(CHECK) == []
