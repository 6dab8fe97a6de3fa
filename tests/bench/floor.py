"""The floor: Flask and SQLAlchemy Core doing nothing but the statements of the domain. No sign-in,
no form, no code, no refusal: as fast as these statements can be on this machine."""

import os
from datetime import UTC, datetime, timedelta

from flask import Flask, request
from sqlalchemy import create_engine, insert

from schemas.occasion_words import Capacity, Direction, Route
from server.core.db import ENGINE
from server.occasions.service.counting import COUNTED, KEEP, TOUCH, WRITE
from server.occasions.service.places import PLACE
from server.points import names
from server.points.models import LotUse
from server.points.service.awards import KEEP as KEEP_AWARD
from server.points.service.ledger import HOLD, POST
from server.points.service.lines import OFFICIALS, OWN_AND_MONTH
from server.points.service.purses import TAKE
from server.shop.service.placing import NEXT
from server.shop.service.placing import WRITE as ORDER

BLANK = dict.fromkeys(("device_id", "phone_id", "refused", "near", "reason"))
BLANK |= {"route": Route.SCREEN, "offline": False, "follows": False}
USES = insert(LotUse)
NOTHING_YET = {"minutes_actual": 0, "minutes_added": 0, "minutes_credited": 0, "rule_version": 1}


def app() -> Flask:
    """What gunicorn serves."""
    floor = Flask(__name__)
    engine = create_engine(os.environ["DATABASE_URL"], **ENGINE)

    @floor.post("/check_in")
    def check_in():
        with engine.begin() as connection:
            _scanned(connection, request.get_json(), Direction.IN)
        return {"status": "accepted"}

    @floor.post("/check_out")
    def check_out():
        with engine.begin() as connection:
            known = _scanned(connection, request.get_json(), Direction.OUT)
            came, left = (row.scanned_at for row in connection.execute(COUNTED, known))
            minutes = (left - came) // timedelta(minutes=1)
            row = {"at_session": known["session_id"], "of_person": known["person_id"]}
            there = {"came": came, "left": left, "minutes": minutes, "most": minutes}
            there |= {"over": False, "until": None, "repaired": known["person_ids"]}
            connection.execute(WRITE, row | there | {"as_what": Capacity.DUTY})
            _paid(connection, known, minutes // 30)
        return {"status": "accepted", "minutes": minutes}

    @floor.post("/order")
    def order():
        with engine.begin() as connection:
            _ordered(connection, request.get_json())
        return {"state": "placed"}

    return floor


def _ordered(connection, sent: dict) -> None:
    """The six statements of an order, from the purse to the shelf."""
    order_id, serial = connection.execute(NEXT).one()
    person, price, today = sent["person_id"], sent["price"], datetime.now(UTC).date()
    purse, clearing, scheme = names.purse(person), names.clearing(order_id), {"scheme_id": 1}
    kinds = {"names": [clearing, purse], "kinds": ["clearing", "person"]}
    connection.execute(HOLD, scheme | kinds).all()
    taking = {"ids": [person], "amount": price, "after": today}
    lots = connection.execute(TAKE, scheme | taking).all()
    entry = {"sources": [purse], "targets": [clearing], "amounts": [price], "whys": ["order"]}
    entry |= {"reasons": [f"order:{order_id}"], "knowns": ["{}"], "by_id": person}
    changes = {"names": [clearing, purse], "changes": [price, -price]}
    moment = {"posted_at": datetime.now(UTC)}
    (ids,) = connection.execute(POST, scheme | entry | changes | moment).one()
    (posting,) = ids.values()
    uses = [{"posting_id": posting, "lot_id": lot.id, "amount": lot.amount} for lot in lots]
    connection.execute(USES, uses)
    row = {"id": order_id, "number": str(serial), "count": 1, "points": price, "channel": "app"}
    row |= {"version": 1, "entered_by_id": person, "behalf": None, "proof": None, "until": today}
    connection.execute(ORDER, sent | scheme | row | {"now": moment["posted_at"], "secret": "s"})


def _paid(connection, known: dict, units: int) -> None:
    """The four statements of an award, from what is planned to what is announced."""
    person, at, today = known["person_id"], known["session_id"], datetime.now(UTC).date()
    purse, pending = names.purse(person), names.pending(person)
    scheme = {"scheme_id": 1}
    kinds = {"names": [purse, pending], "kinds": ["person", "pending"]}
    connection.execute(HOLD, scheme | kinds).all()
    month = {"first": today.replace(day=1), "next": today + timedelta(days=31), "on": today}
    asked = {"ids": [person], "officials": OFFICIALS, "path": "/1/"}
    asked |= {"subject_kind": "sessions", "subject_id": at}
    own = connection.execute(OWN_AND_MONTH, scheme | month | asked).first()
    award = dict.fromkeys(("less", "matures_on")) | {"paid": 0, "version": 1, "units": units}
    award |= dict.fromkeys(("due", "granted", "pending"), units)
    of = {"person_id": person, "reserve_id": own.id, "earned_on": today}
    subject = {"subject_kind": "sessions", "subject_id": at}
    connection.execute(KEEP_AWARD, award | scheme | of | subject)
    planned = names.planned(own.id)
    entry = {"sources": [planned], "targets": [pending], "amounts": [units], "whys": ["earn"]}
    entry |= {"reasons": [f"{at}:{person}"], "knowns": ["{}"], "by_id": None}
    changes = {"names": [planned, pending], "changes": [-units, units]}
    moment = {"posted_at": datetime.now(UTC)}
    connection.execute(POST, scheme | entry | changes | moment).one()


def _scanned(connection, sent: dict, direction: Direction) -> dict:
    """The statements are ours; what is around them is not."""
    now = datetime.now(UTC)
    known = {**sent, "capacity": Capacity.DUTY, "person_ids": [sent["person_id"]]}
    connection.execute(PLACE, known).one()
    scan = {
        **BLANK,
        **sent,
        "capacity": Capacity.DUTY,
        "direction": direction,
        "scanned_at": now,
        "received_at": now,
    }
    connection.execute(KEEP, scan | {"scanner_id": sent["person_id"]}).one()
    row = {"session_id": sent["session_id"], "person_id": sent["person_id"]}
    in_at = now if direction is Direction.IN else None
    connection.execute(TOUCH, {**row, "capacity": Capacity.DUTY, "in_at": in_at, **NOTHING_YET})
    return known
