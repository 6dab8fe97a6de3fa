"""还没办好: it reaches the doer again, and adds a round that overwrites nothing."""

import pytest

from tests import make
from tests import make_tickets as tickets

NO = {"solved": "no", "satisfied": "no", "words": "又不亮了"}


def titles(get, by) -> list[str]:
    return [message["title"] for message in get("/api/messages/", by=by).json["items"]]


@pytest.mark.parametrize("solved", ["no", "partly"])
def test_what_is_not_solved_goes_back_to_whoever_did_it(post, get, solved):
    volunteer = make.volunteer()
    ticket = tickets.done_wish(volunteer=volunteer)
    answer = post(tickets.path(ticket, "rate"), by=ticket.wisher, solved=solved)

    assert (answer.json["state"], answer.json["reopens"]) == ("working", 1)
    assert answer.json["holder_name"] == "王师傅"
    assert [stage["reached"] for stage in answer.json["lifeline"]] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert titles(get, volunteer)[0] == "居民说还没办好"


def test_a_second_round_stands_beside_the_first(post):
    volunteer = make.volunteer()
    ticket = tickets.done_wish(volunteer=volunteer)
    post(tickets.path(ticket, "rate"), by=ticket.wisher, **NO)
    post(tickets.path(ticket, "finish"), by=volunteer, words="换了镇流器")
    answer = post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="yes", satisfied="yes")

    assert [(r["round"], r["solved"], r["words"]) for r in answer.json["ratings"]] == [
        (1, "no", "又不亮了"),
        (2, "yes", None),
    ]
    assert (answer.json["state"], answer.json["reopens"]) == ("closed", 1)


def test_a_unit_is_told_too(post, get):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    post(tickets.path(ticket, "finish"), by=officer, proof_words="看得到", words="修好了")
    post(tickets.path(ticket, "rate"), by=ticket.wisher, **NO)

    assert "居民说还没办好" in titles(get, officer)


def test_the_whole_team_takes_it_up_again(post):
    lead, helper = make.volunteer(), make.volunteer(display_name="小张")
    ticket = tickets.claimed_wish(volunteer=lead, helpers_needed=2)
    post(tickets.path(ticket, "claim"), by=helper)
    post(tickets.path(ticket, "finish"), by=lead, proof_words="看得到", words="好了")
    post(tickets.path(ticket, "rate"), by=ticket.wisher, **NO)

    assert {(a.person_id, a.role, a.state) for a in ticket.assignments} == {
        (lead.id, "lead", "accepted"),
        (helper.id, "doer", "accepted"),
    }


def test_what_was_answered_on_the_spot_goes_back_to_whoever_answered(post):
    ticket, worker = tickets.wish(), make.staff()
    post(tickets.path(ticket, "answer"), by=worker, words="二楼办")
    post(tickets.path(ticket, "rate"), by=ticket.wisher, **NO)

    assert (ticket.state, ticket.holder_id) == ("working", worker.id)


def test_details_that_were_fading_are_open_again(post, get, clock, work):
    volunteer = make.volunteer()
    ticket = tickets.done_wish(volunteer=volunteer)
    clock.forward(days=7)
    work()
    clock.forward(days=8)
    assert get(f"/api/tickets/{ticket.id}", by=volunteer).json["place"] is None
    post(tickets.path(ticket, "rate"), by=ticket.wisher, **NO)

    assert get(f"/api/tickets/{ticket.id}", by=volunteer).json["place"] == "3栋 2单元 501"


def test_what_is_closed_stays_closed(post):
    ticket = tickets.closed_wish()

    assert post(tickets.path(ticket, "rate"), by=ticket.wisher, **NO).json["code"] == "illegal_move"
