"""Builders of market days: `stall(occasions.session())`, `vehicle(make.county())`."""

from schemas.market_words import SERVES, StallKind
from schemas.occasions import NumberState
from server.core import clock
from server.markets.models import Stall, Vehicle, VehicleVisit
from server.occasions.parts import Line, QueueNumber
from tests import make
from tests import make_occasions as occasions


def stall(at=None, kind=StallKind.HAIR, *, capacity=None, last=0, post=None, **given):
    """With its line; `last` numbers were given out."""
    at = at or occasions.session()
    line = Line(session_id=at.id, label=given.get("label", kind.label), capacity=capacity)
    line.last, line.post_id = last, post and post.id
    row = Stall(session_id=at.id, kind=kind, line_id=make.saved(line).id)
    row.label, row.crew = line.label, "惠民理发店 3 人"
    row.serves = list(SERVES[kind])
    for name, value in given.items():
        setattr(row, name, value)
    return make.saved(row)


def number(at: Stall, n: int, person=None, state=NumberState.WAITING, **given):
    row = QueueNumber(session_id=at.session_id, line_id=at.line_id, n=n, state=state)
    row.person_id, row.called = person and person.id, None if person else "林伯"
    row.entered_by_id = (person or make.staff()).id
    for name, value in given.items():
        setattr(row, name, value)
    return make.saved(row)


def vehicle(area=None, kind=StallKind.HAIR, *, a_day=1, name="义剪一号车", **given):
    area = area or make._the(make.Level.COUNTY, make.county)
    return make.saved(Vehicle(area_id=area.id, kind=kind, name=name, a_day=a_day, **given))


def visit(by: Vehicle, area, on=None, **given):
    row = VehicleVisit(vehicle_id=by.id, area_id=area.id, on=on or clock.today(), round=1, **given)
    return make.saved(row)
