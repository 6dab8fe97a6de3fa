"""How an order may go; each course yields the time until its next act."""

from datetime import timedelta
from random import Random

from server.core import clock
from server.core.codes import step_at
from server.core.db import db
from server.demo.people import People
from server.demo.points import permitted
from server.demo.shops import Trade
from server.demo.shops_orders import ORDERS, Errand
from server.occasions.codes import personal_code
from server.occasions.service import cards
from server.shop import order_rules
from server.shop.service import counter

MINUTE = timedelta(minutes=1)


def placed(errand: Errand):
    """Whoever does not fetch it finds that it has expired."""
    errand.place()
    yield MINUTE


def fetched(errand: Errand):
    errand.place()
    yield errand.some_time()
    errand.hand_over(errand.voucher())


def fewer(errand: Errand):
    errand.place()
    yield errand.some_time()
    errand.hand_over(errand.voucher(), count=int(errand.more))


def substituted(errand: Errand):
    errand.place()
    yield errand.some_time()
    instead = errand.trade.goods[errand.more]
    db.session.expire(instead)
    errand.hand_over(errand.voucher(), substitute_id=instead.id, price=instead.price, agreed=True)


def cancelled(errand: Errand):
    errand.place()
    yield errand.some_time()
    errand.cancel(errand.person, None)


def called_off(errand: Errand):
    errand.place()
    yield errand.some_time()
    errand.cancel(errand.keeper, errand.more)


def asked(errand: Errand):
    """Nobody answers within five minutes; the last one is asked as the demo ends."""
    own = personal_code(errand.person.id, step_at(clock.now()))
    errand.redeem(errand.keeper, code=own)
    yield MINUTE


def agreed(errand: Errand):
    yield from asked(errand)
    by = permitted(order_rules.confirm_order, errand.person, errand.order)
    counter.confirm_order(errand.order, by=by)
    yield MINUTE
    errand.hand_over(None)


def declined(errand: Errand):
    yield from asked(errand)
    by = permitted(order_rules.decline_order, errand.person, errand.order)
    counter.decline_order(errand.order, by=by)


def by_card(errand: Errand):
    errand.redeem(errand.keeper, code=cards.printed(errand.trade.card))
    yield MINUTE
    errand.hand_over(None)


def paper_waits(errand: Errand):
    """Ordered at the desk by whoever has no telephone."""
    errand.redeem(errand.desk, person_id=errand.person.id)
    errand.paper = errand.print_voucher()
    yield errand.some_time()


def on_paper(errand: Errand):
    yield from paper_waits(errand)
    errand.hand_over(errand.paper)


COURSES = {
    course.__name__: course
    for course in (placed, fetched, fewer, substituted, cancelled, called_off, asked, agreed,
                   declined, by_card, paper_waits, on_paper)
}  # fmt: skip


def lives(trade: Trade, people: People):
    """(days ago, the life) of each; the last one happens as the demo ends."""
    for n, told in enumerate(ORDERS):
        errand = Errand(trade, people, told, Random(n))
        yield told[0], COURSES[errand.course](errand)
