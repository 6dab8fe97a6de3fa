"""Orders, the vouchers by which they are fetched, and the PIN of whoever pays with a card."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Sequence
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.shop_words import ORDER_FLOW, OrderChannel, OrderState
from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import Base, db, enum_column, state_column
from server.core.moves import Flowing
from server.people.models import Person
from server.shop.models import Goods, Shop

NUMBERS = Sequence("order_numbers", start=5026001, metadata=Base.metadata)


class Order(Flowing, db.Model):
    """Some goods for points, at the price and under the name of that moment. What it holds lies in
    `clearing:<id>` from `placed` on until it is handed over, cancelled or expired."""

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint("count >= 1 AND price >= 1 AND points = count * price", name="points"),
        CheckConstraint("handed_points BETWEEN 0 AND points", name="handed_points"),
        CheckConstraint("(handed_at IS NOT NULL) = (state = 'handed')", name="handed"),
        Index("ix_orders_person_id", "person_id", "id"),
        Index("ix_orders_shop_id", "shop_id", "id"),
        Index("ix_orders_waiting", "shop_id", "until", postgresql_where="state = 'placed'"),
        Index("ix_orders_goods_id", "goods_id", "person_id"),
        Index("ix_orders_handed_at", "shop_id", "handed_at"),
        Index("ix_orders_handed_supplier_id", "handed_supplier_id", "handed_at"),
        Index("uq_orders_proof", "proof", unique=True, postgresql_where="proof IS NOT NULL"),
    )
    flow = ORDER_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)  # eight digits, the last checks the others
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"))
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id"))
    goods_id: Mapped[int] = mapped_column(ForeignKey("goods.id"))
    goods_name: Mapped[str]
    count: Mapped[int]
    price: Mapped[int]  # of one
    points: Mapped[int]  # of all
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    channel: Mapped[OrderChannel] = enum_column(OrderChannel)
    proof: Mapped[str | None]  # of a PIN that was typed: it is good for one order
    state: Mapped[OrderState] = state_column(ORDER_FLOW)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    placed_at: Mapped[datetime | None]
    until: Mapped[date | None]  # the last day on which it can be fetched
    reason: Mapped[str | None] = mapped_column(Encrypted)  # why it was cancelled
    handed_at: Mapped[datetime | None]
    handed_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    handed_goods_id: Mapped[int | None] = mapped_column(ForeignKey("goods.id"))  # a substitute, too
    handed_name: Mapped[str | None]
    handed_supplier_id: Mapped[int | None] = mapped_column(ForeignKey("suppliers.id"))
    handed_count: Mapped[int | None]
    handed_points: Mapped[int | None]  # the rest went back to the lots it came from

    shop: Mapped[Shop] = relationship()
    goods: Mapped[Goods] = relationship(foreign_keys=[goods_id])
    handed_goods: Mapped[Goods | None] = relationship(foreign_keys=[handed_goods_id])
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    handed_by: Mapped[Person | None] = relationship(foreign_keys=[handed_by_id])


class Voucher(db.Model):
    """兑换券: the secret by which the codes of an order are signed. `papers` counts how often it
    was printed: only the last paper holds, and none before there is one."""

    __tablename__ = "vouchers"
    __table_args__ = (CheckConstraint("papers >= 0", name="papers"),)

    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    secret: Mapped[str] = mapped_column(Encrypted)
    papers: Mapped[int] = mapped_column(default=0)
    printed_at: Mapped[datetime | None]


class Pin(db.Model):
    """兑换密码: four digits, asked for when a card pays much on one day."""

    __tablename__ = "pins"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    hash: Mapped[str]  # argon2id
    set_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    set_at: Mapped[datetime] = mapped_column(default=clock.now)
