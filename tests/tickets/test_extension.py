"""延期: asked for by whoever has it, answered by another; the resident hears the date and why."""

import pytest

from schemas.people_words import Role
from server.core.clock import local
from server.core.db import db
from server.messages.models import Message
from tests import make, make_joint
from tests import make_tickets as tickets


@pytest.fixture
def officer(clock):
    return make.officer()


@pytest.fixture
def asked(post, officer):
    """Three days more; the ticket was due on the 12th."""
    ticket = tickets.accepted_wish(officer=officer)
    answer = post(tickets.path(ticket, "ask_extension"), by=officer, days=3, words="等配件")
    assert answer.status_code == 200, answer.text
    return ticket


def due(ticket) -> str:
    return f"{local(ticket.due_at):%m-%d %H:%M}"


def words_to(person) -> list[str]:
    query = db.select(Message).where(Message.person_id == person.id).order_by(Message.id)
    return [message.words for message in db.session.scalars(query)]


def test_agreed_to_it_is_due_so_many_working_days_later(post, asked):
    answer = post(tickets.path(asked, "approve_extension"), by=make.staff(), words="缺配件")

    assert (answer.status_code, due(asked)) == (200, "03-17 17:30")
    assert words_to(asked.wisher)[-1].endswith("延期到3月17日 17:30办好：缺配件")


def test_the_day_it_would_be_is_read_before_anybody_asks_or_agrees(get, post, asked, officer):
    """The same day that agreeing makes of it."""
    path = f"/api/tickets/{asked.id}/longer"
    known = [get(path, by=who).json["items"] for who in (officer, make.staff())]
    post(tickets.path(asked, "approve_extension"), by=make.staff(), words="缺配件")

    assert known[0] == known[1]
    assert known[0][2] == {"days": 3, "due_at": asked.due_at.isoformat()}


def test_declined_it_is_due_when_it_was(post, asked, officer):
    post(tickets.path(asked, "decline_extension"), by=make.staff(), words="老人等不了")

    assert due(asked) == "03-12 17:30"
    assert "没有同意延期" in words_to(officer)[-1]


def test_one_request_waits_at_a_time(post, asked, officer):
    again = post(tickets.path(asked, "ask_extension"), by=officer, days=1, words="再等等")

    assert (again.status_code, again.json["code"]) == (409, "already_asked_for_longer")


def test_nobody_agrees_to_their_own_request(post, clock):
    worker, other = make.staff(), make.staff(display_name="小陈")
    ticket = tickets.accepted_wish(officer=make.officer())
    post(tickets.path(ticket, "ask_extension"), by=worker, days=2, words="物业来电说缺料")
    own = post(tickets.path(ticket, "approve_extension"), by=worker, words="好")
    others = post(tickets.path(ticket, "approve_extension"), by=other, words="好")

    assert (own.status_code, others.status_code) == (403, 200)


def test_how_often_and_how_long_is_on_record(post, get, asked, officer):
    worker = make.staff()
    post(tickets.path(asked, "approve_extension"), by=worker, words="缺配件")
    post(tickets.path(asked, "ask_extension"), by=officer, days=1, words="还差一天")
    post(tickets.path(asked, "decline_extension"), by=worker, words="不行")
    seen = get(f"/api/tickets/{asked.id}", by=worker).json["extensions"]

    assert [(one["days"], one["answer"]) for one in seen] == [(3, "approved"), (1, "declined")]


def test_the_resident_reads_what_was_agreed_to_and_no_more(post, get, asked, officer):
    path = f"/api/tickets/{asked.id}"
    assert get(path, by=asked.wisher).json["extensions"] == []
    post(tickets.path(asked, "approve_extension"), by=make.staff(), words="缺配件")
    (one,) = get(path, by=asked.wisher).json["extensions"]

    assert (one["words"], one["reason"], one["asked_by"]) == ("缺配件", None, None)


def test_taken_back_nobody_waits_for_longer(post, get, asked):
    worker = make.staff()
    post(tickets.path(asked, "recall"), by=worker, words="换人")

    assert asked.longer_asked_by_id is None
    (one,) = get(f"/api/tickets/{asked.id}", by=worker).json["extensions"]
    assert one["answer"] == "lapsed"


def test_the_desk_finds_who_asks_for_longer(get, asked):
    worker = make.staff()
    (row,) = get("/api/tickets/", by=worker, view="extension").json["items"]

    assert (row["id"], row["longer_asked"]) == (asked.id, True)
    assert get("/api/tickets/counts", by=worker).json["extension"] == 1


def test_another_category_does_not_take_the_extension_away(post, asked):
    post(tickets.path(asked, "approve_extension"), by=make.staff(), words="缺配件")
    category = tickets.category("lesson")  # seven days instead of five
    post(tickets.path(asked, "triage"), by=make.staff(), category_id=category.id)

    assert due(asked) == "03-19 17:30"


def test_twice_the_community_agrees_and_after_that_the_town(post, asked, officer):
    worker, path = make.staff(), tickets.path(asked, "approve_extension")
    town = make.staff(Role.COMMUNITY_STAFF, tickets.parent(tickets.parent(asked.area)), "镇里")
    for _ in range(2):
        assert post(path, by=worker, words="好").status_code == 200
        post(tickets.path(asked, "ask_extension"), by=officer, days=3, words="还要等")

    assert words_to(town)[-1].endswith("请看看同不同意。")
    assert post(path, by=worker, words="好").status_code == 403
    assert post(path, by=town, words="好").status_code == 200


def test_after_that_the_community_names_no_later_day_either(post, asked, officer):
    worker = make.staff()
    post(tickets.path(asked, "approve_extension"), by=worker, words="好")
    path = tickets.path(asked, "triage")
    second = post(path, by=worker, due_on="2026-03-20", words="再等等")
    third = post(path, by=worker, due_on="2026-03-27", words="再等等")

    assert (second.status_code, third.json["code"]) == (200, "not_later_alone")


def test_whoever_has_a_part_does_not_agree_for_the_lead(post, clock):
    made = make_joint.accepted()
    make.grant(made.green, Role.SOCIAL_WORKER, tickets.parent(made.ticket.area))
    post(made.path("ask_extension"), by=made.lead, days=5, words="等料")

    assert post(made.path("approve_extension"), by=made.green, words="好").status_code == 403
    assert post(made.path("approve_extension"), by=made.worker, words="好").status_code == 200
