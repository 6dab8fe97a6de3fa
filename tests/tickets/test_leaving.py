"""Whoever loses a role keeps neither a ticket nor what they could read of it."""

import pytest

from server.core.db import db
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def leave(post):
    """The administrator ends the first role of somebody, or switches them off."""

    def end(person, how="end_grant"):
        boss = make.administrator()
        if how == "switch_off":
            path = f"/api/people/persons/{person.id}/switch_off"
        else:
            path = f"/api/people/grants/{person.live_grants[0].id}/end"
        answer = post(path, by=boss)
        assert answer.status_code == 200, answer.json

    return end


@pytest.fixture
def volunteer():
    """Lives in another community: what they see, they see as a volunteer."""
    return make.volunteer(estate=make.estate("城南小区", make.community("城南社区")))


@pytest.mark.parametrize("how", ["end_grant", "switch_off"])
def test_what_they_had_in_hand_waits_at_the_desk(leave, volunteer, how, get):
    ticket = tickets.claimed_wish(volunteer=volunteer)
    leave(volunteer, how)
    seen = get(f"/api/tickets/{ticket.id}", by=make.staff()).json

    assert (seen["state"], seen["holder_name"]) == ("received", make.desk().name)
    assert seen["assignments"][0]["state"] == "released"


def test_they_read_it_no_longer(leave, volunteer, get):
    ticket = tickets.claimed_wish(volunteer=volunteer)
    leave(volunteer)

    assert get(f"/api/tickets/{ticket.id}", by=volunteer).status_code == 404
    assert get("/api/tickets/tasks", by=volunteer).json["items"] == []


def test_what_they_had_finished_is_closed_to_them_and_still_theirs_in_the_record(
    leave, volunteer, get
):
    ticket = tickets.done_wish(volunteer=volunteer)
    leave(volunteer)

    assert get(f"/api/tickets/{ticket.id}", by=volunteer).json["audience"] == "public"
    assert get(f"/api/tickets/{ticket.id}", by=make.staff()).json["state"] == "done"


def test_of_a_team_whoever_is_left_leads(leave, volunteer, post, get):
    other = make.volunteer(display_name="小张")
    ticket = tickets.claimed_wish(volunteer=volunteer, helpers_needed=2)
    post(tickets.path(ticket, "claim"), by=other)
    leave(volunteer)
    seen = get(f"/api/tickets/{ticket.id}", by=make.staff()).json

    assert (seen["state"], seen["holder_name"]) == ("working", "小张")


def test_an_offer_and_a_claim_that_waits_fall_away(leave, volunteer):
    offered = tickets.offered_wish(person=volunteer)
    leave(volunteer)
    db.session.refresh(offered)

    assert offered.state == "received"
    assert [a.state for a in offered.assignments] == ["declined"]


def test_whoever_waited_for_consent_cannot_be_consented_to(leave, volunteer, post):
    ticket = tickets.open_wish(group="child")
    post(tickets.path(ticket, "claim"), by=volunteer)
    leave(volunteer)
    asked = db.session.get_one(Ticket, ticket.id).assignments[0]
    answer = post(tickets.path(ticket, "confirm_claim"), by=make.staff(), assignment_id=asked.id)

    assert (asked.state, answer.status_code) == ("declined", 422)


def test_what_a_worker_wrote_down_at_a_door_goes_to_the_desk(leave, get):
    worker = make.staff()
    ticket = tickets.wish(by=worker, channel="door_knock", area=make.estate())
    leave(worker)
    seen = get(f"/api/tickets/{ticket.id}", by=make.staff(display_name="小吴")).json

    assert (seen["holder_name"], seen["receiver_name"]) == (make.desk().name, make.desk().name)
    assert get(f"/api/tickets/{ticket.id}", by=worker).status_code == 404


def test_whoever_still_helps_there_in_another_role_keeps_it(leave, get):
    volunteer = make.volunteer()
    make.grant(volunteer, "team_leader", volunteer.live_grants[0].area)
    ticket = tickets.claimed_wish(volunteer=volunteer)
    leave(volunteer)

    assert get(f"/api/tickets/{ticket.id}", by=volunteer).json["audience"] == "doer"
