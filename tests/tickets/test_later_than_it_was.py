"""改期限: whoever has it does not make it later alone; later wants a reason, which is told."""

import pytest

from schemas.people_words import Role
from server.core.clock import local
from server.core.db import db
from server.messages.models import Message
from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def desk(clock):
    return make.staff()


@pytest.fixture
def grid(clock):
    return make.staff(Role.GRID_WORKER, display_name="老网格")


@pytest.fixture
def ticket(desk, grid, post):
    """In the hands of a grid worker; due on the 12th."""
    wish = tickets.offered_wish(person=grid, dispatcher=desk)
    assert post(tickets.path(wish, "accept"), by=grid).status_code == 200
    return wish


@pytest.fixture
def triage(post, ticket):
    def send(by, **form):
        return post(tickets.path(ticket, "triage"), by=by, **form)

    return send


def due(ticket) -> str:
    return f"{local(ticket.due_at):%m-%d}"


def words_to(person_id) -> list[str]:
    query = db.select(Message).where(Message.person_id == person_id).order_by(Message.id)
    return [message.words for message in db.session.scalars(query)]


def test_whoever_has_it_names_no_later_day(triage, ticket, grid):
    answer = triage(grid, due_on="2026-03-20", words="忙")

    assert (answer.status_code, answer.json["code"]) == (409, "not_later_alone")
    assert due(ticket) == "03-12"


def test_nor_sorts_it_into_a_category_with_more_days(triage, ticket, grid):
    assert triage(grid, category_id=tickets.category("goods").id).json["code"] == "not_later_alone"
    assert due(ticket) == "03-12"


def test_an_overdue_one_stays_overdue(triage, get, clock, desk, grid):
    clock.travel_to("2026-03-20 10:00")
    triage(grid, due_on="2026-06-30", words="忙")

    assert get("/api/tickets/counts", by=desk).json["overdue"] == 1


def test_whoever_asked_for_longer_does_not_name_the_day(triage, post, ticket, grid, desk):
    officer = make.officer()
    theirs = tickets.accepted_wish(officer=officer)
    post(tickets.path(theirs, "ask_extension"), by=desk, days=3, words="等配件")
    answer = post(tickets.path(theirs, "triage"), by=desk, due_on="2026-03-20", words="等配件")

    assert answer.json["code"] == "not_later_alone"


def test_earlier_is_for_everybody_at_the_desk(triage, ticket, grid):
    assert triage(grid, due_on="2026-03-06").status_code == 200
    assert due(ticket) == "03-06"


def test_later_wants_a_reason(triage, desk):
    answer = triage(desk, due_on="2026-03-20")

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["words"])


def test_a_later_day_is_told_to_the_resident_and_to_whoever_has_it(triage, ticket, desk, grid):
    assert triage(desk, due_on="2026-03-20", words="等配件").status_code == 200

    for person_id in (ticket.wisher_id, grid.id):
        assert "3月20日" in words_to(person_id)[-1]
        assert "等配件" in words_to(person_id)[-1]


def test_why_it_is_later_stands_in_the_timeline(triage, get, ticket, desk):
    triage(desk, due_on="2026-03-20", words="等配件")
    seen = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json["timeline"]

    assert "期限改到3月20日 17:30：等配件" in [event["words"] for event in seen]


def test_whoever_looks_at_it_first_sorts_it(post, grid):
    ticket = tickets.wish()
    path = tickets.path(ticket, "triage")
    first = post(path, by=grid, category_id=tickets.category("goods").id)
    again = post(path, by=grid, category_id=tickets.category("errand").id)
    back = post(path, by=grid, category_id=tickets.category("lesson").id)

    assert (first.status_code, again.status_code) == (200, 200)
    assert (back.json["code"], due(ticket)) == ("not_later_alone", "03-10")


def test_the_category_it_has_is_no_change(triage, ticket, desk):
    triage(desk, due_on="2026-03-06")
    answer = triage(desk, urgency="high", category_id=ticket.category_id)

    assert (answer.status_code, due(ticket)) == (200, "03-06")


def test_a_limit_set_since_does_not_move_what_runs(triage, post, ticket, desk):
    form = {"category_id": ticket.category_id, "kind": "whole", "amount": 200, "unit": "days"}
    assert post("/api/tickets/limits", by=make.administrator(), **form).status_code == 200
    triage(desk, category_id=ticket.category_id)

    assert due(ticket) == "03-12"
