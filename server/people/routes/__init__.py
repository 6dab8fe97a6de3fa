"""Everything under /api/people, one module for each audience; and the jobs of the domain."""

from server.people import jobs
from server.people.routes import areas, colleagues, me, offices, persons, sign_in, volunteers
from server.people.routes.api import api

__all__ = [
    "api",
    "areas",
    "colleagues",
    "jobs",
    "me",
    "offices",
    "persons",
    "sign_in",
    "volunteers",
]
