"""并单: into another ticket with the same need, whose supporter the wisher becomes."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def merge(post):
    def send(ticket, into, by=None):
        return post(tickets.path(ticket, "merge"), by=by or make.staff(), into=into)

    return send


def test_a_merged_wish_is_followed_through_the_other(merge, get):
    kept, ticket = tickets.open_wish(), tickets.wish(make.person("李伯"))
    answer = merge(ticket, kept.number)
    seen = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json

    assert (answer.status_code, answer.json["state"]) == (200, "merged")
    assert (seen["merged_into"], seen["state"]) == (kept.number, "merged")
    assert get(f"/api/tickets/{kept.id}", by=kept.wisher).json["supports"] == 1


def test_whoever_was_merged_hears_of_the_end(merge, get, post):
    volunteer = make.volunteer()
    kept = tickets.claimed_wish(volunteer=volunteer)
    ticket = tickets.wish(make.person("李伯"))
    merge(ticket, kept.number)
    post(tickets.path(kept, "finish"), by=volunteer, words="好了")
    titles = [m["title"] for m in get("/api/messages/", by=ticket.wisher).json["items"]]

    assert titles == ["有结果了", "和别人的并在一起办"]


def test_a_number_may_be_written_in_groups(merge):
    kept, ticket = tickets.open_wish(), tickets.wish(make.person("李伯"))

    assert merge(ticket, f"{kept.number[:4]} {kept.number[4:]}").status_code == 200


def test_a_misread_number_is_noticed(merge):
    kept, ticket = tickets.open_wish(), tickets.wish(make.person("李伯"))
    misread = kept.number[:-1] + str((int(kept.number[-1]) + 1) % 10)
    answer = merge(ticket, misread)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["into"])


@pytest.mark.parametrize("build", [tickets.done_wish, tickets.closed_wish])
def test_nothing_is_merged_into_what_is_over(merge, build):
    kept, ticket = build(), tickets.wish(make.person("李伯"))

    assert merge(ticket, kept.number).json["code"] == "not_mergeable"


def test_nothing_is_merged_into_itself(merge):
    ticket = tickets.wish()

    assert merge(ticket, ticket.number).json["code"] == "not_mergeable"


def test_nothing_is_merged_into_another_communitys(merge):
    ticket = tickets.wish()
    elsewhere = make.estate("锦绣小区", make.community("浔南社区"))
    theirs = tickets.wish(make.person("黄姨", estate=elsewhere))
    on_show = tickets.open_wish(make.person("林叔", estate=elsewhere))

    assert merge(ticket, theirs.number).status_code == 404
    assert merge(ticket, on_show.number).json["code"] == "not_mergeable"


def test_a_merged_ticket_counts_in_its_own_column(merge):
    kept, ticket = tickets.open_wish(), tickets.claimed_wish(make.person("李伯"))
    merge(ticket, kept.number)

    assert (ticket.state, ticket.merged_into_id) == ("merged", kept.id)
    assert ticket.closed_at is not None
    assert [a.state for a in ticket.assignments] == ["released"]
