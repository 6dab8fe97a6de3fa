"""Of a joint slip each unit has a copy: its own day in bold, and whether scanning is enough."""

from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest

from server.core import clock
from server.files.paper.receipt import spoken
from tests import make, make_joint
from tests import make_tickets as tickets
from tests.files.paper.pages import words


@pytest.fixture
def printed(post):
    def send(ticket, by, **form):
        return post(tickets.path(ticket, "slips"), by=by, **form)

    return send


@pytest.fixture
def paper(get):
    """The PDF of a printing, by the address that was given for it."""

    def fetch(url):
        path, query = urlsplit(url)[2:4]
        return get(path, **dict(parse_qsl(query)))

    return fetch


def test_scanning_is_said_to_answer_only_where_a_code_reaches_the_unit(printed, paper, get):
    """Only the power company has a mobile; the desk knows before it prints."""
    made = make_joint.offered()
    shares = [made.part(one) for one in (made.lead, made.power)]
    copies = [
        printed(made.ticket, made.worker, kind="joint", assignment_id=share.id).json
        for share in shares
    ]
    papers = [words(paper(copy["url"]).data) for copy in copies]
    shown = get(f"/api/tickets/{made.ticket.id}", by=made.worker).json["assignments"]
    reached = {one["id"]: one["by_code"] for one in shown}

    assert ["扫码接单、反馈" in told for told in papers] == [False, True]
    assert "扫码，登录后办理" in papers[0]
    assert [reached[share.id] for share in shares] == [False, True]


def test_the_bold_day_on_a_copy_is_its_own(printed, paper, get):
    """A part is due before the whole; the desk is told the day that it would get."""
    made = make_joint.offered()
    due, part = made.ticket.due_at, made.part(made.power)
    part.due_at = clock.now() + timedelta(days=1)
    make.saved(part)
    whole, copy = (
        words(paper(printed(made.ticket, made.worker, kind="joint", **more).json["url"]).data)
        for more in ({}, {"assignment_id": part.id})
    )

    assert bold(due) in whole
    assert bold(part.due_at) in copy
    assert bold(due) not in copy


def bold(moment) -> str:
    return f"请在{spoken(moment)}前办结".replace(" ", "")
