"""The scene of permissions.csv: one actor, and one ticket with which they have something to do.

Relations: `own` they wished it · `proxy` they wrote it down · `lead`, `helper`, `former` they have
it in hand, help, or helped · `offered`, `asked` they were asked, or asked for it · `other` nothing,
in their community · `elsewhere` nothing, in another one. States are those of the flow; `guarded`
is open with a claim that waits, `unit` is with a unit, `feedback` a complaint just received,
`joint` with a unit while another one (relation `co`) is asked for a part, `parted` with both,
`longer` with a unit that asks for more time.
`county_administrator` stands above all of it."""

from schemas.clock_words import TemplateKind
from schemas.people_words import Role, UnitKind
from schemas.ticket_words import CannotDo, Kind, SlipKind
from server.core import clock
from server.core.db import db
from server.people.models import Person
from server.people.places import Unit
from server.tickets.kept import ReplyTemplate, ReturnVisit
from server.tickets.models import Ticket
from server.tickets.service import closing, doing, extending, hands, joint, talking
from server.tickets.service.intake import Said, open_ticket
from server.tickets.slips import Slip
from server.wishes.service import wall
from tests import make
from tests import make_tickets as tickets

AFTER_WORKING = ("waiting", "done", "closed", "unrated")


def actor(role: str, here) -> Person | None:
    """Everybody lives here, so that being at home is not what lets them in."""
    if role == "nobody":
        return None
    person = make.person("小郑", estate=make.estate(of=here))
    if role == "county_administrator":
        make.grant(person, Role.ADMINISTRATOR, tickets.parent(tickets.parent(here)))
        return person
    if role != "resident":
        unit = make.unit(at=here, name="绿地物业") if role == "unit_officer" else None
        make.grant(person, Role(role), here, unit_id=unit and unit.id)
    return person


def ids(relation: str, state: str, who: Person | None, here) -> dict:
    """What paths and forms may name."""
    area = make.community("城东社区") if relation == "elsewhere" else here
    estate = make.estate("城东小区", area)
    ticket = _ticket(relation, state, who, estate)
    unit = make.unit(UnitKind.BRANCH, at=area, name="小区党支部")
    same = tickets.wish(make.person("黄姨", estate=estate))
    asked = next((a.id for a in ticket.assignments if a.state == "asked" or a.is_part), 1)
    lead = next((a.id for a in ticket.assignments if a.role == "lead"), 1)
    return {
        "token": make.saved(slip(ticket)).token,
        "lead_id": lead,
        "ticket_id": ticket.id,
        "number": ticket.number,
        "area_id": area.id,
        "estate": estate.id,
        "unit_id": unit.id,
        "same": same.number,
        "assignment_id": asked,
        "category_id": tickets.category().id,
        "visit_id": make.saved(ReturnVisit(ticket_id=ticket.id, due_on=clock.today())).id,
        "template_id": _words(area, ticket.wisher_id).id,
        "other_area": make.community("城南社区").id,
    }


def _words(area, person_id: int) -> ReplyTemplate:
    said = {"kind": TemplateKind.ANSWER, "title": "路灯", "words": "已报修"}
    return make.saved(ReplyTemplate(area_id=area.id, changed_by_id=person_id, **said))


def _ticket(relation: str, state: str, who: Person | None, estate) -> Ticket:
    wisher = who if relation == "own" else make.person("陈阿姨", estate=estate)
    by = who if relation == "proxy" else wisher
    if state == "feedback":
        return _complaint(wisher, estate)
    ticket = tickets.wish(wisher, by=by, area=estate)
    _bring(ticket, state, relation, who)
    db.session.commit()
    return ticket


def slip(ticket: Ticket) -> Slip:
    by = ticket.entered_by_id
    return Slip(ticket_id=ticket.id, kind=SlipKind.SPOT, round=1, printed_by_id=by)


def _complaint(wisher: Person, estate) -> Ticket:
    said = Said(Kind.FEEDBACK, estate, wisher, text="态度不好")
    ticket = open_ticket(said, by=tickets.actor(wisher))
    db.session.commit()
    return ticket


def _bring(ticket: Ticket, state: str, relation: str, who: Person | None) -> None:
    desk = tickets.actor(make.staff(at=tickets.parent(ticket.area), display_name="小吴"))
    if state in ("offered", "unit", "longer"):
        _to_a_unit(ticket, state, desk, who if relation in ("offered", "lead") else None)
    elif state in ("joint", "parted"):
        _with_parts(ticket, state, desk, relation, who)
    elif state == "cannot_do":
        closing.cannot_do(ticket, {"reason": CannotDo.MONEY, "words": "没有经费"}, by=desk)
    elif state != "received":
        _to_the_wall(ticket, state, desk, relation, who)


def _to_a_unit(ticket: Ticket, state: str, desk, who: Person | None) -> None:
    if who and not tickets.actor(who).units:
        hands.dispatch(ticket, {"person_id": who.id, "part": "换灯管"}, by=desk)
        return
    officer = who or make.officer(make.unit(at=tickets.parent(ticket.area)))
    (unit_id,) = tickets.actor(officer).units
    hands.dispatch(ticket, {"unit_id": unit_id, "part": ""}, by=desk)
    if state != "offered":
        hands.accept(ticket, by=tickets.actor(officer))
    if state == "longer":
        asks = {"days": 3, "words": "等配件"}
        extending.ask_extension(ticket, asks, by=tickets.actor(officer))


def _with_parts(ticket: Ticket, state: str, desk, relation: str, who: Person | None) -> None:
    mine = who is not None and bool(tickets.actor(who).units)
    here = tickets.parent(ticket.area)
    lead = who if mine and relation == "lead" else make.officer(make.unit(at=here))
    co = who if mine and relation == "co" else make.officer(make.unit(at=here, name="供电所"))
    (first,), (second,) = tickets.actor(lead).units, tickets.actor(co).units
    part = {"unit_id": second, "part": "断电"}
    hands.dispatch(ticket, {"unit_id": first, "part": "", "co": [part]}, by=desk)
    hands.accept(ticket, by=tickets.actor(lead))
    if state == "parted":
        form = {"assignment_id": ticket.parts[0].id}
        joint.accept_part(ticket, form, by=tickets.actor(co))


def _to_the_wall(ticket: Ticket, state: str, desk, relation: str, who: Person | None) -> None:
    group = "child" if state == "guarded" else "many"
    wall.screen_wish(ticket, tickets.card(group=group, helpers_needed=3), by=desk)
    volunteer = make.volunteer(at=tickets.parent(ticket.area))
    first = who if relation in ("lead", "asked") else volunteer
    if state != "open":
        wall.claim_wish(ticket, by=tickets.actor(first))
    if relation in ("helper", "former"):
        wall.claim_wish(ticket, by=tickets.actor(who))
    if relation == "former":
        wall.release_wish(ticket, "有事", by=tickets.actor(who))
    if state in AFTER_WORKING:
        _on(ticket, state, tickets.actor(first))


def _on(ticket: Ticket, state: str, doer) -> None:
    if state == "waiting":
        talking.ask(ticket, "几号楼？", by=doer)
        return
    doing.finish(ticket, {"words": "好了", "photo_ids": []}, by=doer)
    if state == "closed":
        closing.rate(ticket, tickets.rating(), by=tickets.actor(ticket.wisher))
    elif state == "unrated":
        closing.close_unrated(ticket)


def county_desk() -> None:
    """Complaints of people who live nowhere yet go there."""
    top = make.county()
    make.saved(Unit(area=top, kind=UnitKind.DESK, name="县意见箱", phone="0595-23500100"))
