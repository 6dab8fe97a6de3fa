"""Everything under /api/shop: shops, their shelves, orders, the counter, PINs."""

from server.shop import audit
from server.shop.routes import counter, goods, orders, pins, sheets, shops, stock
from server.shop.routes.api import api
from server.shop.service import leaving, own_copy, told

__all__ = ["api", "audit", "counter", "goods", "leaving", "orders", "own_copy", "pins", "sheets"]
__all__ += ["shops", "stock", "told"]
