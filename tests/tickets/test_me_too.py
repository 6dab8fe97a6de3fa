"""我也是: one more household with the same need."""

import pytest

from tests import make
from tests import make_tickets as tickets


def test_each_household_counts_once(post):
    ticket, neighbour = tickets.open_wish(group="many"), make.person("李伯")
    for _ in range(2):
        answer = post(tickets.path(ticket, "me_too"), by=neighbour)

    assert (answer.status_code, answer.json["supports"]) == (200, 1)


def test_whoever_said_so_hears_of_the_end(post, get):
    volunteer, neighbour = make.volunteer(), make.person("李伯")
    ticket = tickets.claimed_wish(volunteer=volunteer, group="many")
    post(tickets.path(ticket, "me_too"), by=neighbour)
    post(tickets.path(ticket, "finish"), by=volunteer, words="好了")

    assert [m["title"] for m in get("/api/messages/", by=neighbour).json["items"]] == ["有结果了"]


@pytest.mark.parametrize("group", ["elder", "child", "disabled", "hardship"])
def test_one_persons_wish_is_theirs_alone(post, group):
    ticket = tickets.open_wish(group=group)

    assert post(tickets.path(ticket, "me_too"), by=make.person("李伯")).status_code == 403


def test_one_does_not_support_oneself(post):
    ticket = tickets.open_wish(group="many")

    assert post(tickets.path(ticket, "me_too"), by=ticket.wisher).status_code == 403


def test_whoever_does_it_does_not_support_it(post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer, group="many")

    assert post(tickets.path(ticket, "me_too"), by=volunteer).status_code == 403


def test_what_is_over_wants_no_support(post):
    ticket = tickets.closed_wish(group="many")
    answer = post(tickets.path(ticket, "me_too"), by=make.person("李伯"))

    assert answer.json["code"] == "illegal_move"
