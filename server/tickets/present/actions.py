"""What somebody may do to a ticket now: what the flow allows, and the rule of each step.

The rules of steps that a desk adds (claiming, screening) come from above: the desk's module calls
`offer` when it is imported."""

from collections.abc import Callable

from schemas.tickets import TICKET_FLOW
from server.people.actor import Actor
from server.tickets import part_rules, rules
from server.tickets.models import Ticket
from server.tickets.relations import handles, is_party

OURS = (
    "answer dispatch triage accept bounce ask reply hand_back finish confirm reopen call_back note "
    "me_too cannot_do contest came_back withdraw merge hand_over transfer recall"
)
MAY: dict[str, Callable[[Actor, Ticket], bool]] = {
    action: getattr(rules, action) for action in OURS.split()
} | {
    "finish": rules.could_finish,
    "withdraw": rules.could_withdraw,
    "add_part": part_rules.add_part,
    "ask_extension": rules.asks_longer_now,
    "approve_extension": rules.answers_longer_now,
    "decline_extension": rules.declines_longer_now,
}


def offer(action: str, may: Callable[[Actor, Ticket], bool]) -> None:
    if action not in TICKET_FLOW.steps:
        raise ValueError(f"no step of the flow: {action}")
    MAY[action] = may


def allowed(actor: Actor | None, ticket: Ticket) -> list[dict]:
    """In the order of the flow table. Steps that only a job takes have no rule, hence no button."""
    if actor is None:
        return []
    party = is_party(actor, ticket) and not handles(actor, ticket)
    steps = [step for step in TICKET_FLOW.actions(ticket.state) if step in MAY]
    return [
        {"action": step, "label": TICKET_FLOW.label(step, "party" if party else ticket.kind)}
        for step in steps
        if MAY[step](actor, ticket)
    ]
