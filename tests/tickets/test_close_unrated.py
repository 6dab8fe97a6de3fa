"""已办结·未评价: silence is a column of its own, and brings a call-back."""

from server.tickets.jobs import close_unrated
from tests import make
from tests import make_tickets as tickets


def test_after_seven_days_of_silence_it_is_closed_and_not_rated(clock, work):
    ticket = tickets.done_wish()
    clock.forward(days=6, hours=23)
    assert "close_unrated" not in work()
    clock.forward(hours=1)

    assert "close_unrated" in work()
    assert (ticket.state, ticket.solved) == ("unrated", None)
    assert ticket.closed_at is not None


def test_silence_is_on_the_list_of_calls(clock, work, get):
    ticket, worker = tickets.done_wish(), make.staff()
    clock.forward(days=7)
    work()
    (row,) = get("/api/tickets/", by=worker, view="callback").json["items"]

    assert row["id"] == ticket.id
    assert get("/api/tickets/counts", by=worker).json["callback"] == 1


def test_what_is_rated_in_time_stays_as_it_was_rated(post, clock, work):
    ticket = tickets.done_wish()
    post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="yes")
    clock.forward(days=7)
    work()

    assert ticket.state == "closed"


def test_done_anew_it_has_seven_days_again(post, clock, work):
    volunteer = make.volunteer()
    ticket = tickets.done_wish(volunteer=volunteer)
    clock.forward(days=5)
    post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="no")
    post(tickets.path(ticket, "finish"), by=volunteer, words="换了镇流器")
    clock.forward(days=6)
    work()
    assert ticket.state == "done"
    clock.forward(days=1)
    work()

    assert ticket.state == "unrated"


def test_the_resident_may_still_rate_afterwards(post, clock, work):
    ticket = tickets.done_wish()
    clock.forward(days=7)
    work()
    answer = post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="yes", satisfied="yes")

    assert (answer.json["state"], answer.json["ratings"][0]["round"]) == ("closed", 1)


def test_the_job_done_twice_closes_once(clock, work):
    ticket = tickets.done_wish()
    clock.forward(days=7)
    work()
    close_unrated(ticket_id=ticket.id, round=1)

    assert ticket.state == "unrated"
