"""请居民补充 · 补充说明: while the resident is asked, the clock stands still."""

import pytest

from server.core.clock import local
from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def officer():
    return make.officer()


def due(ticket) -> str:
    return f"{local(ticket.due_at):%Y-%m-%d %H:%M}"


def pause(post, ticket, officer):
    return post(tickets.path(ticket, "ask"), by=officer, words="灯管多长？")


def go_on(post, ticket):
    return post(tickets.path(ticket, "reply"), by=ticket.wisher, words="一米二")


def test_the_resident_is_told_what_is_asked_and_answers(post, get, clock, officer):
    ticket = tickets.accepted_wish(officer=officer)
    asked = pause(post, ticket, officer)
    (question, *_) = get("/api/messages/", by=ticket.wisher).json["items"]
    (mine,) = get("/api/tickets/mine", by=ticket.wisher).json["items"]

    assert (asked.json["state"], question["words"]) == ("waiting", "灯管多长？")
    assert mine["waits_for_you"]
    assert go_on(post, ticket).json["state"] == "working"


def test_working_days_of_waiting_are_added_to_the_limit(post, clock, officer):
    ticket = tickets.accepted_wish(officer=officer)  # Thursday, five working days
    assert due(ticket) == "2026-03-12 17:30"
    pause(post, ticket, officer)
    clock.travel_to("2026-03-10 10:00")  # Friday, Monday and Tuesday went by
    go_on(post, ticket)

    assert due(ticket) == "2026-03-17 17:30"


def test_a_weekend_of_waiting_costs_nothing(post, clock, officer):
    clock.travel_to("2026-03-06 16:00")
    ticket = tickets.accepted_wish(officer=officer)
    before = due(ticket)
    pause(post, ticket, officer)
    clock.travel_to("2026-03-08 20:00")
    go_on(post, ticket)

    assert due(ticket) == before


def test_national_day_week_is_no_working_time(post, clock, officer):
    """Holiday from 1 to 7 October 2026; Saturday the 10th is worked instead."""
    clock.travel_to("2026-09-29 09:00")
    ticket = tickets.accepted_wish(officer=officer)
    assert due(ticket) == "2026-10-12 17:30"
    pause(post, ticket, officer)
    clock.travel_to("2026-10-07 12:00")  # one office day began: the 30th
    go_on(post, ticket)

    assert due(ticket) == "2026-10-13 17:30"


def test_while_waiting_nothing_is_overdue(post, get, clock, officer):
    ticket = tickets.accepted_wish(officer=officer)
    pause(post, ticket, officer)
    clock.forward(days=60)
    worker = make.staff()

    assert get("/api/tickets/counts", by=worker).json["overdue"] == 0
    go_on(post, ticket)
    assert get("/api/tickets/counts", by=worker).json["overdue"] == 0


def test_asked_twice_the_clock_stops_twice(post, clock, officer):
    ticket = tickets.accepted_wish(officer=officer)
    for until in ("2026-03-06 09:00", "2026-03-09 09:00"):
        pause(post, ticket, officer)
        clock.travel_to(until)
        go_on(post, ticket)

    assert due(ticket) == "2026-03-16 17:30"


def test_the_desk_answers_for_somebody_who_telephones(post, officer):
    ticket = tickets.accepted_wish(officer=officer)
    pause(post, ticket, officer)
    answer = post(tickets.path(ticket, "reply"), by=make.staff(), words="居民来电：一米二")

    assert (answer.status_code, answer.json["state"]) == (200, "working")


def test_only_a_question_is_answered(post, officer):
    ticket = tickets.accepted_wish(officer=officer)

    assert go_on(post, ticket).json["code"] == "illegal_move"


def test_a_helper_who_does_not_lead_asks_nothing(post):
    ticket = tickets.claimed_wish(helpers_needed=2)
    second = make.volunteer(display_name="小张")
    post(tickets.path(ticket, "claim"), by=second)

    assert post(tickets.path(ticket, "ask"), by=second, words="在吗？").status_code == 403
