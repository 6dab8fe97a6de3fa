"""Call-backs are offered to whoever may record them; what somebody did is a colleague's to ask."""

from schemas.tickets import TicketState
from tests import make
from tests import make_tickets as tickets


def unrated(worker):
    """They finished it, and nobody has said a word."""
    ticket = tickets.done_wish()
    ticket.state, ticket.worker_ids = TicketState.UNRATED, [worker.id]
    return make.saved(ticket)


def test_the_list_leaves_out_what_one_did_oneself(get):
    worker, colleague = make.staff(), make.staff()
    own, other = unrated(worker), unrated(colleague)
    path = "/api/tickets/"
    mine = get(path, by=worker, view="callback", mine_to_call="true").json["items"]
    everything = get(path, by=worker, view="callback").json["items"]

    assert [one["id"] for one in mine] == [other.id]
    assert {one["id"]: one["did_it"] for one in everything} == {own.id: True, other.id: False}


def test_who_said_that_it_was_done_last_is_rung_first(get):
    worker = make.staff()
    first, last = unrated(make.staff()), unrated(make.staff())
    last.due_at = first.due_at.replace(year=first.due_at.year + 1)
    make.saved(last)
    listed = get("/api/tickets/", by=worker, view="callback").json["items"]

    assert [one["id"] for one in listed] == [last.id, first.id]
