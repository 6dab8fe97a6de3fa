"""A vehicle that comes without a stall is named wherever the day is told: page, list, poster."""

import pytest

from schemas.market_words import StallKind
from server.core import clock as the_clock
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests.files.paper.pages import words

PATH = "/api/occasions/sessions"
NAMED = "义剪一号车（义剪）"


@pytest.fixture
def session(clock):
    return occasions.session()


def planned(session, **given):
    return markets.visit(markets.vehicle(), session.area, on=session.on, **given)


def test_it_is_named_with_what_it_offers(get, session):
    planned(session)
    markets.stall(session, StallKind.REPAIR)
    shown = get(f"{PATH}/{session.id}").json
    (listed,) = get(PATH, area_id=session.area_id).json["items"]

    assert (shown["coming"], listed["coming"]) == ([NAMED], [NAMED])
    assert f"维修、{NAMED}" in shown["share_text"].splitlines()


def test_the_poster_names_it(get, session):
    planned(session)
    paper = get(f"{PATH}/{session.id}/poster.pdf", by=make.staff(at=session.area)).data

    assert NAMED in words(paper)


def test_whatever_does_not_come_is_not_named(get, session):
    planned(session, called_off_at=the_clock.now())
    elsewhere = make.estate("近邻小区")
    markets.visit(markets.vehicle(name="义剪二号车"), elsewhere, on=session.on)

    assert get(f"{PATH}/{session.id}").json["coming"] == []


def test_one_that_brings_a_stall_is_named_by_the_stall(get, session):
    visit = planned(session)
    markets.stall(session, vehicle_id=visit.vehicle_id)

    assert get(f"{PATH}/{session.id}").json["coming"] == []
    assert get(f"{PATH}/{session.id}").json["lines"] == ["义剪"]


def test_only_market_days_are_told_of_vehicles(get, clock):
    planned(duty := occasions.session(kind="duty"))

    assert get(f"{PATH}/{duty.id}").json["coming"] == []
