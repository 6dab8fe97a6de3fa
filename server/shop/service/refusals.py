"""What a shop refuses: each with what to do next."""

from schemas.shop_words import Buyers, ShopState
from server.core import clock
from server.core.errors import Refusal
from server.people.names import masked_name
from server.shop.models import Goods, Shop
from server.shop.parts import Order


class ShopPaused(Refusal):
    code, title = "shop_paused", "这家店现在不能兑换"
    said = {
        ShopState.CLOSED: "已经停办，请看看附近别的店",
        ShopState.PREPARING: "还在筹备，开张以后再来",
    }

    def __init__(self, shop: Shop):
        super().__init__(f"“{shop.name}”{self.said.get(shop.state, '暂停兑换，请晚些再来')}")


class OffShelf(Refusal):
    code, title = "off_shelf", "这件东西下架了"
    detail = "请看看货架上别的东西"


class PriceChanged(Refusal):
    code, title = "price_changed", "价格变了"

    def __init__(self, now: int):
        super().__init__(f"现在一份要 {now} 分，请看清楚再兑换")


class GoodsChanged(Refusal):
    code, title = "goods_changed", "这件东西改过了"

    def __init__(self, now: Goods):
        super().__init__(f"现在是“{now.name}”，请看清楚再兑换")


class SoldOut(Refusal):
    code, title = "sold_out", "不够了"

    def __init__(self, left: int):
        super().__init__(
            f"还剩 {left} 份，请少换一些" if left else "都换完了，请看看别的，或等补货"
        )


class LimitReached(Refusal):
    code, title = "limit_reached", "已到限量"

    def __init__(self, goods: Goods, had: int):
        limit = f"每人 {goods.limit_days} 天内限 {goods.limit_count} 份"
        left = goods.limit_count - had
        then = f"现在最多再换 {left} 份" if left > 0 else "请过些日子再来"
        super().__init__(f"{limit}，已经换过 {had} 份，{then}")


class NotForYou(Refusal):
    code, title = "not_for_you", "这件东西不是人人可换"

    def __init__(self, goods: Goods):
        more = "请看看货架上别的东西"
        if goods.buyers is Buyers.NEIGHBOURS:
            more = "住址要社区核实过；还没有核实的，请到社区服务台办"
        super().__init__(f"“{goods.name}”{goods.buyers.label}，{more}")


class OtherScheme(Refusal):
    code, title = "other_scheme", "这里用不了那里的积分"

    def __init__(self, shop: Shop, theirs: str):
        here = shop.scheme.name
        super().__init__(f"这家店用“{here}”，您的是“{theirs}”，请到您那里的积分超市兑换")


class ServesSelf(Refusal):
    code, title = "serves_self", "不能给自己办"
    detail = "请这家店的另一位店员来办"


# ---- codes


class NoVoucher(Refusal):
    code, title = "no_voucher", "这不是兑换券"
    detail = "请打开“我的兑换”，出示兑换券上的码"


class NoSuchNumber(Refusal):
    code, title = "no_such_number", "没有这个号码"
    detail = "请再看一遍：是兑换券上码下面的 8 位数字"


class CodeForged(Refusal):
    code, title = "code_forged", "这张券是假的"
    detail = "请不要交货，并告诉社区"


class OtherDeployment(Refusal):
    code, title = "other_deployment", "这张券是别处的"
    detail = "它是另一个县（区）的系统开出来的，这里兑不了"


class NumberAtCounter(Refusal):
    code, title = "number_at_counter", "号码只在柜台查得到"
    detail = "请扫兑换券上的码；自己的兑换，在“我的兑换”里看"


class CodeExpired(Refusal):
    code, title = "code_expired", "这个码过期了"
    detail = "手机上的码每半分钟换一次，截图不能用；请打开兑换券，出示现在的码"


class PaperReplaced(Refusal):
    code, title = "paper_replaced", "这张纸质券作废了"
    detail = "后来重新打印过，请出示最近打印的那一张"


class OtherShop(Refusal):
    code, title = "other_shop", "不是这家店的券"

    def __init__(self, shop: Shop):
        super().__init__(f"请到“{shop.name}”领取，在{shop.place}")


class CodeNeeded(Refusal):
    code, title = "code_needed", "请先扫兑换券"
    detail = "请本人出示手机上或纸上的兑换券"


class ScanAgain(Refusal):
    code, title, detail = "scan_again", "扫码已过 5 分钟", "请再扫一次"


# ---- orders


class HandedAlready(Refusal):
    code, title = "handed_already", "已经领过了"

    def __init__(self, order: Order):
        at = clock.local(order.handed_at)
        by = masked_name(order.handed_by.display_name) if order.handed_by else ""
        when = f"{at.month}月{at.day}日 {at:%H:%M}"
        super().__init__(f"{when} 在“{order.shop.name}”领走，经手人 {by}")


class OrderCancelled(Refusal):
    code, title, detail = "order_cancelled", "已经取消了", "积分已退回，想要请重新兑换"


class OrderExpired(Refusal):
    code, title = "order_expired", "过了领取期限"
    detail = "积分退回到原来的账户，想要请重新兑换"


class NotConfirmed(Refusal):
    code, title = "not_confirmed", "还没有成交"
    detail = "本人没有在手机上确认，请重新扫码兑换"


class NotAgreed(Refusal):
    code, title = "not_agreed", "要本人同意换成别的"
    detail = "请先问过本人，再勾选“本人同意”"


class Dearer(Refusal):
    code, title = "dearer", "换的东西更贵"

    def __init__(self, points: int):
        super().__init__(f"最多换 {points} 分的东西；多出来的分会退回")


class NothingHanded(Refusal):
    code, title = "more_than_ordered", "比兑换的多"

    def __init__(self, count: int):
        super().__init__(f"兑换的是 {count} 份，请重新填写份数")
