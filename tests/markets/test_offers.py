"""A wish that a stall can meet is offered the estate's next market day, and is met there."""

from datetime import timedelta

import pytest

from schemas.market_words import StallKind
from schemas.occasions import CALLED_OFF, PLANNED
from schemas.tickets import TicketState
from server.core import clock as now
from server.core.db import db
from server.occasions.parts import QueueNumber
from server.tickets.models import Ticket
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests import make_tickets as tickets


def market(area=None, days=6, **given):
    """Of the estate, in some days."""
    begins = now.now() + timedelta(days=days)
    return occasions.session(area or make.estate(), begins=begins, **given)


def haircut(wisher=None, **known) -> Ticket:
    return tickets.wish(wisher, category_id=tickets.category("haircut").id, **known)


def offers(get, ticket, by=None):
    return get(f"/api/markets/offers/{ticket.id}", by=by or ticket.wisher).json


def take(post, ticket, stall, by=None):
    path = f"/api/markets/offers/{ticket.id}/take"
    return post(path, by=by or ticket.wisher, stall_id=stall.id)


def number_of(ticket) -> QueueNumber:
    wanted = db.select(QueueNumber).where(QueueNumber.subject_id == ticket.id)
    return db.session.scalars(wanted).one()


@pytest.fixture
def booked(post, clock):
    """A wish for a haircut, with a number at the stall of the estate's next market."""
    ticket = haircut()
    stall = markets.stall(market(ticket.area), last=6)
    assert take(post, ticket, stall).status_code == 200
    return ticket


# ---- what is offered


def test_the_next_market_days_of_the_estate_are_offered_soonest_first(get, clock):
    ticket = haircut()
    late, soon = market(ticket.area, days=20), market(ticket.area, days=6)
    for session in (late, soon):
        markets.stall(session, last=6)
    told = offers(get, ticket)

    assert [one["session_id"] for one in told["items"]] == [soon.id, late.id]
    assert (told["booked"], told["items"][0]["number"]) == (None, 7)


def test_a_market_of_the_community_is_for_its_estates_too(get, clock):
    ticket = haircut()
    markets.stall(market(tickets.parent(ticket.area)))

    assert len(offers(get, ticket)["items"]) == 1


@pytest.mark.parametrize(
    "unfit",
    [
        lambda area: markets.stall(market(area, state=PLANNED)),
        lambda area: markets.stall(market(area, state=CALLED_OFF)),
        lambda area: markets.stall(market(area, days=-6)),
        lambda area: markets.stall(market(area), StallKind.REPAIR),
        lambda area: markets.stall(market(area), capacity=6, last=6),
        lambda area: markets.stall(market(make.estate("别的小区"))),
    ],
    ids=["not published", "called off", "over", "another kind", "full", "another estate"],
)
def test_what_does_not_fit_is_not_offered(get, post, clock, unfit):
    ticket = haircut()
    stall = unfit(ticket.area)

    assert offers(get, ticket)["items"] == []
    assert take(post, ticket, stall).json["code"] == "not_offered"


def test_a_wish_that_somebody_has_in_hand_is_offered_nothing(get, post, clock):
    ticket = tickets.claimed_wish(category_id=tickets.category("haircut").id)
    stall = markets.stall(market(ticket.area))

    assert offers(get, ticket)["items"] == []
    assert take(post, ticket, stall).json["code"] == "illegal_move"


# ---- booking


def test_whoever_wishes_is_told_the_day_and_the_number(get, post, clock):
    ticket = haircut()
    stall = markets.stall(market(ticket.area), last=6)
    told = take(post, ticket, stall).json

    assert (told["booked"], told["items"]) == ("3月11日 义剪 7号", [])
    inbox = get("/api/messages/", by=ticket.wisher).json["items"]
    assert "3月11日 义剪 7号" in inbox[0]["words"]


def test_the_wishs_page_says_so_to_the_resident_and_to_the_desk(get, booked):
    worker = make.staff(at=tickets.parent(booked.area))
    for who in (booked.wisher, worker):
        (told,) = get(f"/api/tickets/{booked.id}", by=who).json["appointments"]
        assert (told["words"], told["live"]) == ("已约圩日 3月11日 义剪 7号", True)


def test_booked_it_is_off_the_wall_and_does_not_lapse(post, work, clock):
    ticket = tickets.open_wish(category_id=tickets.category("haircut").id, group="many")
    take(post, ticket, markets.stall(market(ticket.area, days=12)))
    clock.forward(days=8)
    work()

    assert (ticket.state, ticket.card.shown) == (TicketState.RECEIVED, False)
    assert (ticket.holder_id, ticket.holder_unit_id) == (
        ticket.receiver_id,
        ticket.receiver_unit_id,
    )


def test_a_wish_is_booked_once(post, booked):
    second = markets.stall(market(booked.area, days=9))

    assert take(post, booked, second).json["code"] == "already_booked"


def test_the_desk_books_for_somebody_without_a_telephone(post, clock):
    worker = make.staff()
    ticket = haircut(make.person("林伯"), by=worker, channel="desk")
    stall = markets.stall(market(ticket.area))

    assert take(post, ticket, stall, by=worker).status_code == 200
    assert number_of(ticket).person_id == ticket.wisher_id


def test_a_number_that_is_given_up_leaves_the_wish_at_the_desk(get, post, booked):
    left = post(f"/api/markets/offers/{booked.id}/leave", by=booked.wisher)

    assert (left.json["booked"], number_of(booked).state) == (None, "left")
    assert booked.state is TicketState.RECEIVED
    assert post(f"/api/markets/offers/{booked.id}/leave", by=booked.wisher).status_code == 409


# ---- at the stall


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
    wanted = db.select(markets.Stall.id).where(markets.Stall.line_id == number_of(ticket).line_id)
    return db.session.scalars(wanted).one()


def _timeline(get, ticket) -> list[dict]:
    return get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json["timeline"]
