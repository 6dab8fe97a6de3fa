"""Everything under /api/markets: stalls, vehicles and their rounds, themes."""

from server.markets.routes import stalls, themes, vehicles
from server.markets.routes.api import api
from server.markets.service import gate

__all__ = ["api", "gate", "stalls", "themes", "vehicles"]
