"""A scheme with a funded pool, somebody who earns, and two at the desk."""

import pytest

from schemas.people_words import Role
from server.points.service import ledger
from tests import make, make_points


@pytest.fixture
def scheme(clock):
    return make_points.scheme()


@pytest.fixture
def pool(scheme):
    make_points.rule(scheme)
    return make_points.pool(scheme, 100)


@pytest.fixture
def lin(scheme):
    return make.person("林师傅")


@pytest.fixture
def keeper(scheme):
    """Takes in what is given, sets rates."""
    return make.staff(Role.COMMUNITY_STAFF, at=scheme.area, display_name="小郑")


@pytest.fixture
def colleague(scheme):
    return make.staff(Role.SOCIAL_WORKER, at=scheme.area, display_name="小林")


@pytest.fixture
def there():
    """What is in an account, by its name."""
    return lambda scheme, name: ledger.balances(scheme.id, [name])[name]
