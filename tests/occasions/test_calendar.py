"""The calendar: what there is around a place, by day; and one's own part in it."""

from datetime import timedelta

import pytest

from schemas.occasions import CALLED_OFF, DROPPED, PLANNED
from schemas.people_words import Role
from server.core import clock as the_clock
from tests import make
from tests import make_occasions as occasions
from tests.occasions.test_sessions_change import numbered

PATH = "/api/occasions/sessions"


@pytest.fixture
def estate(clock):
    return make.estate()


def in_days(days, area=None, **given):
    return occasions.session(area, begins=the_clock.now() + timedelta(days=days), **given)


def ids(get, by=None, **query) -> list[int]:
    return [one["id"] for one in get(PATH, by=by, **query).json["items"]]


def test_what_is_above_and_below_a_place_is_on_its_calendar(get, estate):
    here = in_days(1, estate)
    above = in_days(2, make._the(make.Level.COMMUNITY, make.community))
    beside = in_days(3, make.estate("近邻小区"))

    assert ids(get, area_id=estate.id) == [here.id, above.id]
    assert ids(get, area_id=estate.parent_id) == [here.id, above.id, beside.id]


def test_a_month_is_asked_for_by_its_first_and_last_day(get, estate):
    for days in (-10, 5, 40):
        in_days(days, estate)

    assert len(ids(get, since="2026-03-01", until="2026-03-31")) == 1
    assert len(ids(get, since="2026-02-01", until="2026-04-30")) == 3
    assert len(ids(get)) == 2  # from today on


def test_what_is_only_planned_is_the_desks(get, estate):
    planned = in_days(1, estate, state=PLANNED)

    assert ids(get) == []
    assert ids(get, by=make.staff()) == [planned.id]
    assert ids(get, by=make.staff(at=make.community("城东社区"))) == []


def test_what_was_dropped_is_shown_where_it_is_asked_for(get, estate):
    dropped, worker = in_days(1, estate, state=DROPPED), make.staff()

    assert ids(get, by=worker) == []
    assert ids(get, by=worker, state="dropped") == [dropped.id]


def test_ones_own_are_those_one_signed_up_for_or_has_a_number_at(get, estate):
    in_days(1, estate)
    signed, queued = in_days(2, estate), in_days(3, estate)
    volunteer = make.staff(Role.VOLUNTEER)
    occasions.signup(volunteer, occasions.post(signed))
    numbered(queued, volunteer)

    assert ids(get, by=volunteer, mine="true") == [signed.id, queued.id]
    assert ids(get, by=make.person(), mine="true") == []
    assert ids(get, mine="true") == []


def test_a_row_says_ones_own_part_there(get, estate):
    queued, signed = in_days(1, estate), in_days(2, estate)
    volunteer = make.staff(Role.VOLUNTEER)
    numbered(queued, volunteer)
    numbered(signed, volunteer)
    occasions.signup(volunteer, occasions.post(signed, label="引导"))
    rows = get(PATH, by=volunteer).json["items"]

    assert [row["my_label"] for row in rows] == ["义剪 1 号", "已报名 · 引导"]


def test_those_whose_codes_count_now_can_be_asked_for(get, estate):
    running = occasions.session(estate)
    occasions.session(estate, begins=the_clock.now() + timedelta(hours=2))
    occasions.session(estate, state=CALLED_OFF)

    assert ids(get, running=True) == [running.id]


def test_a_page_goes_on_where_the_one_before_ended(get, estate):
    made = [in_days(days, estate).id for days in (1, 1, 2)]
    first = get(PATH, limit=2).json
    second = get(PATH, limit=2, cursor=first["next"]).json

    assert [one["id"] for one in first["items"] + second["items"]] == made


def test_a_row_says_both_calendars(get, estate):
    in_days(1, estate)
    (row,) = get(PATH).json["items"]

    assert row["day_words"] == "周五 · 农历正月十八"


@pytest.mark.parametrize("many", [1, 20])
def test_a_page_of_twenty_costs_as_many_statements_as_one_of_one(get, count_queries, estate, many):
    token = make.token(make.staff(Role.VOLUNTEER))
    for _ in range(many):
        session = in_days(1, make.estate())
        occasions.signup(make.person(), occasions.post(session))
    with count_queries() as asked:
        answer = get(PATH, token=token)

    assert len(answer.json["items"]) == many
    assert len(asked) == 5


@pytest.mark.parametrize("many", [1, 20])
def test_so_does_a_list_of_series(get, count_queries, estate, many):
    token = make.token(make.staff())
    for _ in range(many):
        occasions.series(make.estate(), lead_id=make.person().id)
    with count_queries() as asked:
        get("/api/occasions/series", token=token)

    assert len(asked) == 2


def test_and_one_session_whatever_hangs_on_it(get, count_queries, estate):
    session, token = in_days(1, estate), make.token(make.staff())

    def cost() -> int:
        occasions.signup(make.person(), occasions.post(session))
        numbered(session, make.person())
        with count_queries() as asked:
            assert get(f"{PATH}/{session.id}", token=token).status_code == 200
        return len(asked)

    assert len({cost() for _ in range(4)}) == 1
