"""等居民: the clock stands still, but not unseen, and not in the hands of whoever asked."""

import pytest

from schemas.people_words import Role
from server.core.clock import local
from tests import make
from tests import make_tickets as tickets
from tests.tickets.alarms import inbox, levels

AGAIN = "需要您补充一点情况"


@pytest.fixture
def officer(ladder):
    return ladder["officer"]


@pytest.fixture
def asked(clock, post, officer):
    """On a Thursday at nine; the resident does not answer."""
    ticket = tickets.accepted_wish(officer=officer)
    assert post(tickets.path(ticket, "ask"), by=officer, words="几号楼？").status_code == 200
    return ticket


def due(ticket) -> str:
    return f"{local(ticket.due_at):%m-%d}"


def test_after_three_working_days_both_hear_of_it_and_then_every_five(asked, clock, work, ladder):
    heard = []
    for day in ("03-09", "03-11", "03-16", "03-18", "03-26"):
        clock.travel_to(f"2026-{day} 18:00")
        work()
        heard.append(len(levels(asked)))

    assert heard == [0, 1, 1, 2, 3]
    assert [m.title for m in inbox(asked.wisher)].count(AGAIN) == 1 + 3
    (first, *_) = [m for m in inbox(ladder["lead"]) if m.title == "居民一直没有补充"]
    assert "4 个工作日没有回音" in first.words


def test_nobody_is_reminded_at_night(asked, clock, work):
    clock.travel_to("2026-03-10 21:00")
    work()
    assert levels(asked) == []
    clock.travel_to("2026-03-11 08:30")
    work()

    assert levels(asked) == ["waiting"]


def test_who_has_answered_is_not_reminded(asked, post, clock, work):
    post(tickets.path(asked, "reply"), by=asked.wisher, words="三号楼")
    clock.travel_to("2026-03-10 18:00")
    work()

    assert levels(asked) == []


def test_asked_again_the_days_are_counted_anew(asked, post, officer, clock, work):
    post(tickets.path(asked, "reply"), by=asked.wisher, words="三号楼")
    clock.travel_to("2026-03-09 09:00")
    post(tickets.path(asked, "ask"), by=officer, words="几单元？")
    clock.travel_to("2026-03-11 18:00")
    work()
    assert "waiting" not in levels(asked)
    clock.travel_to("2026-03-12 18:00")
    work()

    assert "waiting" in levels(asked)


def test_the_desk_counts_and_lists_what_waits(asked, get, ladder):
    rows = get("/api/tickets/", by=ladder["lead"], view="waiting").json["items"]

    assert [row["id"] for row in rows] == [asked.id]
    assert get("/api/tickets/counts", by=ladder["lead"]).json["waiting"] == 1


def test_overdue_when_it_was_asked_it_stays_overdue(clock, post, get, officer, ladder):
    ticket = tickets.accepted_wish(officer=officer)
    clock.travel_to("2026-03-16 10:00")
    post(tickets.path(ticket, "ask"), by=officer, words="几号楼？")
    (row,) = get("/api/tickets/", by=ladder["lead"], view="overdue").json["items"]

    assert (row["id"], row["overdue"]) == (ticket.id, True)


def test_whoever_asked_does_not_answer_for_the_resident(clock, post):
    desk = make.staff()
    grid = make.staff(Role.GRID_WORKER, display_name="老网格")
    ticket = tickets.offered_wish(person=grid, dispatcher=desk)
    post(tickets.path(ticket, "accept"), by=grid)
    post(tickets.path(ticket, "ask"), by=grid, words="几号楼？")
    for_them = post(tickets.path(ticket, "reply"), by=grid, words="三号楼")

    assert for_them.status_code == 403
    assert post(tickets.path(ticket, "reply"), by=desk, words="来电：三号楼").status_code == 200


def test_nor_does_whoever_asked_at_the_desk(clock, post, officer):
    desk, other = make.staff(), make.staff(display_name="小陈")
    ticket = tickets.accepted_wish(officer=officer)
    post(tickets.path(ticket, "ask"), by=desk, words="几号楼？")

    assert post(tickets.path(ticket, "reply"), by=desk, words="三号楼").status_code == 403
    assert post(tickets.path(ticket, "reply"), by=other, words="三号楼").status_code == 200


def test_from_closing_to_opening_no_time_is_added(clock, post, officer):
    ticket = tickets.accepted_wish(officer=officer)
    for day in ("05", "06", "09"):
        clock.travel_to(f"2026-03-{day} 17:31")
        post(tickets.path(ticket, "ask"), by=officer, words="几号楼？")
        clock.forward(hours=14, minutes=40)
        post(tickets.path(ticket, "reply"), by=ticket.wisher, words="三号楼")

    assert due(ticket) == "03-12"


def test_a_line_of_the_resident_is_the_answer(asked, post):
    answer = post(tickets.path(asked, "note"), by=asked.wisher, words="三号楼")

    assert (answer.status_code, answer.json["state"]) == (200, "working")
