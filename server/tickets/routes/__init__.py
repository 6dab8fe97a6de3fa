"""Everything under /api/tickets: lists, one ticket, and its steps by who takes them."""

from server.tickets import jobs
from server.tickets.routes import desk, doers, joint, lists, one, party, slips
from server.tickets.routes.api import TICKET, api

__all__ = ["TICKET", "api", "desk", "doers", "jobs", "joint", "lists", "one", "party", "slips"]
