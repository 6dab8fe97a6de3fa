"""Everything under /api/markets: stalls, vehicles and their rounds, themes, wishes."""

from server.markets.routes import offers, stalls, themes, vehicles
from server.markets.routes.api import api
from server.markets.service import gate, serving

__all__ = ["api", "gate", "offers", "serving", "stalls", "themes", "vehicles"]
