"""At the stall: a number is found by whatever is shown, served or not, and the wish follows."""

import pytest

from schemas.tickets import TicketState
from server.core.db import db
from server.markets.models import Stall
from tests import make
from tests import make_occasions as occasions
from tests import make_tickets as tickets
from tests.markets.booking import number_of


@pytest.mark.parametrize("shown", ["n", "number", "token", "address", "own code"])
def test_the_crew_finds_the_number_by_whatever_is_shown(post, booked, shown):
    codes = {
        "n": "7",
        "number": booked.number,
        "token": booked.token,
        "address": f"https://jinlin.example/q/t/{booked.token}",
        "own code": occasions.own_code(booked.wisher),
    }
    stall_id = _stall_id(booked)
    found = post(f"/api/markets/stalls/{stall_id}/find", by=make.staff(), code=codes[shown])

    assert (found.json["n"], found.json["ticket_id"]) == (7, booked.id)
    assert "灯管" not in found.json["ticket_title"]


def test_whoever_has_no_number_there_is_told_to_take_one(post, booked):
    path = f"/api/markets/stalls/{_stall_id(booked)}/find"
    stranger = occasions.own_code(make.person("曾老师"))

    assert post(path, by=make.staff(), code=stranger).json["code"] == "no_number_here"
    assert post(path, by=make.staff(), code="garbage").json["code"] == "code_refused"


def test_served_the_wish_is_done_and_waits_for_the_residents_word(get, post, booked, clock):
    barber = served(post, booked, clock)

    assert (booked.state, booked.holder_id) == (TicketState.DONE, barber.id)
    assert barber.id in booked.worker_ids
    assert "3月11日圩日 义剪 7 号：办好了" in booked.outcome
    (told,) = get(f"/api/tickets/{booked.id}", by=booked.wisher).json["appointments"]
    assert (told["live"], told["state_label"]) == (False, "办好了")


def test_whoever_served_it_may_not_record_the_rating(post, booked, clock):
    worker = served(post, booked, clock, by=make.staff(at=tickets.parent(booked.area)))
    path = tickets.path(booked, "rate")
    refused = post(path, by=worker, solved="yes", satisfied="yes", route="phone")
    closed = post(path, by=booked.wisher, solved="yes", satisfied="yes", route="tap")

    assert (refused.status_code, closed.json["state"]) == (403, "closed")


def test_not_served_the_wish_stays_and_a_line_says_why(get, post, booked, clock):
    clock.forward(days=6)
    path = f"/api/occasions/numbers/{number_of(booked).id}/fail"
    said = {"outcome": "not_done", "reason": "剪刀坏了"}
    assert post(path, by=make.staff(), **said).status_code == 200

    assert booked.state is TicketState.RECEIVED
    words = [event["words"] for event in _timeline(get, booked)]
    assert "3月11日圩日 义剪 7 号：没办成，剪刀坏了" in words


def test_an_administrator_who_serves_leaves_it_with_the_desk(post, booked, clock):
    boss = served(post, booked, clock, by=make.administrator())

    assert (booked.state, booked.holder_unit_id) == (TicketState.DONE, make.desk().id)
    assert boss.id in booked.worker_ids


def test_if_somebody_took_it_in_hand_meanwhile_the_number_only_leaves_a_line(
    get, post, booked, clock
):
    desk = make.staff(at=tickets.parent(booked.area))
    unit = make.unit()
    post(tickets.path(booked, "dispatch"), by=desk, unit_id=unit.id)
    served(post, booked, clock)

    assert booked.state is TicketState.OFFERED
    assert any("义剪 7 号：办好了" in event["words"] for event in _timeline(get, booked))


def served(post, ticket, clock, by=None):
    clock.forward(days=6)
    by = by or _barber(ticket)
    answer = post(f"/api/occasions/numbers/{number_of(ticket).id}/serve", by=by)
    assert answer.status_code == 200, answer.text
    return by


def _barber(ticket):
    """A volunteer whose duty works the line."""
    barber = make.volunteer(display_name="阿琴师傅")
    number = number_of(ticket)
    duty = occasions.post(number.session, label="理发")
    occasions.signup(barber, duty)
    number.line.post_id = duty.id
    db.session.commit()
    return barber


def _stall_id(ticket) -> int:
    wanted = db.select(Stall.id).where(Stall.line_id == number_of(ticket).line_id)
    return db.session.scalars(wanted).one()


def _timeline(get, ticket) -> list[dict]:
    return get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json["timeline"]
