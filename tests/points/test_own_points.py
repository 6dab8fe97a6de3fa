"""Points of people who ask for a copy, put two accounts together, or close theirs."""

import pytest
from sqlalchemy import select

from schemas.people_words import PersonState
from server.core.db import db
from server.people import upward
from server.points import names
from server.points.earning import Award, Grant
from server.points.service import awards, maturing
from tests import make, make_points, make_tickets


@pytest.fixture
def old(scheme):
    return make.person("林伯")


def serve(scheme, person, units, subject, **known):
    awards.award(scheme.id, make_points.served(person, units, subject, **known))
    db.session.commit()


def join(person, keeper):
    person.merged_into_id = keeper.id
    upward.tell_merged(person, keeper, by=make_tickets.actor(keeper))
    db.session.commit()


def part(person, keeper):
    person.merged_into_id = None
    upward.tell_merged(person, keeper, by=make_tickets.actor(keeper))
    db.session.commit()


def granted() -> list[int]:
    return list(db.session.scalars(select(Award.granted).order_by(Award.subject_id)))


def test_a_copy_holds_all_of_it(scheme, pool, lin, get):
    make_points.promised(pool)
    serve(scheme, lin, 4, 1)
    make_points.granted(pool, lin, 20)
    make_points.granted(pool, lin, -25)
    parts = get("/api/people/me/copy", by=lin).json["parts"]

    assert [row["amount"] for row in parts["points_entries"]] == [20, -20]
    assert [(row["amount"], row["left"]) for row in parts["points_lots"]] == [(20, 0)]
    assert [row["granted"] for row in parts["points_awards"]] == [4]
    assert [row["words"] for row in parts["points_grants"]] == ["帮忙搬桌椅"] * 2
    assert [row["left"] for row in parts["points_debts"]] == [5]


def test_caps_fall_on_both_accounts_of_one_person(scheme, lin, old, work):
    rule = make_points.rule(scheme, day_most=6)
    pool = make_points.pool(scheme, 100)
    for subject, person in ((1, lin), (2, old)):
        make_points.promised(pool, subject)
        serve(scheme, person, 4, subject)
    assert (rule.day_most, granted()) == (6, [4, 4])

    join(old, lin)
    work()
    assert granted() == [4, 2]

    part(old, lin)
    work()
    assert granted() == [4, 4]


def test_what_arrived_on_both_accounts_stays(scheme, lin, old, work, clock, there):
    make_points.rule(scheme, day_most=6)
    pool = make_points.pool(scheme, 100)
    for subject, person in ((1, lin), (2, old)):
        make_points.promised(pool, subject)
        serve(scheme, person, 4, subject, until=clock_day())
    clock.travel_to("2026-03-06 01:07")
    for person in (lin, old):
        maturing.mature(scheme.id, (person.id,))
    db.session.commit()

    join(old, lin)
    work()
    assert granted() == [4, 4]
    assert [there(scheme, names.purse(person.id)) for person in (lin, old)] == [4, 4]


def clock_day():
    from server.core import clock

    return clock.today()


def test_whoever_closes_their_account_gets_no_more(scheme, pool, lin):
    asked, done = make_points.asked(pool, lin, 5), make_points.granted(pool, lin, 3)
    lin = make.saved(lin)
    lin.state = PersonState.CLOSED
    upward.tell_gone(lin, roles=None, by=make_tickets.actor(lin))
    db.session.commit()
    db.session.expire_all()

    assert (db.session.get(Grant, asked.id).state, asked.words) == ("declined", "（已删除）")
    assert (db.session.get(Grant, done.id).state, done.words) == ("approved", "（已删除）")
