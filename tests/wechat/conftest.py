"""WeChat's stand-in, and our client talking to it."""

from contextlib import closing
from dataclasses import dataclass

import pytest

from server.wechat.client import WeChat
from tests.standins.wechat import WeChat as Standin


@dataclass
class Clock:
    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(autouse=True)
def app():
    """These tests need no app and no database."""


@pytest.fixture
def standin():
    with Standin() as standin:
        yield standin


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def client(standin, clock):
    with closing(
        WeChat(standin.appid, standin.secret, base=standin.base, clock=clock, timeout_seconds=2)
    ) as client:
        yield client


@pytest.fixture
def hasty(standin):
    """A client that does not wait."""
    with closing(
        WeChat(standin.appid, standin.secret, base=standin.base, timeout_seconds=0.2)
    ) as client:
        yield client
