"""小事不出小区、难事不出社区: where it was solved, and how long it lay at each level."""

import pytest

from schemas.people_words import UnitKind
from tests import make
from tests import make_tickets as tickets


def solved_at(ticket) -> str | None:
    return ticket.level and ticket.level.value


def test_a_neighbours_help_is_the_estates(clock):
    assert solved_at(tickets.done_wish()) == "estate"


def test_what_the_desk_answers_is_the_communitys(clock, post):
    ticket = tickets.wish()
    post(tickets.path(ticket, "answer"), by=make.staff(), words="二楼办")

    assert solved_at(ticket) == "community"


@pytest.mark.parametrize(
    ("kind", "place", "level"),
    [
        (UnitKind.PROPERTY, "community", "estate"),
        (UnitKind.ORGANISATION, "community", "community"),
        (UnitKind.DEPARTMENT, "town", "town"),
        (UnitKind.DEPARTMENT, "county", "county"),
    ],
)
def test_a_units_level_is_where_it_stands(clock, post, kind, place, level):
    areas = {"community": tickets.parent(make.estate())}
    areas["town"] = tickets.parent(areas["community"])
    areas["county"] = tickets.parent(areas["town"])
    officer = make.officer(make.unit(kind, at=areas[place], name="某单位"))
    ticket = tickets.accepted_wish(officer=officer)
    post(tickets.path(ticket, "finish"), by=officer, proof_words="看得到", words="好了")

    assert solved_at(ticket) == level


def test_whoever_did_it_may_say_otherwise(clock, post):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    post(
        tickets.path(ticket, "finish"),
        by=officer,
        proof_words="看得到",
        words="镇里批了钱",
        level="town",
    )

    assert solved_at(ticket) == "town"


def test_the_desk_may_say_so_before(clock, post):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    post(tickets.path(ticket, "triage"), by=make.staff(), level="county")
    post(tickets.path(ticket, "finish"), by=officer, proof_words="看得到", words="好了")

    assert solved_at(ticket) == "county"


def test_days_are_counted_where_it_lay(clock, get, post):
    officer, worker = make.officer(), make.staff()
    unit = officer.live_grants[0].unit
    ticket = tickets.wish()
    clock.forward(days=1)
    post(tickets.path(ticket, "dispatch"), by=worker, unit_id=unit.id)
    clock.forward(hours=12)
    post(tickets.path(ticket, "accept"), by=officer)
    clock.forward(days=2)
    post(tickets.path(ticket, "finish"), by=officer, proof_words="看得到", words="好了")
    clock.forward(days=3)  # the resident thinks about it
    post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="no")
    clock.forward(days=1)
    seen = get(f"/api/tickets/{ticket.id}", by=worker).json["days_at_levels"]

    assert {row["level"]: row["days"] for row in seen} == {"community": 1.5, "estate": 3.0}
