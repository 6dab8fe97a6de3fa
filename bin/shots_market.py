"""A market day that is photographed: the demo, and on top of it a morning on which one is held."""

from sqlalchemy import select

from bin import shots_rows as rows
from schemas.occasions import NumberState
from server.core.db import db
from server.demo.seed import seed
from server.occasions.parts import QueueNumber
from tests.journeys.market_scene import market_scene
from tests.journeys.visitor import Visitor

ROWS = 2  # the name of its database, beside those of 0, 1 and 200 wishes
HELPER = "庄队长"


def fill() -> None:
    seed()
    aunt = rows.named(rows.AUNT)
    market_scene(aunt.estate, aunt, rows.named(HELPER))


def places() -> dict[str, int | None]:
    """What a path may name; nothing of it where no market day was set up."""
    called = select(QueueNumber).where(QueueNumber.state == NumberState.CALLED)
    number = db.session.scalars(called.order_by(QueueNumber.id.desc()).limit(1)).first()
    return {"called": number and number.id, "today": number and number.session_id}


def type_wrong_digits(helper: Visitor) -> None:
    helper.page.locator(".six-input input").fill("135790")
    helper.taps("签到或签退")
    helper.sees("数字不对")


SHOTS = (
    {"name": "calendar", "path": "/pages/market/market"},
    {"name": "session", "path": "/packages/market/session?id={today}"},
    {"name": "session-serving", "path": "/packages/market/session?id={today}", "helper": True},
    {"name": "number", "path": "/packages/market/number?id={called}"},
    {"name": "my-code", "path": "/packages/market/my-code", "helper": True},
    {"name": "record", "path": "/packages/market/record", "helper": True},
    {
        "name": "check-refused",
        "path": "/packages/market/digits?id={today}",
        "helper": True,
        "then": type_wrong_digits,
    },
)
