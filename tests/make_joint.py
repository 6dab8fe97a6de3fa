"""Builders of joint slips: 县城管大队 leads, 供电所 and 绿地物业 have a part each."""

from dataclasses import dataclass

from schemas.ticket_words import SlipKind
from server.core.db import db
from server.people.models import Person
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.service import doing, hands, joint, slips
from server.tickets.slips import Slip
from tests import make
from tests import make_tickets as tickets

MOBILE = "13859740100"


@dataclass
class Joint:
    ticket: Ticket
    worker: Person
    lead: Person
    power: Person
    green: Person

    def part(self, officer: Person) -> Assignment:
        """Theirs."""
        mine = [a for a in self.ticket.assignments if a.unit_id == unit_of(officer)]
        return mine[-1]

    def path(self, step: str) -> str:
        return tickets.path(self.ticket, step)


def unit_of(officer: Person) -> int:
    return officer.live_grants[0].unit_id


def officer(name: str, at, mobile: str | None = None) -> Person:
    unit = make.unit(at=at, name=name)
    unit.mobile = mobile
    make.saved(unit)
    return make.officer(unit, f"{name}经办")


def offered(wisher=None) -> Joint:
    """Sent to three units, none of which has answered."""
    ticket = tickets.wish(wisher)
    here = tickets.parent(ticket.area)
    lead, power, green = (
        officer(name, here, mobile)
        for name, mobile in (("县城管大队", None), ("供电所", MOBILE), ("绿地物业", None))
    )
    worker = make.staff(at=here, display_name="小吴")
    co = [{"unit_id": unit_of(power), "part": "断电"}, {"unit_id": unit_of(green), "part": "清障"}]
    form = {"unit_id": unit_of(lead), "part": "定方案", "co": co}
    hands.dispatch(ticket, form, by=tickets.actor(worker))
    db.session.commit()
    return Joint(ticket, worker, lead, power, green)


def accepted(wisher=None) -> Joint:
    """All three have said yes."""
    made = offered(wisher)
    hands.accept(made.ticket, by=tickets.actor(made.lead))
    for who in (made.power, made.green):
        form = {"assignment_id": made.part(who).id}
        joint.accept_part(made.ticket, form, by=tickets.actor(who))
    db.session.commit()
    return made


def done(wisher=None) -> Joint:
    """The parts, and then the whole."""
    made = accepted(wisher)
    said = {"words": "办好了", "photo_ids": [], "proof_words": "现场看得到"}
    for who in (made.power, made.green):
        form = said | {"assignment_id": made.part(who).id}
        joint.finish_part(made.ticket, form, by=tickets.actor(who))
    doing.finish(made.ticket, said, by=tickets.actor(made.lead))
    db.session.commit()
    return made


def slip(made: Joint, kind=SlipKind.JOINT, share: Assignment | None = None) -> Slip:
    form = {"kind": kind} | ({"assignment_id": share.id} if share else {})
    printed = slips.print_slip(made.ticket, form, by=tickets.actor(made.worker))
    db.session.commit()
    return printed
