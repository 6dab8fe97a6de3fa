"""满月回访: a month after the resident's word somebody who did none of it asks again."""

import pytest

from schemas.people_words import Role, UnitKind
from server.core.db import db
from server.people.places import Unit
from server.tickets.jobs import return_visit
from server.tickets.kept import ReturnVisit
from server.tickets.models import Ticket
from server.tickets.timed import Escalation
from tests import make
from tests import make_tickets as tickets

VISITS = "/api/tickets/return_visits"


@pytest.fixture
def closed(clock, work):
    """A month ago; its visit is due."""
    ticket = tickets.closed_wish()
    clock.forward(days=30)
    work()
    return ticket


@pytest.fixture
def record(post, closed):
    visit = db.session.scalars(db.select(ReturnVisit)).one()

    def send(by=None, **form):
        return post(f"{VISITS}/{visit.id}/record", by=by or make.staff(), **form)

    return send


def rows(get, **query):
    return get(VISITS, by=make.staff(), **query).json["items"]


def test_it_is_due_after_thirty_days(clock, work, get):
    ticket = tickets.closed_wish()
    clock.forward(days=29, hours=23)
    work()
    assert rows(get) == []
    clock.forward(hours=1)
    work()

    assert [row["ticket_id"] for row in rows(get)] == [ticket.id]


def test_what_nobody_rated_has_none(clock, work, get):
    tickets.done_wish()
    clock.forward(days=60)
    work()

    assert rows(get) == []


def test_the_job_done_twice_asks_for_one(closed, get):
    return_visit(ticket_id=closed.id, round=1)

    assert len(rows(get)) == 1


def test_still_good_it_is_on_the_list_of_what_was_done(record, get):
    answer = record(result="good", words="一直亮着")

    assert (answer.status_code, answer.json["result_label"]) == (200, "还好着")
    assert rows(get) == []
    assert [row["words"] for row in rows(get, view="done")] == ["一直亮着"]
    assert record(result="good").json["code"] == "already_visited"


def test_not_reached_it_is_due_again_in_a_week_and_three_times_it_is_over(record, get, clock):
    for _ in range(2):
        record(result="unreached")
        assert rows(get) == []
        clock.forward(days=7)
        assert len(rows(get)) == 1
    answer = record(result="unreached")

    assert (answer.json["tries"], answer.json["result_label"]) == (3, "没有联系上")


def test_three_calls_are_made_on_three_days(record, get):
    record(result="unreached")
    again = record(result="unreached")

    assert (again.status_code, again.json["code"]) == (409, "not_due_again")
    assert record(result="good").status_code == 200  # who calls back has been reached


def test_what_came_back_is_a_new_ticket_that_names_the_old_one(record, closed, get):
    worker = make.staff()
    told = record(by=worker, result="came_back", words="灯又闪了").json
    ticket = db.session.get_one(Ticket, told["next_ticket_id"])
    seen = get(f"/api/tickets/{ticket.id}", by=worker).json

    assert (ticket.follows_id, ticket.wisher_id) == (closed.id, closed.wisher_id)
    assert (seen["text"], seen["follows"]) == ("灯又闪了", closed.number)
    assert closed.state == "closed"
    assert ticket.repeats == [closed.id]


def test_a_complaint_that_came_back_is_the_highest_desks_whoever_writes_it_down(post, clock, work):
    """In a community that starts alone the administrator sits at the desk too."""
    make.saved(Unit(area=make.county(), kind=UnitKind.DESK, name="意见箱", phone="0595-23500100"))
    tickets.categories()
    aunt, boss = make.person(), make.administrator()
    make.grant(boss, Role.COMMUNITY_STAFF, boss.live_grants[0].area)
    sent = post("/api/tickets/feedback", by=aunt, text="答复太慢").json
    where = f"/api/tickets/{sent['id']}"
    post(f"{where}/answer", by=make.administrator(), words="会快一点")
    post(f"{where}/rate", by=aunt, solved="yes", satisfied="yes")
    clock.forward(days=30)
    work()
    visit = db.session.scalars(db.select(ReturnVisit)).one()
    told = post(f"{VISITS}/{visit.id}/record", by=boss, result="came_back", words="又慢了").json
    anew = db.session.get_one(Ticket, told["next_ticket_id"])

    assert (anew.receiver_unit.name, anew.receiver_id) == ("意见箱", None)
    clock.forward(days=20)
    work()
    assert db.session.scalars(db.select(Escalation).where(Escalation.ticket_id == anew.id)).all()


def test_nobody_who_did_it_records_it(post, get, clock, work):
    worker = make.staff()
    make.grant(worker, "volunteer", tickets.parent(make.estate()))
    tickets.closed_wish(volunteer=worker)
    clock.forward(days=30)
    work()
    visit = db.session.scalars(db.select(ReturnVisit)).one()

    assert post(f"{VISITS}/{visit.id}/record", by=worker, result="good").status_code == 403
    (row,) = get(VISITS, by=worker).json["items"]
    assert not row["may_record"]


def test_the_list_costs_as_much_for_twenty_as_for_one(get, closed, count_queries):
    token = make.token(make.staff())
    with count_queries() as one:
        get(VISITS, token=token)
    for n in range(9):
        ticket = tickets.closed_wish(make.person(f"{n}号邻居"))
        make.saved(ReturnVisit(ticket_id=ticket.id, due_on=closed.closed_at.date()))
    with count_queries() as ten:
        assert len(get(VISITS, token=token).json["items"]) == 10

    assert len(one) == len(ten)


def test_pages_together_are_the_list(get, closed):
    for n in range(3):
        ticket = tickets.closed_wish(make.person(f"{n}号邻居"))
        make.saved(ReturnVisit(ticket_id=ticket.id, due_on=closed.closed_at.date()))
    seen, query = [], {"limit": 2}
    while query:
        page = get(VISITS, by=make.staff(), **query).json
        seen += [row["id"] for row in page["items"]]
        query = page["next"] and {"limit": 2, "cursor": page["next"]}

    assert len(seen) == len(set(seen)) == 4


def test_another_communitys_visits_are_not_on_this_desk(get, closed):
    elsewhere = make.staff(at=make.community("南门社区"))

    assert get(VISITS, by=elsewhere).json["items"] == []


def test_the_desk_sees_how_many_are_due_and_another_desk_does_not(closed, get, record):
    def count(by):
        return get("/api/tickets/counts", by=by).json["return_visits"]

    assert count(make.staff()) == 1
    assert count(make.staff(at=make.community("南门社区"))) == 0
    assert record(result="good").status_code == 200
    assert count(make.staff()) == 0
