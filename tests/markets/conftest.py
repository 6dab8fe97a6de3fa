"""A wish that has a number at a market day."""

import pytest

from tests import make_markets as markets
from tests.markets.booking import haircut, market, take


@pytest.fixture
def booked(post, clock):
    """For a haircut, at the stall of the estate's next market."""
    ticket = haircut()
    stall = markets.stall(market(ticket.area), last=6)
    assert take(post, ticket, stall).status_code == 200
    return ticket
