"""收回重派: the desk takes it back from whoever was asked or has it in hand."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def recall(post):
    def send(ticket, by=None):
        return post(tickets.path(ticket, "recall"), by=by or make.staff(), words="三天没有回音")

    return send


@pytest.mark.parametrize("build", [tickets.claimed_wish, tickets.accepted_wish])
def test_it_waits_at_the_desk_again(recall, build):
    seen = recall(build()).json

    assert (seen["state"], seen["holder_name"]) == ("received", make.desk().name)
    assert {a["action"] for a in seen["actions"]} > {"screen", "dispatch", "answer"}


def test_whoever_had_it_hears_why_and_reads_nothing_more(recall, get):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    recall(ticket)
    told = get("/api/messages/", by=volunteer).json["items"][0]

    assert (told["title"], "三天没有回音" in told["words"]) == ("社区收回了单子", True)
    assert get(f"/api/tickets/{ticket.id}", by=volunteer).status_code == 404


def test_the_resident_hears_that_somebody_else_is_sought(recall, get):
    ticket = tickets.claimed_wish()
    recall(ticket)

    assert get("/api/messages/", by=ticket.wisher).json["items"][0]["title"] == "正在重新安排"


def test_an_offer_nobody_answers_can_be_taken_back(recall):
    assert recall(tickets.offered_wish()).json["state"] == "received"


def test_what_is_done_is_not_taken_back(recall):
    assert recall(tickets.done_wish()).status_code == 409


def test_taken_back_and_dispatched_it_is_not_on_the_wall(recall, post, get):
    ticket, worker = tickets.claimed_wish(), make.staff()
    recall(ticket, worker)
    officer = make.officer()
    unit_id = officer.live_grants[0].unit_id
    post(tickets.path(ticket, "dispatch"), by=worker, unit_id=unit_id)
    post(tickets.path(ticket, "accept"), by=officer)

    assert get("/api/wishes/").json["items"] == []
    assert get(f"/api/tickets/{ticket.id}").status_code == 404
    joined = post(tickets.path(ticket, "claim"), by=make.volunteer(display_name="小张"))
    assert joined.status_code == 404
