"""What becomes of somebody's orders when they close their account."""

from sqlalchemy import select, update

from schemas.people_words import PersonState
from schemas.shop_words import OrderState
from server.core.db import db
from server.core.moves import move
from server.people import upward
from server.people.models import Person
from server.shop.parts import Order
from server.shop.service import returning


@upward.when_gone
def leave_orders(person: Person, *, roles, by) -> None:
    """What they have not fetched nobody fetches: cancelled, so that no paper opens it any more.
    Orders stay and are counted; their words go."""
    if person.state is not PersonState.CLOSED:
        return
    theirs = Order.person_id == person.id
    live = theirs, Order.state.in_(OrderState.having("open"))
    query = select(Order).where(*live).order_by(Order.id).with_for_update(key_share=True, of=Order)
    for order in db.session.scalars(query).all():
        if order.state is OrderState.ASKED:
            move(order, "decline", by=by)
        else:
            returning.call_off(order, by=by)
    db.session.execute(update(Order).where(theirs).values(reason=None))
