"""收支公示 over HTTP."""

from schemas.shop_sheets import ShopSheetView
from server.core.api import anyone
from server.shop.present import shops as present
from server.shop.routes.api import FOUND_SHOP, api
from server.shop.service import sheets


@api.get("/shops/<id:shop_id>/sheet", **FOUND_SHOP, may=anyone, gives=ShopSheetView,
         shows=present.sheet)  # fmt: skip
def show_shop_sheet(actor, shop):
    """收支公示: what was redeemed here, by month and goods"""
    return sheets.show_sheet(shop)
