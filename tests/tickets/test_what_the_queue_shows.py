"""A row of the queue says whom it waits for, and how it came back."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def row(get):
    def row(ticket):
        items = get("/api/tickets/", by=make.staff(), view="all").json["items"]
        return next(item for item in items if item["id"] == ticket.id)

    return row


def test_whom_it_was_sent_to(row):
    ticket = tickets.offered_wish(unit=make.unit(name="庠柄物业"))

    assert (row(ticket)["asked_name"], row(ticket)["mark"]) == ("庠柄物业", None)


def test_that_it_was_bounced(row, post):
    officer = make.officer()
    ticket = tickets.offered_wish(unit=officer.live_grants[0].unit)
    post(tickets.path(ticket, "bounce"), by=officer, words="人手不够")

    assert (row(ticket)["asked_name"], row(ticket)["mark"]) == (None, "被退回")


def test_that_the_resident_does_not_agree(row, post):
    ticket = tickets.wish()
    form = {"reason": "money", "words": "没有经费"}
    post(tickets.path(ticket, "cannot_do"), by=make.staff(), **form)
    post(tickets.path(ticket, "contest"), by=ticket.wisher, words="再看看")

    assert row(ticket)["mark"] == "居民不同意"


def test_that_it_was_not_done_well_and_has_a_limit_of_its_own(row, post, clock):
    ticket = tickets.done_wish()
    due = ticket.due_at
    clock.forward(days=20)
    post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="partly")

    assert row(ticket)["mark"] == "居民说没办好 1 次"
    assert not row(ticket)["overdue"]
    assert ticket.due_at > due


def test_history_is_told_as_what_happened(get, post):
    ticket, worker = tickets.open_wish(), make.staff()
    volunteer = make.volunteer(display_name="林师傅")
    post(tickets.path(ticket, "claim"), by=volunteer)
    post(tickets.path(ticket, "recall"), by=worker, words="换人")
    unit = make.unit(name="庠柄物业")
    post(tickets.path(ticket, "dispatch"), by=worker, unit_id=unit.id)
    told = get(f"/api/tickets/{ticket.id}", by=worker).json["timeline"]

    lines = [(e["who"], e["words"], e["more"]) for e in reversed(told)]
    assert ("林师傅", "认领了", None) in lines
    assert lines[-1][1:] == ("交办了", "派给庠柄物业")


def test_before_the_desk_agrees_it_reads_who_asks(get, post):
    volunteer = make.volunteer(estate=make.estate("幸福小区"))
    volunteer.phone = "13859740009"
    tickets.done_wish(make.person("李伯"), volunteer=volunteer)
    ticket = tickets.open_wish(group="child")
    post(tickets.path(ticket, "claim"), by=volunteer)
    (asked,) = get(f"/api/tickets/{ticket.id}", by=make.staff()).json["assignments"]

    assert (asked["about"], asked["phone"]) == ("住幸福小区 · 办好过 1 件", "13859740009")


def test_whose_it_is_and_where(row):
    ticket = tickets.wish(make.person("陈阿姨"), place="5栋 302")

    assert (row(ticket)["wisher_name"], row(ticket)["place"]) == ("陈阿姨", "5栋 302")
