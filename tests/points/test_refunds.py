"""退回: a closed pool keeps nothing."""

from datetime import date

import pytest

from schemas.points_words import DonorKind, Given
from server.core import jobs
from server.core.db import db
from server.points import audit, names
from server.points.earning import Donor, Pool
from server.points.service import awards, funding, reserving
from tests import make, make_points, make_tickets
from tests.points.serving import arrives, award


@pytest.fixture(autouse=True)
def audited(app):
    yield
    assert list(audit.findings()) == []


@pytest.fixture
def gifts(scheme, there):
    """A pool into which two gave, one after the other; and what each has given now."""
    pool = make.saved(Pool(scheme_id=scheme.id, name="爱心池"))
    givers = [
        make.saved(Donor(scheme_id=scheme.id, kind=DonorKind.ENTERPRISE, name=name))
        for name in ("甲公司", "乙公司")
    ]
    for giver, points in zip(givers, (40, 30), strict=True):
        form = {"donor_id": giver.id, "given": Given.GOODS, "words": "大米", "fen": None}
        by = make_tickets.actor(make.person())
        funding.fund_pool(pool, form | {"points": points}, by=by)
    db.session.commit()
    return pool, lambda: [-there(scheme, names.donor(giver.id)) for giver in givers]


@pytest.fixture
def close(post, keeper):
    def close(pool):
        answer = post(f"/api/points/pools/{pool.id}/close", by=keeper)
        assert answer.status_code == 200, answer.text
        return answer.json

    return close


def nightly(work):
    jobs.defer("points.return_left_over", timestamp=0)
    work()


def test_what_is_left_goes_back_to_whoever_gave_last(gifts, close, lin):
    pool, given = gifts
    make_points.granted(pool, lin, 25)

    assert close(pool)["there"] == 0

    assert given() == [25, 0]


def test_nobody_gets_back_more_than_they_gave(gifts, close, scheme, lin, there):
    """What was deducted from somebody had come out of another pool: it goes to who gave there."""
    pool, given = gifts
    other = make_points.pool(scheme, 50, "社区经费池")
    make_points.granted(other, lin, 20)
    make_points.granted(pool, lin, -20)

    assert close(pool)["there"] == 0

    assert given() == [0, 0]
    assert there(scheme, names.pool(other.id)) == 30


def test_what_comes_back_later_goes_the_same_way(scheme, lin, there, close, clock, work):
    make_points.rule(scheme)
    pool = make_points.pool(scheme, 8)
    make_points.promised(pool, units=8)
    award(scheme, lin, 8)
    row = reserving.reserved("sessions", 1)
    reserving.release(row)
    awards.announce(row, date(2026, 3, 10))
    db.session.commit()
    arrives(scheme, lin, clock)
    close(pool)

    award(scheme, lin, 2, until=date(2026, 3, 10), on=date(2026, 3, 5))
    assert there(scheme, names.pool(pool.id)) == 6
    nightly(work)
    nightly(work)

    assert there(scheme, names.pool(pool.id)) == 0


def test_the_public_sheet_says_what_went_back_and_still_adds_up(gifts, close, scheme, lin, get):
    pool, _ = gifts
    make_points.granted(pool, lin, 25)
    close(pool)

    shown = get(f"/api/points/schemes/{scheme.id}/sheet").json

    lines = {line["label"]: line["amount"] for line in shown["lines"]}
    assert (shown["donated"], lines["居民手里"], lines["已退回"]) == (70, 25, 45)
    assert sum(lines.values()) == 70
    assert shown["balanced"]
