"""What falls due on a wish. It looks again before it does anything."""

from server.core.jobs import job
from server.tickets.jobs import locked
from server.wishes.service import wall


@job
def lapse_wish(ticket_id: int, stamp: int) -> None:
    """Seven days on the wall, and it is the same seven days."""
    ticket = locked(ticket_id)
    if ticket.state.has("wall") and int(ticket.sent_at.timestamp()) == stamp:
        wall.lapse(ticket)
