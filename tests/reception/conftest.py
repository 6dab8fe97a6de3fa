"""A reception day with a table."""

import pytest

from tests.reception.at_the_table import Table


@pytest.fixture
def table(clock, post):
    return Table(post)
