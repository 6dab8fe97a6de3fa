"""The nights of the ledger and of the shops: their jobs, on those nights on which something falls
due. The worker runs them each night; on all others they would find nothing."""

from datetime import datetime, time, timedelta

from sqlalchemy import text

from server.core import clock
from server.core.db import db
from server.core.jobs import defer

# What each job will find, tomorrow before dawn.
FINDS = {
    "points.mature_awards": "SELECT FROM awards WHERE pending > 0 AND matures_on < :day",
    "points.expire_lots": """
        SELECT FROM lots l WHERE "left" > 0 AND (expires_on <= :day OR expires_on <= :day + 30
            AND NOT EXISTS (SELECT FROM messages m WHERE m.reason =
                concat_ws(':', 'lots', l.scheme_id, l.person_id, l.expires_on)))""",
    "shop.expire_orders": """
        SELECT FROM orders WHERE state = 'placed' AND (until < :day OR until = :day + 3)""",
}
TONIGHT = text("SELECT " + ", ".join(f"EXISTS ({found})" for found in FINDS.values()))
AT = time(1, 7)


def watch():
    while True:
        day = clock.today() + timedelta(days=1)
        found = db.session.execute(TONIGHT, {"day": day}).one()
        moment = datetime.combine(day, AT, clock.SHANGHAI)
        for nth, (name, due) in enumerate(zip(FINDS, found, strict=True)):
            if due:
                defer(name, at=moment + timedelta(minutes=10 * nth), timestamp=0)
        yield timedelta(days=1)
