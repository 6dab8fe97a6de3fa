"""Orders, to whoever pays and to the counter."""

from schemas.shop_words import ASKED, HANDED, ORDER_FLOW, PLACED
from server.core.paging import Page
from server.people.actor import Actor
from server.people.names import masked_name
from server.shop import order_rules, rules
from server.shop.parts import Order
from server.shop.present.goods import thumb
from server.shop.service.counter import ASKS_FOR
from server.shop.wording import handed, instead, ordered

SAME = """id number shop_id goods_id goods_name count price points channel state made_at until
    reason handed_at handed_points"""

PRINTS = {"action": "print_voucher", "label": "打印兑换券"}
VOUCHER = [{"action": "show_voucher", "label": "出示兑换券"}, PRINTS]


def own_page(actor: Actor, page: Page) -> Page:
    return Page([_own(row) for row in page.items], page.next)


def counter_page(actor: Actor, page: Page) -> Page:
    """Of one shop: whether they stand at its counter is asked once."""
    keeps = bool(page.items) and rules.keeps(actor, page.items[0].shop)
    return Page([_counter(actor, row, keeps) for row in page.items], page.next)


def desk_page(actor: Actor, page: Page) -> Page:
    """Of one person, at whatever shops: the desk hands nothing over."""
    kept = rules.kept_ids(actor)
    rows = [_counter(actor, row, row.shop_id in kept, hands=False) for row in page.items]
    return Page(rows, page.next)


def order(actor: Actor, row: Order) -> dict:
    if order_rules.is_own(actor, row):
        return _own(row)
    return _counter(actor, row, rules.keeps(actor, row.shop))


def _own(row: Order) -> dict:
    shop = row.shop
    mine = ("confirm", "decline", "cancel")
    more = VOUCHER if row.state is PLACED else []
    return _order(row) | {
        "audience": "own",
        "place": shop.place,
        "hours": shop.hours,
        "phone": shop.phone,
        "confirm_until": _confirm_until(row),
        "actions": more + _steps(row, mine) + _receipt(row),
    }


def _counter(actor: Actor, row: Order, keeps: bool, *, hands: bool = True) -> dict:
    desk = rules.at_desk(actor, row.shop.area.path) and not keeps
    steps = (("hand_over",) if keeps and hands else ()) + ("cancel",)
    return _order(row) | {
        "audience": "counter",
        "name": masked_name(row.person.display_name),
        "confirm_until": _confirm_until(row),
        "actions": _steps(row, () if row.person_id in actor.ids else steps)
        + ([PRINTS] if desk and row.state is PLACED else [])
        + _receipt(row),
    }


def _order(row: Order) -> dict:
    asked_for, given = ordered(row), handed(row)
    return {name: getattr(row, name) for name in SAME.split()} | {
        "shop_name": row.shop.name,
        "ordered_name": asked_for,
        "title": given or asked_for,
        "instead_words": instead(row),
        "thumb_url": thumb(row.goods),
        "channel_label": row.channel.label,
        "state_label": row.state.label,
        "handed_name": given,
        "back_points": _back(row),
    }


def _confirm_until(row: Order):
    return row.made_at + ASKS_FOR if row.state is ASKED else None


def _back(row: Order) -> int:
    if row.state is HANDED:
        return row.points - row.handed_points
    return row.points if row.placed_at and row.state is not PLACED else 0


def _steps(row: Order, names: tuple[str, ...]) -> list[dict]:
    return [
        {"action": step, "label": ORDER_FLOW.label(step)}
        for step in ORDER_FLOW.actions(row.state)
        if step in names
    ]


def _receipt(row: Order) -> list[dict]:
    return [{"action": "receipt", "label": "领取凭条"}] if row.state is HANDED else []
