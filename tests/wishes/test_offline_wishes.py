"""补传: saved on the phone, said so, sent once. Any batch may be replayed twice in any order."""

from itertools import permutations
from uuid import uuid4

import pytest

from server.core.db import db
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def estate():
    tickets.categories()
    return make.estate()


@pytest.fixture
def upload(post):
    def send(by, *items):
        return post("/api/wishes/offline", by=by, items=list(items))

    return send


def written(estate, name="李大山", **known) -> dict:
    return {
        "client_id": str(uuid4()),
        "written_at": "2026-03-04T16:20:00+08:00",
        "estate_id": estate.id,
        "text": "灯坏了",
        "channel": "door_knock",
        "on_behalf": {"name": name},
    } | known


def count() -> int:
    return db.session.scalar(db.select(db.func.count(Ticket.id)))


def test_what_was_written_at_doors_is_there_with_its_own_time(upload, estate, clock):
    answer = upload(make.staff(), written(estate), written(estate, "黄姨"))
    ticket = db.session.scalars(db.select(Ticket).order_by(Ticket.id)).first()

    assert [item["status"] for item in answer.json["items"]] == ["accepted"] * 2
    assert f"{ticket.received_at:%m-%d %H:%M}" == "03-04 08:20"
    assert f"{ticket.due_at:%m-%d}" == "03-11"


def test_sent_twice_in_any_order_it_is_there_once(upload, estate, clock):
    worker, items = make.staff(), [written(estate, name) for name in ("甲乙", "丙丁", "戊己")]
    for order in permutations(items):
        answer = upload(worker, *order).json["items"]

    assert {item["status"] for item in answer} == {"already"}
    assert count() == 3


def test_an_item_twice_in_one_batch_is_there_once(upload, estate, clock):
    item = written(estate)
    answer = upload(make.staff(), item, item).json["items"]

    assert [a["status"] for a in answer] == ["accepted", "already"]
    assert answer[0]["id"] == answer[1]["id"]


def test_what_is_refused_says_why_and_the_others_stand(upload, estate, clock):
    elsewhere = make.estate("锦绣小区", make.community("浔南社区"))
    answer = upload(
        make.staff(at=tickets.parent(estate)),
        written(estate, text=None),
        written(elsewhere),
        written(estate, colour="red"),
        {},
        written(estate),
    ).json["items"]

    assert [(a["status"], a.get("code")) for a in answer] == [
        ("refused", "malformed"),
        ("refused", "not_allowed"),
        ("refused", "malformed"),
        ("refused", "malformed"),
        ("accepted", None),
    ]
    assert "colour" in answer[2]["problems"]
    assert count() == 1


def test_the_same_record_from_another_hand_is_refused(upload, estate, clock):
    item = written(estate)
    upload(make.staff(), item)
    (answer,) = upload(make.staff(display_name="小吴"), item).json["items"]

    assert (answer["status"], answer["code"], count()) == ("refused", "conflict", 1)


@pytest.mark.parametrize("when", ["2030-01-01T00:00:00+08:00", "1999-01-01T00:00:00+08:00"])
def test_a_phone_whose_clock_is_wrong_tells_no_time(upload, estate, clock, when):
    upload(make.staff(), written(estate, written_at=when))
    ticket = db.session.scalars(db.select(Ticket)).one()

    assert f"{ticket.received_at:%Y-%m-%d %H:%M}" == "2026-03-05 01:00"


@pytest.mark.parametrize("size", [0, 51])
def test_a_batch_has_one_to_fifty_items(upload, estate, size):
    assert upload(make.staff(), *[written(estate)] * size).status_code == 422


def test_only_the_desk_writes_at_doors(upload, estate):
    for by in (make.person(), make.volunteer(), make.viewer()):
        assert upload(by, written(estate)).status_code == 403
