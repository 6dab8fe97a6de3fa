"""What a slip opens for the one who scans it: it identifies; what follows depends on who asks."""

from schemas.ticket_words import SlipKind
from server.people import service as people
from server.people.actor import Actor
from server.tickets import relations, rules
from server.tickets.models import Ticket
from server.tickets.present.assignments import acts
from server.tickets.service.slip_codes import mobile_of
from server.tickets.service.slip_papers import printed_address
from server.tickets.slips import Slip

OPENS = {"party": "party", "staff": "desk", "doer": "part"}
WORDS = {
    "desk": "打开工单",
    "part": "打开您单位的这一份",
    "party": "打开您的这件事",
    "public": "看看心愿墙上的这件事",
    "sign_in": "请登录后查看；不是您办的事，登录后也看不到",
    "nothing": "这张单子不是给您的。有疑问请联系社区",
}
RATE = "请您评一评办好了没有"


def printed(actor: Actor, slip: Slip) -> dict:
    share = slip.assignment
    names = "id kind token printed_at"
    return {name: getattr(slip, name) for name in names.split()} | {
        "url": printed_address(slip),
        "for_name": share and share.unit.name,
    }


def scanned(actor: Actor | None, slip: Slip) -> dict:
    ticket = slip.ticket
    opens = _opens(actor, ticket)
    rate = opens == "party" and _may_rate(actor, ticket)
    outside = opens in ("public", "sign_in", "nothing")
    by_code = _by_code(slip) if outside else []
    desk = people.desk_of(ticket.area)
    return {
        "opens": opens,
        "kind": slip.kind,
        "number": ticket.number,
        "state_label": ticket.state.label,
        "words": RATE if rate else WORDS[opens],
        "ticket_id": None if opens in ("sign_in", "nothing") else ticket.id,
        "assignment_id": _theirs(actor, ticket) if opens == "part" else None,
        "rate": rate,
        "by_code": by_code,
        "unit_name": slip.assignment.unit.name if by_code else None,
        "desk_name": desk.name,
        "desk_phone": desk.phone,
    }


def _opens(actor: Actor | None, ticket: Ticket) -> str:
    opens = OPENS.get(relations.audience(actor, ticket))
    if opens:
        return opens
    if ticket.on_show:
        return "public"
    return "sign_in" if actor is None else "nothing"


def _may_rate(actor: Actor, ticket: Ticket) -> bool:
    return "confirm" in ticket.flow.actions(ticket.state) and rules.confirm(actor, ticket)


def _theirs(actor: Actor, ticket: Ticket) -> int | None:
    mine = [a for a in ticket.assignments if a.state.has("live") and relations.belongs_to(actor, a)]
    return mine[-1].id if mine else None


def _by_code(slip: Slip) -> list[dict]:
    """What the unit whose copy it is may still say, if a code can reach it."""
    share = slip.assignment
    answerable = share is not None and slip.kind is not SlipKind.FEEDBACK
    if not answerable or share.unit is None or mobile_of(share.unit) is None:
        return []
    return acts(slip.ticket, share)
