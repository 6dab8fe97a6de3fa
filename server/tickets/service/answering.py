"""What a unit says of its share, other than signed in: on paper, or by a code sent to it. One
way through for the whole and for a part, so that both are judged alike."""

from dataclasses import dataclass

from schemas.ticket_words import PartAct
from server.core.errors import Malformed, Refusal
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.service import doing, hands, joint
from server.tickets.service.assigning import worked
from server.tickets.service.attach import attach


class NotTheirs(Refusal):
    code, title = "not_theirs", "这一份已经不在办了"
    detail = "可能已经退回、撤回或换人办了。请联系社区服务台"


@dataclass(frozen=True)
class AsUnit:
    """A unit that nobody signed in for: it was proved by the code."""

    unit_id: int
    id: int | None = None
    kind: str = "unit"
    name: str = "slip_code"
    ids: tuple[int, ...] = ()  # of persons: none


def by_paper(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """The desk types in what a unit wrote; it is named as who recorded it, and turns no second
    key."""
    share = next(a for a in ticket.assignments if a.id == form["assignment_id"])
    said = form | {"photo_ids": []}
    act(ticket, share, said, by=by.acting_for(share.unit_id), channel="paper")
    attach(ticket, form["paper_ids"], "unit_paper", by=by)
    worked(ticket, by)
    return ticket


def act(ticket: Ticket, share: Assignment, said: dict, *, by, channel: str) -> None:
    """The caller holds the ticket."""
    if not share.state.has("live"):
        raise NotTheirs
    if said["act"] is not PartAct.ACCEPT and not said["words"]:
        raise Malformed(words="请写明退回的原因或办理的结果")
    (_on_part if share.is_part else _on_the_whole)(ticket, share, said, by, channel)


def _on_part(ticket: Ticket, share: Assignment, said: dict, by, channel: str) -> None:
    step = getattr(joint, f"{said['act']}_part")
    step(ticket, said | {"assignment_id": share.id}, by=by, channel=channel)


def _on_the_whole(ticket: Ticket, share: Assignment, said: dict, by, channel: str) -> None:
    if said["act"] is PartAct.ACCEPT:
        hands.accept(ticket, by=by, channel=channel)
    elif said["act"] is PartAct.BOUNCE:
        hands.bounce(ticket, said["words"], by=by, channel=channel)
    else:
        doing.finish(ticket, said, by=by, channel=channel)
