"""Everything under /api/occasions: series, the calendar, sessions, places at them, scans."""

from server.occasions import jobs
from server.occasions.routes import devices, duties, scans, series, sessions
from server.occasions.routes.api import api

__all__ = ["api", "devices", "duties", "jobs", "scans", "series", "sessions"]
