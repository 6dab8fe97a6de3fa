"""不认领了: a claim that waits for the desk is taken back by whoever made it."""

from tests import make
from tests import make_tickets as tickets


def test_it_waits_no_longer_and_may_be_asked_for_again(post):
    volunteer, ticket = make.volunteer(), tickets.open_wish(group="child")
    post(tickets.path(ticket, "claim"), by=volunteer)
    answer = post(tickets.path(ticket, "unask"), by=volunteer)

    assert (answer.status_code, answer.json["state"]) == (200, "open")
    assert [a.state for a in ticket.assignments] == ["taken_back"]
    assert post(tickets.path(ticket, "claim"), by=volunteer).status_code == 200


def test_what_one_has_in_hand_is_released_instead(post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)

    assert post(tickets.path(ticket, "unask"), by=volunteer).status_code == 403


def test_the_desk_cannot_agree_to_it_any_more(post):
    volunteer, ticket = make.volunteer(), tickets.open_wish(group="child")
    post(tickets.path(ticket, "claim"), by=volunteer)
    post(tickets.path(ticket, "unask"), by=volunteer)
    form = {"assignment_id": ticket.assignments[0].id}

    assert post(tickets.path(ticket, "confirm_claim"), by=make.staff(), **form).status_code == 422
