"""Whoever was asked and does not answer: the desk hears of it, by day, and only if it is so. And at
the very end, who can name an office of last resort hears that there is none."""

from tests import make
from tests import make_tickets as tickets
from tests.tickets.alarms import inbox, levels


def test_an_offer_nobody_answers_is_told_to_the_desk(clock, work, titles, ladder):
    unit = ladder["officer"].live_grants[0].unit
    ticket = tickets.offered_wish(unit=unit)  # at nine
    clock.travel_to("2026-03-05 10:59")
    work()
    assert levels(ticket) == []
    clock.travel_to("2026-03-05 11:00")
    work()

    assert levels(ticket) == ["unanswered"]
    assert titles(ladder["officer"])[-1] == "请接单"
    (message,) = [m for m in inbox(ladder["lead"]) if m.title == "没有接单"]
    assert "安居物业 2 小时没有接单" in message.words


def test_an_offer_made_in_the_evening_is_answered_in_the_morning(clock, work, ladder):
    clock.travel_to("2026-03-05 17:00")
    ticket = tickets.offered_wish(unit=ladder["officer"].live_grants[0].unit)
    clock.travel_to("2026-03-06 09:59")
    work()
    assert levels(ticket) == []
    clock.travel_to("2026-03-06 10:00")
    work()

    assert levels(ticket) == ["unanswered"]


def test_who_answers_in_time_is_not_reminded(post, clock, work, ladder):
    ticket = tickets.offered_wish(unit=ladder["officer"].live_grants[0].unit)
    post(tickets.path(ticket, "bounce"), by=ladder["officer"], words="不归我们")
    clock.travel_to("2026-03-05 16:00")
    work()

    assert levels(ticket) == []


def test_with_no_office_of_last_resort_administrators_hear_that_there_is_none(clock, work, ladder):
    ticket, boss = tickets.wish(), make.administrator()
    for _ in range(20):
        clock.forward(days=1)
        work()
    (told,) = [m for m in inbox(boss) if m.title == "还没有兜底单位"]

    assert (levels(ticket)[-1], told.link_id) == ("backstop", None)
    assert ticket.number[:4] in told.words
