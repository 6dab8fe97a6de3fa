"""撤回: it is no longer needed."""

import pytest

from tests import make
from tests import make_tickets as tickets


def test_who_had_it_in_hand_is_told_and_sees_nothing_more(post, get):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    answer = post(tickets.path(ticket, "withdraw"), by=ticket.wisher)

    assert (answer.status_code, answer.json["state"]) == (200, "withdrawn")
    assert get("/api/messages/", by=volunteer).json["items"][0]["title"] == "居民撤回了"
    assert get(f"/api/tickets/{ticket.id}", by=volunteer).status_code == 404


def test_a_unit_is_told_too(post, get):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    post(tickets.path(ticket, "withdraw"), by=ticket.wisher)

    assert get("/api/messages/", by=officer).json["items"][0]["title"] == "居民撤回了"


def test_it_stays_on_record(post, get):
    ticket = tickets.wish()
    post(tickets.path(ticket, "withdraw"), by=ticket.wisher)
    (mine,) = get("/api/tickets/mine", by=ticket.wisher, view="closed").json["items"]

    assert (mine["id"], mine["state"]) == (ticket.id, "withdrawn")


def test_whoever_made_it_for_somebody_may_withdraw_it(post):
    niece = make.person("小陈")
    ticket = tickets.wish(make.person("李伯"), by=niece)

    assert post(tickets.path(ticket, "withdraw"), by=niece).status_code == 200


@pytest.mark.parametrize("who", ["staff", "volunteer"])
def test_nobody_withdraws_for_the_resident(post, who):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    by = make.staff() if who == "staff" else volunteer

    assert post(tickets.path(ticket, "withdraw"), by=by).status_code == 403


@pytest.mark.parametrize("build", [tickets.done_wish, tickets.closed_wish])
def test_what_is_done_is_not_withdrawn(post, build):
    ticket = build()

    assert post(tickets.path(ticket, "withdraw"), by=ticket.wisher).json["code"] == "illegal_move"
