"""Somebody closes their account: their tickets stay and are counted, what they said does not."""

from sqlalchemy import delete, select, update

from schemas.people_words import PersonState
from schemas.tickets import TicketState
from server.core.db import db
from server.files.models import File
from server.people import upward
from server.people.models import Person
from server.tickets.models import PrivateDetails, Ticket
from server.tickets.parts import Assignment, Note, TicketFile
from server.tickets.service.closing import withdraw

GONE = "（已随账号注销删除）"
SAID = ("text", "subject", "place", "hoped", "contact_name", "contact_phone")


@upward.when_gone
def forget_tickets(person: Person, *, roles, by) -> None:
    """Open wishes are withdrawn; details, pictures, recordings and lines go. A rating stays as it
    was given: it is never rewritten. The bytes of files are swept at night."""
    if person.state is not PersonState.CLOSED:
        return
    mine = select(Ticket.id).where(Ticket.wisher_id == person.id)
    open_ones = select(Ticket).where(
        Ticket.id.in_(mine), Ticket.state.in_(TicketState.having("open"))
    )
    for ticket in db.session.scalars(open_ones.with_for_update(key_share=True, of=Ticket)):
        withdraw(ticket, by=by)
    db.session.flush()
    nothing = dict.fromkeys(SAID)
    details = update(PrivateDetails).where(PrivateDetails.ticket_id.in_(mine))
    db.session.execute(details.values(nothing | {"text": GONE}))
    db.session.execute(update(Note).where(Note.author_id == person.id).values(words=GONE))
    did = Assignment.person_id == person.id
    db.session.execute(update(Assignment).where(did).values(reason=None, outcome=None))
    _files(mine)


def _files(of_tickets) -> None:
    hung = TicketFile.ticket_id.in_(of_tickets)
    ids = list(db.session.scalars(select(TicketFile.file_id).where(hung)))
    db.session.execute(delete(TicketFile).where(hung))
    db.session.execute(delete(File).where(File.id.in_(ids)))
