"""What the clock says of a matter of a reception day, and days that go by with a worker at work."""

from datetime import date, timedelta

from server.core.clock import local
from server.core.db import db
from server.people.places import Unit
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.timed import Escalation
from tests.work import work_off

# Office days after Friday 18 September 2026. Mid-Autumn is off from the 25th to the 27th, for which
# Sunday the 20th is worked; National Day from 1 to 7 October, for which Saturday the 10th is.
SEPTEMBER, OCTOBER = (20, 21, 22, 23, 24, 28, 29, 30), (8, 9, 10, *range(12, 17), *range(19, 24))
WORKED = [f"09-{n}" for n in SEPTEMBER] + [f"10-{n:02}" for n in (*OCTOBER, 26, 27, 28)]
AFTER_THE_HOLIDAY = WORKED[len(SEPTEMBER) :]
HOURS = ("07:00", "08:30", "12:00", "17:30", "22:00")  # at which the worker looks what is due


def due(matter) -> str:
    """ "10-15", at the end of the office day."""
    (at,) = _asked(db.select(Ticket.due_at).where(Ticket.id == matter.id))
    day, hour = shown(at).split()
    assert hour == "17:30"
    return day


def shares(matter) -> dict[str, tuple[str, str | None]]:
    """Of each unit: until when it answers, and a day of its own until which its part is done."""
    answers = db.select(Assignment.id, Unit.name, Assignment.answer_by, Assignment.due_at)
    answers = answers.join(Unit).where(Assignment.ticket_id == matter.id)
    rows = db.session.execute(answers.order_by(Assignment.id)).all()
    db.session.commit()
    return {name: (shown(answer), ends and shown(ends)) for _, name, answer, ends in rows}


def told(matter) -> list[str]:
    """Reminders and escalations, of its parts too: "10-08 08:30 remind"."""
    here = db.select(Escalation).where(Escalation.ticket_id == matter.id).order_by(Escalation.id)
    return [f"{shown(row.fired_at)} {row.level.value}" for row in _asked(here)]


def goes_by(until, first: str, last: str) -> list[str]:
    """Day by day, with a worker at work: the names of the jobs that were done."""
    day, done = date.fromisoformat(f"2026-{first}"), []
    while (name := f"{day:%m-%d}") <= last:
        for hour in HOURS:
            until(name, hour)
            done += work_off()
        day += timedelta(days=1)
    db.session.commit()
    return done


def _asked(query) -> list:
    """No transaction is held while pages are waited for."""
    found = list(db.session.scalars(query))
    db.session.commit()
    return found


def shown(at) -> str:
    return f"{local(at):%m-%d %H:%M}"
