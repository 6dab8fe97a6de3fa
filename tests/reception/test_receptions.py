"""The list of reception days: those to come with what is free, those past with what came of
them."""

from datetime import timedelta

from schemas.occasions import ENDED, PLANNED
from schemas.reception_words import AgendaState, Source
from server.core import clock as time
from server.core.db import db
from server.reception.models import Heard, ReceptionDay
from server.tickets.service import doing
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets

PATH = "/api/reception/sessions"


def past(estate, weeks=1, **given):
    begins = time.now() - timedelta(weeks=weeks)
    return reception.day(estate, begins=begins, state=ENDED, **given)


def heard(session, ticket):
    return make.saved(Heard(ticket_id=ticket.id, session_id=session.id))


def test_of_ones_own_estate_those_to_come_with_what_is_free_and_ones_time(table, get):
    reception.day(make.estate("别的小区"))
    reception.day(table.estate, state=PLANNED)
    aunt = table.resident()
    table.booked(aunt, n=2, topic="停车位")
    (shown,) = get(PATH, by=aunt).json["items"]

    assert (shown["id"], shown["left"], shown["tables"]) == (table.session.id, 11, 2)
    assert [(one["n"], one["topic"]) for one in shown["my_numbers"]] == [(2, "停车位")]
    assert shown["heard"] is None


def test_what_the_community_holds_is_for_its_estates(clock, get):
    community = make.community()
    estate = make.estate(of=community)
    session = reception.day(community)

    assert [one["id"] for one in get(PATH, by=make.person(estate=estate)).json["items"]] == [
        session.id
    ]
    assert get(PATH, area_id=estate.id).json["items"][0]["my_numbers"] == []


def test_past_ones_say_what_came_of_them_apart(clock, get):
    estate = make.estate()
    worker, session = make.staff(at=estate), past(estate)
    answered, waits = (reception.matter(make.person(estate=estate)) for _ in range(2))
    for ticket in (answered, waits):
        heard(session, ticket)
    said = {"words": "好", "photo_ids": [], "level": None}
    doing.answer(answered, said, by=tickets.actor(worker))
    reception.item(session, state=AgendaState.ROLLED)
    (shown,) = get(PATH, area_id=estate.id, past="true").json["items"]

    assert shown["heard"] == {
        "received": 2, "merged": 0, "answered_on_spot": 1, "reported_done": 1, "solved": 0,
        "agenda_answered": 0, "agenda_rolled": 1,
    }  # fmt: skip


def test_of_what_was_reported_nobody_claims_more_than_the_report(clock, get):
    session = past(make.estate())
    day = db.session.get_one(ReceptionDay, session.id)
    day.source = Source.REPORTED
    make.saved(day)
    (shown,) = get(PATH, area_id=session.area_id, past="true").json["items"]

    assert shown["source_label"] == "上报口径"
    assert shown["heard"]["answered_on_spot"] is None


def test_the_list_is_paged_and_costs_the_same(clock, get, count_queries):
    estate = make.estate()
    token = make.token(make.person(estate=estate))

    def cost(**form) -> int:
        with count_queries() as asked:
            assert get(PATH, token=token, **form).status_code == 200
        return len(asked)

    reception.day(estate), past(estate)
    few = [cost(), cost(past="true")]
    for weeks in range(2, 6):
        reception.day(estate, begins=time.now() + timedelta(weeks=weeks))
        past(estate, weeks)

    assert few == [cost(), cost(past="true")]
    page = get(PATH, token=token, past="true", limit=2).json
    more = get(PATH, token=token, past="true", limit=9, cursor=page["next"]).json
    assert (len(page["items"]), len(more["items"])) == (2, 3)


def test_one_that_is_past_says_by_itself_what_came_of_it(clock, get):
    estate = make.estate()
    session = past(estate)
    heard(session, reception.matter(make.person(estate=estate)))
    shown = get(f"{PATH}/{session.id}").json
    (listed,) = get(PATH, area_id=estate.id, past="true").json["items"]

    assert shown == listed
    assert shown["heard"]["received"] == 1


def test_the_words_for_the_group_say_how_to_come_and_nothing_of_volunteers(clock, get):
    session = reception.day()
    shown = get(f"/api/occasions/sessions/{session.id}", by=make.staff(at=session.area)).json

    assert "点开可以约时间" in shown["share_text"]
    assert not any("签到" in said for said in shown["warnings"])
