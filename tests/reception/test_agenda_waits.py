"""What is parked with a question to the resident does not vanish from the agenda."""

from datetime import timedelta

from schemas.occasions import PLANNED
from schemas.reception_words import AgendaWhy
from server.core import clock as time
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.reception.test_agenda import on_it


def test_overdue_when_the_resident_was_asked_it_is_on_it_too(clock, post, work):
    estate = make.estate()
    session, worker = reception.day(estate, state=PLANNED), make.staff(at=estate)
    officer, ticket = make.officer(), reception.matter(area=estate)
    post(tickets.path(ticket, "dispatch"), by=worker, unit_id=officer.live_grants[0].unit_id)
    post(tickets.path(ticket, "accept"), by=officer)
    ticket.due_at = time.now() - timedelta(days=1)
    make.saved(ticket)
    post(tickets.path(ticket, "ask"), by=officer, words="几号楼？")
    post(f"/api/occasions/sessions/{session.id}/publish", by=worker)
    work()

    assert on_it(session) == {ticket.id: AgendaWhy.OVERDUE}
