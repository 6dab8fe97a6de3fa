"""What the demo tells: every state, honest numbers, no text twice, nobody given away."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import text

from schemas.ticket_words import Channel, Group, Kind
from schemas.tickets import AssignmentState, TicketState
from server.core import clock
from server.core.db import db
from server.core.moves import Move
from server.demo.cast import CAST
from server.demo.script import stories
from server.people.identities import PASSWORD, find_identity
from server.tickets.models import Ticket
from server.tickets.parts import CallBack, Rating, Support, TicketFile


def wishes() -> list[Ticket]:
    return list(db.session.scalars(db.select(Ticket).where(Ticket.kind == Kind.WISH)))


def test_there_are_120_wishes_in_all_states(dehua):
    states = Counter(ticket.state for ticket in wishes())
    assert states.total() == 120
    assert set(states) == set(TicketState)


@pytest.mark.parametrize(
    ("name", "moment"), [("dehua_later", "2026-10-09 00:30"), ("dehua_idle", "2026-11-28 09:00")]
)
def test_all_states_are_there_after_long_holidays_and_on_a_saturday_too(seeded, name, moment):
    with seeded(name, moment).app_context():
        assert {ticket.state for ticket in wishes()} == set(TicketState)


def test_the_same_day_tells_the_same_story(seeded, dehua):
    first = told()
    db.session.rollback()  # nothing is left open for as long as the second takes
    with seeded("dehua_again", "2026-03-05 17:00").app_context():
        assert told() == first


def told() -> dict:
    """All that is not a key or a token."""
    asked = {
        "tickets": "SELECT number, state, received_at, due_at, done_at, closed_at FROM tickets",
        "cards": "SELECT ticket_id, headline, need, effort, approved_at FROM public_cards",
        "moves": "SELECT subject_kind, subject_id, action, actor_id, moved_at FROM moves",
        "messages": "SELECT person_id, reason, title, told_at, read_at FROM messages",
        "jobs": "SELECT task_name, status, scheduled_at, args::text FROM procrastinate_jobs",
    }
    return {part: db.session.execute(text(sql + " ORDER BY 1, 2, 3, 4")).all()
            for part, sql in asked.items()}  # fmt: skip


def test_no_two_wishes_say_the_same(dehua):
    said = Counter(story.text or story.typed or f"{story.wisher}, aloud" for story in stories())
    assert said.most_common(1)[0][1] == 1


def test_wishes_come_in_by_every_door(dehua):
    assert {ticket.channel for ticket in wishes()} == set(Channel)
    assert {ticket.group for ticket in wishes()} == set(Group)
    assert any(ticket.client_id for ticket in wishes())  # written at a door, sent later


def test_the_desk_finds_something_under_every_count(dehua, visit):
    counts = visit("/api/tickets/counts", by=person("suyaqin")).json
    assert all(counts.values())


def test_a_guarded_wish_waits_for_the_desk_and_a_team_works_together(dehua):
    asking = [t for t in wishes() if any(a.state is AssignmentState.ASKED for a in t.assignments)]
    assert len(asking) >= 3
    assert all(ticket.group.has("guarded") for ticket in asking)
    assert any(len(ticket.in_hand) == 3 for ticket in wishes())


def test_neighbours_say_me_too_and_call_backs_are_made(dehua):
    assert count(Support) >= 5
    assert count(CallBack) >= 4
    assert {rating.route for rating in db.session.scalars(db.select(Rating))} == set(
        ("tap", "phone", "paper")
    )


def test_there_are_pictures_and_voices(dehua):
    hung = {file.purpose for file in db.session.scalars(db.select(TicketFile))}
    assert hung == {"before", "after", "voice", "paper"}
    untyped = [t for t in wishes() if t.details.text is None]
    assert untyped
    assert all(ticket.state is TicketState.RECEIVED for ticket in untyped)


# ---- honest


def test_solved_is_no_more_than_closed_and_closed_no_more_than_received(dehua):
    tickets = list(db.session.scalars(db.select(Ticket)))
    solved = [t for t in tickets if t.solved == "yes"]
    closed = [t for t in tickets if t.state.has("closed")]
    assert len(solved) <= len(closed) <= len(tickets)
    assert all(t.state is TicketState.CLOSED for t in solved)


def test_nobody_has_rated_what_they_did_themselves(dehua):
    for rating in db.session.scalars(db.select(Rating)):
        ticket = db.session.get_one(Ticket, rating.ticket_id)
        did = {a.person_id for a in ticket.assignments} | set(ticket.worker_ids)
        assert rating.recorded_by_id not in did


def test_a_life_goes_forward_and_its_last_move_is_its_state(dehua):
    moves = list(db.session.scalars(db.select(Move).order_by(Move.subject_id, Move.id)))
    lives: dict = {}
    for move in moves:
        if move.subject_kind == "tickets":
            lives.setdefault(move.subject_id, []).append(move)
    for ticket in wishes():
        life = lives[ticket.id]
        moments = [move.moved_at for move in life]
        assert moments == sorted(moments)
        assert life[-1].after == ticket.state
        assert moments[-1] <= clock.now()


def test_no_job_was_left_undone_before_last_night(dehua):
    late = text(
        "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND scheduled_at <= :night"
    )
    assert db.session.scalar(late, {"night": clock.now() - timedelta(hours=11)}) == 0


# ---- nobody is given away


def test_a_stranger_reads_no_name_telephone_or_door(dehua, visit):
    for ticket in wishes():
        answer = visit(f"/api/tickets/{ticket.id}")
        if answer.status_code == 200:
            gives_nobody_away(answer.get_data(as_text=True), ticket)


def test_the_wall_gives_nobody_away(dehua, visit):
    cards = [card for view in ("open", "done") for card in pages(visit, view)]
    assert len(cards) >= 40
    for card in cards:
        gives_nobody_away(str(card), db.session.get_one(Ticket, card["id"]))


def pages(visit, view: str) -> list[dict]:
    cards, more = [], {}
    while True:
        page = visit("/api/wishes/", view=view, **more).json
        cards += page["items"]
        if not page["next"]:
            return cards
        more = {"cursor": page["next"]}


def gives_nobody_away(shown: str, ticket: Ticket) -> None:
    names = {name for part in CAST for name in (part.called, part.name)}
    assert not [name for name in names if name in shown]
    assert "1380000" not in shown
    assert ticket.details.place not in shown
    assert not re.search(r"\d+(栋|单元|室)", shown)


# ---- small questions


def count(model) -> int:
    return db.session.scalar(db.select(db.func.count()).select_from(model))


def person(staff_name: str):
    return find_identity(PASSWORD, staff_name).person
