"""The words of the shop: what it is, what lies on its shelf, and the life of an order."""

from schemas.flow import Flow, State, step


class ShopKind(State):
    SHOP = "shop", "积分超市"
    MERCHANT = "merchant", "爱心商家"
    STATION = "station", "驿站"


class ShopState(State):
    """Preparing: only those who work there see it. Paused: nothing new is ordered; what was ordered
    is still fetched. Whether the door is open at this hour its words say, not its state."""

    PREPARING = "preparing", "筹备中"
    OPEN = "open", "可以兑换", "listed"
    PAUSED = "paused", "暂停兑换", "listed"
    CLOSED = "closed", "已停办"


SHOP_FLOW = Flow(
    ShopState.PREPARING,
    launch=step(ShopState.PREPARING, to=ShopState.OPEN, label="开张"),
    pause=step(ShopState.OPEN, to=ShopState.PAUSED, label="暂停兑换"),
    open=step(ShopState.PAUSED, to=ShopState.OPEN, label="恢复兑换"),
    close=step(
        ShopState.PREPARING, ShopState.OPEN, ShopState.PAUSED, to=ShopState.CLOSED, label="停办"
    ),
)


class GoodsKind(State):
    GOODS = "goods", "物品"
    SERVICE = "service", "服务"  # its stock: how many times were promised


class Buyers(State):
    EVERYBODY = "everybody", "人人可换"
    VOLUNTEERS = "volunteers", "志愿者可换"
    NEIGHBOURS = "neighbours", "本辖区居民可换"


class StockKind(State):
    """Why the stock of something changed."""

    INTAKE = "intake", "进货"
    ORDER = "order", "兑换占用"
    BACK = "back", "退回货架"
    STOCKTAKE = "stocktake", "盘点"
    SPOILED = "spoiled", "报损"
    SUBSTITUTE = "substitute", "替换给出"


class OrderChannel(State):
    """Traits: `there`, whoever orders stands at the counter; `paper`, without a telephone."""

    APP = "app", "手机兑换"
    COUNTER = "counter", "柜台扫码", "there"
    CARD = "card", "柜台刷卡", "there paper"
    DESK = "desk", "服务台代办", "paper"


class OrderState(State):
    """Traits: `open`, it may still be fetched; `holds`, its points lie in its clearing account;
    `counts`, against the limit of each person."""

    ASKED = "asked", "待本人确认", "open"
    PLACED = "placed", "待领取", "open holds counts"
    HANDED = "handed", "已领取", "counts"
    CANCELLED = "cancelled", "已取消"
    EXPIRED = "expired", "已过期"
    DECLINED = "declined", "没有同意"
    LAPSED = "lapsed", "没有确认，已失效"


ASKED, PLACED, HANDED, CANCELLED, EXPIRED, DECLINED, LAPSED = OrderState

ORDER_FLOW = Flow(
    ASKED,
    confirm=step(ASKED, to=PLACED, label="确认兑换"),
    decline=step(ASKED, to=DECLINED, label="不兑换"),
    lapse=step(ASKED, to=LAPSED, label="超时失效"),
    hand_over=step(PLACED, to=HANDED, label="交给本人"),
    cancel=step(PLACED, to=CANCELLED, label="取消兑换"),
    expire=step(PLACED, to=EXPIRED, label="过期退回"),
)
