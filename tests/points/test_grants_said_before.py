"""Before a second person agrees, both see what somebody has and what they would owe."""

import pytest

from tests import make_points


@pytest.fixture
def waiting(get, keeper):
    def ask(by=keeper) -> dict:
        (one,) = get("/api/points/grants?state=asked", by=by).json["items"]
        return one

    return ask


def test_a_deduction_says_what_is_there_and_what_would_be_owed(pool, lin, waiting):
    make_points.granted(pool, lin, 50)
    make_points.asked(pool, lin, -80)

    assert (waiting()["there"], waiting()["owes"]) == (50, 30)


def test_it_owes_nothing_when_there_is_enough(pool, lin, waiting):
    make_points.granted(pool, lin, 50)
    make_points.asked(pool, lin, -20)

    assert (waiting()["there"], waiting()["owes"]) == (50, 0)


def test_who_had_nothing_yet_reads_nought(pool, lin, waiting):
    make_points.asked(pool, lin, 5)

    assert (waiting()["there"], waiting()["owes"]) == (0, 0)


def test_the_one_who_asked_reads_it_in_the_answer(scheme, pool, lin, keeper, post):
    make_points.granted(pool, lin, 50)
    form = {"person_id": lin.id, "pool_id": pool.id, "amount": -80, "words": "记重了"}
    told = post(f"/api/points/schemes/{scheme.id}/grants", by=keeper, **form)

    assert (told.json["there"], told.json["owes"]) == (50, 30)


def test_what_was_judged_says_neither(pool, lin, keeper, get):
    make_points.granted(pool, lin, 50)
    (one,) = get("/api/points/grants?state=approved", by=keeper).json["items"]

    assert (one["there"], one["owes"]) == (None, None)
