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


def test_a_resident_prints_a_few_feedback_slips_and_the_desk_as_many_as_it_needs(post):
    ticket, desk = tickets.done_wish(), make.staff()
    path = tickets.path(ticket, "slips")
    said = [post(path, by=ticket.wisher, kind="feedback") for _ in range(6)]

    assert [one.status_code for one in said] == [201] * 5 + [409]
    assert "已经打印了 5 张" in said[-1].json["detail"]
    assert {post(path, by=desk, kind="feedback").status_code for _ in range(6)} == {201}
