"""What is true of every ticket at every moment, whoever did whatever in whichever order."""

from datetime import timedelta

from sqlalchemy import select

from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.tickets.models import Ticket
from server.tickets.parts import Rating
from tests.machines.cast import PHONE, SECRET

PATIENCE = timedelta(days=7)


def tickets() -> list[Ticket]:
    return list(db.session.scalars(select(Ticket).order_by(Ticket.id)))


def one_holder(ticket: Ticket) -> None:
    """The lead, if somebody has it in hand; before that the first receiver."""
    assert (ticket.holder_id is None) != (ticket.holder_unit_id is None)
    leads = [a for a in ticket.in_hand if a.role == "lead"]
    assert len(leads) == (1 if ticket.in_hand else 0)
    if leads:
        holds = (leads[0].person_id, leads[0].unit_id)
    else:
        holds = (ticket.receiver_id, ticket.receiver_unit_id)
    if not ticket.state.has("closed"):
        assert (ticket.holder_id, ticket.holder_unit_id) == holds


def in_hand_or_not(ticket: Ticket) -> None:
    """The state of the ticket and the hands it is in tell the same story."""
    in_hands = ticket.state.has("working") or ticket.state.has("answered")
    if not ticket.state.has("closed"):
        assert bool(ticket.in_hand) == in_hands
    assert len(ticket.in_hand) <= ticket.helpers_needed
    assert (ticket.closed_at is not None) == ticket.state.has("closed")
    assert (ticket.merged_into_id is not None) == (ticket.state is TicketState.MERGED)


def whole_when_its_parts_are(ticket: Ticket) -> None:
    """Done only when everybody who said yes is done, and nobody is still asked; and where nobody
    leads, nobody has a part."""
    if ticket.done_at:
        assert ticket.open_parts == []
    if not (ticket.state.has("offer") or ticket.in_hand):
        assert ticket.parts == []


def closed_by_the_resident(ticket: Ticket, worked: set[int]) -> None:
    """No closing as solved without a word of this round, written down by somebody who did none of
    the work."""
    query = select(Rating).where(Rating.ticket_id == ticket.id).order_by(Rating.round)
    ratings = db.session.scalars(query).all()
    assert [r.round for r in ratings] == list(range(1, len(ratings) + 1))
    assert all(rating.rater_id == ticket.wisher_id for rating in ratings)
    if ticket.state is TicketState.CLOSED:  # nobody works on it any more
        assert ratings[-1].recorded_by_id not in worked
        assert (ratings[-1].round, ratings[-1].solved, ticket.solved) == (
            ticket.round,
            "yes",
            "yes",
        )


def paths_of_everything() -> list[str]:
    """Wherever something of a ticket could come out."""
    every = tickets()
    paths = [f"/api/tickets/{ticket.id}" for ticket in every]
    paths += [f"/api/tickets/found?token={ticket.token}" for ticket in every]
    paths += [f"/api/wishes/?view={view}" for view in ("open", "mine", "done")]
    return [*paths, "/api/tickets/mine", "/api/tickets/tasks", "/api/messages/"]


def rates_are_rates(every: list[Ticket]) -> None:
    solved = {t.id for t in every if t.state.has("rated")}
    closed = {t.id for t in every if t.state.has("closed")}
    assert solved <= closed <= {t.id for t in every}
    for t in every:
        moments = [m for m in (t.received_at, t.done_at, t.closed_at) if m]
        assert moments == sorted(moments)


def nothing_overslept(every: list[Ticket]) -> None:
    """After the jobs were done: nobody waits for a rating, or hangs on the wall, past the week."""
    for t in every:
        if t.state.has("answered"):
            assert t.done_at + PATIENCE > clock.now()
        if t.state.has("wall"):
            assert t.sent_at + PATIENCE > clock.now()


def nothing_personal(text: str) -> None:
    assert SECRET not in text
    assert PHONE not in text


def hold(every: list[Ticket], worked: dict[int, set[int]]) -> None:
    for ticket in every:
        one_holder(ticket)
        in_hand_or_not(ticket)
        whole_when_its_parts_are(ticket)
        closed_by_the_resident(ticket, worked.get(ticket.id, set()))
    rates_are_rates(every)
