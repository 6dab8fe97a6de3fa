"""Everything under /api/shop: shops, their shelves, orders, the counter, PINs."""

from server.shop.routes import counter, goods, orders, pins, sheets, shops, stock
from server.shop.routes.api import api
from server.shop.service import own_copy

__all__ = ["api", "counter", "goods", "orders", "own_copy", "pins", "sheets", "shops", "stock"]
