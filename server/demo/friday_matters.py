"""What was said on a Friday of the demo, as rows: tickets with their details, who did them, every
move, the resident's word, and the line on the board."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from secrets import token_urlsafe

from sqlalchemy import insert

from schemas.ticket_words import (
    Channel,
    Kind,
    RatingRoute,
    Satisfied,
    Solved,
    SolvedLevel,
)
from schemas.tickets import CLOSED, DONE, UNRATED, WORKING, AssignmentState
from server.core import clock
from server.core.db import db
from server.core.jobs import defer
from server.core.moves import Move
from server.core.numbers import checked
from server.demo.drawn import draw
from server.demo.matters import MATTERS, ON_THE_SPOT
from server.people.models import Person
from server.reception.models import BoardLine
from server.tickets.models import PrivateDetails, Ticket
from server.tickets.parts import Assignment, Rating
from server.workdays.calendar import due_after

DAY = timedelta(days=1)
PATIENCE = 7 * DAY


@dataclass
class Told:
    """Somebody at a table."""

    session_id: int
    line_id: int
    n: int
    at: datetime
    who: Person
    ticket_id: int = 0
    on_the_spot: bool = False


def matter_rows(told: list[Told], hosted, places, people, categories, last_night) -> None:
    """Of one community; every third went to its property company, the others were answered."""
    first = draw(len(told))
    desk, officer = people[hosted.desk].id, people[hosted.officer].id
    colleague = people[hosted.colleague].id
    unit = places[f"{hosted.key}_property"].id
    lives = []
    for n, one in enumerate(told):
        one.on_the_spot = n % 3 != 1
        matters = ON_THE_SPOT if one.on_the_spot else MATTERS
        matter = matters[hosted.random.randrange(len(matters))]
        doer = None if one.on_the_spot else (unit, officer)
        life = Lived(one, matter, desk, colleague, doer)
        life.go(hosted.random, last_night)
        life.row |= {"number": checked(first + n), "category_id": categories[matter[0]]}
        life.row["area_id"] = one.who.estate_id or places[hosted.key].id
        lives.append(life)
    made = insert(Ticket).returning(Ticket.id, sort_by_parameter_order=True)
    ids = db.session.scalars(made, [life.row for life in lives])
    for life, ticket_id in zip(lives, ids, strict=True):
        life.told.ticket_id = ticket_id
    _hang(lives)


def _hang(lives: list["Lived"]) -> None:
    for model, rows in (
        (PrivateDetails, [life.details() for life in lives]),
        (Assignment, [life.assignment() for life in lives]),
        (Move, [move for life in lives for move in life.moves()]),
        (Rating, [life.rating() for life in lives if life.row["rated_at"]]),
        (BoardLine, [life.board_line() for life in lives]),
    ):
        db.session.execute(insert(model), rows)
    for life in lives:
        if life.row["state"] is DONE:
            at = life.row["done_at"] + PATIENCE
            defer("tickets.close_unrated", at=at, ticket_id=life.told.ticket_id, round=1)


class Lived:
    """One matter, from the table to the resident's word, as far as it has come."""

    def __init__(self, told: Told, matter: tuple, desk: int, colleague: int, doer: tuple | None):
        self.told, self.matter, self.desk, self.doer = told, matter, desk, doer
        self.colleague = colleague
        self.row: dict = {}
        self.satisfied = Satisfied.YES

    def go(self, random: Random, last_night: datetime) -> None:
        at, spot = self.told.at, self.doer is None
        done = at + (timedelta(minutes=5) if spot else DAY * random.randint(2, 9))
        rated = done + DAY * random.randint(1, 4) if random.randrange(5) else None
        done = done if done < last_night else None
        rated = rated if done and rated and rated < last_night else None
        silent = done and not rated and done + PATIENCE < last_night
        self.satisfied = random.choice([Satisfied.YES, Satisfied.YES, Satisfied.BASICALLY])
        closed = rated or (done + PATIENCE if silent else None)
        self.row = self._received() | self._gone(done, rated, closed)
        self.row["state"] = _state(done, rated, silent)

    def _received(self) -> dict:
        at, due = self.told.at, due_after(self.told.at, 10)
        return {
            "token": token_urlsafe(16), "kind": Kind.RECEPTION, "source": "system",
            "channel": Channel.RECEPTION_DAY, "wisher_id": self.told.who.id,
            "entered_by_id": self.desk, "receiver_id": self.desk, "received_at": at,
            "holder_id": None if self.doer else self.desk,
            "holder_unit_id": self.doer[0] if self.doer else None,
            "due_at": due.at, "due_provisional": due.provisional,
        }  # fmt: skip

    def _gone(self, done, rated, closed) -> dict:
        at, spot = self.told.at, self.doer is None
        return {
            "sent_at": None if spot else at, "answered_at": done if spot else None,
            "accepted_at": at + timedelta(minutes=5 if spot else 90), "done_at": done,
            "rated_at": rated, "closed_at": closed, "solved": Solved.YES if rated else None,
            "satisfied": self.satisfied if rated else None,
            "level": SolvedLevel.ESTATE if done else None,
            "outcome": self.matter[3] if done else None,
            "worker_ids": [self.desk if spot else self.doer[1]] if done else [],
        }  # fmt: skip

    def details(self) -> dict:
        closed = self.row["closed_at"]
        who = self.told.who
        return {
            "ticket_id": self.told.ticket_id, "text": self.matter[1],
            "contact_name": who.real_name, "contact_phone": who.phone,
            "fade_on": clock.local(closed + PATIENCE).date() if closed else None,
        }  # fmt: skip

    def assignment(self) -> dict:
        state = AssignmentState.DONE if self.row["done_at"] else AssignmentState.ACCEPTED
        return {
            "ticket_id": self.told.ticket_id, "role": "lead", "part": "", "state": state,
            "person_id": None if self.doer else self.desk,
            "unit_id": self.doer and self.doer[0], "due_at": self.row["due_at"],
            "made_by_id": self.desk, "made_at": self.told.at,
            "changed_at": self.row["done_at"] or self.row["accepted_at"],
            "accepted_at": self.row["accepted_at"], "done_at": self.row["done_at"],
        }  # fmt: skip

    def moves(self) -> list[dict]:
        row, unit = self.row, self.doer and self.doer[0]
        steps = [("open", None, "received", self.desk, None, row["received_at"])]
        if self.doer is None:
            steps.append(("answer", "received", "done", self.desk, None, row["done_at"]))
        else:
            steps.append(("dispatch", "received", "offered", self.desk, None, row["sent_at"]))
            steps.append(("accept", "offered", "working", self.doer[1], unit, row["accepted_at"]))
            steps.append(("finish", "working", "done", self.doer[1], unit, row["done_at"]))
        if row["rated_at"]:
            who = self.told.who.id if self.told.who.phone else self.colleague
            steps.append(("confirm", "done", "closed", who, None, row["rated_at"]))
        elif row["closed_at"]:
            steps.append(("close_unrated", "done", "unrated", None, None, row["closed_at"]))
        return [self._move(*step) for step in steps if step[-1]]

    def _move(self, action, before, after, actor, unit, at) -> dict:
        known = {"unit_id": self.doer[0]} if action == "dispatch" else {}
        return {
            "subject_kind": "tickets", "subject_id": self.told.ticket_id, "action": action,
            "before": before, "after": after, "actor_kind": "person" if actor else "job",
            "actor_id": actor, "actor_name": "" if actor else action, "unit_id": unit,
            "on_behalf_of_id": self.told.who.id if action == "open" else None,
            "channel": "reception_day" if action == "open" else "app", "known": known,
            "moved_at": at,
        }  # fmt: skip

    def rating(self) -> dict:
        taps = self.told.who.phone is not None
        return {
            "ticket_id": self.told.ticket_id, "round": 1, "rater_id": self.told.who.id,
            "recorded_by_id": self.told.who.id if taps else self.colleague,
            "solved": Solved.YES, "route": RatingRoute.TAP if taps else RatingRoute.PHONE,
            "satisfied": self.satisfied, "rated_at": self.row["rated_at"],
        }  # fmt: skip

    def board_line(self) -> dict:
        return {
            "ticket_id": self.told.ticket_id, "headline": self.matter[2],
            "outcome": self.matter[3] if self.row["done_at"] else "",
            "written_by_id": self.desk, "written_at": self.told.at,
        }  # fmt: skip


def _state(done, rated, silent):
    if not done:
        return WORKING
    return CLOSED if rated else UNRATED if silent else DONE
