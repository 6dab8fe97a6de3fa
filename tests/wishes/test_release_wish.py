"""放回: a helper steps down; the lead passes on; without anybody it is on the wall again."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def team(post):
    """A wish in the hands of two: the lead first."""
    lead, helper = make.volunteer(), make.volunteer(display_name="小张")
    ticket = tickets.claimed_wish(volunteer=lead, helpers_needed=2)
    post(tickets.path(ticket, "claim"), by=helper)
    return ticket, lead, helper


def release(post, ticket, by):
    return post(tickets.path(ticket, "release"), by=by, words="临时有事")


def test_the_only_one_puts_it_back_on_the_wall(post, get):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    answer = release(post, ticket, volunteer)

    assert (answer.status_code, ticket.state) == (200, "open")
    assert ticket.holder_unit_id == make.desk().id
    assert [card["id"] for card in get("/api/wishes/").json["items"]] == [ticket.id]
    reached = [
        s["reached"] for s in get(f"/api/tickets/{ticket.id}", by=volunteer).json["lifeline"]
    ]
    assert reached == [True, True, False, False, False]


def test_a_helper_steps_down_and_the_lead_goes_on(post, team):
    ticket, lead, helper = team
    release(post, ticket, helper)

    assert (ticket.state, ticket.holder_id) == ("working", lead.id)


def test_the_lead_passes_on_to_the_next(post, team):
    ticket, lead, helper = team
    release(post, ticket, lead)

    assert (ticket.state, ticket.holder_id) == ("working", helper.id)
    assert [a.role for a in ticket.in_hand] == ["lead"]


def test_one_after_the_other_it_is_on_the_wall_again(post, team):
    ticket, lead, helper = team
    release(post, ticket, lead)
    release(post, ticket, helper)

    assert (ticket.state, ticket.holder_unit_id) == ("open", make.desk().id)


def test_whoever_gave_it_back_may_claim_it_again(post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    release(post, ticket, volunteer)

    assert post(tickets.path(ticket, "claim"), by=volunteer).json["state"] == "working"


def test_it_has_seven_days_on_the_wall_again(post, clock, work):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    clock.forward(days=5)
    release(post, ticket, volunteer)
    clock.forward(days=6)
    work()
    assert ticket.state == "open"
    clock.forward(days=1)
    work()

    assert ticket.state == "received"


def test_nobody_gives_back_what_is_not_theirs(post):
    ticket = tickets.claimed_wish()

    for by in (make.volunteer(display_name="小张"), ticket.wisher, make.staff()):
        assert release(post, ticket, by).status_code == 403


def test_what_is_done_is_not_given_back(post):
    volunteer = make.volunteer()
    ticket = tickets.done_wish(volunteer=volunteer)

    assert release(post, ticket, volunteer).json["code"] == "illegal_move"


def test_the_resident_hears_that_somebody_else_is_sought(post, get):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    post(tickets.path(ticket, "release"), by=volunteer, words="有事")

    assert get("/api/messages/", by=ticket.wisher).json["items"][0]["title"] == "在等别的志愿者"
