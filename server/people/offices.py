"""What administrators say of units: the 兜底 office of an area, the mobile for a unit's codes."""

import re

from server.core.audit import record
from server.core.clock import now
from server.core.db import db
from server.core.errors import Malformed
from server.people.places import Area, Backstop, Unit
from server.people.service import backstop_of, serves

MOBILE = re.compile(r"1[3-9]\d{9}")


def name_backstop(area: Area, unit_id: int | None, *, by) -> Area:
    """None: the area has none of its own any longer; the nearest one above it counts."""
    named = db.session.get(Backstop, area.id)
    if unit_id is None:
        if named:
            db.session.delete(named)
    else:
        unit = _takes_what_is_left(unit_id, area)
        named = named or Backstop(area_id=area.id)
        named.unit_id, named.named_by_id, named.named_at = unit.id, by.id, now()
        db.session.add(named)
    record("name_backstop", area, by=by, unit_id=unit_id)
    db.session.flush()
    return area


def _takes_what_is_left(unit_id: int, area: Area) -> Unit:
    """A desk receives; nobody there could do it."""
    unit = db.session.get(Unit, unit_id)
    if unit is None or not serves(unit, area) or unit.kind == "desk":
        raise Malformed(unit_id="请选一个在这里办事的单位")
    return unit


def shown_backstop(area: Area) -> dict:
    unit = backstop_of(area)
    own = db.session.get(Backstop, area.id) is not None
    return {"area_id": area.id, "unit_id": unit and unit.id, "name": unit and unit.name, "own": own}


def mobile_of(unit: Unit) -> str | None:
    """Where its codes go: the registered mobile, or the office's number if it is one."""
    for number in (unit.mobile, unit.phone):
        digits = re.sub(r"\D", "", number or "")
        if MOBILE.fullmatch(digits):
            return digits
    return None


def register_mobile(unit: Unit, mobile: str | None, *, by) -> Unit:
    unit.mobile = mobile
    record("register_mobile", unit, by=by)
    return unit
