"""Everything under /api/points: purses, schemes and pools, rules of earning, grants, awards."""

from server.points.routes import awards, earning, grants, persons, pools, purses, schemes
from server.points.routes.api import api
from server.points.service import leaving, own_copy

__all__ = [
    "api",
    "awards",
    "earning",
    "grants",
    "leaving",
    "own_copy",
    "persons",
    "pools",
    "purses",
    "schemes",
]
