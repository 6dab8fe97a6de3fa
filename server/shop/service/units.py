"""Which units a shop or a supplier may be of: those of its area."""

from server.core.db import db
from server.core.errors import Malformed
from server.people import service as people
from server.people.places import Area, Unit


def check_unit(unit_id: int | None, area: Area) -> None:
    """It serves the area, or stands in it."""
    unit = unit_id and db.session.get(Unit, unit_id)
    near = unit and (people.serves(unit, area) or unit.area.path.startswith(area.path))
    if unit_id and not near:
        raise Malformed(unit_id="这里没有这个单位")
