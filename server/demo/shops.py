"""The shops: opened, their shelves filled and counted; the card and the PIN of an elder."""

from datetime import timedelta

from schemas.shop import KeeperForm, ShopForm
from schemas.shop_goods import (
    GoodsChangeForm,
    GoodsForm,
    IntakeForm,
    SpoiledForm,
    StocktakeForm,
    SupplierForm,
)
from schemas.shop_sheets import PinForm
from server.core.db import db
from server.demo import shops_told as told
from server.demo.people import People
from server.demo.pictures import send_goods
from server.demo.points import permitted
from server.demo.shops_told import Stall, Ware
from server.occasions import presence_rules
from server.occasions.devices import Card
from server.occasions.service import cards
from server.people.actor import Actor
from server.shop import order_rules, rules
from server.shop.models import Goods, Shop
from server.shop.service import keepers, pins, shelf, stock, suppliers
from server.shop.service import shops as service

DAY = timedelta(days=1)
STALLS = {stall.key: stall for stall in told.SHOPS}
PIN = "5826"


class Trade:
    """The shops while they are lived: by their keys in the story."""

    def __init__(self, places: dict, people: People):
        self.places, self.people = places, people
        self.shops: dict[str, Shop] = {}
        self.goods: dict[str, Goods] = {}
        self.suppliers: dict[str, int] = {}
        self.card: Card | None = None

    def lives(self):
        """(days ago, the life) of each."""
        for stall in told.SHOPS:
            yield stall.opened, self._kept(stall)
        for days_ago, ware, what, count, words in told.COUNTED:
            yield days_ago, self._counted(ware, what, count, words)
        days_ago, ware, price = told.DEARER
        yield days_ago, self._dearer(ware, price)
        days_ago, ware = told.OVER
        yield days_ago, self._off_the_shelf(ware)
        yield 255, self._card_for("wubo")

    def keeper_of(self, goods: Goods, rule=rules.take_in) -> Actor:
        return permitted(rule, self.people[self.stall_of(goods).keeper], goods)

    def stall_of(self, goods: Goods) -> Stall:
        return next(STALLS[key] for key, shop in self.shops.items() if shop.id == goods.shop_id)

    def _kept(self, stall: Stall):
        self._open(stall)
        yield timedelta(hours=2)
        wares = [ware for ware in told.WARES if ware.shop == stall.key]
        for ware in wares:
            self._shelve(ware, stall)
        self._launch(stall)
        while True:
            yield told.FILLED_UP * DAY
            for ware in wares:
                db.session.refresh(self.goods[ware.key])
                if self.goods[ware.key].stock < told.LOW and not ware.once:
                    self._take_in(ware)

    def _open(self, stall: Stall) -> None:
        form = {"area_id": self.places[stall.area].id, "kind": stall.kind, "name": stall.name}
        form |= {"place": stall.place, "hours": stall.hours, "phone": stall.phone}
        form = ShopForm().load(form | {"unit_id": stall.unit and self.places[stall.unit].id})
        by = permitted(rules.make_shop, self.people[stall.manager], form)
        shop = self.shops[stall.key] = service.make_shop(form, by=by)
        form = KeeperForm().load({"person_id": self.people[stall.keeper].id})
        by = permitted(rules.appoint_keeper, self.people["admin"], shop, form)
        keepers.appoint_keeper(shop, form, by=by)
        for area, name, unit in told.SUPPLIERS:
            if area == stall.area:
                self._supplied(stall, name, unit)

    def _launch(self, stall: Stall) -> None:
        shop = self.shops[stall.key]
        by = permitted(rules.launch_shop, self.people[stall.manager], shop)
        service.launch_shop(shop, by=by)

    def _supplied(self, stall: Stall, name: str, unit: str | None) -> None:
        form = {"area_id": self.places[stall.area].id, "name": name}
        form = SupplierForm().load(form | {"unit_id": unit and self.places[unit].id})
        by = permitted(rules.add_supplier, self.people[stall.manager], form)
        self.suppliers[name] = suppliers.add_supplier(form, by=by).id

    def _shelve(self, ware: Ware, stall: Stall) -> None:
        shop = self.shops[stall.key]
        by = permitted(rules.add_goods, self.people[stall.manager], shop)
        photo = send_goods(*ware.picture.split(), by=by)
        form = {"kind": ware.kind, "name": ware.name, "words": ware.words, "price": ware.price}
        form |= {"photo_id": photo.id, "buyers": ware.buyers}
        form |= {"supplier_id": self.suppliers.get(ware.supplier)}
        if ware.limit:
            form |= dict(zip(("limit_count", "limit_days"), ware.limit, strict=True))
        self.goods[ware.key] = shelf.add_goods(shop, GoodsForm().load(form), by=by)
        self._take_in(ware)

    def _take_in(self, ware: Ware) -> None:
        goods = self.goods[ware.key]
        form = {"count": ware.stock}
        if ware.yuan:
            form["cost_fen"] = round(ware.yuan * 100) * ware.stock
        stock.take_in(goods, IntakeForm().load(form), by=self.keeper_of(goods))

    def _counted(self, key: str, what: str, count: int, words: str):
        goods = self.goods[key]
        db.session.refresh(goods)
        if what == "spoiled":
            form = SpoiledForm().load({"count": count, "words": words})
            stock.write_off(goods, form, by=self.keeper_of(goods, rules.write_off))
        else:
            form = {"known": goods.stock, "counted": goods.stock + count, "words": words}
            form = StocktakeForm().load(form)
            stock.take_stock(goods, form, by=self.keeper_of(goods, rules.take_stock))
        yield DAY

    def _dearer(self, key: str, price: int):
        goods = self.goods[key]
        kept = ("name", "words", "photo_id", "limit_count", "limit_days", "buyers", "supplier_id")
        form = {name: getattr(goods, name) for name in kept}
        by = permitted(rules.change_goods, self.people[self.stall_of(goods).manager], goods)
        shelf.change_goods(goods, GoodsChangeForm().load(form | {"price": price}), by=by)
        yield DAY

    def _off_the_shelf(self, key: str):
        goods = self.goods[key]
        by = self.keeper_of(goods, rules.shelve_goods)
        shelf.shelve_goods(goods, {"on_shelf": False}, by=by)
        yield DAY

    def _card_for(self, key: str):
        """Without a telephone; weeks later also a PIN, typed at the desk."""
        elder, desk = self.people[key], self.people["su"]
        by = permitted(presence_rules.print_card, desk, elder)
        self.card = cards.print_card(elder, by=by)
        yield 190 * DAY
        by = permitted(order_rules.set_pin_of, desk, elder)
        pins.set_pin(elder.id, PinForm().load({"pin": PIN})["pin"], by=by)
