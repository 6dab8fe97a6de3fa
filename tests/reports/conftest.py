"""The month of an area, asked for as a viewer does."""

import pytest

from tests import make
from tests.reports.sessions import MARCH, the_county


@pytest.fixture
def month(get, clock):
    """It is the 20th of March. `month(area)`: its figures by name."""
    clock.travel_to("2026-03-20 12:00")

    def ask(area, **form):
        viewer = make.viewer(the_county())
        return get("/api/reports/market_months", by=viewer, area_id=area.id, **(MARCH | form)).json

    return ask
