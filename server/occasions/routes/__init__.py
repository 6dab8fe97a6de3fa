"""Everything under /api/occasions: series, the calendar, sessions, places at them, scans."""

from server.occasions import jobs
from server.occasions.routes import (
    cards,
    days,
    devices,
    duties,
    lines,
    records,
    repairs,
    scans,
    series,
    sessions,
    supervising,
    teams,
)
from server.occasions.routes.api import api

__all__ = [
    "api",
    "cards",
    "days",
    "devices",
    "duties",
    "jobs",
    "lines",
    "records",
    "repairs",
    "scans",
    "series",
    "sessions",
    "supervising",
    "teams",
]
