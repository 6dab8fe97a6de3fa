"""Signed addresses: good for one file, one variant and a short while."""

from datetime import UTC, datetime, timedelta

import pytest

from server.core.errors import NotFound
from server.files import links
from server.files.links import LinkExpired

NOW = datetime(2026, 11, 22, 7, 20, tzinfo=UTC)
TEN_MINUTES = timedelta(minutes=10)
TOKEN = "ab" * 32 + ".jpg"
KEYS = [b"k" * 32]


def sign(token=TOKEN, variant="full", keys=KEYS):
    return links.sign(token, variant, keys=keys, now=NOW, lifetime=TEN_MINUTES)


def check(signature, token=TOKEN, variant="full", keys=KEYS, now=NOW):
    links.check(token, variant, signature, keys=keys, now=now)


def test_a_link_opens_until_its_last_second():
    check(sign(), now=NOW + TEN_MINUTES)


def test_a_link_closes_after_that_and_says_what_to_do():
    with pytest.raises(LinkExpired, match="刷新后再打开"):
        check(sign(), now=NOW + TEN_MINUTES + timedelta(seconds=1))


@pytest.mark.parametrize(
    "other", [{"token": "cd" * 32 + ".jpg"}, {"variant": "thumbnail"}, {"keys": [b"x" * 32]}]
)
def test_a_link_opens_nothing_else(other):
    with pytest.raises(NotFound):
        check(sign(), **other)


def test_a_link_cannot_be_made_to_live_longer():
    until, mac = sign().split(".")
    with pytest.raises(NotFound):
        check(f"{int(until) + 60}.{mac}")


@pytest.mark.parametrize(
    "nonsense", ["", ".", "1.", "x.y", "²." + "0" * 64, "9" * 5000 + ".0", "1.é"]
)
def test_nonsense_is_not_found(nonsense):
    with pytest.raises(NotFound):
        check(nonsense)


def test_a_new_key_lets_the_links_of_the_old_one_run_out():
    check(sign(keys=[b"old" * 11]), keys=[b"new" * 11, b"old" * 11])
