"""Twenty hands reach for one wish: it is given once, and a team is full when it is full."""

from collections import Counter

import pytest

from server.core.db import db
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets


def claims(ticket, count: int):
    path = tickets.path(ticket, "claim")
    tokens = [make.token(make.volunteer(display_name=f"志愿者{n}")) for n in range(count)]
    return [lambda web, token=token: web.post(path, token=token) for token in tokens]


def now(ticket) -> Ticket:
    db.session.expire_all()
    return db.session.get_one(Ticket, ticket.id)


@pytest.mark.parametrize("places", [1, 3])
def test_of_twenty_as_many_get_it_as_there_are_places(together, places):
    ticket = tickets.open_wish(make.person(estate=make.estate()), helpers_needed=places)
    answers = together(*claims(ticket, 20))
    told = Counter(
        (a.status_code, a.json.get("code")) for a in answers if a.json.get("code") != "busy"
    )

    assert told[200, None] == places
    assert set(told) <= {(200, None), (409, "already_claimed")}
    assert len(now(ticket).in_hand) == places
    assert [a.role for a in now(ticket).in_hand].count("lead") == 1
    assert now(ticket).holder_id == next(
        a.person_id for a in now(ticket).in_hand if a.role == "lead"
    )


def test_one_volunteer_in_two_tabs_has_it_once(together):
    ticket = tickets.open_wish(make.person(estate=make.estate()), helpers_needed=3)
    token = make.token(make.volunteer())
    both = together(*[lambda web: web.post(tickets.path(ticket, "claim"), token=token)] * 2)

    assert sorted(a.status_code for a in both) == [200, 409]
    assert len(now(ticket).in_hand) == 1


def test_claimed_while_it_is_taken_down_it_is_one_or_the_other(together):
    ticket = tickets.open_wish(make.person(estate=make.estate()))
    worker = make.token(make.staff(at=tickets.parent(ticket.area)))
    (claim,) = claims(ticket, 1)
    down, mine = together(
        lambda web: web.post(tickets.path(ticket, "take_down"), token=worker, words="改一改"), claim
    )

    assert sorted([down.status_code, mine.status_code]) in ([200, 404], [200, 409])
    assert now(ticket).state == ("working" if mine.status_code == 200 else "received")
