"""A job is there with the change that asked for it, or not at all."""

from sqlalchemy import text

from server.core.db import db
from tests import make
from tests import make_tickets as tickets


def jobs() -> list[tuple]:
    """But for the alarm of its due date, for which every ticket asks when it comes in."""
    rows = "SELECT task_name, args->>'ticket_id' FROM procrastinate_jobs ORDER BY id"
    every = [tuple(row) for row in db.session.execute(text(rows))]
    return [job for job in every if job[0] != "tickets.alarm"]


def test_a_done_request_leaves_exactly_one_job(post, clock):
    ticket = tickets.wish()
    post(tickets.path(ticket, "screen"), by=make.staff(), **tickets.card())

    assert jobs() == [("wishes.lapse_wish", str(ticket.id))]


def test_a_request_that_fails_leaves_none(post):
    ticket = tickets.wish()
    post(tickets.path(ticket, "screen"), by=make.staff(), **tickets.card(need="住3栋"))

    assert jobs() == []


def test_a_retried_request_leaves_no_second_one(post):
    ticket, worker = tickets.wish(), make.staff()
    for _ in range(2):
        post(tickets.path(ticket, "answer"), by=worker, key="0f3c7a52-9d1e", words="二楼办")

    assert jobs() == [("tickets.close_unrated", str(ticket.id))]


def test_a_job_is_not_done_before_its_time(clock, work):
    tickets.open_wish()

    assert "lapse_wish" not in work()
