"""A push message counts only when WeChat signed it."""

import pytest

from server.wechat import push

DOCUMENTED = ("AAAAA", "1714036504", "1514711492", "f464b24fc39322e44b38aa78f5edd27bd1441696")


def test_the_documented_example_is_genuine():
    assert push.is_genuine(*DOCUMENTED)


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("instead", ["", "0", "伪造"])
def test_whatever_part_is_changed_it_is_genuine_no_more(part, instead):
    forged = [*DOCUMENTED[:part], instead, *DOCUMENTED[part + 1 :]]

    assert not push.is_genuine(*forged)


def test_without_a_configured_token_nothing_is_genuine():
    assert not push.is_genuine("", "1", "2", push.sign("", "1", "2"))
