"""The SMS gateway's stand-in, and our sender talking to it."""

from contextlib import closing

import pytest

from server.sms.sender import Gateway
from tests.standins.sms import SmsGateway


@pytest.fixture(autouse=True)
def app():
    """These tests need no app and no database."""


@pytest.fixture
def standin():
    with SmsGateway() as standin:
        yield standin


@pytest.fixture
def gateway(standin):
    with closing(Gateway(standin.base, standin.key, timeout_seconds=2)) as gateway:
        yield gateway
