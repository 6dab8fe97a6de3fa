"""Everything under /api/occasions: series, the calendar, sessions, places at them, scans."""

from server.occasions import jobs
from server.occasions.routes import days, devices, duties, lines, scans, series, sessions, teams
from server.occasions.routes.api import api

__all__ = [
    "api",
    "days",
    "devices",
    "duties",
    "jobs",
    "lines",
    "scans",
    "series",
    "sessions",
    "teams",
]
