"""公开账目: each line with what is counted, in words."""

from schemas.points_words import AccountKind
from server.points.present.schemes import earning

LINES = {
    AccountKind.POOL: ("积分池里", "已注入、还没有答应给任何活动或心愿的积分"),
    AccountKind.PLANNED: ("已预留", "已发布的活动和已认领的心愿预留、还没有人挣到的积分"),
    AccountKind.PENDING: ("公示中", "已挣到、公示期满才能用的积分"),
    AccountKind.PERSON: ("居民手里", "已到账、现在可以兑换的积分，包括到期后还没有清理的"),
    AccountKind.CLEARING: ("兑换中", "已下单、还没有领取的积分"),
    AccountKind.SHOP: ("已兑换", "已在积分超市或爱心商家领取了物品或服务的积分"),
    AccountKind.EXPIRED: ("已过期", "到期没有用、不能再兑换的积分"),
}
RETURNED = {
    "key": "returned",
    "label": "已退回",
    "words": "积分池停用时剩下的、退给出资方的积分",
}
DONATED = "经费、企业、商家和个人注入的全部积分"
BALANCED = "下面各项加起来等于注入的总数，一分不多，一分不少"
UNBALANCED = "各项加起来和注入的总数不一致，正在核对"


def sheet(actor, known: dict) -> dict:
    scheme, sums = known["scheme"], known["sums"]
    balanced = sum(sums.values()) == 0
    return {
        "scheme_id": scheme.id,
        "name": scheme.name,
        "area_name": scheme.area.name,
        "donated": known["donated"],
        "donated_words": DONATED,
        "lines": _lines(sums, known["returned"]),
        "balanced": balanced,
        "balanced_words": BALANCED if balanced else UNBALANCED,
        "by_shop": known["by_shop"],
        **earning(known["around"]),
        "holders": known["holders"],
        "made_at": known["made_at"],
    }


def _lines(sums: dict, returned: int) -> list[dict]:
    """What went back to donors has left the accounts: it is a line of its own, if there is any."""
    lines = [_line(kind, sums.get(kind, 0)) for kind in LINES]
    return [*lines, RETURNED | {"amount": returned}] if returned else lines


def _line(kind: AccountKind, amount: int) -> dict:
    label, words = LINES[kind]
    return {"key": kind, "label": label, "amount": amount, "words": words}
