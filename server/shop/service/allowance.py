"""What somebody may still have of goods that are not for everybody, or not in any number.

For pages, which offer nothing that the order would refuse; fitness judges again."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import func, select

from schemas.shop_words import Buyers, OrderState
from server.core import clock
from server.core.db import db
from server.shop.models import Goods
from server.shop.parts import Order
from server.shop.service import fitness
from server.shop.wording import unit

ONLY = {Buyers.VOLUNTEERS: "志愿者才能换", Buyers.NEIGHBOURS: "本辖区居民才能换"}


class Allowed(NamedTuple):
    """`left`: how many more; None: as many as there are. `lacks`: why none at all."""

    left: int | None = None
    words: str | None = None
    lacks: str | None = None


def allowed(rows: Sequence[Goods], ids: Sequence[int]) -> dict[int, Allowed]:
    """By goods, all of one shop; in a fixed number of statements."""
    kinds = {row.buyers: row for row in rows}
    lacks = {
        buyers: None if fitness.is_for(row, ids) else ONLY[buyers]
        for buyers, row in kinds.items()
        if buyers in ONLY
    }
    had = _had([row for row in rows if row.limit_count], ids)
    return {row.id: _allowed(row, had.get(row.id, []), lacks.get(row.buyers)) for row in rows}


def _allowed(row: Goods, had: list[tuple[date, int]], lacks: str | None) -> Allowed:
    if row.limit_count is None:
        return Allowed(lacks=lacks)
    since = clock.today() - timedelta(days=row.limit_days - 1)
    counts = [(on, count) for on, count in had if on >= since]
    taken = sum(count for _, count in counts)
    left = max(row.limit_count - taken, 0)
    if not counts:
        return Allowed(left, None, lacks)
    again = counts[0][0] + timedelta(days=row.limit_days)
    year = "" if again.year == clock.today().year else f"{again.year}年"
    more = f"现在还能换 {left} {unit(row.kind)}；" if left else ""
    words = f"{more}{year}{again.month}月{again.day}日起又能{'多' if left else ''}换"
    return Allowed(left, f"换过 {taken} {unit(row.kind)}，{words}", lacks)


def _had(rows: Sequence[Goods], ids: Sequence[int]) -> dict[int, list[tuple[date, int]]]:
    """By goods: on which days how many, the first day first. What they got counts."""
    if not rows:
        return {}
    goods_id = func.coalesce(Order.handed_goods_id, Order.goods_id)
    count = func.coalesce(Order.handed_count, Order.count)
    since = fitness.days_ago(max(row.limit_days for row in rows))
    mine = Order.person_id.in_(ids), Order.state.in_(OrderState.having("counts"))
    query = select(goods_id, Order.placed_at, count).where(*mine, Order.placed_at >= since)
    query = query.where(goods_id.in_([row.id for row in rows])).order_by(Order.placed_at)
    found: dict[int, list[tuple[date, int]]] = {}
    for id, placed_at, counted in db.session.execute(query):
        found.setdefault(id, []).append((clock.local(placed_at).date(), counted))
    return found
