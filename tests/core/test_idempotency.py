"""Asked twice, done once. What happens at the same moment is in tests/races."""

import pytest
from sqlalchemy import text

from server.core.db import db
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets

KEY = "0f3c7a52-9d1e"


@pytest.fixture
def wish(post):
    estate = make.estate()
    tickets.categories()

    def send(by, **form):
        return post("/api/wishes/", by=by, **{"estate_id": estate.id, "text": "灯坏了"} | form)

    return send


def count() -> int:
    return db.session.scalar(db.select(db.func.count(Ticket.id)))


@pytest.mark.parametrize("again", [KEY, f'"{KEY}"'], ids=["bare", "quoted"])
def test_the_second_try_gets_the_first_answer(clock, wish, again):
    """At one moment: addresses of papers in it are signed anew, for so many seconds from now."""
    person = make.person()
    first, second = wish(person, key=KEY), wish(person, key=again)

    assert (second.status_code, second.text) == (first.status_code, first.text)
    assert (first.status_code, count()) == (201, 1)


def test_a_key_means_one_request_only(wish):
    person = make.person()
    wish(person, key=KEY)
    answer = wish(person, key=KEY, text="水龙头也坏了")

    assert (answer.status_code, answer.json["code"]) == (422, "key_reused")


def test_a_key_means_one_row_only(post):
    volunteer = make.volunteer()
    answers = [
        post(tickets.path(tickets.open_wish(make.person(name)), "claim"), by=volunteer, key=KEY)
        for name in ("陈阿姨", "李伯")
    ]

    assert [answer.status_code for answer in answers] == [200, 422]


def test_a_key_belongs_to_its_person(wish):
    answers = [wish(make.person(name), key=KEY) for name in ("陈阿姨", "李伯")]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert count() == 2


@pytest.mark.parametrize("key", [None, "short", "x" * 65, '"half-quoted', "空格 and more"])
def test_without_a_proper_key_nothing_is_done(wish, key):
    if key and not key.isascii():
        key = key.encode().decode("latin-1")
    answer = wish(make.person(), key=key)

    assert (answer.status_code, answer.json["code"], count()) == (400, "key_missing", 0)


def test_a_refused_try_may_succeed_later(post):
    volunteer, worker = make.volunteer(), make.staff()
    ticket = tickets.open_wish()
    post(tickets.path(ticket, "take_down"), by=worker, words="改一改")
    refused = post(tickets.path(ticket, "claim"), by=volunteer, key=KEY)
    post(tickets.path(ticket, "screen"), by=worker, **tickets.card())

    assert refused.status_code == 404
    assert post(tickets.path(ticket, "claim"), by=volunteer, key=KEY).status_code == 200


def test_what_is_kept_of_an_answer_cannot_be_read_in_the_database(wish):
    person = make.person("陈阿姨", phone="13859740001")
    wish(person, key=KEY, text="灯坏了，住顶楼")
    kept = db.session.scalars(text("SELECT body FROM kept_answers")).all()

    assert kept
    assert not [body for body in kept if "13859740001" in body or "顶楼" in body]
