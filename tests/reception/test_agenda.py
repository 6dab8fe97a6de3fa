"""The agenda fills itself, once for each matter; what stays unanswered goes to the next session."""

from datetime import timedelta

from schemas.occasions import PLANNED
from schemas.reception_words import AgendaWhy
from server.core import clock as time
from server.core.db import db
from server.reception.models import AgendaItem
from server.reception.service import agenda
from server.tickets.models import Category
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets


def on_it(session) -> dict[int, AgendaWhy]:
    db.session.expire_all()
    rows = db.session.scalars(db.select(AgendaItem).where(AgendaItem.session_id == session.id))
    return {item.ticket_id: item.why for item in rows}


def overdue(area):
    ticket = reception.matter(area=area)
    ticket.due_at = time.now() - timedelta(days=1)
    return make.saved(ticket)


def test_published_it_fills_with_what_is_overdue_or_reopened_here(clock, post, work):
    estate = make.estate()
    session, worker = reception.day(estate, state=PLANNED), make.staff(at=estate)
    late, again, fine = overdue(estate), reception.matter(area=estate), reception.matter()
    again.reopens = 1
    make.saved(again)
    overdue(make.estate("别的小区"))
    post(f"/api/occasions/sessions/{session.id}/publish", by=worker)
    work()

    assert on_it(session) == {late.id: AgendaWhy.OVERDUE, again.id: AgendaWhy.REOPENED}
    assert fine.id not in on_it(session)


def test_what_keeps_coming_back_is_on_it(clock, post, work):
    """Three of one kind in one estate within a month."""
    estate = make.estate()
    session, worker = reception.day(estate, state=PLANNED), make.staff(at=estate)
    about = {"category_id": tickets.category("parking").id}
    people = [make.person(f"住户{n}", estate=estate) for n in "甲乙丙"]
    matters = [reception.matter(person, **about) for person in people]
    post(f"/api/occasions/sessions/{session.id}/publish", by=worker)
    work()

    assert on_it(session)[matters[-1].id] is AgendaWhy.REPEATED


def test_a_wish_comes_by_itself_only_if_it_is_late_and_everybodys(clock, post, work):
    """A photograph to be enlarged is not read out to the room; a broken lamp may be. By hand
    anything is added."""
    tickets.categories()
    make.saved(Category(kind="wish", code="lamp", label="公共维修", limit_days=5, position=99))
    estate = make.estate()
    session, worker = reception.day(estate, state=PLANNED), make.staff(at=estate)
    lamp, photo = wished(estate, "lamp"), wished(estate, "haircut")
    again, same = wished(estate, "unsorted"), wished(estate, "lamp", late=False)
    again.reopens, same.repeat_why = 1, "place"
    make.saved(again)
    make.saved(same)
    post(f"/api/occasions/sessions/{session.id}/publish", by=worker)
    work()
    assert on_it(session) == {lamp.id: AgendaWhy.OVERDUE}

    path = f"/api/reception/sessions/{session.id}/agenda"
    assert post(path, by=worker, number=photo.number).status_code == 201


def wished(area, code, late=True):
    ticket = tickets.wish(make.person(estate=area), category_id=tickets.category(code).id)
    ticket.due_at = time.now() + timedelta(days=-1 if late else 1)
    return make.saved(ticket)


def test_on_its_morning_what_came_since_is_added_and_nothing_twice(clock, post, work):
    estate = make.estate()
    begins = time.now() + timedelta(days=1)
    session, worker = reception.day(estate, state=PLANNED, begins=begins), make.staff(at=estate)
    first = overdue(estate)
    post(f"/api/occasions/sessions/{session.id}/publish", by=worker)
    work()
    second = overdue(estate)
    clock.travel_to("2026-03-06 07:00")
    work()
    agenda.fill(session)
    db.session.commit()

    assert set(on_it(session)) == {first.id, second.id}


def test_complaints_are_not_read_out(clock, post):
    from schemas.ticket_words import Kind
    from server.tickets.service.intake import Said, open_ticket

    session = reception.day()
    make.saved(make.Unit(area=make._the(make.Level.COUNTY, make.county), kind="desk", name="意见箱",
                         phone="0595-23500100"))  # fmt: skip
    tickets.categories()
    aunt = make.person(estate=session.area)
    ticket = open_ticket(Said(Kind.FEEDBACK, session.area, aunt, text="态度差"),
                         by=tickets.actor(aunt))  # fmt: skip
    ticket.due_at = time.now() - timedelta(days=1)
    make.saved(ticket)
    agenda.fill(session)
    db.session.commit()

    assert on_it(session) == {}
