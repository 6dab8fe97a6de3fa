"""Shops and their keepers, in a fixed number of statements."""

from schemas.people_words import Role
from schemas.shop_words import SHOP_FLOW, ShopState
from server.core import clock
from server.people.actor import Actor
from server.people.answerable import named
from server.shop import rules
from server.shop.models import Shop, ShopKeeper
from server.shop.service.keepers import list_keepers
from server.shop.service.sheets import honours

SAME = "id scheme_id area_id kind name place hours phone unit_id state fetch_days card_free"
BY_NAME = {"action": "redeem_by_name", "label": "替人兑换"}  # who hands over is another one
ASK_FOR_KEEPER = {"action": "ask_for_keeper", "label": "请管理员加店员"}
OFFLINE = "没有网络时不能领取：查得到的东西也不要先给，等网络恢复、扫码核对以后再交给本人。"


def shops(actor: Actor | None, rows: list[Shop]) -> dict:
    worth = honours([row.id for row in rows])
    kept = rules.kept_ids(actor)
    return {"items": [_shop(actor, row, worth.get(row.id, (0, 0)), kept) for row in rows]}


def shop(actor: Actor | None, row: Shop) -> dict:
    (shown,) = shops(actor, [row])["items"]
    return shown


def _shop(actor: Actor | None, row: Shop, worth: tuple[int, int], kept: set[int]) -> dict:
    kinds, points = worth
    return {name: getattr(row, name) for name in SAME.split()} | {
        "scheme_name": row.scheme.name,
        "area_name": row.area.name,
        "kind_label": row.kind.label,
        "unit_name": row.unit and row.unit.name,
        "state_label": row.state.label,
        "kinds_count": kinds,
        "honours": points,
        "honours_words": f"货架上的东西还够兑 {points} 分",
        "is_keeper": row.id in kept,
        "actions": _actions(actor, row, row.id in kept),
    }


def _actions(actor: Actor | None, row: Shop, keeps: bool) -> list[dict]:
    manages = rules.manages(actor, row.area.path)
    found = SHOP_FLOW.actions(row.state) if manages else []
    if keeps and not manages:
        found = [step for step in SHOP_FLOW.actions(row.state) if step in ("pause", "open")]
    steps = [{"action": step, "label": SHOP_FLOW.label(step)} for step in found]
    if not keeps and row.state is ShopState.OPEN and rules.at_desk(actor, row.area.path):
        steps.append(BY_NAME)
    if not (manages and found):
        return steps
    more = [{"action": "change", "label": "改店铺"}, {"action": "add_goods", "label": "上新"}]
    names = [{"action": "appoint", "label": "加店员"}] if rules.appoint_keeper(actor, row) else []
    return steps + more + names


def keepers(actor: Actor, shop: Shop) -> dict:
    path, asks = shop.area.path, rules.ask_for_keeper(actor, shop)
    return {
        "items": [keeper(actor, row) for row in list_keepers(shop)],
        "appointed_by": named((Role.ADMINISTRATOR,), path),
        "managed_by": named((Role.SOCIAL_WORKER, Role.COMMUNITY_STAFF), path),
        "actions": [ASK_FOR_KEEPER] if asks else [],
    }


def keeper(actor: Actor, row: ShopKeeper) -> dict:
    live = row.until is None or row.until > clock.today()
    ends = live and rules.end_keeper(actor, row)
    same = {name: getattr(row, name) for name in ("id", "shop_id", "person_id", "since", "until")}
    actions = [{"action": "end", "label": "不再当店员"}] if ends else []
    return same | {"name": row.person.display_name, "actions": actions}


def counter(actor: Actor, found: dict) -> dict:
    shop = found["shop"]
    return {
        "shop_id": shop.id,
        "shop_name": shop.name,
        "state": shop.state,
        "state_label": shop.state.label,
        "waiting": found["waiting"],
        "handed_today": found["handed_today"],
        "card_free": shop.card_free,
        "offline_words": OFFLINE,
    }


def sheet(actor: Actor | None, found: dict) -> dict:
    shop = found["shop"]
    words = (
        f"已领取的东西共用去 {found['redeemed']} 分，等于下面各月相加；"
        f"还没领的兑换占着 {found['waiting']} 分，领走才计入；"
        f"货架上的东西还够兑 {found['honours']} 分。"
    )
    same = {name: found[name] for name in ("redeemed", "waiting", "honours", "months")}
    named = {"shop_id": shop.id, "shop_name": shop.name, "scheme_id": shop.scheme_id}
    return named | same | {"words": words}
