"""Shops, who stands at their counters, what lies on their shelves, and how it came and went."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.shop_words import SHOP_FLOW, Buyers, GoodsKind, ShopKind, ShopState, StockKind
from server.core import clock
from server.core.db import db, enum_column, state_column
from server.core.moves import Flowing
from server.files.models import File
from server.people.models import Person
from server.people.places import Area, Unit
from server.points.models import Scheme


class Shop(Flowing, db.Model):
    """积分超市, 爱心商家, or a 驿站 that is also a shop. Its points are those of one scheme."""

    __tablename__ = "shops"
    __table_args__ = (
        CheckConstraint("fetch_days BETWEEN 1 AND 90", name="fetch_days"),
        CheckConstraint("card_free >= 0", name="card_free"),
    )
    flow = SHOP_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"), index=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    kind: Mapped[ShopKind] = enum_column(ShopKind)
    name: Mapped[str]
    place: Mapped[str]
    hours: Mapped[str]  # 「每天 9:00–17:00」, in words
    phone: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))  # the merchant
    state: Mapped[ShopState] = state_column(SHOP_FLOW)
    fetch_days: Mapped[int] = mapped_column(default=14)  # how long an order waits to be fetched
    card_free: Mapped[int] = mapped_column(default=20)  # points a day by card, without a PIN

    scheme: Mapped[Scheme] = relationship()
    area: Mapped[Area] = relationship()
    unit: Mapped[Unit | None] = relationship()


class ShopKeeper(db.Model):
    """Who may stand at the counter of this shop, beside the role; both end together."""

    __tablename__ = "shop_keepers"
    __table_args__ = (Index("ix_shop_keepers_person_id", "person_id", "until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    since: Mapped[date] = mapped_column(default=clock.today)
    until: Mapped[date | None]  # the first day without
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))

    shop: Mapped[Shop] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class Supplier(db.Model):
    """Where goods come from; settled with once a month."""

    __tablename__ = "suppliers"
    __table_args__ = (UniqueConstraint("scheme_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"))
    name: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))

    scheme: Mapped[Scheme] = relationship()
    unit: Mapped[Unit | None] = relationship()


class Goods(db.Model):
    """Something on the shelf. `stock` is what may still be ordered: what waits to be fetched has
    left it. Of a service: how many times it was promised."""

    __tablename__ = "goods"
    __table_args__ = (
        CheckConstraint("price >= 1", name="price"),
        CheckConstraint("stock >= 0", name="stock"),
        CheckConstraint("(limit_count IS NULL) = (limit_days IS NULL)", name="limit"),
        Index("ix_goods_shop_id", "shop_id", "on_shelf", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id"))
    kind: Mapped[GoodsKind] = enum_column(GoodsKind)
    name: Mapped[str]
    words: Mapped[str]
    photo_id: Mapped[int | None] = mapped_column(ForeignKey("files.id"), unique=True)
    price: Mapped[int]
    stock: Mapped[int] = mapped_column(default=0)
    limit_count: Mapped[int | None]  # to each person …
    limit_days: Mapped[int | None]  # … within so many days
    buyers: Mapped[Buyers] = enum_column(Buyers, default=Buyers.EVERYBODY)
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("suppliers.id"), index=True)
    on_shelf: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)  # +1 with each price, name or word

    # With the goods: nothing is looked up while an order holds the row.
    shop: Mapped[Shop] = relationship(lazy="joined", innerjoin=True)
    photo: Mapped[File | None] = relationship(lazy="joined")
    supplier: Mapped[Supplier | None] = relationship()


class StockMove(db.Model):
    """Written once, never edited (a trigger sees to it). Σ change of some goods is their stock."""

    __tablename__ = "stock_moves"
    __table_args__ = (
        CheckConstraint("change <> 0", name="change"),
        Index("ix_stock_moves_goods_id", "goods_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    goods_id: Mapped[int] = mapped_column(ForeignKey("goods.id"))
    change: Mapped[int]
    kind: Mapped[StockKind] = enum_column(StockKind)
    words: Mapped[str] = mapped_column(default="")
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("suppliers.id"), index=True)
    cost_fen: Mapped[int | None]  # of all of it
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # None: a job
    at: Mapped[datetime] = mapped_column(default=clock.now)

    goods: Mapped[Goods] = relationship()
    supplier: Mapped[Supplier | None] = relationship()
    by: Mapped[Person | None] = relationship(foreign_keys=[by_id])
