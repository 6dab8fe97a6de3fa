"""redeem: one hot item, ordered through the whole road against the floor, 1, 16 and 64 clients; and
never more of it than there is."""

import json
from collections import defaultdict
from pathlib import Path

from flask_migrate import upgrade
from sqlalchemy import text

from server.app import create_app
from server.core.db import db
from server.settings import from_environment
from tests.bench import servers, town
from tests.bench.load import run
from tests.bench.scans import ROUNDS, WARM_UP, database, summary

ASKED = {1: 300, 16: 1500, 64: 1500}  # requests of a slice
PRICE, EACH, STOCK = 2, 1000, 1_000_000


def measure(address: str, folder: Path) -> dict:
    """`address`: of a server in which databases may be made."""
    url = database(address, "bench_shop")
    app = create_app(**from_environment({**servers.KEYS, "DATABASE_URL": url}))
    with app.app_context():
        upgrade(directory="server/migrations")
        area, crew = town.found()
        goods = town.shelf(area, stock=STOCK, price=PRICE, each=EACH)
        with (
            servers.serving(servers.OURS, url, folder) as ours,
            servers.serving(servers.FLOOR, url, folder) as floor,
        ):
            took = slices(goods.id, goods.shop_id, crew, {"ours": ours, "floor": floor})
        nothing_is_sold_twice(took)
    return {"redeem": summary(took, "redeem")}


def slices(goods_id: int, shop_id: int, crew, ports: dict[str, int]) -> dict:
    """In turns, as check-ins are."""
    took: dict = defaultdict(list)
    buyers = [
        (person_id, token) for (person_id, _), token in zip(crew, town.tokens(crew), strict=True)
    ]
    asks = {
        "ours": [_ours(goods_id, token) for _, token in buyers],
        "floor": [_floor(goods_id, shop_id, person_id) for person_id, _ in buyers],
    }
    for who, port in ports.items():
        took["warm", 16, who].append(run(port, 16, asks[who][:WARM_UP], _placed))
    for clients, asked in ASKED.items():
        for turn in range(ROUNDS):
            for who in ports if turn % 2 == 0 else reversed(ports):
                one = run(ports[who], clients, asks[who][:asked], _placed)
                took["redeem", clients, who].append(one)
    return took


def _ours(goods_id: int, token: str):
    path, form = f"/api/shop/goods/{goods_id}/order", {"count": 1, "price": PRICE}
    return lambda: ("POST", path, token, form)


def _floor(goods_id: int, shop_id: int, person_id: int):
    form = {"goods_id": goods_id, "shop_id": shop_id, "person_id": person_id, "price": PRICE}
    return lambda: ("POST", "/order", None, form)


def _placed(answer: bytes) -> bool:
    return json.loads(answer)["state"] == "placed"


def nothing_is_sold_twice(took: dict) -> None:
    sold = sum(len(one.each) for slices_ in took.values() for one in slices_)
    orders, stock = db.session.execute(SOLD).one()
    if (orders, stock) != (sold, STOCK - sold):
        raise SystemExit(f"{sold} sold, {orders} orders, {stock} left")
    if db.session.scalar(text("SELECT sum(balance) FROM accounts")):
        raise SystemExit("the accounts are not zero together")


SOLD = text("SELECT (SELECT count(*) FROM orders), (SELECT stock FROM goods)")
