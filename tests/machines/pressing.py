"""Buttons of the machine of wishes: which are shown, and pressing those of a part."""

from server.core.db import db
from server.tickets.models import Ticket
from server.tickets.present import assignments
from server.tickets.present.actions import allowed
from server.tickets.relations import audience
from server.tickets.service.visits import followed
from tests import make_tickets
from tests.machines.cast import SECRET


def buttons(person, ticket: Ticket) -> list[str]:
    """On a page that they can open."""
    actor = make_tickets.actor(person)
    shown = ticket.card and ticket.state.has("public")
    if not shown and audience(actor, ticket) == "public":
        return []
    actions = [button["action"] for button in allowed(actor, ticket)]
    if "came_back" in actions and followed(ticket):
        actions.remove("came_back")  # once, while the new one is open
    return actions


def answer_parts(machine, ticket: Ticket, step: str) -> None:
    who = machine.cast["worker" if step == "drop_part" else "second"]
    for part in ticket.parts:
        shown = assignments.part(make_tickets.actor(who), ticket, part)
        offered = step in {button["action"] for button in shown["actions"]}
        said = {"assignment_id": part.id, "words": f"{SECRET}好了"}
        if step == "accept_part":
            del said["words"]
        if step == "finish_part":
            said["proof_words"] = f"{SECRET}看得到"
        answer = machine.web.post(f"/api/tickets/{ticket.id}/{step}", by=who, **said)
        assert (answer.status_code == 200) == offered, (step, answer.text)
        if offered and step in ("accept_part", "finish_part"):
            machine.worked[ticket.id].add(who.id)
    db.session.expire_all()


def nobody_judges_their_own_work(machine, ticket_id: int) -> None:
    path = f"/api/tickets/{ticket_id}/rate"
    for who in (p for p in machine.cast.values() if p.id in machine.worked[ticket_id]):
        for route in ("tap", "phone"):
            answer = machine.web.post(path, by=who, solved="yes", route=route)
            assert answer.status_code in (403, 404), answer.text
