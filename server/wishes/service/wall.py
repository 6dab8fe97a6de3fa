"""The wish wall: publishing, claiming, giving back, taking down."""

from datetime import timedelta

from sqlalchemy import Select, and_, func, or_, select

from schemas.tickets import TICKET_FLOW, AssignmentState, TicketState
from server.core import clock
from server.core.errors import Malformed, Refusal
from server.core.jobs import defer
from server.core.moves import Job, move
from server.core.paging import Key, Page, page
from server.people.actor import Actor
from server.tickets.categories import UNSORTED
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.present.lists import loaded
from server.tickets.relations import belongs_to, in_my_hands, on_show
from server.tickets.service import telling
from server.tickets.service.assigning import assign
from server.tickets.service.hands import let_go, next_lead, take, to_receiver
from server.tickets.service.lists import filtered
from server.tickets.service.sorting import sort
from server.wishes import rules
from server.wishes.service.card import compose

UNCLAIMED = timedelta(days=7)  # then the first receiver finds another way


class NotFit(Refusal):
    code, title = "not_fit", "不适合放上心愿墙"
    detail = "办不到或没有人受益的心愿请不要发布：可以交办、当场答复，或写明暂办不了"


class AlreadyYours(Refusal):
    code, title, detail = "already_yours", "您已经认领了", "请到“我认领的”里查看"


class AlreadyClaimed(Refusal):
    code, title, detail = "already_claimed", "已经有人认领了", "谢谢您！看看别的心愿吧"


class NothingTyped(Malformed):
    """A voice note is a wish only when somebody has typed what it says."""


# ---- the desk


def screen_wish(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """四个标准: judged, put on a card, and on the wall."""
    if not (form["doable"] and form["useful"]):
        raise NotFit
    if form["text"]:
        ticket.details.text = form["text"]
    if not ticket.details.text:
        raise NothingTyped(text="请先听录音，把心愿写成文字")
    for name in ("group", "urgency", "difficulty", "helpers_needed"):
        setattr(ticket, name, form[name])
    sort(ticket, {"category_id": form["category_id"]}, by=by)
    if ticket.category.code in UNSORTED:
        raise Malformed(category_id="请选一个分类")
    ticket.card = compose(ticket, form, by=by)
    move(ticket, "screen", by=by)
    _on_the_wall(ticket)
    telling.published(ticket)
    return ticket


def _on_the_wall(ticket: Ticket) -> None:
    ticket.sent_at = clock.now()
    stamp = int(ticket.sent_at.timestamp())
    defer("wishes.lapse_wish", at=ticket.sent_at + UNCLAIMED, ticket_id=ticket.id, stamp=stamp)


def take_down_wish(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    let_go(ticket, by=by)
    move(ticket, "take_down", by=by)
    to_receiver(ticket)
    telling.came_back(ticket, "撤下了心愿墙", words)
    return ticket


def lapse(ticket: Ticket) -> None:
    """Nobody claimed it in seven days: back to the first receiver."""
    job = Job("lapse_wish")
    let_go(ticket, by=job)
    move(ticket, "lapse", by=job, channel="job")
    to_receiver(ticket)
    telling.came_back(ticket, "七天没有人认领", "请联系志愿者，或者交办")


# ---- volunteers


def claim_wish(ticket: Ticket, *, by: Actor) -> Ticket:
    """接单: the first leads and holds it; others join while hands are missing. A guarded wish is
    asked for, and the desk decides."""
    if rules.involved(by, ticket):
        raise AlreadyYours
    free = ticket.on_show and (ticket.state.has("wall") or ticket.state is TicketState.WORKING)
    if not free or len(ticket.in_hand) >= ticket.helpers_needed:
        raise AlreadyClaimed
    if ticket.group.has("guarded"):
        move(ticket, "ask_to_claim", by=by)
        assign(ticket, "doer", AssignmentState.ASKED, by=by, person_id=by.id)
        return ticket
    give(ticket, None, by=by)
    return ticket


def give(ticket: Ticket, asked: Assignment | None, *, by: Actor) -> None:
    """To whoever asked, or to whoever claims now."""
    first = not ticket.in_hand
    if ticket.state.has("wall"):
        move(ticket, "confirm_claim" if asked else "claim", by=by)
    else:
        move(ticket, "confirm_claim" if asked else "join", by=by)
    mine = asked or assign(ticket, "doer", AssignmentState.ACCEPTED, by=by, person_id=by.id)
    mine.role = "lead" if first else "doer"
    take(ticket, mine, by=by)
    telling.accepted(ticket, mine)


def release_wish(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    """A helper steps down; if nobody is left it goes back to the wall."""
    for mine in [a for a in ticket.in_hand if belongs_to(by, a)]:
        mine.reason = words
        move(mine, "release", by=by)
    if ticket.in_hand:
        next_lead(ticket)
        return ticket
    let_go(ticket, by=by)
    move(ticket, "release", by=by)
    to_receiver(ticket)
    _on_the_wall(ticket)
    telling.came_back(ticket, "又放回了心愿墙", words)
    telling.sought_again(ticket)
    return ticket


# ---- the wall


def list_wishes(query: Select, form: dict, *, by: Actor | None) -> Page:
    """One's own estate first, then the newest."""
    query = filtered(loaded(query), form).where(on_show())
    estate_id = by.estate_id if by else None
    away = (Ticket.area_id != (estate_id or 0)).label("away")
    first = Key(away, lambda ticket: ticket.area_id != (estate_id or 0))
    return page(query.where(_view(form["view"], by)), form, order=(first, Ticket.id.desc()))


def _view(view: str, by: Actor | None):
    if view == "mine":
        return in_my_hands(by)
    if view == "done":
        return Ticket.state.in_(TicketState.having("rated"))
    return or_(Ticket.state.in_(TicketState.having("wall")), _hands_missing())


def _hands_missing():
    """A team that others may still join."""
    states = [s for s in AssignmentState.having("live") if s.has("did")]
    taken = select(func.count()).where(
        Assignment.ticket_id == Ticket.id, Assignment.state.in_(states)
    )
    joinable = Ticket.state.in_(TICKET_FLOW.steps["join"].sources)
    return and_(joinable, Ticket.helpers_needed > taken.correlate(Ticket).scalar_subquery())
