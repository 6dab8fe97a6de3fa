"""The calendar is corrected: due dates it touches are counted anew, with all that was added."""

import pytest

from server.core.clock import local
from server.core.db import db
from server.messages.models import Message
from tests import make
from tests import make_tickets as tickets

DAYS = "/api/occasions/days"


@pytest.fixture
def correct(post, work):
    boss = make.administrator()

    def send(**form):
        answer = post(DAYS, by=boss, **form)
        assert answer.status_code == 200, answer.text
        work()

    return send


def due(ticket) -> str:
    return f"{local(ticket.due_at):%m-%d %H:%M}"


def test_a_day_off_more_is_a_day_later_and_both_are_told(clock, correct):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    correct(day="2026-03-10", is_workday=False, note="台风停工")

    assert due(ticket) == "03-13 17:30"
    for person in (officer, ticket.wisher):
        told = db.session.scalars(db.select(Message).where(Message.person_id == person.id))
        assert [m for m in told if m.title == "期限变了" and "3月13日" in m.words]


def test_waiting_and_extensions_stay_added(clock, correct, post):
    officer, worker = make.officer(), make.staff()
    ticket = tickets.accepted_wish(officer=officer)
    post(tickets.path(ticket, "ask"), by=officer, words="几号楼？")
    clock.travel_to("2026-03-09 10:00")  # Friday and Monday went by
    post(tickets.path(ticket, "reply"), by=ticket.wisher, words="三号楼")
    post(tickets.path(ticket, "ask_extension"), by=officer, days=1, words="等配件")
    post(tickets.path(ticket, "approve_extension"), by=worker, words="好")
    assert due(ticket) == "03-17 17:30"
    correct(day="2026-03-12", is_workday=False, note="台风停工")

    assert due(ticket) == "03-18 17:30"


def test_a_provisional_date_is_so_no_longer_when_the_notice_is_typed_in(clock, correct):
    clock.travel_to("2026-12-28 09:00")
    ticket = tickets.wish()
    before = due(ticket)
    assert ticket.due_provisional
    correct(day="2027-01-04", is_workday=False, note="元旦")
    assert ticket.due_provisional  # one day is no notice yet
    correct(day="2027-01-09", is_workday=True, note="元旦调休")

    assert not ticket.due_provisional
    assert due(ticket) > before


def test_a_correction_that_is_taken_back_is_taken_back(clock, correct, post, work):
    ticket = tickets.wish()
    correct(day="2026-03-10", is_workday=False, note="台风停工")
    post(f"{DAYS}/remove", by=make.administrator(), day="2026-03-10")
    work()

    assert due(ticket) == "03-12 17:30"


def test_what_is_over_and_what_lies_in_other_years_stays(clock, correct):
    closed, ticket = tickets.closed_wish(), tickets.wish(make.person("李伯"))
    correct(day="2027-03-10", is_workday=False, note="停工")
    assert due(ticket) == "03-12 17:30"
    correct(day="2026-03-10", is_workday=False, note="停工")

    assert due(closed) == "03-12 17:30"
    assert due(ticket) == "03-13 17:30"


def test_a_day_the_desk_named_stays_named(clock, correct, post):
    ticket = tickets.wish()
    post(tickets.path(ticket, "triage"), by=make.staff(), due_on="2026-03-20", words="等")
    correct(day="2026-03-10", is_workday=False, note="台风停工")

    assert due(ticket) == "03-20 17:30"


def test_a_named_day_that_is_closed_later_moves_to_the_next_working_day(clock, correct, post):
    ticket = tickets.wish()
    post(tickets.path(ticket, "triage"), by=make.staff(), due_on="2026-03-20", words="等")
    correct(day="2026-03-20", is_workday=False, note="台风停工")

    assert due(ticket) == "03-23 17:30"


def test_a_named_day_in_a_year_nobody_has_announced_is_provisional(clock, post):
    clock.travel_to("2026-12-20 09:00")
    ticket = tickets.wish()
    post(tickets.path(ticket, "triage"), by=make.staff(), due_on="2027-10-08", words="等")

    assert ticket.due_provisional


def test_national_day_week_2026_with_its_days_made_up(clock, post):
    """Off from 1 to 7 October; Sunday 20 September and Saturday 10 October are worked."""
    clock.travel_to("2026-09-29 09:00")
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    assert due(ticket) == "10-12 17:30"
    post(tickets.path(ticket, "ask_extension"), by=officer, days=2, words="等配件")
    post(tickets.path(ticket, "approve_extension"), by=make.staff(), words="好")

    assert due(ticket) == "10-14 17:30"
