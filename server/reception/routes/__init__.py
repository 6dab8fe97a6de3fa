"""Everything under /api/reception: reception days, their queue, seats and agenda."""

from server.reception import jobs
from server.reception.routes import days, desk, queue
from server.reception.routes.api import api
from server.reception.service import forgetting, gate, hooks

__all__ = ["api", "days", "desk", "forgetting", "gate", "hooks", "jobs", "queue"]
