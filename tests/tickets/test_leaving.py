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


def test_the_lead_may_step_down_when_the_heir_asked_before_them(post, get):
    """Of a guarded wish the desk may confirm the later of two first: they lead."""
    first, second = make.volunteer(display_name="小张"), make.volunteer(display_name="小郑")
    ticket, worker = tickets.open_wish(group="child", helpers_needed=2), make.staff()
    for volunteer in (first, second):
        post(tickets.path(ticket, "claim"), by=volunteer)
    for asked in reversed(list(ticket.assignments)):
        post(tickets.path(ticket, "confirm_claim"), by=worker, assignment_id=asked.id)
    answer = post(tickets.path(ticket, "release"), by=second, words="有事")
    seen = get(f"/api/tickets/{ticket.id}", by=worker).json

    assert (answer.status_code, seen["holder_name"]) == (200, "小张")


def test_reopened_it_is_not_given_to_somebody_who_has_gone(leave, volunteer, post):
    ticket = tickets.done_wish(volunteer=volunteer)
    leave(volunteer)
    seen = post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="no").json

    assert (seen["state"], seen["holder_name"]) == ("received", make.desk().name)


def test_contested_it_is_not_given_to_somebody_who_has_gone(leave, post):
    worker = make.staff()
    ticket = tickets.wish(by=worker, channel="door_knock", area=make.estate())
    form = {"reason": "money", "words": "没有经费"}
    post(tickets.path(ticket, "cannot_do"), by=worker, **form)
    leave(worker)
    seen = post(tickets.path(ticket, "contest"), by=ticket.wisher, words="再看看").json

    assert (seen["state"], seen["holder_name"]) == ("received", make.desk().name)


def test_an_administrator_who_stops_helping_does_not_keep_the_wish(leave, get):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    make.grant(volunteer, "administrator", volunteer.live_grants[0].area)
    leave(volunteer)

    assert get(f"/api/tickets/{ticket.id}", by=make.staff()).json["state"] == "received"
