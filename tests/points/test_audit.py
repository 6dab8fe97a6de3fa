"""查账: of a scheme in which everything has happened nothing is found; each tampering is named."""

import re

import pytest
from sqlalchemy import select, text

from schemas.points_words import Why
from server.core.db import db
from server.messages.models import Message
from server.points import audit
from server.points.earning import Donor
from server.points.jobs import audit_points
from server.points.models import Posting
from tests import make, make_points
from tests.points import lived
from tests.points.tamperings import TAMPERINGS
from tests.points.tamperings_earned import EARNED

OF_THE_SHOP = {Why.ORDER, Why.CANCEL, Why.LESS, Why.HAND_OVER, Why.SETTLE}
REPLICA = text("SET LOCAL session_replication_role = replica")  # no triggers, no foreign keys


@pytest.fixture
def scene(clock):
    return lived.scene(clock)


@pytest.fixture
def ids(scene):
    other = make_points.scheme(make.community("浔中社区"))
    donor = select(Donor.id).where(Donor.scheme_id == scene.scheme.id).order_by(Donor.id)
    known = {"scheme": scene.scheme.id, "other": other.id, "donor": db.session.scalar(donor)}
    return known | {name: getattr(scene, name).id for name in ("pool", "lin", "chen")}


def found() -> list[str]:
    return list(audit.findings())


def tamper(sql: str, ids: dict) -> None:
    db.session.execute(REPLICA)
    for statement in sql.format(**ids).split(";"):
        db.session.connection().exec_driver_sql(statement)


def test_what_was_lived_through_adds_up(scene):
    assert found() == []


def test_everything_has_happened_there(scene):
    """Or the audit had nothing to look at."""
    happened = set(db.session.scalars(select(Posting.why).distinct()))

    assert happened == set(Why) - OF_THE_SHOP


@pytest.mark.parametrize("done", TAMPERINGS + EARNED, ids=lambda done: done.what)
def test_each_tampering_is_named(ids, done):
    tamper(done.sql, ids)

    named = re.compile(re.sub(r"\{([a-z]+)\}", lambda name: str(ids[name[1]]), done.named))
    lines = found()
    assert [line for line in lines if named.search(line)], "\n".join(lines) or "nothing found"


def test_a_domain_above_adds_its_own_checks(scene, monkeypatch):
    monkeypatch.setattr(audit.naming, "checks", [lambda: ["goods 7: 3 on the shelf, 4 counted"]])

    assert found() == ["goods 7: 3 on the shelf, 4 counted"]


def test_each_night_whoever_administers_the_county_is_told_what_does_not_add_up(scene, ids):
    chief = make.administrator()
    audit_points.func(timestamp=0)
    assert told(chief) == []

    tamper("UPDATE accounts SET balance = balance + 5 WHERE name = 'person:{chen}'", ids)
    for _ in range(2):
        audit_points.func(timestamp=0)

    (words,) = told(chief)
    assert "有 3 处对不上" in words


def told(person) -> list[str]:
    mine = Message.person_id == person.id, Message.reason.like("audit:%")
    return list(db.session.scalars(select(Message.words).where(*mine)))
