"""Who asks, and the rows that the fuzzed paths name."""

import os

import pytest
from sqlalchemy import text

from schemas.people_words import Role
from schemas.ticket_words import SlipKind
from server.core.db import db
from server.people.models import RoleGrant
from server.tickets.slips import Slip
from tests import make
from tests import make_tickets as tickets
from tests.occasions import scene as market_days
from tests.people import scene
from tests.points import scene as points
from tests.shop import scene as shop

LONG = os.environ.get("JINLIN_FUZZ") == "long"
EXAMPLES = 50 if LONG else 5
ROLES = ["nobody", "resident", *map(str, Role)] if LONG else ["nobody", "resident", "social_worker"]
ROW, MISSING = 1_000_000, 2**31 - 1  # rows are counted from ROW on, whatever was made before
APART = 1000  # and so far apart that no id beside a known one is somebody's; but tickets
TABLES = """persons areas tickets residencies volunteers notices hotlines consents role_grants
    series sessions posts signups lines queue_numbers teams memberships scans attendances repairs
    cards devices units stalls vehicles vehicle_visits themes
    schemes pools donors fundings grants awards shops shop_keepers goods suppliers orders"""
TICKETS = 5
TOKEN = "a-token-on-a-printed-slip"


@pytest.fixture
def tokens():
    """Of each role, at one community; and of everything that a path names, a row with the id ROW,
    of tickets one for each of five states."""
    db.session.execute(text("SET idle_in_transaction_session_timeout = 0"))  # thinking takes long
    for table in TABLES.split():
        step = 1 if table == "tickets" else APART
        db.session.execute(text(f"ALTER SEQUENCE {table}_id_seq INCREMENT BY {step}"))
        db.session.execute(text(f"SELECT setval('{table}_id_seq', {ROW}, false)"))
    here = make.community()
    aunt = make.person("陈阿姨", estate=make.estate(of=here))
    assert (aunt.id, scene.rows("own", aunt, here)["notice_id"]) == (ROW, ROW)
    db.session.execute(db.delete(RoleGrant))
    for build in ("wish", "open_wish", "offered_wish", "claimed_wish", "done_wish"):
        getattr(tickets, build)(aunt)
    make.saved(Slip(ticket_id=ROW, kind=SlipKind.SPOT, round=1, printed_by_id=aunt.id, token=TOKEN))
    market_days.rows("own", aunt, here)
    points.rows("own", aunt, here)
    shop.rows("own", aunt, here)
    return [None if role == "nobody" else make.token(_caller(role, here, aunt)) for role in ROLES]


def _caller(role: str, here, aunt):
    return aunt if role == "resident" else scene.actor(role, here)
