"""`make shots`: photographs the pages into docs/shots/, always of the same day, to be looked at.
`bin/shots.py home queue-1` takes some of them again."""

import sys
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

import time_machine
from flask_migrate import upgrade
from PIL import Image
from sqlalchemy import create_engine, make_url, text

from bin import shots_market as market
from bin import shots_rows as rows
from server.app import create_app
from server.core import clock, postgres
from server.core.db import db
from tests.journeys.build import h5_build
from tests.journeys.chromium import COMPUTER, PHONE, launched, signed_in
from tests.journeys.live import live
from tests.journeys.visitor import Visitor

SHOTS = Path("docs/shots")
DAY = datetime(2026, 11, 26, 9, 30, tzinfo=clock.SHANGHAI)
COLOURS = 128  # of a palette: the pages have few, and stay small
DATABASES = {0: rows.nothing, 1: rows.one, rows.ROWS: rows.many, market.ROWS: market.fill}
HOME, WALL, MINE = "/pages/home/home", "/pages/wall/wall", "/packages/wish/mine"
WRITE, QUEUE = "/packages/wish/write", "/packages/staff/tickets/tickets"


@dataclass(frozen=True)
class Shot:
    """`path` may hold {ticket}, {today} and {called}. `then` goes on from there; `worker`: seen by
    the desk; `helper`: by a volunteer."""

    name: str
    path: str
    rows: int = rows.ROWS
    worker: bool = False
    helper: bool = False
    then: Callable[[Visitor], None] | None = None
    looks: tuple[str, ...] = ("", "elder", "wide")


def pick_the_first(desk: Visitor) -> None:
    if desk.page.viewport_size == COMPUTER["viewport"]:
        desk.page.keyboard.press("j")
        desk.page.keyboard.press("Enter")
        desk.sees("首接人")


def say_yes(resident: Visitor) -> None:
    resident.taps("办好了")
    resident.sees("您满意吗")


def speak_of_the_bulb(resident: Visitor) -> None:
    resident.writes("您想请大家帮什么忙？", "家里灯管坏了，够不着，想请人来换一下")


SHOTS_TAKEN = [
    Shot("home", HOME),
    Shot("wall", WALL),
    Shot("mine", MINE, looks=("", "elder")),
    Shot("write", WRITE, then=speak_of_the_bulb),
    Shot("ticket", "/packages/wish/ticket?id={ticket}"),
    Shot("rating", "/packages/wish/ticket?id={ticket}", then=say_yes),
    Shot("queue", QUEUE, worker=True, then=pick_the_first),
    *(
        Shot(f"{name}-{n}", path, rows=n, worker=worker, looks=("", "wide") if worker else ("",))
        for n in (0, 1)
        for name, path, worker in (
            ("home", HOME, False),
            ("wall", WALL, False),
            ("mine", MINE, False),
            ("queue", QUEUE, True),
        )
    ),
    *(Shot(**shot, rows=market.ROWS, looks=("", "elder")) for shot in market.SHOTS),
]


def main() -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:]
    taken = [shot for shot in SHOTS_TAKEN if not wanted or shot.name in wanted]
    folders = tempfile.TemporaryDirectory()
    with folders as folder, cluster(Path(folder)) as url, launched() as browser:
        for n in sorted({shot.rows for shot in taken}):
            with house(url, n, DATABASES[n], folder) as (address, people, places):
                for shot in taken:
                    if shot.rows == n:
                        photograph(browser, address, people, places, shot)


@contextmanager
def cluster(folder: Path):
    server = postgres.start(folder / "pg", cleanup_mode="delete")
    yield make_url(postgres.address(server))
    server.cleanup()


@contextmanager
def house(url, n: int, fill: Callable, folder: str, moment: datetime = DAY):
    """The server on a database of `n` wishes: its address, who looks at it, and at which ticket."""
    maintenance = create_engine(url, isolation_level="AUTOCOMMIT")
    with maintenance.connect() as connection:
        connection.execute(text(f"CREATE DATABASE rows_{n}"))
    maintenance.dispose()
    app = create_app(**settings(url.set(database=f"rows_{n}"), folder))
    with time_machine.travel(moment), app.app_context():
        upgrade(directory="server/migrations")
        fill()
        db.session.commit()
        ticket = rows.waiting_for_a_word()
        resident = ticket.wisher if ticket else rows.named(rows.AUNT)
        with live(app) as address:
            people = {True: rows.named(rows.WORKER), False: resident}
            yield address, people, market.places() | {"ticket": ticket and ticket.id}
        db.session.remove()
        db.engine.dispose()


def settings(url, folder: str) -> dict:
    keys = dict.fromkeys(("SECRET", "DATA_KEY", "LOOKUP_KEY"), "only good for pictures of an hour")
    outside = dict.fromkeys(("WECHAT_APPID", "WECHAT_SECRET", "SMS_BASE", "SMS_KEY"), "")
    return {
        **keys,
        **outside,
        "SQLALCHEMY_DATABASE_URI": url.render_as_string(hide_password=False),
        "DEMO": True,
        "PRODUCTION": False,
        "WECHAT_BASE": "http://127.0.0.1:9",
        "PUBLIC_URL": "https://jinlin.example",
        "FILES_DIR": f"{folder}/files",
        "CLIENT_DIR": str(h5_build()),
        "ISSUER": "jinlin-shots",
    }


def photograph(browser, address: str, people: dict, places: dict, shot: Shot) -> None:
    who = rows.named(market.HELPER) if shot.helper else people[shot.worker]
    for look in shot.looks:
        context = browser.new_context(locale="zh-CN", **(COMPUTER if look == "wide" else PHONE))
        context.clock.set_fixed_time(DAY)
        visitor = Visitor(context, address)
        kept = {"look": "elder" if look == "elder" else "normal", "look-answered": True}
        visitor.keep(**kept, **signed_in(address, who))
        visitor.opens(shot.path.format(**places))
        visitor.rests()
        if shot.then:
            shot.then(visitor)
            visitor.rests()
        save(visitor.page.screenshot(), SHOTS / f"{'-'.join(filter(None, (shot.name, look)))}.png")
        context.close()


def save(picture: bytes, path: Path) -> None:
    """With a palette: a third of the size, and nobody sees the difference."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
