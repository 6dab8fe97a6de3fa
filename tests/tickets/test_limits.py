"""期限: by category and kind of slip, in working days or office hours; set by administrators."""

import pytest

from server.core.clock import local
from server.core.db import db
from server.tickets.parts import Assignment
from server.tickets.service.ladder import due_of_share
from tests import make
from tests import make_tickets as tickets

LIMITS = "/api/tickets/limits"


@pytest.fixture
def set_limit(post):
    boss = make.administrator()

    def send(kind, code="home_repair", **times):
        category = tickets.category(code)
        answer = post(LIMITS, by=boss, category_id=category.id, kind=kind, **times)
        assert answer.status_code == 200, answer.text
        return answer.json["items"]

    return send


def due(moment) -> str:
    return f"{local(moment):%m-%d %H:%M}"


def repair(**known):
    return tickets.wish(category_id=tickets.category("home_repair").id, **known)


def test_a_limit_in_hours_is_due_to_the_minute(clock, set_limit):
    set_limit("whole", amount=4, unit="hours")

    assert due(repair().due_at) == "03-05 15:30"  # nine to twelve, and one hour after noon


def test_what_was_waited_is_added_to_the_minute(clock, set_limit, post):
    set_limit("whole", "unsorted", amount=8, unit="hours")
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)  # due on Friday at half past ten
    assert due(ticket.due_at) == "03-06 10:30"
    clock.travel_to("2026-03-05 11:15")
    post(tickets.path(ticket, "ask"), by=officer, words="几号楼？")
    clock.travel_to("2026-03-05 15:00")  # 45 minutes before noon, 30 after
    post(tickets.path(ticket, "reply"), by=ticket.wisher, words="三号楼")

    assert due(ticket.due_at) == "03-06 11:45"


def test_a_night_of_waiting_adds_nothing(clock, set_limit, post):
    set_limit("whole", "unsorted", amount=8, unit="hours")
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    clock.travel_to("2026-03-05 18:00")
    post(tickets.path(ticket, "ask"), by=officer, words="几号楼？")
    clock.travel_to("2026-03-06 08:00")
    post(tickets.path(ticket, "reply"), by=ticket.wisher, words="三号楼")

    assert due(ticket.due_at) == "03-06 10:30"


def test_of_a_limit_in_hours_one_is_reminded_at_half_time(clock, set_limit, work):
    set_limit("whole", "unsorted", amount=4, unit="hours")
    tickets.accepted_wish(officer=make.officer())
    clock.travel_to("2026-03-05 10:59")
    assert "alarm" not in work()
    clock.travel_to("2026-03-05 11:00")

    assert "alarm" in work()


def test_what_runs_keeps_the_time_it_was_given(clock, set_limit):
    ticket = repair()
    set_limit("whole", amount=1, unit="days")

    assert due(ticket.due_at) == "03-12 17:30"


def test_what_the_resident_sent_back_has_a_time_of_its_own(clock, set_limit, post):
    set_limit("feedback", amount=2, unit="days")
    ticket = tickets.done_wish()
    post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="no")

    assert due(ticket.due_at) == "03-09 17:30"


def test_an_offer_is_answered_in_two_office_hours_unless_set_otherwise(clock, set_limit):
    first = tickets.offered_wish()
    set_limit("spot", "unsorted", answer_hours=1)
    second = tickets.offered_wish(make.person("李伯"))
    offers = db.session.scalars(db.select(Assignment).order_by(Assignment.id)).all()

    assert [due(offer.answer_by) for offer in offers] == ["03-05 11:00", "03-05 10:00"]
    assert first.id != second.id


def test_each_part_of_a_joint_slip_has_five_days_and_never_longer_than_the_ticket(clock, post):
    worker, lead, co = make.staff(), make.unit(), make.unit(name="供电所")
    slow = tickets.wish(category_id=tickets.category("lesson").id)
    quick = tickets.wish(make.person("李伯"), category_id=tickets.category("errand").id)
    for ticket in (slow, quick):
        form = {"unit_id": lead.id, "co": [{"unit_id": co.id, "part": "断电"}]}
        answer = post(tickets.path(ticket, "dispatch"), by=worker, **form)
        assert answer.status_code == 200, answer.text
    parts = {a.ticket_id: a for a in db.session.scalars(db.select(Assignment)) if a.role == "co"}

    assert due(due_of_share(parts[slow.id])) == "03-12 17:30"  # the ticket is due on the 16th
    assert due(due_of_share(parts[quick.id])) == "03-10 17:30"  # with the ticket


def test_with_nothing_in_it_the_default_holds_again(get, set_limit):
    set_limit("whole", amount=4, unit="hours")
    items = set_limit("whole")
    (row,) = [item for item in items if item["label"] == "家里小修"]

    assert row["limits"][0] == {
        "kind": "whole",
        "label": "从登记到办好",
        "amount": 5,
        "unit": "days",
        "answer_hours": None,
        "answers": False,
        "is_set": False,
    }


@pytest.mark.parametrize(
    "wrong", [{"amount": 3}, {"unit": "days"}, {"amount": 1, "unit": "days", "answer_hours": 2}]
)
def test_a_limit_says_days_or_hours(post, wrong):
    category = tickets.category()
    answer = post(LIMITS, by=make.administrator(), category_id=category.id, kind="whole", **wrong)

    assert answer.status_code == 422


def test_the_list_costs_as_much_however_many_are_set(get, set_limit, count_queries):
    worker = make.staff()
    token = make.token(worker)
    tickets.categories()
    with count_queries() as before:
        get(LIMITS, token=token)
    for kind in ("whole", "spot", "joint"):
        set_limit(kind, amount=2, unit="days")
    with count_queries() as after:
        get(LIMITS, token=token)

    assert len(before) == len(after)


def test_whoever_reads_the_limits_is_told_whether_they_may_change_them(get):
    def may_set(who):
        return get(LIMITS, by=who).json["may_set"]

    assert may_set(make.administrator()) is True
    assert may_set(make.administrator(at=make.community())) is False
    assert may_set(make.staff()) is False


def test_only_slips_that_wait_for_an_answer_have_a_time_for_it(get):
    tickets.categories()
    first = get(LIMITS, by=make.staff()).json["items"][0]["limits"]

    assert {one["kind"] for one in first if one["answers"]} == {"spot", "joint"}
