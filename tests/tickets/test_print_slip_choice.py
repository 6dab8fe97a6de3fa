"""三单: which of them the desk may print now, it is told with the ticket."""

from tests import make, make_joint
from tests import make_tickets as tickets


def slips(get, ticket, by) -> list[str]:
    return [one["action"] for one in get(f"/api/tickets/{ticket.id}", by=by).json["slips"]]


def test_the_desk_is_told_which_slips_may_be_printed(get):
    made, worker = make_joint.offered(), make.staff()
    alone, done = tickets.wish(), tickets.done_wish()

    assert slips(get, made.ticket, made.worker) == ["spot", "joint"]
    assert slips(get, alone, worker) == ["spot"]
    assert slips(get, done, worker) == ["feedback"]
