"""`make shots`, second part: market days as staff see them, on a morning on which one is held.
`bin/shots_staff.py crew screen` takes some of them again."""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bin import shots
from bin import shots_rows as rows
from schemas.occasion_words import Direction
from schemas.occasions import PLANNED
from server.core import clock
from server.core.db import db
from server.demo import fair_acts as acts
from server.demo.fairs import FAIRS, INCENTIVE
from server.demo.people import acting
from server.demo.seed import seed
from server.occasions.models import Series, Session
from server.occasions.service import calling, sessions
from tests import make_occasions as occasions
from tests.journeys.chromium import COMPUTER, PHONE, launched, signed_in
from tests.journeys.visitor import Visitor

DATABASE = 3  # its name, beside those of 0, 1 and 200 wishes
DESK = rows.WORKER
CREW = ("庄队长", "白姐", "老范", "林师傅")
VISITORS = ("陈阿姨", "吴伯")
TABLET = {"id": 1, "name": "服务台平板", "area_name": "庠柄小区", "secret": "of-the-tablet"}
STAFF, GATE = "/packages/staff", "/packages/gate"


@dataclass(frozen=True)
class Shot:
    """`path` may hold what its places name; `who`: of the demo, seen by whom."""

    name: str
    path: str
    looks: tuple[str, ...] = ("", "wide")
    kept: dict = field(default_factory=dict)
    then: Callable[[Visitor], None] | None = None
    who: str | None = DESK


def change_the_rule(desk: Visitor) -> None:
    desk.chooses("周日", "周六")
    desk.sees("新排的")


def scan_by_name(desk: Visitor) -> None:
    desk.taps("按姓名找")
    desk.writes("找谁？", "林")
    desk.chooses("没带手机")
    desk.taps("找人")
    desk.taps_on("林师傅")
    desk.page.locator(".jl-verdict >> visible=true").wait_for()


SHOTS = (
    Shot("desk", f"{STAFF}/desk/desk", ("", "elder", "wide")),
    Shot("desk-viewer", f"{STAFF}/desk/desk", ("",), who="邓晓岚"),
    Shot("sessions", f"{STAFF}/sessions/sessions", ("", "elder", "wide")),
    Shot("session-desk", f"{STAFF}/sessions/session?id={{lacking}}", ("", "elder", "wide")),
    Shot("series-change", f"{STAFF}/series/edit?id={{series}}", then=change_the_rule),
    Shot("screen", f"{GATE}/screen?id={{today}}", ("", "elder", "wide"), {"device": TABLET}),
    Shot("scanned", f"{GATE}/scanner?id={{today}}", ("",), {"device": TABLET}, scan_by_name),
    Shot("crew", f"{GATE}/crew?id={{today}}", ("", "elder", "wide")),
    Shot("line", f"{GATE}/queue?id={{today}}"),
    Shot("figures", f"{STAFF}/figures/figures"),
)


def fill() -> None:
    seed()
    desk = rows.named(DESK)
    estate = rows.named(rows.AUNT).estate
    begins = clock.local(clock.now()).replace(hour=9, minute=0)
    known = {"state": PLANNED, "title": "近邻圩日", "theme": "消防平安", "place": "小区凉亭前"}
    known |= {"lead_id": desk.id, "incentive": INCENTIVE}
    day = occasions.session(estate, begins=begins, **known)
    with clock.at(begins - timedelta(days=1)):
        acts.set_up(day, FAIRS[0], desk)
        sessions.publish_session(day, by=acting(desk))
        for nth, name in enumerate(CREW):
            acts.sign_up(day, rows.named(name), nth, desk)
    for nth, name in enumerate(CREW[:3]):
        with clock.at(begins - timedelta(minutes=9 - 4 * nth)):
            acts.scan(day, rows.named(name), Direction.IN)
    lines = acts.lines_of(day)
    for name in VISITORS:
        acts.take_number(lines[0], rows.named(name), desk)
    calling.call_next(lines[0], by=acting(desk))
    occasions.device(estate, TABLET["secret"])


def places() -> dict[str, int]:
    """What the paths name: what is on, what still lacks something, and what comes again."""
    today = select(Session.id).where(Session.title == "近邻圩日", Session.on == clock.today())
    series = select(Series).where(Series.title == "周六圩日")
    weekly = db.session.scalars(series).one()
    lacks = Session.series_id == weekly.id, Session.state == PLANNED, Session.lead_id.is_(None)
    lacking = select(Session.id).where(*lacks).order_by(Session.on).limit(1)
    found = {"today": db.session.scalar(today), "lacking": db.session.scalar(lacking)}
    return found | {"series": weekly.id}


def take(
    taken: tuple[Shot, ...],
    database: int,
    fill: Callable,
    places: Callable,
    moment: datetime = shots.DAY,
) -> None:
    wanted = sys.argv[1:]
    folders = tempfile.TemporaryDirectory()
    with (
        folders as folder,
        shots.cluster(Path(folder)) as url,
        launched() as browser,
        shots.house(url, database, fill, folder, moment) as (address, *_),
    ):
        named = places()
        for shot in taken:
            if not wanted or shot.name in wanted:
                photograph(browser, address, named, shot, moment)


def photograph(browser, address: str, named: dict, shot: Shot, moment: datetime) -> None:
    for look in shot.looks:
        context = browser.new_context(locale="zh-CN", **(COMPUTER if look == "wide" else PHONE))
        context.clock.set_fixed_time(moment)
        visitor = Visitor(context, address)
        kept = {"look": "elder" if look == "elder" else "normal", "look-answered": True}
        known = signed_in(address, rows.named(shot.who)) if shot.who else {}
        visitor.keep(**kept, **shot.kept, **known)
        visitor.opens(shot.path.format(**named))
        visitor.rests()
        if shot.then:
            shot.then(visitor)
        visitor.page.wait_for_timeout(300)
        name = "-".join(filter(None, (shot.name, look)))
        shots.save(visitor.page.screenshot(), shots.SHOTS / f"{name}.png")
        context.close()


if __name__ == "__main__":
    take(SHOTS, DATABASE, fill, places)
