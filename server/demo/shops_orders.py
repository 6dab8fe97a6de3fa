"""Who ordered what, and what is done for it, on a telephone and at the counter."""

from datetime import timedelta
from random import Random

from schemas.shop_counter import (
    LookUpForm,
    OrderHandOverForm,
    RedeemForm,
)
from schemas.shop_orders import (
    OrderCancelForm,
    OrderForm,
)
from server.core.db import db
from server.demo.people import People, acting
from server.demo.points import permitted
from server.demo.shops import STALLS, Trade
from server.demo.shops_told import WARES
from server.people.models import Person
from server.shop import codes, order_rules
from server.shop.models import Goods
from server.shop.parts import Order, Voucher
from server.shop.service import (
    counter,
    handing,
    members,
    placing,
    returning,
    scanning,
    vouchers,
)

MINUTE = timedelta(minutes=1)

# days ago, who, what, how many, how it went, and what else there is to know
ORDERS = (
    (290, "chen", "rice", 1, "fetched", ""),
    (250, "wubo", "towel", 1, "by_card", ""),
    (235, "lin", "gloves", 1, "fetched", ""),
    (232, "chen", "bags", 1, "fetched", ""),
    (226, "gong", "noodles", 1, "fetched", ""),
    (222, "chen", "towel", 1, "fetched", ""),
    (200, "linbo", "cup", 1, "fetched", ""),
    (198, "gong", "grocer_rice", 1, "fetched", ""),
    (188, "xu_potter", "noodles", 1, "fetched", ""),
    (150, "zeng", "haircut", 1, "agreed", ""),
    (142, "chen", "umbrella", 1, "fetched", ""),
    (140, "lian", "salt", 2, "on_paper", ""),
    (115, "lin", "kettle", 1, "fetched", ""),
    (110, "xu", "soap", 1, "placed", ""),
    (100, "wubo", "bags", 1, "by_card", ""),
    (95, "gong", "mushroom", 1, "fetched", ""),
    (84, "chen", "haircut", 1, "agreed", ""),
    (72, "zeng", "haircut", 1, "fetched", ""),
    (60, "xu", "umbrella", 1, "substituted", "thermos"),
    (58, "gong", "oil", 1, "fetched", ""),
    (50, "chen", "rice", 1, "fetched", ""),
    (45, "zhou", "bags", 1, "declined", ""),
    (44, "zhou", "bags", 1, "asked", ""),
    (41, "lian", "noodles", 1, "on_paper", ""),
    (35, "zeng", "tissue", 3, "fewer", "2"),
    (30, "wubo", "soap", 1, "on_paper", ""),
    (25, "huang", "eggs", 1, "placed", ""),
    (21, "linbo", "haircut", 1, "cancelled", ""),
    (20, "zeng", "raincoat", 1, "fetched", ""),
    (17, "zhou", "couplets", 1, "fetched", ""),
    (11, "gong", "eggs", 1, "called_off", "这批鸡蛋有裂的，下周到货再换"),
    (6, "xu_potter", "noodles", 1, "placed", ""),
    (4, "wubo", "bags", 2, "paper_waits", ""),
    (3, "lin", "cup", 1, "placed", ""),
    (2, "chen", "bags", 2, "placed", ""),
    (0, "xu", "bulb", 2, "asked", "now"),
)  # fmt: skip


class Errand:
    """An order while it is being lived; `more`: what else is told of it."""

    def __init__(self, trade: Trade, people: People, told: tuple, random: Random):
        _, who, self.ware, self.count, self.course, self.more = told
        self.trade, self.people, self.random = trade, people, random
        self.person: Person = people[who]
        self.order: Order | None = None
        self.paper = ""  # the code on the printed voucher
        self.desk = people["qiaoyun" if self.stall.area == "baomei" else "su"]

    @property
    def stall(self):
        key = next(ware.shop for ware in WARES if ware.key == self.ware)
        return STALLS[key]

    @property
    def goods(self) -> Goods:
        """As it is now: orders change the shelf beside the session."""
        goods = self.trade.goods[self.ware]
        db.session.expire(goods)
        return goods

    @property
    def keeper(self) -> Person:
        return self.people[self.stall.keeper]

    # ---- acts

    def place(self) -> None:
        goods = self.goods
        shown = {"price": goods.price, "version": goods.version}
        form = OrderForm().load({"count": self.count} | shown)
        self._is(placing.place_order(goods, form, by=acting(self.person)))

    def redeem(self, clerk: Person, **whose) -> None:
        """At the counter: by a code, by a card, or as the desk knows them."""
        goods = self.goods
        by = permitted(order_rules.look_up_member, clerk, goods.shop)
        looked_up = members.look_up_member(goods.shop, LookUpForm().load(whose), by=by)
        form = {"held": looked_up["held"], "count": self.count, "price": goods.price}
        form = RedeemForm().load(form | {"surname_matches": looked_up["on_card"]})
        by = permitted(order_rules.redeem, clerk, goods)
        self._is(counter.redeem(goods, form, by=by))

    def _is(self, order: Order) -> None:
        self.order = db.session.get_one(Order, order.id)

    def hand_over(self, code: str | None, **other) -> None:
        """What the voucher shows is scanned first; without one it was just ordered here."""
        shop = self.goods.shop
        by = permitted(order_rules.hand_over_order, self.keeper, self.order)
        held = code and scanning.scan_voucher(shop, {"code": code}, by=by)["held"]
        form = OrderHandOverForm().load({"shop_id": shop.id, "code": held} | other)
        handing.hand_over_order(self.order, form, by=by)

    def voucher(self) -> str:
        """As the telephone shows it at this moment."""
        permitted(order_rules.show_voucher, self.person, self.order)
        return vouchers.show_voucher(self.order)["items"][0]["link"]

    def print_voucher(self) -> str:
        by = permitted(order_rules.print_voucher, self.desk, self.order)
        vouchers.print_voucher(self.order, by=by)
        row = db.session.get_one(Voucher, self.order.id)
        return codes.link(codes.written(row.secret, codes.PAPER, self.order.id, row.papers))

    def cancel(self, by: Person, words: str | None) -> None:
        form = OrderCancelForm().load({"words": words})
        returning.cancel_order(self.order, form, by=acting(by))

    def some_time(self) -> timedelta:
        return MINUTE * self.random.randint(20 * 60, 60 * 60)
