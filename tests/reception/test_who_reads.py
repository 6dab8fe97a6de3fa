"""What is said at a reception day is read by whoever handles it: not by all who run the session."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from schemas.people_words import Role
from schemas.reception_words import AgendaState, Party, SeatState
from server.core import clock as time
from server.core.db import db
from server.occasions.service import ending
from server.people.models import Person
from server.reception.models import AgendaItem
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.reception.at_the_table import past


@pytest.fixture
def session(clock):
    return reception.day(make.estate())


@pytest.fixture
def desk(session):
    return make.staff(at=tickets.parent(session.area))


def agenda_of(get, session, by) -> list[dict]:
    return get(f"/api/reception/sessions/{session.id}/agenda", by=by).json["items"]


def private(session):
    return reception.matter(make.person(estate=session.area), text="老人的病又重了")


# ---- the agenda


def test_whoever_does_not_handle_it_reads_its_category_alone(session, get, desk):
    ticket = private(session)
    reception.item(session, ticket, state=AgendaState.ANSWERED, words="请医生上门")
    boss = make.administrator()

    assert get(f"/api/tickets/{ticket.id}", by=boss).status_code == 404
    (read,), (known,) = agenda_of(get, session, boss), agenda_of(get, session, desk)
    assert (read["title"], read["words"]) == (ticket.category.label, None)
    assert (known["title"], known["words"]) == ("老人的病又重了", "请医生上门")


def transferred(post, session, desk):
    ticket = private(session)
    reception.item(session, ticket)
    there = make.community("南门社区")
    moved = post(tickets.path(ticket, "transfer"), by=desk, area_id=there.id, words="归南门管")
    assert moved.status_code == 200
    return ticket


def test_what_another_community_has_now_waits_here_no_more(session, get, post, desk):
    transferred(post, session, desk)
    head = get(f"/api/reception/sessions/{session.id}/desk", by=desk).json

    assert agenda_of(get, session, desk) == []
    assert head["agenda_open"] == 0


def test_nor_does_it_go_to_the_next_session(session, post, desk, clock):
    transferred(post, session, desk)
    later = reception.day(session.area, begins=time.now() + timedelta(days=7))
    clock.forward(hours=4)
    ending.end_session(session, by=tickets.actor(desk))
    db.session.commit()
    (item,) = db.session.scalars(db.select(AgendaItem))

    assert (item.session_id, item.state) == (session.id, AgendaState.ANSWERED)
    assert later.id != item.session_id


# ---- the queue


def test_an_administrator_calls_numbers_and_reads_no_names_and_no_topics(table, get):
    number = table.booked(table.resident("陈阿姨"), called="老伴林伯", topic="家里的事", n=1)
    boss, line = make.administrator(), reception.line_of(table.session)
    read = [
        get(table.path("numbers"), by=boss).text,
        get(f"/api/occasions/lines/{line.id}/numbers", by=boss).text,
        table.call_next(by=boss).text,
    ]
    paper = f"/api/reception/numbers/{number['id']}/paper.pdf"

    assert all("林伯" not in one and "陈阿姨" not in one and "家里的事" not in one for one in read)
    assert "林伯" not in PdfReader(BytesIO(get(paper, by=boss).data)).pages[0].extract_text()
    known = get(table.path("numbers"), by=table.worker).json["items"][0]
    assert (known["name"], known["topic"]) == ("老伴林伯", "家里的事")


def test_who_is_both_administrator_and_at_the_desk_reads_them(table, get):
    table.booked(table.resident(), called="老伴林伯", n=1)
    boss = make.administrator()
    make.grant(boss, Role.SOCIAL_WORKER, table.estate)
    boss = db.session.get_one(Person, boss.id, populate_existing=True)

    assert get(table.path("numbers"), by=boss).json["items"][0]["name"] == "老伴林伯"


# ---- who came


ABOVE = {
    "镇里的工作人员": (Role.COMMUNITY_STAFF, make.Level.TOWN),
    "镇里的社工": (Role.SOCIAL_WORKER, make.Level.TOWN),
    "镇里的管理员": (Role.ADMINISTRATOR, make.Level.TOWN),
    "县里的管理员": (Role.ADMINISTRATOR, make.Level.COUNTY),
}


@pytest.mark.parametrize("who", ABOVE)
def test_who_came_is_read_and_marked_by_nobody_above_the_desk(session, get, post, who):
    role, level = ABOVE[who]
    seat = reception.seat(session, Party.OWNERS, "业委会", state=SeatState.ABSENT)
    above = make.staff(role, db.session.scalars(db.select(make.Area).filter_by(level=level)).one())
    path = f"/api/reception/sessions/{session.id}"
    head = get(f"{path}/desk", by=above).json

    assert get(f"{path}/seats", by=above).status_code == 403
    assert (
        post(f"/api/reception/seats/{seat.id}/mark", by=above, state="present").status_code == 403
    )
    assert post(f"{path}/set_out", by=above, **reception.form()).status_code == 403
    assert "set_out" not in {one["action"] for one in head["actions"]}
    assert not [said for said in head["warnings"] if "没有到" in said]


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.ADMINISTRATOR])
def test_it_is_read_and_set_out_from_the_nearest_desk(session, get, post, role):
    near = make.staff(role, tickets.parent(session.area))
    path = f"/api/reception/sessions/{session.id}"

    assert get(f"{path}/seats", by=near).json["audience"] == "staff"
    assert post(f"{path}/set_out", by=near, **reception.form()).status_code == 200


def test_who_keeps_missing_is_said_to_nobody_above_where_the_desk_is_empty(clock, get):
    estate = make.estate()
    for weeks in (1, 2):
        past(estate, weeks, SeatState.ABSENT)
    town = make.staff(at=tickets.parent(tickets.parent(estate)))
    session = reception.day(estate, begins=time.now())
    reception.seat(session, Party.OWNERS, "业委会", state=SeatState.ABSENT)
    clock.forward(hours=3)
    ending.end_session(session, by=tickets.actor(town))
    db.session.commit()

    assert get("/api/messages/", by=town).json["items"] == []
