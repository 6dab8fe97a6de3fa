"""Reminders before, escalation after: once, by day, and only if it is still so."""

from datetime import timedelta

from server.core.db import db
from server.people.places import Backstop
from tests import make
from tests import make_tickets as tickets
from tests.tickets.alarms import levels


def test_it_is_told_step_by_step_upwards(clock, work, titles, ladder):
    ticket = tickets.accepted_wish(officer=ladder["officer"])  # due on Thursday the 12th, 17:30
    for moment, told in [
        ("2026-03-11 08:29", []),
        ("2026-03-11 08:30", ["remind"]),
        ("2026-03-12 17:30", ["holder"]),
        ("2026-03-13 17:29", []),
        ("2026-03-13 17:30", ["lead"]),
        ("2026-03-16 17:30", ["community"]),
        ("2026-03-18 17:30", ["town"]),
        ("2026-03-19 17:30", ["backstop"]),
    ]:
        before = levels(ticket)
        clock.travel_to(moment)
        work()
        assert levels(ticket)[len(before) :] == told, moment

    assert titles(ladder["officer"])[-2:] == ["快到期了", "超期了"]
    assert "您首接的事超期了" in titles(ladder["lead"])
    assert "有一件事超期两天了" in titles(ladder["community"])
    assert titles(ladder["town"]) == ["有一件事超期四天了"]


def test_nobody_is_alarmed_at_night_or_on_a_day_off(clock, work, ladder):
    ticket = tickets.accepted_wish(officer=ladder["officer"])
    for moment, told in [
        ("2026-03-12 20:30", []),  # nobody worked in the meantime
        ("2026-03-13 07:59", []),
        ("2026-03-13 08:30", ["holder"]),
        ("2026-03-14 10:00", []),  # Saturday
        ("2026-03-16 08:29", []),
        ("2026-03-16 08:30", ["lead"]),
    ]:
        clock.travel_to(moment)
        work()
        assert levels(ticket)[-1:] == (told or levels(ticket)[-1:]), moment
        assert told or clock is not None
    assert levels(ticket) == ["holder", "lead"]


def test_who_is_done_in_time_hears_nothing(post, clock, work, ladder):
    ticket = tickets.accepted_wish(officer=ladder["officer"])
    post(tickets.path(ticket, "finish"), by=ladder["officer"], proof_words="看得到", words="好了")
    clock.travel_to("2026-03-18 10:00")
    work()

    assert levels(ticket) == []


def test_while_the_resident_is_asked_nobody_is_alarmed_and_afterwards_somebody_is(
    post, clock, work, ladder
):
    ticket = tickets.accepted_wish(officer=ladder["officer"])
    post(tickets.path(ticket, "ask"), by=ladder["officer"], words="几号楼？")
    clock.travel_to("2026-03-16 10:00")
    work()
    assert levels(ticket) == ["waiting"]  # nobody is late
    post(tickets.path(ticket, "reply"), by=ticket.wisher, words="三号楼")  # due on the 23rd
    clock.travel_to("2026-03-20 08:30")
    work()

    assert levels(ticket) == ["waiting", "remind"]


def test_another_due_date_is_escalated_anew(post, clock, work, ladder):
    ticket = tickets.accepted_wish(officer=ladder["officer"])
    clock.travel_to("2026-03-12 18:00")
    work()
    post(tickets.path(ticket, "triage"), by=ladder["lead"], due_on="2026-03-20", words="等")
    for moment in ("2026-03-19 09:00", "2026-03-20 18:00"):
        clock.travel_to(moment)
        work()

    assert levels(ticket) == ["holder", "remind", "holder"]


def test_a_reminder_for_which_it_is_too_late_is_left_out(clock, work, ladder):
    ticket = tickets.accepted_wish(officer=ladder["officer"])
    clock.travel_to("2026-03-13 09:00")
    work()

    assert levels(ticket) == ["holder"]


def test_at_the_end_it_is_the_backstops(clock, work, get, ladder):
    ticket = tickets.accepted_wish(officer=ladder["officer"])
    office = make.unit(at=tickets.parent(ticket.area), name="兜底办")
    make.saved(Backstop(area_id=office.area_id, unit_id=office.id, named_by_id=ladder["town"].id))
    clock.travel_to("2026-03-19 17:30")
    work()

    assert (ticket.holder_unit_id, ticket.state) == (office.id, "working")
    shown = get(f"/api/tickets/{ticket.id}", by=ladder["lead"]).json
    assert shown["alarms"][-1]["label"] == "超期，交给了兜底单位（兜底办）"


def test_where_no_office_is_named_nobody_is_said_to_have_it(clock, work, get, ladder):
    ticket = tickets.accepted_wish(officer=ladder["officer"])
    clock.travel_to("2026-03-19 17:30")
    work()
    shown = get(f"/api/tickets/{ticket.id}", by=ladder["lead"]).json

    assert shown["alarms"][-1]["label"] == "超期，该转兜底单位，这里还没有指定"


def test_a_job_done_twice_tells_once(clock, work, titles, ladder):
    from server.tickets.jobs import alarm

    ticket = tickets.accepted_wish(officer=ladder["officer"])
    clock.travel_to("2026-03-12 17:30")
    work()
    due = ticket.due_at.isoformat()
    alarm(ticket_id=ticket.id, round=1, level="holder", due=due)

    assert titles(ladder["officer"]).count("超期了") == 1


def test_what_was_told_upwards_is_a_list_of_its_own_until_it_is_due_anew(clock, work, get, ladder):
    ticket, lead = tickets.accepted_wish(officer=ladder["officer"]), ladder["lead"]

    def escalated():
        rows = get("/api/tickets/", by=lead, view="escalated").json["items"]
        count = get("/api/tickets/counts", by=lead).json["escalated"]
        assert count == len(rows)
        return [row["id"] for row in rows]

    clock.travel_to("2026-03-12 17:30")
    work()
    assert escalated() == []  # only whoever has it was told
    clock.travel_to("2026-03-13 17:30")
    work()
    assert escalated() == [ticket.id]
    ticket.due_at += timedelta(days=5)
    db.session.commit()
    assert escalated() == []
