"""App workers are killed in the middle of a rush: every order that somebody was told of is there
once, and none is there twice."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from server.core.db import db
from server.points import audit
from tests import make
from tests import make_shop as shop

BUYERS, ORDERS_EACH, KILLS, PATIENCE = 8, 25, 6, 60
SETTINGS = ("SECRET", "DATA_KEY", "LOOKUP_KEY", "FILES_DIR", "ISSUER")


@pytest.fixture(scope="package")
def raced(new_app):
    """A database of its own: the audit looks at all there is in it."""
    return new_app("races_of_the_killed")


@pytest.fixture
def gunicorn(app, tmp_path):
    """The real server with two workers; its address and its pid."""
    settings = {f"JINLIN_{name}": str(app.config[name]) for name in SETTINGS}
    where = {"DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"], "BIND": "127.0.0.1:0"}
    program = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    log = tmp_path / "gunicorn.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [*program, "server.cli:app()"], env=os.environ | settings | where, stderr=out
        )
        try:
            yield _address(server, log), server.pid
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _address(server, log: Path) -> str:
    until = time.monotonic() + PATIENCE
    while "Listening at: " not in (said := log.read_text()):
        assert server.poll() is None, said
        assert time.monotonic() < until, said
        time.sleep(0.1)
    return said.partition("Listening at: ")[2].split()[0]


def workers_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def order_patiently(web: httpx.Client, path: str, token: str, price: int) -> int:
    """What a telephone does: the same intention under the same key until there is an answer."""
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid4())}
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            answer = web.post(path, json={"count": 1, "price": price}, headers=headers)
        except httpx.TransportError:  # whoever had it in hand is gone
            continue
        if answer.status_code == 201:
            return answer.json()["id"]
        assert answer.status_code in (409, 503), answer.text
        assert answer.status_code == 503 or answer.json()["code"] == "still_running", answer.text
        time.sleep(0.05)
    raise AssertionError("no answer in time")


def test_what_was_acknowledged_is_there_once_though_workers_are_killed(gunicorn):
    rice = shop.goods(shop.open_(make.community()), stock=BUYERS * ORDERS_EACH)
    buyers = [shop.buyer(rice.shop, ORDERS_EACH * rice.price, f"街坊{n}") for n in range(BUYERS)]
    tokens = [make.token(buyer) for buyer in buyers]
    path, price = shop.path(rice, "order"), rice.price
    address, pid = gunicorn
    db.session.commit()

    def shops(token: str) -> list[int]:
        with httpx.Client(base_url=address, timeout=10) as web:
            return [order_patiently(web, path, token, price) for _ in range(ORDERS_EACH)]

    with ThreadPoolExecutor(BUYERS) as pool:
        rush = [pool.submit(shops, token) for token in tokens]
        killed = kill_some(pid, rush)
        told = [id for one in rush for id in one.result()]

    assert killed >= 2
    assert len(set(told)) == BUYERS * ORDERS_EACH
    assert sorted(told) == sorted(db.session.scalars(text("SELECT id FROM orders")))
    assert db.session.scalar(text("SELECT sum(stock) FROM goods")) == 0
    assert list(audit.findings()) == []


def kill_some(pid: int, rush) -> int:
    """As long as somebody shops; how many."""
    chance, killed = Random(7), 0
    while killed < KILLS and not all(one.done() for one in rush):
        time.sleep(chance.uniform(0.2, 0.5))
        if there := workers_of(pid):
            os.kill(chance.choice(there), signal.SIGKILL)
            killed += 1
    return killed
