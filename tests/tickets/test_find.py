"""查进度: a code or a number tells how far it is, and opens nothing."""

import pytest

from server.tickets.numbers import check_digit, is_number
from tests import make
from tests import make_tickets as tickets

KNOWN = {
    "number", "kind_label", "state_label", "moved_on", "desk_name", "desk_phone", "ticket_id",
}  # fmt: skip


def test_whoever_holds_the_receipt_learns_how_far_it_is(get, clock):
    ticket = tickets.wish()
    for query in (f"token={ticket.token}", f"number={ticket.number}"):
        found = get(f"/api/tickets/found?{query}").json

        assert set(found) == KNOWN
        assert (found["state_label"], found["moved_on"]) == ("待受理", "2026-03-05")
        assert found["ticket_id"] is None


def test_whoever_may_open_it_is_shown_the_way(get):
    ticket = tickets.wish()
    for by in (ticket.wisher, make.staff()):
        assert get("/api/tickets/found", by=by, number=ticket.number).json["ticket_id"] == ticket.id


def test_a_number_may_be_read_out_in_groups(get):
    number = tickets.wish().number
    answer = get("/api/tickets/found", number=f"{number[:4]} {number[4:]}")

    assert answer.json["number"] == number


@pytest.mark.parametrize("query", ["", "number=12345678", "token=xy", "number=你好"])
def test_what_is_nobodys_number_is_not_found(get, query):
    answer = get(f"/api/tickets/found?{query}")

    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_the_number_of_a_swapped_digit_is_nobodys():
    number = "1026001" + check_digit("1026001")
    swapped = [
        number[:i] + number[i + 1] + number[i] + number[i + 2 :]
        for i in range(7)
        if number[i] != number[i + 1]
    ]
    wrong = [number[:i] + str((int(number[i]) + 1) % 10) + number[i + 1 :] for i in range(8)]

    assert is_number(number)
    assert not any(map(is_number, swapped + wrong))


def test_numbers_are_not_tried_out_one_after_the_other(get):
    ticket = tickets.wish()
    answers = [get("/api/tickets/found", number=ticket.number).status_code for _ in range(13)]

    assert (answers[:12], answers[12]) == ([200] * 12, 429)
    assert get("/api/tickets/found", by=ticket.wisher, number=ticket.number).status_code == 200
    assert get(f"/api/tickets/found?token={ticket.token}").status_code == 200


def test_of_a_complaint_it_does_not_say_that_it_is_one(get, post):
    tickets.categories()
    make.estate()
    sent = post("/api/tickets/feedback", by=make.person(), text="态度不好").json

    assert get("/api/tickets/found", number=sent["number"]).json["kind_label"] == "事项"
