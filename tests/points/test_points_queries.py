"""What lists of points ask the database: of twenty rows as much as of one."""

from datetime import date

import pytest

from server.core.db import db
from server.points.service import awards, maturing
from tests import make, make_points


@pytest.fixture
def asked(get, count_queries):
    """How many statements a GET costs, the sign-in of the test not counted."""

    def ask(path, by=None) -> int:
        token = by and make.token(by)
        with count_queries() as statements:
            answer = get(f"/api/points/{path}", token=token)
        assert answer.status_code == 200, answer.text
        return len(statements)

    return ask


def one_and_twenty(ask, build) -> tuple[int, int]:
    build(0)
    one = ask()
    for n in range(1, 20):
        build(n)
    return one, ask()


def granted(pool, person):
    return lambda n: make_points.granted(pool, person, 1)


def test_own_purses(asked, lin):
    def build(n):
        area = make.community(f"社区 {n}")
        make_points.filled(make_points.scheme(area), lin, 5)

    assert one_and_twenty(lambda: asked("purses", lin), build) == (5, 5)


def test_own_statement(asked, scheme, pool, lin):
    path = f"entries?scheme_id={scheme.id}"

    assert one_and_twenty(lambda: asked(path, lin), granted(pool, lin)) == (3, 3)


def test_a_statement_of_what_was_served(asked, scheme, pool, lin, clock):
    def build(n):
        make_points.promised(pool, n + 1, units=2)
        served = make_points.served(lin, 1, n + 1, until=date(2026, 3, 4))
        awards.award(scheme.id, served)
        maturing.mature(scheme.id, (lin.id,))
        db.session.commit()

    one, twenty = one_and_twenty(lambda: asked(f"entries?scheme_id={scheme.id}", lin), build)
    assert one == twenty <= 4
    one, twenty = asked("awards?limit=1", lin), asked("awards", lin)
    assert one == twenty <= 3


def test_a_statement_at_the_desk(asked, scheme, pool, lin, colleague):
    path = f"persons/{lin.id}/entries?scheme_id={scheme.id}"

    assert one_and_twenty(lambda: asked(path, colleague), granted(pool, lin)) == (6, 6)


def test_schemes(asked, lin):
    def build(n):
        scheme = make_points.scheme(make.community(f"社区 {n}"))
        make_points.rule(scheme)
        make_points.filled(scheme, lin, 5)

    assert one_and_twenty(lambda: asked("schemes", lin), build) == (3, 3)


def test_pools_donors_and_fundings(asked, scheme, keeper):
    def build(n):
        make_points.pool(scheme, 5, f"池 {n}")

    for path, most in (("pools", 7), ("donors", 5), ("fundings", 4)):
        of_it = f"schemes/{scheme.id}/{path}"
        one, twenty = one_and_twenty(
            lambda of_it=of_it: asked(of_it, keeper), lambda n, path=path: build(f"{path} {n}")
        )
        assert one == twenty <= most, path


def test_grants(asked, pool, lin, colleague):
    build = lambda n: make_points.asked(pool, lin, 1)  # noqa: E731 one line says it

    assert one_and_twenty(lambda: asked("grants", colleague), build) == (4, 4)


def test_the_sheet(asked, scheme, pool):
    def build(n):
        make_points.filled(scheme, make.person("陈阿姨"), 1)

    assert one_and_twenty(lambda: asked(f"schemes/{scheme.id}/sheet"), build) == (7, 7)
