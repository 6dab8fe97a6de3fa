"""收支公示 over HTTP."""

from schemas.shop_sheets import ShopSheetView
from server.core.api import anyone
from server.shop import rules
from server.shop.models import Shop
from server.shop.present import shops as present
from server.shop.routes.api import api
from server.shop.service import sheets


@api.get("/shops/<id:shop_id>/sheet", on=Shop, visible=rules.visible_sheets, may=anyone,
         gives=ShopSheetView, shows=present.sheet)  # fmt: skip
def show_shop_sheet(actor, shop):
    """收支公示: what was redeemed here, by month and goods"""
    return sheets.show_sheet(shop)
