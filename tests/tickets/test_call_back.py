"""回访: that somebody was called, reached or not. What they said is a rating."""

from tests import make
from tests import make_tickets as tickets


def test_a_call_is_counted_and_moves_nothing(post):
    ticket, worker = tickets.done_wish(), make.staff()
    post(tickets.path(ticket, "call_back"), by=worker, reached=False, words="没有人接")
    answer = post(tickets.path(ticket, "call_back"), by=worker, reached=True)

    assert (answer.status_code, answer.json["state"], answer.json["calls"]) == (200, "done", 2)


def test_what_is_still_in_hand_wants_no_call(post):
    ticket = tickets.claimed_wish()
    answer = post(tickets.path(ticket, "call_back"), by=make.staff(), reached=True)

    assert answer.json["code"] == "illegal_move"


def test_only_the_desk_calls(post):
    volunteer = make.volunteer()
    ticket = tickets.done_wish(volunteer=volunteer)

    for by in (ticket.wisher, volunteer, make.viewer()):
        assert post(tickets.path(ticket, "call_back"), by=by, reached=True).status_code == 403
