"""A scheme with a funded pool, somebody who earns, and two at the desk."""

import pytest

from schemas.people_words import Role
from server.points import names
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


@pytest.fixture
def ask(scheme, pool, lin, keeper, post):
    def ask(amount=20, by=keeper, **form):
        known = {"person_id": lin.id, "pool_id": pool.id, "amount": amount, "words": "帮忙搬桌椅"}
        return post(f"/api/points/schemes/{scheme.id}/grants", by=by, **known | form)

    return ask


@pytest.fixture
def judge(post):
    def judge(asked, action, by, **form):
        """What was answered to whoever asked, or the row."""
        row_id = asked.json["id"] if hasattr(asked, "json") else asked.id
        return post(f"/api/points/grants/{row_id}/{action}", by=by, **form)

    return judge


@pytest.fixture
def has(scheme, lin, there):
    return lambda: there(scheme, names.purse(lin.id))
