"""The ends of a ticket: the resident's key, silence, and the four ways in which it was not done."""

from collections.abc import Callable
from datetime import timedelta

from schemas.ticket_words import RatingRoute, Solved
from schemas.tickets import AssignmentState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.moves import Job, move
from server.people.actor import Actor
from server.tickets import relations
from server.tickets.models import Ticket
from server.tickets.parts import CallBack, Rating
from server.tickets.service import rewards, telling, telling_parts, visits
from server.tickets.service.assigning import hold
from server.tickets.service.attach import attach
from server.tickets.service.due import limit
from server.tickets.service.hands import let_go, offers, to_receiver
from server.tickets.service.leaving import step_down
from server.tickets.service.talking import write

FADING = timedelta(days=7)  # doers may read private details so long after the end


class WrongRoute(Refusal):
    code, title = "wrong_route", "请注明评价方式"
    detail = "工作人员代记评价，请选“电话回访”或“纸质签字”"


class OnlyTheResident(Refusal):
    code, title = "only_the_resident", "请让居民本人评价"
    detail = "电话回访和纸质签字由社区工作人员记录"


# ---- key 2


def rate(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """The resident's word, tapped, told by telephone or signed on paper. One for each round."""
    _check_route(ticket, form, by)
    solved = form["solved"]
    move(ticket, "confirm" if solved is Solved.YES else "reopen", by=by, channel=form["route"])
    db.session.add(_rating(ticket, form, by))
    attach(ticket, [form["paper_id"]] if form.get("paper_id") else [], "paper", by=by)
    ticket.solved, ticket.satisfied = solved, form["satisfied"]
    ticket.rated_at = clock.now()
    if solved is Solved.YES:
        over(ticket)
        rewards.earned(ticket)
        visits.arrange(ticket)
    else:
        _again(ticket, by=by)
    telling.rated(ticket)
    return ticket


def _check_route(ticket: Ticket, form: dict, by: Actor) -> None:
    """The desk taps for nobody, not even for whom it wrote the wish down."""
    taps = form["route"] is RatingRoute.TAP
    if taps and relations.audience(by, ticket) != "party":
        raise WrongRoute
    if not taps and not relations.handles(by, ticket):
        raise OnlyTheResident
    if form["route"] is RatingRoute.PAPER and not form.get("paper_id"):
        raise Malformed("请拍下居民签字的反馈单", paper_id="请拍照上传")


def _rating(ticket: Ticket, form: dict, by: Actor) -> Rating:
    return Rating(
        ticket_id=ticket.id,
        round=ticket.round,
        rater_id=ticket.wisher_id,
        recorded_by_id=by.id,
        route=form["route"],
        solved=form["solved"],
        satisfied=form["satisfied"],
        words=form["words"],
    )


def _again(ticket: Ticket, *, by: Actor) -> None:
    """Reopened: it goes back to whoever did it, and adds a round."""
    ticket.reopens += 1
    limit(ticket, clock.now())
    ticket.done_at = ticket.rated_at = ticket.closed_at = None
    ticket.details.fade_on = None
    for assignment in ticket.assignments:
        if assignment.state is AssignmentState.DONE:
            move(assignment, "again", by=by)
            assignment.done_at = None
    lead = next(a for a in ticket.in_hand if a.role == "lead")
    hold(ticket, person_id=lead.person_id, unit_id=lead.unit_id)
    for gone in [
        a.person for a in ticket.hands if a.person and not relations.may_have(a.person, ticket)
    ]:
        step_down(ticket, gone, by=by)
    for assignment in ticket.in_hand:
        rewards.promise(ticket, assignment)


def over(ticket: Ticket) -> None:
    """Whatever the end: the clock stops, and private details begin to fade for doers."""
    ticket.closed_at, ticket.paused_since = clock.now(), None
    ticket.details.fade_on = clock.local(clock.now() + FADING).date()


def close_unrated(ticket: Ticket) -> None:
    """Silence: closed, not rated, and somebody will call."""
    move(ticket, "close_unrated", by=Job("close_unrated"), channel="job")
    over(ticket)
    rewards.give_back(ticket)


def call_back(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    ticket.flow.after(ticket.state, "call_back")
    call = CallBack(ticket_id=ticket.id, caller_id=by.id, reached=form["reached"])
    call.words = form["words"]
    db.session.add(call)
    return ticket


# ---- the other ends


def withdraw(ticket: Ticket, *, by: Actor) -> Ticket:
    end(ticket, "withdraw", by=by)
    telling.withdrawn(ticket)
    return ticket


def cannot_do(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    ticket.cannot_do, ticket.outcome = form["reason"], form["words"]
    end(ticket, "cannot_do", by=by)
    telling.cannot_do(ticket)
    return ticket


def contest(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    """The resident does not agree: it is looked at anew by the first receiver."""
    ticket.merged_into_id = None  # first: a merged state and its target go together
    move(ticket, "contest", by=by)
    ticket.closed_at = ticket.details.fade_on = ticket.cannot_do = ticket.elsewhere = None
    to_receiver(ticket)
    limit(ticket, clock.now())  # while it was over, nobody could do anything
    write(ticket, words, by=by)
    telling.came_back(ticket, "居民有不同意见", words)
    return ticket


def hand_over(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """Not ours (信访, 110, 12345): with the right words, and a record."""
    ticket.elsewhere, ticket.outcome = form["elsewhere"], form["words"]
    end(ticket, "hand_over", by=by)
    telling.handed_over(ticket)
    return ticket


# What a desk above has arranged for a ticket that has come to an end: (ticket, action).
endings: list[Callable[[Ticket, str], None]] = []


def end(ticket: Ticket, action: str, *, by: Actor, **known) -> None:
    with db.session.no_autoflush:  # a merged state and its target go together
        had_it = set(telling.doers([*offers(ticket), *ticket.in_hand])) - {*by.ids}
    move(ticket, action, by=by, **known)
    let_go(ticket, by=by)
    over(ticket)
    rewards.give_back(ticket)
    telling_parts.ended(ticket, had_it, action)
    for arranged in endings:
        arranged(ticket, action)
