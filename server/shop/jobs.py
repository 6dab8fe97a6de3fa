"""What falls due in a shop: nobody said yes, nobody fetched it."""

from sqlalchemy import select

from server.core.db import db
from server.core.jobs import defer, every, job
from server.core.moves import Job
from server.shop.parts import Order
from server.shop.service import counter, returning


@job
def lapse_order(order_id: int) -> None:
    counter.lapse(_held(order_id), by=Job("lapse_order"))


@every("27 17 * * *")
def expire_orders() -> None:
    """At 1:27 in Dehua. Each order in a transaction of its own."""
    for order_id in returning.over():
        defer("shop.expire_order", order_id=order_id)
    returning.remind()


@job
def expire_order(order_id: int) -> None:
    returning.expire(_held(order_id))


def _held(order_id: int) -> Order:
    query = select(Order).where(Order.id == order_id)
    return db.session.scalars(query.with_for_update(key_share=True, of=Order)).one()
