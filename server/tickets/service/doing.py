"""Key 1: whoever did it says that it is done. It closes nothing."""

from datetime import timedelta

from sqlalchemy import select

from schemas.tickets import DONE, AssignmentState
from server.core import clock
from server.core.db import db
from server.core.jobs import defer
from server.core.moves import Move, move
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.tickets.models import Ticket
from server.tickets.relations import may_have
from server.tickets.service import telling
from server.tickets.service.assigning import as_doer, assign, drop, worked
from server.tickets.service.attach import attach, with_proof
from server.tickets.service.extending import lapse
from server.tickets.service.hands import let_go, take, to_receiver
from server.tickets.service.joint import check_parts
from server.tickets.service.ladder import watch
from server.tickets.service.levels import proposed
from server.tickets.service.share_alarms import done_now
from server.tickets.service.talking import write

PATIENCE = timedelta(days=7)  # silence after key 1 before it counts as "closed, not rated"


def answer(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """首接首问即时答: answered on the spot by whoever received it."""
    move(ticket, "answer", by=by)
    done = assign(ticket, "lead", AssignmentState.ACCEPTED, by=by, person_id=by.id)
    take(ticket, done, by=by)
    ticket.answered_at = clock.now()
    _say_done(ticket, form, by=by)
    return ticket


def serve(ticket: Ticket, words: str, *, by: Actor, **known) -> Ticket:
    """圩日办好了: met at a stall. Whoever served did the work, and hence does not rate it; where
    they could not hold it themselves (an administrator), the desk does. `known`: ids that explain
    it."""
    helps = may_have(db.session.get_one(Person, by.id), ticket)
    who = {"person_id": by.id} if helps else {"unit_id": people.desk_of(ticket.area).id}
    let_go(ticket, by=by)
    move(ticket, "serve", by=by, **known)
    take(ticket, assign(ticket, "lead", AssignmentState.ACCEPTED, by=by, **who), by=by)
    _say_done(ticket, {"words": words, "photo_ids": []}, by=by)
    return ticket


def was_served(ticket: Ticket, number_id: int) -> bool:
    """It is done, and by that number at a stall: nobody did it anew since."""
    done = Move.subject_kind == "tickets", Move.subject_id == ticket.id, Move.after == DONE
    query = select(Move.known).where(*done, Move.before != DONE).order_by(Move.id.desc()).limit(1)
    known = db.session.scalar(query) if ticket.state is DONE else None
    return known is not None and known.get("number_id") == number_id


def unserve(ticket: Ticket, words: str, *, by: Actor, **known) -> Ticket:
    """What was written down at the stall was wrong: it is open again, with its first receiver."""
    for assignment in ticket.in_hand:
        if assignment.state is AssignmentState.DONE:
            move(assignment, "again", by=by)
    let_go(ticket, by=by)
    move(ticket, "unserve", by=by, **known)
    ticket.done_at = ticket.outcome = None
    to_receiver(ticket)
    watch(ticket)
    telling.noted(ticket, write(ticket, words, by=by), by=by)
    telling.came_back(ticket, "又打开了", words)
    return ticket


def finish(ticket: Ticket, form: dict, *, by: Actor, channel="app") -> Ticket:
    """Key 1: the doer's word, with words and pictures. It closes nothing."""
    by = as_doer(ticket, by)
    move(ticket, "finish", by=by, channel=channel)
    check_parts(ticket)
    words = form["words"] if channel == "paper" else with_proof(form, by)
    _say_done(ticket, form | {"words": words}, by=by)
    return ticket


def _say_done(ticket: Ticket, form: dict, *, by: Actor) -> None:
    drop(ticket, "decline", (AssignmentState.ASKED,), by=by)  # there is no place left to wait for
    for assignment in ticket.in_hand:
        if assignment.state is AssignmentState.ACCEPTED:
            move(assignment, "finish", by=by)
            done_now(assignment)
    ticket.done_at, ticket.outcome = clock.now(), form["words"]
    ticket.level = form.get("level") or ticket.level or proposed(ticket)
    worked(ticket, by)
    lapse(ticket)
    attach(ticket, form["photo_ids"], "after", by=by)
    at = ticket.done_at + PATIENCE
    defer("tickets.close_unrated", at=at, ticket_id=ticket.id, round=ticket.round)
    telling.done(ticket)
