"""What was reported of reception days, row by row: whoever reads it anywhere finds 65.2 % ·
405/621 with its label, and the other figure nowhere."""

import json

import pytest
from flask import url_for

from schemas.reception_words import Source
from schemas.ticket_words import Solved
from schemas.tickets import UNFINISHED
from server.app import APIS
from server.core.db import db
from server.demo import history
from server.occasions.models import Session
from server.people.models import Person
from server.people.places import Area
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets

WRONG = "85" + ".4"
READ = [(api.name, e) for api in APIS for e in api.endpoints if e.method == "GET"]


@pytest.fixture
def told(app):
    tickets.categories()
    counts = history.tell()
    db.session.commit()
    return counts


@pytest.fixture
def county(told):
    return db.session.scalars(db.select(Area).where(Area.code == "DH")).one()


def test_it_is_rows_and_they_add_up(told):
    reported = Ticket.source == Source.REPORTED
    many = db.session.scalar(db.select(db.func.count(Ticket.id)).where(reported))
    solved = reported, Ticket.solved == Solved.YES

    assert told == (496, 621, 405)
    assert db.session.scalar(db.select(db.func.count(Session.id))) == 496
    assert many == 621
    assert db.session.scalar(db.select(db.func.count(Ticket.id)).where(*solved)) == 405


def test_it_is_spread_over_a_year_and_the_estates(told):
    days = db.session.scalars(db.select(Session.on).distinct()).all()
    hosts = db.session.scalars(db.select(Session.area_id).distinct()).all()

    assert (max(days) - min(days)).days in range(350, 366)
    assert len(hosts) == 9
    twice = db.select(Session.area_id).group_by(Session.area_id, Session.on)
    assert db.session.scalars(twice.having(db.func.count() > 1)).all() == []


def test_it_stands_in_nobodys_queue(told):
    assert db.session.scalar(db.select(Ticket.id).where(Ticket.state.in_(UNFINISHED))) is None


def test_told_twice_it_says_so(told):
    with pytest.raises(history.AlreadyThere):
        history.tell()


def test_the_board_says_the_share_with_its_base_and_whose_count_it_is(get, county):
    shown = get(f"/api/reports/boards/{county.id}").json
    reported = next(one for one in shown["sources"] if one["source"] == "reported")
    (rate,) = reported["rates"]

    assert (rate["words"], reported["source_label"]) == ("65.2 % · 405/621", "上报口径")
    assert (reported["sessions"], rate["base"], rate["numerator"]) == (496, 621, 405)
    assert "上报口径" in rate["label"]


def test_the_rows_behind_it_are_all_there(get, county):
    path, seen, cursor = f"/api/reports/boards/{county.id}/items", [], None
    while True:
        more = {"cursor": cursor} if cursor else {}
        page = get(path, limit=100, figure="received", **more).json
        seen += page["items"]
        if (cursor := page["next"]) is None:
            break

    assert len(seen) == 621
    assert sum(one["state_label"] == "上报口径：已解决" for one in seen) == 405


@pytest.mark.parametrize("who", [None, "suyaqin", "zhengwenbin", "dengxiaolan"])
def test_the_other_figure_is_nowhere(app, get, county, who):
    """Every GET of the API, by whoever asks, with the rows of the history where a row is named."""
    token = who and make.token(_staff(who))
    found = []
    for domain, endpoint in READ:
        answer = get(_path(app, domain, endpoint), token=token, **_query(endpoint, county))
        assert answer.status_code < 500, endpoint.path
        if WRONG in answer.data.decode("utf-8", "replace"):
            found.append(endpoint.path)

    assert found == []


def _staff(name: str) -> Person:
    real = {"suyaqin": "苏雅琴", "zhengwenbin": "郑文彬", "dengxiaolan": "邓晓岚"}[name]
    return db.session.scalars(db.select(Person).where(Person.display_name == real)).one()


def _path(app, domain: str, endpoint) -> str:
    (rule,) = app.url_map.iter_rules(f"{domain}.{endpoint.view.__name__}")
    ticket = db.session.scalar(db.select(db.func.min(Ticket.id)))
    session = db.session.scalar(db.select(db.func.min(Session.id)))
    county = db.session.scalars(db.select(Area.id).where(Area.code == "DH")).one()
    known = {"ticket_id": ticket, "session_id": session, "area_id": county}
    with app.test_request_context():
        return url_for(rule.endpoint, **{
            name: known.get(name, "x" if name in ("token", "code") else 1)
            for name in rule.arguments
        })  # fmt: skip


def _query(endpoint, county) -> dict:
    known = set(endpoint.takes.fields) if endpoint.takes else set()
    asked = {"area_id": county.id, "month": "2026-03", "limit": 100, "past": "true", "q": "事"}
    return {name: value for name, value in asked.items() if name in known}


def test_no_word_of_the_contract_says_it():
    from pathlib import Path

    document = json.loads(Path("schemas/openapi.json").read_text(encoding="utf-8"))

    assert WRONG not in json.dumps(document, ensure_ascii=False)
