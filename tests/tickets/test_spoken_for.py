"""For somebody else: who spoke for them may be called, and is no more than that; a worker at a desk
or a door speaks for the desk."""

import pytest

from server.core import audit
from server.core.db import db
from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def estate():
    tickets.categories()
    return make.estate()


@pytest.fixture
def neighbour():
    return make.person("小陈", phone="13959740002")


def spoken(neighbour):
    return tickets.wish(make.person("李大山"), by=neighbour, proxy="neighbour")


def test_the_desk_calls_who_spoke_for_them_on_record(neighbour, get, post):
    ticket, worker = spoken(neighbour), make.staff()
    seen = get(f"/api/tickets/{ticket.id}", by=worker).json
    opened = post(tickets.path(ticket, "contact"), by=worker, words="问门牌").json
    kept = db.session.scalars(db.select(audit.AuditEntry.action)).all()

    assert (seen["proxy_name"], seen["proxy_phone"]) == ("小陈", "139****0002")
    assert opened["proxy_phone"] == "13959740002"
    assert kept[-1] == "open_contact"


def test_opening_a_number_twice_is_recorded_twice(post):
    ticket, worker = tickets.wish(), make.staff()
    for _ in range(2):
        post(tickets.path(ticket, "contact"), by=worker, words="问门牌", key="one-intention")
    kept = db.session.scalars(db.select(audit.AuditEntry.action)).all()

    assert kept.count("open_contact") == 2


def test_whoever_does_it_calls_who_spoke_for_them(neighbour, get, post):
    ticket, officer, worker = spoken(neighbour), make.officer(), make.staff()
    unit_id = officer.live_grants[0].unit_id
    post(tickets.path(ticket, "dispatch"), by=worker, unit_id=unit_id, part="看看管道")
    post(tickets.path(ticket, "accept"), by=officer)
    seen = get(f"/api/tickets/{ticket.id}", by=officer).json

    assert (seen["proxy_phone"], seen["my_part"]) == ("13959740002", "看看管道")


def test_a_number_that_stands_in_a_record_is_masked_for_who_speaks(neighbour, get):
    ticket = tickets.wish(make.person("李大山", phone="13859740001"), by=neighbour)

    assert get(f"/api/tickets/{ticket.id}", by=neighbour).json["contact_phone"] == "138****0001"


def test_a_worker_reads_what_they_wrote_down_as_the_desk(get):
    worker = make.staff()
    ticket = tickets.wish(make.person(phone="13859740001"), by=worker, channel="door_knock")
    seen = get(f"/api/tickets/{ticket.id}", by=worker).json

    assert (seen["audience"], seen["contact_phone"]) == ("staff", "138****0001")
    assert get("/api/tickets/mine", by=worker).json["items"] == []


def test_a_worker_has_no_known_person_wish_in_somebody_elses_area(estate, post):
    worker, elder = make.staff(), make.person("李大山", estate=estate, phone="13859740001")
    away = make.estate("城南小区", make.community("城南社区"))
    form = {"estate_id": away.id, "text": "灯坏了", "on_behalf": {"person_id": elder.id}}
    answer = post("/api/wishes/", by=worker, **form)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["on_behalf"])


def test_nobody_speaks_as_a_worker_who_is_none(estate, post, neighbour):
    behalf = {"name": "李大山", "relation": "worker"}
    form = {"estate_id": estate.id, "text": "灯坏了", "on_behalf": behalf}
    answer = post("/api/wishes/", by=neighbour, **form)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["on_behalf"])
