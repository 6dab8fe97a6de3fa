"""暂办不了, with a reason that the resident reads and may contest."""

import pytest

from tests import make
from tests import make_tickets as tickets

WHY = {"reason": "money", "words": "今年没有这笔经费"}


def test_the_resident_reads_why(post, get):
    ticket = tickets.wish()
    post(tickets.path(ticket, "cannot_do"), by=make.staff(), **WHY)
    seen = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json
    told = get("/api/messages/", by=ticket.wisher).json["items"][0]["words"]

    assert (seen["state"], seen["cannot_do_label"]) == ("cannot_do", "目前没有经费")
    assert seen["outcome"] == "今年没有这笔经费"
    assert "今年没有这笔经费" in told
    assert [action["action"] for action in seen["actions"]] == ["contest"]


@pytest.mark.parametrize("build", [tickets.open_wish, tickets.offered_wish, tickets.claimed_wish])
def test_nobody_has_it_in_hand_any_longer(post, build):
    ticket = build()
    post(tickets.path(ticket, "cannot_do"), by=make.staff(), **WHY)

    assert ticket.state == "cannot_do"
    assert [a for a in ticket.assignments if a.state.has("live")] == []


def test_whoever_does_it_does_not_say_that_it_cannot_be_done(post):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)

    assert post(tickets.path(ticket, "cannot_do"), by=officer, **WHY).status_code == 403


def test_contested_it_is_looked_at_anew_by_the_first_receiver(post, get):
    ticket, worker = tickets.claimed_wish(), make.staff()
    post(tickets.path(ticket, "cannot_do"), by=worker, **WHY)
    answer = post(tickets.path(ticket, "contest"), by=ticket.wisher, words="灯管我自己买")

    assert (answer.json["state"], answer.json["cannot_do_label"]) == ("received", None)
    assert answer.json["holder_name"] == make.desk().name
    assert [s["reached"] for s in answer.json["lifeline"]] == [True, False, False, False, False]
    assert (ticket.closed_at, ticket.details.fade_on) == (None, None)
    assert "灯管我自己买" in [e["words"] for e in answer.json["timeline"]]


def test_the_desk_does_not_contest_itself(post):
    ticket, worker = tickets.wish(), make.staff()
    post(tickets.path(ticket, "cannot_do"), by=worker, **WHY)

    assert post(tickets.path(ticket, "contest"), by=worker, words="再看看").status_code == 403


def test_what_is_done_is_no_longer_impossible(post):
    answer = post(tickets.path(tickets.done_wish(), "cannot_do"), by=make.staff(), **WHY)

    assert answer.json["code"] == "illegal_move"


def test_what_was_written_to_one_household_is_not_told_to_others(post, get):
    neighbour, ticket = make.person("黄姨"), tickets.open_wish(group="many")
    post(tickets.path(ticket, "me_too"), by=neighbour)
    form = {"reason": "money", "words": "陈阿姨家 3栋 501 要自己出钱"}
    post(tickets.path(ticket, "cannot_do"), by=make.staff(), **form)
    told = get("/api/messages/", by=neighbour).json["items"][0]["words"]

    assert ("目前没有经费" in told, "3栋" in told) == (True, False)
