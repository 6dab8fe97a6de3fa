"""What whoever asked reads of it: in the order in which it came, each word once, and only what they
may still do."""

import pytest

from schemas.ticket_words import Solved
from server.core.db import db
from server.tickets.service import closing, doing
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets


@pytest.fixture
def answered(clock):
    """Answered in the minute in which it was said."""
    ticket = reception.matter()
    said = {"words": "月底前换", "photo_ids": [], "level": None}
    doing.answer(ticket, said, by=tickets.actor(make.staff(at=ticket.area)))
    db.session.commit()
    return ticket


def rate(ticket, solved):
    closing.rate(ticket, tickets.rating(solved), by=tickets.actor(ticket.wisher))
    db.session.commit()


def shown(get, ticket) -> dict:
    return get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json


def test_said_in_the_minute_in_which_it_was_done_their_word_stands_above_it(answered, get):
    rate(answered, Solved.NO)
    told = [event["words"] for event in shown(get, answered)["timeline"]]

    assert told == ["评价：还没办好，满意", "当场答复了", "代为登记"]


def test_what_nobody_answered_may_be_withdrawn(clock, get):
    ticket = reception.matter()

    assert "withdraw" in [one["action"] for one in shown(get, ticket)["actions"]]


def test_once_it_was_answered_and_was_not_enough_withdrawing_is_not_offered(answered, get):
    rate(answered, Solved.NO)
    seen = shown(get, answered)

    assert (seen["state"], seen["reopens"]) == ("working", 1)
    assert "withdraw" not in [one["action"] for one in seen["actions"]]


def test_nor_where_they_do_not_agree_that_nobody_can_do_it(clock, get, post):
    ticket = reception.matter()
    said = {"reason": "other", "words": "不归社区管"}
    post(tickets.path(ticket, "cannot_do"), by=make.staff(at=ticket.area), **said)
    post(tickets.path(ticket, "contest"), by=ticket.wisher, words="再看看")
    seen = shown(get, ticket)

    assert seen["state"] == "received"
    assert "withdraw" not in [one["action"] for one in seen["actions"]]


def test_a_wish_may_still_be_withdrawn(clock, get):
    ticket = tickets.done_wish()
    rate(ticket, Solved.NO)

    assert "withdraw" in [one["action"] for one in shown(get, ticket)["actions"]]
