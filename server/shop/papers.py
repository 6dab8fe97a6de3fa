"""Papers of the shop by signed address, for whatever opens PDFs on a phone."""

from flask import Blueprint, request

from server.files.paper.answer import inline
from server.shop.service import vouchers

pages = Blueprint("shop_papers", __name__)


@pages.get("/papers/vouchers/<int:order_id>-<int:paper>.pdf")
def open_voucher(order_id, paper):
    """兑换券. The signature says that somebody was allowed to print it within the hour."""
    return inline(vouchers.opened(order_id, paper, request.args.get("s", "")), "voucher.pdf")
