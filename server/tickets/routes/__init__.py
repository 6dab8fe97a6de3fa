"""Everything under /api/tickets: lists, one ticket, and its steps by who takes them."""

from server.tickets import jobs
from server.tickets.routes import clock, desk, doers, joint, lists, one, party, slips
from server.tickets.routes.api import TICKET, api

ALL = (clock, desk, doers, joint, lists, one, party, slips)
__all__ = ["ALL", "TICKET", "api", "jobs"]
