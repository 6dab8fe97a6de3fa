"""What many buyers do at once before one shelf, and how much is left on it."""

from sqlalchemy import text

from server.core.db import db
from tests import make_shop as shop

HANDS = 10


def patiently(send) -> str:
    """503 says: nothing is wrong, ask again in a moment."""
    while (answer := send()).status_code == 503:
        pass
    return answer.json.get("code", "done")


def ordering(goods, token, count=1):
    path = shop.path(goods, "order")
    return lambda web: patiently(
        lambda: web.post(path, token=token, count=count, price=goods.price)
    )


def in_hands(orders, hands=HANDS):
    """So many threads, each with its share, one after the other."""
    shares = [orders[hand::hands] for hand in range(hands)]
    return [lambda web, share=share: [order(web) for order in share] for share in shares]


def stock(goods) -> int:
    db.session.rollback()
    return db.session.scalar(text("SELECT stock FROM goods WHERE id = :id"), {"id": goods.id})
