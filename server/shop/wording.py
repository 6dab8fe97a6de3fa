"""How much of something is said: 「大米 2 份」, 「垃圾袋（5 卷一份）2 份」, 「理发 1 次」."""

import re

from schemas.shop_words import GoodsKind

SIZED = re.compile(r"(.+?)\s+(\d[\d.]*\s*\D{1,3})")  # 垃圾袋 5 卷: what one of them holds


def unit(kind: GoodsKind) -> str:
    return "次" if kind is GoodsKind.SERVICE else "份"


def amount(name: str, count: int, kind: GoodsKind = GoodsKind.GOODS) -> str:
    """Never two numbers in a row: which of them is how many?"""
    if kind is GoodsKind.SERVICE:
        name = name.removesuffix("一次")
    sized = SIZED.fullmatch(name)
    named = f"{sized[1]}（{sized[2]}一{unit(kind)}）" if sized else f"{name} "
    return f"{named}{count} {unit(kind)}"


def ordered(order) -> str:
    """As its goods were called then."""
    return amount(order.goods_name, order.count, order.goods.kind)


def handed(order) -> str | None:
    if order.handed_at is None:
        return None
    return amount(order.handed_name, order.handed_count, order.handed_goods.kind)


def instead(order) -> str | None:
    """Where something else was given, or fewer."""
    given, wanted = handed(order), ordered(order)
    if given in (None, wanted):
        return None
    fewer = order.handed_goods_id == order.goods_id
    what = f" {order.count} {unit(order.goods.kind)}" if fewer else wanted
    return f"原来换的是{what}"
