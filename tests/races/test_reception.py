"""A reception day with many hands: the last time is booked once, the next number called once, what
is heard is one ticket, and an agenda filled by two workers has each matter once."""

from collections import Counter
from datetime import timedelta

from server.core import clock
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.reception.models import AgendaItem
from server.reception.service import agenda
from server.tickets.models import Ticket
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets


def tokens(many):
    return [make.token(make.person(estate=make.estate())) for _ in range(many)]


def books(session, token, **form):
    path = f"/api/reception/sessions/{session}/book"
    return lambda web: web.post(path, token=token, **form)


def hold(session, *ns) -> tuple[list, list]:
    people = [make.person() for _ in ns]
    held = [reception.number(session, n, who).id for n, who in zip(ns, people, strict=True)]
    return held, [make.token(who) for who in people]


def moves(number, token, **form):
    path = f"/api/occasions/numbers/{number}/rebook"
    return lambda web: web.post(path, token=token, **form)


def test_the_last_time_is_booked_by_one_of_two(together):
    session = reception.day(slot_minutes=60, begins=clock.now() + timedelta(days=1))
    reception.number(session, 1, make.person())
    answers = together(*[books(session.id, token, n=2) for token in tokens(2)])

    assert sorted(a.status_code for a in answers) == [201, 409]


def test_twenty_book_twelve_times_and_each_is_somebodys(together):
    session = reception.day(begins=clock.now() + timedelta(days=1))
    answers = together(*[books(session.id, token) for token in tokens(20)])
    given = sorted(a.json["n"] for a in answers if a.status_code == 201)

    assert given == list(range(1, 13))
    assert Counter(a.json.get("code") for a in answers)["line_full"] == 8


def test_two_who_move_to_one_time_get_it_once_and_the_other_keeps_theirs(together):
    session = reception.day(begins=clock.now() + timedelta(days=1))
    held, keys = hold(session, 1, 2)
    answers = together(*[moves(held[nth], keys[nth], n=5) for nth in range(2)])
    db.session.expire_all()
    now = sorted(db.session.get_one(QueueNumber, number).n for number in held)

    assert sorted(a.status_code for a in answers) == [200, 409]
    assert now in ([1, 5], [2, 5])


def test_two_who_change_places_keep_their_own(together):
    session = reception.day(begins=clock.now() + timedelta(days=1))
    held, keys = hold(session, 1, 2)
    answers = together(moves(held[0], keys[0], n=2), moves(held[1], keys[1], n=1))
    db.session.expire_all()

    assert [a.status_code for a in answers] == [409, 409]
    assert [db.session.get_one(QueueNumber, number).n for number in held] == [1, 2]


def test_booked_and_moved_to_at_once_a_time_is_one_persons(together):
    session = reception.day(begins=clock.now() + timedelta(days=1))
    (number,), (key,) = hold(session, 1)
    answers = together(books(session.id, tokens(1)[0], n=5), moves(number, key, n=5))

    assert sum(a.status_code < 300 for a in answers) == 1


def test_two_tables_call_the_next_and_get_two(together):
    session = reception.day()
    for n in range(1, 5):
        reception.number(session, n)
    path = f"/api/reception/sessions/{session.id}/call_next"
    token = make.token(make.staff(at=session.area))
    answers = together(*[
        lambda web, table=table: web.post(path, token=token, table=table) for table in (1, 2)
    ])  # fmt: skip

    assert sorted((a.json["n"], a.json["called_to"]) for a in answers)[0][0] == 1
    assert sorted(a.json["n"] for a in answers) == [1, 2]


def test_two_tables_that_call_one_number_do_not_both_have_it(together):
    session = reception.day()
    number = reception.number(session, 1)
    path = f"/api/reception/numbers/{number.id}/call"
    token = make.token(make.staff(at=session.area))
    answers = together(*[
        lambda web, table=table: web.post(path, token=token, table=table) for table in (1, 2)
    ])  # fmt: skip

    assert sorted(a.status_code for a in answers) == [200, 409]


def test_received_by_two_at_once_it_is_one_ticket(together):
    tickets.categories()
    session = reception.day()
    number = reception.number(session, 1, make.person(estate=session.area))
    path = f"/api/reception/numbers/{number.id}/receive"
    token = make.token(make.staff(at=session.area))
    form = {"text": "停车位不够"}
    answers = together(*[lambda web: web.post(path, token=token, **form)] * 3)
    db.session.expire_all()

    assert sorted(a.status_code for a in answers) == [201, 409, 409]
    heard = db.session.get_one(QueueNumber, number.id).subject_id
    assert db.session.get_one(Ticket, heard).area_id == session.area_id


def test_filled_by_two_workers_each_matter_is_on_it_once(together, app):
    session = reception.day()
    ticket = reception.matter(area=session.area)
    ticket.due_at = clock.now() - timedelta(days=1)
    make.saved(ticket)

    def fill(_web):
        with app.app_context():
            agenda.fill(db.session.get_one(Session, session_id))
            db.session.commit()

    session_id = session.id
    together(fill, fill, fill)
    db.session.expire_all()
    rows = db.session.scalars(db.select(AgendaItem).where(AgendaItem.session_id == session_id))

    assert [item.ticket_id for item in rows] == [ticket.id]
