"""What was written down of a number is put right, and what was taken away is told later."""

import pytest

from schemas.market_words import StallKind
from schemas.tickets import TicketState
from server.core.db import db
from server.core.moves import Move
from server.messages.models import Message
from server.occasions.parts import QueueNumber
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests import make_tickets as tickets
from tests.markets.booking import market, take


@pytest.fixture
def aunt():
    return make.person()


@pytest.fixture
def rice_cooker(clock, aunt):
    stall = markets.stall(kind=StallKind.REPAIR, last=1)
    return markets.number(stall, 1, aunt, told_id=aunt.id)


@pytest.fixture
def repair(clock, post):
    """A wish that has a number at the repair stall, on its day."""
    ticket = tickets.wish(category_id=tickets.category("home_repair").id)
    stall = markets.stall(market(ticket.area), kind=StallKind.REPAIR, last=6)
    assert take(post, ticket, stall).status_code == 200
    clock.forward(days=6)
    return ticket


def number_of(ticket) -> QueueNumber:
    wanted = db.select(QueueNumber).where(QueueNumber.subject_id == ticket.id)
    return db.session.scalars(wanted).one()


def written(post, number, step, *, by=None, **said):
    path = f"/api/occasions/numbers/{number.id}/{step}"
    return post(path, by=by or make.staff(), **said)


def told(person) -> list[tuple]:
    rows = db.select(Message.title, Message.words).where(Message.person_id == person.id)
    return [tuple(row) for row in db.session.execute(rows.order_by(Message.id))]


def test_what_is_taken_away_is_not_done_yet(get, post, rice_cooker, aunt):
    answer = written(post, rice_cooker, "serve", outcome="taken_away")
    read = get(f"/api/occasions/numbers/{rice_cooker.id}", by=aunt).json

    assert (answer.status_code, answer.json["state"]) == (200, "under_way")
    assert (read["state_label"], read["actions"]) == ("带回去修", [])
    assert answer.json["actions"] == [{"action": "correct", "label": "写后来的结果"}]


@pytest.mark.parametrize(
    ("said", "state", "words"),
    [
        ({"outcome": "repaired"}, "served", "修好了。请来取。"),
        (
            {"outcome": "not_repaired", "reason": "主板烧了"},
            "not_served",
            "没修好，因为主板烧了。请来取。",
        ),
    ],
)
def test_what_came_of_it_is_told_once(post, rice_cooker, aunt, said, state, words):
    written(post, rice_cooker, "serve", outcome="taken_away")
    answers = [written(post, rice_cooker, "correct", **said) for _ in range(2)]

    assert [answer.json["state"] for answer in answers] == [state] * 2
    assert [one[1] for one in told(aunt)] == [words]


def test_a_slip_of_the_pen_is_put_right_and_who_did_it_is_kept(post, rice_cooker, aunt):
    worker = make.staff()
    written(post, rice_cooker, "serve", outcome="repaired")
    unsaid = written(post, rice_cooker, "correct", outcome="not_repaired")
    said = {"outcome": "not_repaired", "reason": "没配件"}
    right = written(post, rice_cooker, "correct", by=worker, **said)
    kept = db.select(Move).where(Move.subject_kind == "queue_numbers").order_by(Move.id.desc())
    last = db.session.scalars(kept.limit(1)).one()

    assert list(unsaid.json["problems"]) == ["reason"]
    assert (right.json["state_label"], right.json["reason"]) == ("没修好", "没配件")
    assert (last.actor_id, last.before, last.after) == (worker.id, "served", "not_served")
    assert last.known == {"was": "repaired", "outcome": "not_repaired"}
    assert told(aunt) == [("维修 1 号：没修好", "刚才记错了，现在更正为“没修好”，因为没配件。")]


def test_nothing_is_put_right_before_it_was_written_down(post, rice_cooker):
    assert written(post, rice_cooker, "correct", outcome="repaired").status_code == 409


def test_nobody_puts_their_own_right(post, rice_cooker, aunt):
    written(post, rice_cooker, "serve", outcome="taken_away")

    assert written(post, rice_cooker, "correct", by=aunt, outcome="repaired").status_code == 403


def test_of_a_health_check_nothing_more_is_kept_when_it_is_put_right(post, clock):
    number = markets.number(markets.stall(kind=StallKind.CLINIC, last=1), 1, make.person())
    written(post, number, "fail")
    refused = written(post, number, "correct", outcome="served", reason="血压 180")
    right = written(post, number, "correct", outcome="served")

    assert (refused.status_code, right.json["state_label"], right.json["reason"]) == (
        422,
        "已服务",
        None,
    )


def test_a_line_without_a_stall_is_put_right_too(post, clock):
    session = occasions.session(kind="duty")
    number = markets.number(markets.stall(session), 1, make.person())
    written(post, number, "serve")
    right = written(post, number, "correct", outcome="not_served", reason="停电")

    assert (right.status_code, right.json["state"]) == (200, "not_served")


# ---- the wish for which the number was taken


def test_taken_away_the_wish_waits_and_no_other_market_is_offered(get, post, repair):
    markets.stall(market(repair.area), kind=StallKind.REPAIR)
    written(post, number_of(repair), "serve", outcome="taken_away")
    offered = get(f"/api/markets/offers/{repair.id}", by=repair.wisher).json
    (shown,) = get(f"/api/tickets/{repair.id}", by=repair.wisher).json["appointments"]

    assert (repair.state, offered["items"]) == (TicketState.RECEIVED, [])
    assert shown["state_label"] == "带回去修"


def test_repaired_later_the_wish_is_done(post, repair):
    written(post, number_of(repair), "serve", outcome="taken_away")
    written(post, number_of(repair), "correct", outcome="repaired")

    assert repair.state is TicketState.DONE
    assert repair.outcome.endswith("维修 7 号：修好了")


def test_done_by_a_slip_of_the_pen_the_wish_is_open_again_and_says_why(get, post, repair):
    written(post, number_of(repair), "serve", outcome="repaired")
    written(post, number_of(repair), "correct", outcome="not_repaired", reason="没配件")
    read = get(f"/api/tickets/{repair.id}", by=repair.wisher).json
    words = [event["words"] for event in read["timeline"]]

    assert (repair.state, repair.done_at, repair.in_hand) == (TicketState.RECEIVED, None, [])
    assert any(line.startswith("刚才记错了，更正：") for line in words)
    written(post, number_of(repair), "correct", outcome="repaired")
    assert repair.state is TicketState.DONE


def test_silence_is_counted_from_when_it_was_done_anew(post, repair, clock, work):
    written(post, number_of(repair), "serve", outcome="repaired")
    written(post, number_of(repair), "correct", outcome="taken_away")
    clock.forward(days=5)
    written(post, number_of(repair), "correct", outcome="repaired")
    clock.forward(days=3)
    work()

    assert repair.state is TicketState.DONE


def test_what_the_resident_has_rated_stays_rated(post, repair):
    written(post, number_of(repair), "serve", outcome="repaired")
    rated = post(
        tickets.path(repair, "rate"), by=repair.wisher, solved="yes", satisfied="yes", route="tap"
    )
    written(post, number_of(repair), "correct", outcome="not_repaired", reason="没配件")

    assert (rated.status_code, repair.state) == (200, TicketState.CLOSED)
