"""The blueprint to which the modules beside this one add their endpoints, and what these share."""

from schemas.shop import ShopView
from schemas.shop_goods import GoodsView
from schemas.shop_orders import CounterOrderView, OwnOrderView
from server.core.api import Api, everything
from server.core.views import by_audience
from server.shop import order_rules, rules
from server.shop.models import Goods, Shop
from server.shop.parts import Order
from server.shop.present import goods, orders, shops

api = Api("shop")

ORDER = by_audience(
    lambda actor, shown: shown["audience"], own=OwnOrderView, counter=CounterOrderView
)
FOUND_SHOP = {"on": Shop, "visible": rules.visible_shops}
ONE_SHOP = {**FOUND_SHOP, "gives": ShopView, "shows": shops.shop}
FOUND_GOODS = {"on": Goods, "visible": everything}
ONE_GOODS = {**FOUND_GOODS, "gives": GoodsView, "shows": goods.goods}
FOUND_ORDER = {"on": Order, "visible": order_rules.visible_orders}
ONE_ORDER = {**FOUND_ORDER, "gives": ORDER, "shows": orders.order}
