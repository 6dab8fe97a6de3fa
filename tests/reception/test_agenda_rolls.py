"""What stays unanswered goes to the next session of the host, when there is one."""

from datetime import timedelta

from schemas.occasion_words import OccasionKind, RuleKind
from schemas.occasions import PLANNED, PUBLISHED
from schemas.reception_words import AgendaState, AgendaWhy
from server.core import clock as time
from server.core.db import db
from server.occasions.models import Session
from server.occasions.service import ending
from server.occasions.service.sessions import generate
from server.reception.models import AgendaItem
from tests import make
from tests import make_occasions as occasions
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.reception.test_agenda import on_it


def end(session, clock, worker):
    clock.forward(hours=4)
    ending.end_session(session, by=tickets.actor(worker))
    db.session.commit()


def test_unanswered_it_rolls_to_the_next_of_this_host(clock):
    estate = make.estate()
    session = reception.day(estate)
    later = reception.day(estate, begins=time.now() + timedelta(days=7), state=PLANNED)
    reception.day(make.estate("别的小区"), begins=time.now() + timedelta(days=2))
    waits, said = reception.item(session), reception.item(session)
    said.state = AgendaState.ANSWERED
    make.saved(said)
    end(session, clock, make.staff(at=estate))

    assert on_it(later) == {waits.ticket_id: AgendaWhy.ROLLED}
    rolled = db.session.get_one(AgendaItem, waits.id)
    assert (rolled.state, rolled.rolled_to_id) == (AgendaState.ROLLED, later.id)


def test_where_there_is_no_next_one_it_waits_until_there_is(clock):
    estate = make.estate()
    session = reception.day(estate)
    item = reception.item(session)
    end(session, clock, make.staff(at=estate))
    assert db.session.get_one(AgendaItem, item.id).rolled_to_id is None
    series = occasions.series(estate, RuleKind.WEEKDAY, (5,))
    series.kind = OccasionKind.RECEPTION
    generate(make.saved(series))
    db.session.commit()
    first = db.session.scalars(
        db.select(Session).where(Session.series_id == series.id).order_by(Session.on)
    ).first()

    assert on_it(first) == {item.ticket_id: AgendaWhy.ROLLED}


def test_what_has_come_to_an_end_meanwhile_is_not_rolled(clock):
    estate = make.estate()
    session = reception.day(estate)
    later = reception.day(estate, begins=time.now() + timedelta(days=7))
    done = tickets.done_wish(make.person(estate=estate))
    item = reception.item(session, done)
    end(session, clock, make.staff(at=estate))

    assert on_it(later) == {}
    assert db.session.get_one(AgendaItem, item.id).state is AgendaState.ANSWERED


def test_called_off_its_agenda_goes_to_the_next(clock, post):
    estate = make.estate()
    session = reception.day(estate)
    later = reception.day(estate, begins=time.now() + timedelta(days=7))
    item = reception.item(session)
    path = f"/api/occasions/sessions/{session.id}/call_off"
    assert post(path, by=make.staff(at=estate), words="因台风取消").status_code == 200

    assert on_it(later) == {item.ticket_id: AgendaWhy.ROLLED}


def test_moved_to_another_day_it_keeps_its_agenda(clock, post):
    session = reception.day()
    item = reception.item(session)
    path = f"/api/occasions/sessions/{session.id}/change"
    moved = post(path, by=make.staff(at=session.area), on="2026-03-12")

    assert moved.status_code == 200
    assert on_it(session) == {item.ticket_id: AgendaWhy.ASKED}
    assert db.session.get_one(Session, session.id).state is PUBLISHED
