"""Everything under /api/people, one module for each audience."""

from server.people.routes import areas, me, persons, sign_in, volunteers
from server.people.routes.api import api

__all__ = ["api", "areas", "me", "persons", "sign_in", "volunteers"]
