"""改分类和期限: only what is named changes."""

import pytest

from server.core.audit import AuditEntry
from server.core.clock import local
from server.core.db import db
from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def triage(post):
    def send(ticket, **form):
        return post(tickets.path(ticket, "triage"), by=make.staff(), **form)

    return send


def test_only_what_is_named_changes(triage):
    ticket = tickets.open_wish(group="elder", urgency="low")
    answer = triage(ticket, urgency="high")

    assert (answer.status_code, answer.json["urgency"]) == (200, "high")
    assert (answer.json["group"], answer.json["state"]) == ("elder", "open")


def test_another_category_has_another_limit_from_the_same_start(triage, clock):
    ticket = tickets.wish()  # Thursday
    clock.forward(days=1)
    triage(ticket, category_id=tickets.category("errand").id)

    assert f"{local(ticket.due_at):%m-%d %H:%M}" == "03-10 17:30"


def test_a_day_may_be_named(triage, clock):
    ticket = tickets.wish()
    triage(ticket, due_on="2026-03-20", words="等配件")

    assert f"{local(ticket.due_at):%m-%d %H:%M}" == "03-20 17:30"


@pytest.mark.parametrize(
    "day", ["2026-03-04", "0001-01-01", "9999-12-31", "2027-03-08", "2026-03-14"]
)
def test_the_day_is_ahead_and_not_out_of_sight_and_no_day_off(triage, clock, day):
    answer = triage(tickets.wish(), due_on=day)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["due_on"])


def test_a_category_of_another_kind_is_none(triage):
    answer = triage(tickets.wish(), category_id=tickets.category("parking").id)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["category_id"])


def test_the_wall_finds_it_under_its_new_category(triage, get):
    ticket = tickets.open_wish()
    triage(ticket, category_id=tickets.category("haircut").id)

    assert [row["id"] for row in get("/api/wishes/", q="理发").json["items"]] == [ticket.id]
    assert get("/api/wishes/", q="家里小修").json["items"] == []


def test_it_is_audited_for_it_leaves_no_move(triage):
    ticket = tickets.wish()
    triage(ticket, urgency="high", difficulty="hard")
    entry = db.session.scalars(db.select(AuditEntry)).one()

    assert (entry.action, entry.subject) == ("triage", f"tickets:{ticket.id}")
    assert entry.known == {"changed": ["difficulty", "urgency"]}


def test_what_is_over_is_not_triaged(triage):
    assert triage(tickets.closed_wish(), urgency="high").json["code"] == "illegal_move"
