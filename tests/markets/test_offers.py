"""A wish that a stall can meet is offered the estate's next market days, and takes a number."""

import pytest

from schemas.market_words import StallKind
from schemas.occasions import CALLED_OFF, PLANNED, NumberState
from schemas.tickets import TicketState
from tests import make
from tests import make_markets as markets
from tests import make_tickets as tickets
from tests.markets.booking import haircut, market, number_of, offers, take
from tests.work import work_off

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


def test_three_offers_cost_what_one_costs(get, clock, count_queries):
    ticket = haircut()
    path, token = f"/api/markets/offers/{ticket.id}", make.token(ticket.wisher)
    area = ticket.area

    def cost() -> int:
        with count_queries() as asked:
            assert get(path, token=token).status_code == 200
        return len(asked)

    markets.stall(market(area))
    one = cost()
    for days in (7, 8):
        markets.stall(market(make._the(make.Level.ESTATE, make.estate), days=days))

    assert one == cost() == 6


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


def test_the_desks_queue_says_so_and_is_not_slower_for_two(get, booked, count_queries):
    worker = make.staff(at=tickets.parent(booked.area))
    token = make.token(worker)

    def queue() -> tuple[list, int]:
        with count_queries() as asked:
            rows = get("/api/tickets/", token=token, view="all").json["items"]
        return [row["arranged"] for row in rows], len(asked)

    alone = queue()
    other = haircut(make.person("黄阿伯", estate=booked.area))
    markets.number(markets.stall(market(booked.area), last=2), 2, other.wisher,
                   subject_kind="tickets", subject_id=other.id)  # fmt: skip
    unbooked = haircut(make.person("林阿婆", estate=booked.area))
    both = queue()

    assert alone[0] == ["3月11日 义剪 7号"]
    assert (set(both[0]), both[1]) == ({"3月11日 义剪 7号", "3月11日 义剪 2号", None}, alone[1])
    assert unbooked.id


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


def test_the_number_of_a_wish_that_is_withdrawn_is_left_and_nobody_calls_it(post, clock):
    ticket = haircut()
    take(post, ticket, markets.stall(market(ticket.area)))
    post(f"/api/tickets/{ticket.id}/withdraw", by=ticket.wisher)

    work_off()

    assert number_of(ticket).state is NumberState.LEFT


def test_the_number_of_a_wish_that_is_open_again_meanwhile_is_kept(post, clock):
    ticket = haircut()
    take(post, ticket, markets.stall(market(ticket.area)))
    reason = {"reason": "money", "words": "今年没有这笔经费"}
    post(f"/api/tickets/{ticket.id}/cannot_do", by=make.staff(at=ticket.area), **reason)
    post(f"/api/tickets/{ticket.id}/contest", by=ticket.wisher, words="圩日那天能剪")

    work_off()

    assert number_of(ticket).state is NumberState.WAITING


def test_a_number_of_a_market_day_that_is_over_keeps_nobody_from_the_next(get, post, clock):
    ticket = haircut()
    take(post, ticket, markets.stall(market(ticket.area)))
    clock.forward(days=7)
    later = markets.stall(market(ticket.area))

    assert offers(get, ticket)["booked"] is None
    assert take(post, ticket, later).status_code == 200
