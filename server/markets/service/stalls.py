"""Stalls of a session."""

from server.core.db import db
from server.markets.models import Stall
from server.occasions.models import Session
from server.occasions.parts import Line
from server.people.actor import Actor


def add_stall(session: Session, form: dict, *, by: Actor) -> Stall:
    form = dict(form)
    line = Line(session_id=session.id, label=form["label"])
    line.capacity, line.slot_minutes = form.pop("capacity"), form.pop("slot_minutes")
    db.session.add(line)
    db.session.flush()
    stall = Stall(session_id=session.id, line_id=line.id, **form)
    db.session.add(stall)
    return stall
