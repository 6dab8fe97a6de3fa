"""A wish that pays in points: promised when somebody takes it, earned with the resident's word."""

import pytest

from schemas.ticket_words import Solved
from server.core import jobs
from server.core.db import db
from server.points import audit
from server.points.earning import Pool
from server.tickets.service import closing, rewards
from tests import make, make_points, make_tickets
from tests.occasions.paid import Paid
from tests.work import work_off


@pytest.fixture
def paid(clock):
    """Two points for a ticket, out of a pool of a hundred."""
    make.estate()
    made = Paid(make._the(make.Level.COMMUNITY, make.community))
    db.session.query(Pool).update({"pays_tickets": True})
    db.session.commit()
    return made


@pytest.fixture
def lin(paid):
    return make.volunteer(display_name="林师傅")


def rated(ticket, solved=Solved.YES):
    said = make_tickets.rating(solved)
    closing.rate(ticket, said, by=make_tickets.actor(ticket.wisher))
    work_off()


def test_taking_a_wish_in_hand_reserves_what_it_pays(paid, lin):
    make_tickets.claimed_wish(volunteer=lin)

    assert paid.left() == 98


def test_the_residents_word_pays_whoever_did_it(paid, lin):
    rated(make_tickets.done_wish(volunteer=lin))

    assert paid.has(lin) == (0, 2)
    assert paid.left() == 98


def test_not_done_yet_pays_nothing(paid, lin):
    rated(make_tickets.done_wish(volunteer=lin), Solved.NO)

    assert paid.has(lin) == (0, 0)
    assert paid.left() == 98


def test_what_comes_to_nothing_goes_back(post, paid, lin):
    ticket = make_tickets.claimed_wish(volunteer=lin)

    answer = post(f"/api/tickets/{ticket.id}/withdraw", by=ticket.wisher)

    assert answer.status_code == 200, answer.text
    assert paid.left() == 100


def test_out_of_an_empty_pool_nothing_is_promised_and_nobody_is_kept_from_helping(clock):
    make.estate()
    made = Paid(make._the(make.Level.COMMUNITY, make.community), points=1)
    db.session.query(Pool).update({"pays_tickets": True})
    db.session.commit()
    lin = make.volunteer(display_name="林师傅")

    rated(make_tickets.done_wish(volunteer=lin))

    assert made.has(lin) == (0, 0)
    assert made.left() == 1


def test_paid_twice_it_is_paid_once(paid, lin):
    ticket = make_tickets.done_wish(volunteer=lin)
    rated(ticket)
    jobs.defer("tickets.pay", ticket_id=ticket.id)
    work_off()

    assert paid.has(lin) == (0, 2)


def test_silence_pays_nothing_until_the_resident_speaks(paid, lin, clock):
    ticket = make_tickets.done_wish(volunteer=lin)
    clock.forward(days=8)
    work_off()
    assert paid.left() == 100

    rated(ticket)

    assert paid.has(lin) == (0, 2)


def test_taken_up_again_it_is_reserved_again(post, paid, lin):
    """It came to nothing, the resident contests that, and somebody takes it once more."""
    ticket = make_tickets.claimed_wish(volunteer=lin)
    rewards.give_back(ticket)
    db.session.commit()
    assert paid.left() == 100

    rewards.promise(ticket, ticket.in_hand[0])
    db.session.commit()

    assert paid.left() == 98
    assert list(audit.findings()) == []


def test_reopened_after_silence_it_is_reserved_again(paid, lin, clock):
    ticket = make_tickets.done_wish(volunteer=lin)
    clock.forward(days=8)
    work_off()
    assert paid.left() == 100

    rated(ticket, Solved.NO)

    assert paid.left() == 98


def test_out_of_a_pool_that_is_empty_by_then_it_is_not(paid, lin):
    ticket = make_tickets.claimed_wish(volunteer=lin)
    rewards.give_back(ticket)
    make_points.granted(db.session.query(Pool).one(), make.person("陈阿姨"), 99)

    rewards.promise(ticket, ticket.in_hand[0])
    db.session.commit()

    assert paid.left() == 1
    assert list(audit.findings()) == []
