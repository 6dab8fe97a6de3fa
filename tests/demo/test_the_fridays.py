"""A year of Fridays in three communities: enough of each, honestly told."""

from schemas.clock_words import TemplateKind
from schemas.occasion_words import OccasionKind
from schemas.occasions import ENDED, PUBLISHED, NumberState
from schemas.reception_words import AgendaWhy, SeatState, Source
from schemas.ticket_words import Channel, Kind
from schemas.tickets import AssignmentState
from server.core.db import db
from server.core.moves import Move
from server.demo.fridays import HOSTED, WEEKS
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.reception.models import AgendaItem, BoardLine, Heard, Seat
from server.tickets.kept import ReplyTemplate
from server.tickets.models import Ticket


def all_of(model, *which):
    return db.session.scalars(db.select(model).where(*which)).all()


def fridays(*which):
    return all_of(Session, Session.kind == OccasionKind.RECEPTION, *which)


def matters():
    return all_of(Ticket, Ticket.kind == Kind.RECEPTION)


def test_a_year_of_fridays_was_held_in_each_of_three_communities(dehua):
    held = fridays(Session.state == ENDED)

    assert len(held) == len(HOSTED) * (WEEKS + 1)
    assert {session.on.isoweekday() for session in held} == {5}
    assert fridays(Session.state == PUBLISHED)


def test_what_was_heard_hangs_on_its_session_and_its_number(dehua):
    heard = {one.ticket_id for one in all_of(Heard)}

    assert heard == {ticket.id for ticket in matters()}
    assert len(heard) > 150
    served = all_of(QueueNumber, QueueNumber.subject_id.in_(heard))
    assert {number.state for number in served} == {NumberState.SERVED}
    assert {ticket.channel for ticket in matters()} == {Channel.RECEPTION_DAY}
    assert {ticket.source for ticket in matters()} == {Source.SYSTEM}


def test_each_matter_has_its_moves_and_its_line_on_the_board(dehua):
    ids = {ticket.id for ticket in matters()}
    moved = Move.subject_kind == "tickets", Move.subject_id.in_(ids), Move.action == "open"

    assert {move.subject_id for move in all_of(Move, *moved)} == ids
    assert {line.ticket_id for line in all_of(BoardLine)} == ids


def test_one_was_said_not_to_be_done_and_is_on_the_next_agenda_where_that_is_over(dehua):
    reopened = [ticket for ticket in matters() if ticket.reopens]
    on_it = all_of(AgendaItem, AgendaItem.why == AgendaWhy.REOPENED)

    assert reopened
    assert {item.ticket_id for item in on_it} <= {ticket.id for ticket in reopened}


def test_one_was_sent_to_several_and_one_of_them_bounced(dehua):
    states = [a.state for ticket in matters() for a in ticket.assignments if a.role == "co"]

    assert set(states) == {AssignmentState.BOUNCED, AssignmentState.OFFERED}


def test_in_one_community_the_owners_have_kept_missing(dehua):
    assert {seat.state for seat in all_of(Seat)} == set(SeatState)


def test_the_board_tells_it_to_everybody(visit, dehua):
    shown = visit("/api/reports/boards/1").json
    (ours,) = shown["sources"]
    counts = {one["name"]: one["value"] for one in ours["figures"]}

    assert counts["received"] == len(matters())
    assert counts["solved"] < counts["reported_done"] <= counts["received"]


def test_the_desk_has_words_at_hand(dehua):
    assert {row.kind for row in all_of(ReplyTemplate)} >= {TemplateKind.ANSWER, TemplateKind.ASK}
