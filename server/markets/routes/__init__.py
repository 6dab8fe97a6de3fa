"""Everything under /api/markets: stalls, vehicles, themes."""

from server.markets.routes import stalls
from server.markets.routes.api import api
from server.markets.service import gate

__all__ = ["api", "gate", "stalls"]
