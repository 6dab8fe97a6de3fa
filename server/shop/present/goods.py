"""Goods on the shelf, and how their stock came and went."""

from collections.abc import Sequence

from server.core.paging import Page
from server.files.service import address
from server.people.actor import Actor
from server.people.names import masked_name
from server.shop import rules
from server.shop.models import Goods, Shop, StockMove
from server.shop.service.allowance import Allowed, allowed
from server.shop.wording import unit

SAME = """id shop_id kind name words photo_id price stock limit_count limit_days buyers supplier_id
    on_shelf version"""
MANAGES = {"change": "改商品"}
WORKS = {"take_in": "进货", "take_stock": "盘点", "write_off": "报损"}


def goods_page(actor: Actor | None, found: tuple[Shop, Page, Sequence[int]]) -> Page:
    """Of one shop: who somebody is to it, and what they may have, is asked once."""
    shop, page, ids = found
    buttons, may = _buttons(actor, shop), allowed(page.items, ids) if ids else {}
    return Page([_goods(row, buttons, may) for row in page.items], page.next)


def goods(actor: Actor | None, row: Goods) -> dict:
    return _goods(row, _buttons(actor, row.shop), allowed([row], actor.ids) if actor else {})


def _buttons(actor: Actor | None, shop: Shop) -> dict[str, str]:
    manages = rules.manages(actor, shop.area.path)
    works = manages or rules.keeps(actor, shop)
    return (MANAGES if manages else {}) | (WORKS if works else {})


def _goods(row: Goods, buttons: dict[str, str], may: dict[int, Allowed]) -> dict:
    theirs = may.get(row.id, Allowed())
    shelf = {"take_off": "下架"} if row.on_shelf else {"put_on": "上架"}
    offered = buttons | (shelf if buttons else {})
    return {name: getattr(row, name) for name in SAME.split()} | {
        "kind_label": row.kind.label,
        "photo_url": row.photo and address(row.photo.token),
        "thumb_url": thumb(row),
        "left_words": left_words(row),
        "limit_words": row.limit_count
        and f"每人 {row.limit_days} 天内限 {row.limit_count} {unit(row.kind)}",
        "buyers_label": row.buyers.label,
        "may_have": theirs.left,
        "may_have_words": theirs.words,
        "lacks_words": theirs.lacks,
        "supplier_name": row.supplier and row.supplier.name,
        "actions": [{"action": name, "label": label} for name, label in offered.items()],
    }


def thumb(row: Goods) -> str | None:
    return row.photo and address(row.photo.thumb_token or row.photo.token)


def left_words(row: Goods) -> str:
    return f"剩 {row.stock} {unit(row.kind)}" if row.stock else "换完了"


def stock_moves(actor: Actor, page: Page) -> Page:
    return Page([_stock_move(row) for row in page.items], page.next)


def _stock_move(row: StockMove) -> dict:
    names = "id goods_id change kind words cost_fen order_id at"
    return {name: getattr(row, name) for name in names.split()} | {
        "kind_label": row.kind.label,
        "supplier_name": row.supplier and row.supplier.name,
        "by_name": row.by and _by(row),
    }


def suppliers(actor: Actor, rows: list) -> dict:
    return {"items": rows}


def _by(row: StockMove) -> str:
    """Who ordered is a neighbour; who counts works here."""
    name = row.by.display_name
    return masked_name(name) if row.order_id else name
