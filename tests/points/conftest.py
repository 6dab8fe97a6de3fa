import pytest

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
