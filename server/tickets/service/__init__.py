"""What is done with tickets. Named here is what works without being called by a route."""

from server.tickets.service import forgetting, leaving, own_copy

__all__ = ["forgetting", "leaving", "own_copy"]
