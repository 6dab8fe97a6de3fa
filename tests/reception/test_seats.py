"""1+5+N: seats are set out for a series and for one session; parties are marked, never people; who
keeps missing is said to the desk of the estate alone."""

from datetime import timedelta

from schemas.occasion_words import OccasionKind, RuleKind
from schemas.occasions import PLANNED
from schemas.people_words import UnitKind
from schemas.reception_words import Party, SeatState
from server.core import clock as time
from server.core.db import db
from server.occasions.models import Session
from server.occasions.service.sessions import generate
from server.reception.models import ReceptionDay, Seat
from tests import make
from tests import make_occasions as occasions
from tests import make_reception as reception
from tests.reception.at_the_table import past

SEATS = [
    {"party": "lead", "words": "社区大党委"},
    {"party": "expert", "words": "法律顾问 王律师"},
]


def friday_series(area):
    series = occasions.series(area, RuleKind.WEEKDAY, (5,))
    series.kind = OccasionKind.RECEPTION
    return make.saved(series)


def seats_of(session) -> list[tuple]:
    rows = db.session.scalars(db.select(Seat).where(Seat.session_id == session.id))
    return sorted((seat.party.value, seat.name) for seat in rows)


def set_out(post, session, by, **given):
    path = f"/api/reception/sessions/{session.id}/set_out"
    return post(path, by=by, **(reception.form(seats=SEATS) | given))


def test_the_usual_seats_are_copied_into_each_session(clock, post):
    estate = make.estate()
    series, worker = friday_series(estate), make.staff(at=estate)
    property_ = make.unit(UnitKind.PROPERTY, name="安居物业")
    seats = [*SEATS, {"party": "property", "unit_id": property_.id}]
    path = f"/api/reception/series/{series.id}/plan"
    said = post(path, by=worker, **reception.form(tables=3, seats=seats))
    assert said.status_code == 200
    generate(series)
    db.session.commit()
    sessions = db.session.scalars(db.select(Session)).all()

    assert len(sessions) == 9
    assert {tuple(seats_of(one)) for one in sessions} == {
        (("expert", "法律顾问 王律师"), ("lead", "社区大党委"), ("property", "安居物业"))
    }
    assert {day.tables for day in db.session.scalars(db.select(ReceptionDay))} == {3}


def test_a_changed_usual_reaches_what_nobody_set_out_by_hand(clock, post):
    estate = make.estate()
    series, worker = friday_series(estate), make.staff(at=estate)
    generate(series)
    db.session.commit()
    first, second, *_ = db.session.scalars(db.select(Session).order_by(Session.on)).all()
    path = f"/api/reception/series/{series.id}/plan"
    post(path, by=worker, **reception.form())
    set_out(post, first, worker, tables=1, seats=SEATS[:1])
    post(path, by=worker, **reception.form(tables=4, seats=SEATS[1:]))

    assert seats_of(first) == [("lead", "社区大党委")]
    assert seats_of(second) == [("expert", "法律顾问 王律师")]


def test_published_only_with_a_room_a_lead_and_a_table(clock, post):
    session = reception.session(state=PLANNED, place="")
    worker = make.staff(at=session.area)
    path = f"/api/occasions/sessions/{session.id}/publish"
    refused = post(path, by=worker).json

    assert refused["code"] == "not_ready"
    for said in ("地点", "牵头的席位", "至少一张接待桌"):
        assert said in refused["detail"]
    set_out(post, session, worker)
    assert "席位" not in post(path, by=worker).json["detail"]
    post(f"/api/occasions/sessions/{session.id}/change", by=worker, place="会客厅")
    assert post(path, by=worker).status_code == 200


def test_once_published_the_lead_is_not_taken_away(clock, post):
    session = reception.day()
    worker = make.staff(at=session.area)

    assert set_out(post, session, worker, seats=SEATS[1:]).json["code"] == "taken_away"


def test_one_of_the_five_missing_is_said_and_keeps_nobody_out(clock, get):
    session = reception.day()
    reception.seat(session, Party.OWNERS, "业委会", state=SeatState.ABSENT)
    shown = get(f"/api/reception/sessions/{session.id}/seats", by=make.staff(at=session.area)).json

    assert shown["warnings"] == [
        "没有请挂钩县直单位",
        "没有请小区党支部",
        "没有请物业公司",
        "没有请社会组织",
        "业委会没有到",
    ]


def test_a_party_is_marked_with_who_wrote_it_down(clock, post):
    session = reception.day()
    worker = make.staff(at=session.area, display_name="小林")
    seat = reception.seat(session, Party.OWNERS, "业委会")
    path = f"/api/reception/seats/{seat.id}/mark"
    came = post(path, by=worker, state="deputy", deputy="副主任").json

    assert (came["state_label"], came["deputy"], came["marked_by_name"]) == (
        "代表到会",
        "副主任",
        "小林",
    )
    assert post(path, by=worker, state="deputy").status_code == 422
    assert post(path, by=worker, state="present", deputy="副主任").status_code == 422
    assert post(path, by=worker, state="present").json["deputy"] is None


def test_it_is_marked_from_an_hour_before_to_a_day_after(clock, post):
    session = reception.day(begins=time.now() + timedelta(hours=2))
    worker, seat = make.staff(at=session.area), reception.seat(session)
    path = f"/api/reception/seats/{seat.id}/mark"

    assert post(path, by=worker, state="present").json["code"] == "not_marked_now"
    clock.forward(hours=1)
    assert post(path, by=worker, state="present").status_code == 200
    clock.forward(days=2)
    assert post(path, by=worker, state="absent").json["code"] == "not_marked_now"


def test_marks_stay_when_other_seats_change(clock, post):
    session = reception.day()
    worker = make.staff(at=session.area)
    lead = db.session.scalars(db.select(Seat)).one()
    post(f"/api/reception/seats/{lead.id}/mark", by=worker, state="present")
    set_out(post, session, worker)

    assert db.session.get_one(Seat, lead.id).state is SeatState.PRESENT
    assert len(seats_of(session)) == 2


def test_copied_from_an_earlier_one_seats_come_unmarked(clock, post):
    estate = make.estate()
    earlier = past(estate, 1, SeatState.ABSENT)
    session, worker = reception.session(estate, state=PLANNED), make.staff(at=estate)
    path = f"/api/occasions/sessions/{session.id}/copy_from"

    assert post(path, by=worker, session_id=earlier.id).status_code == 200
    assert seats_of(session) == seats_of(earlier)
    marks = db.session.scalars(db.select(Seat.state).where(Seat.session_id == session.id))
    assert set(marks) == {SeatState.EXPECTED}
    assert reception.line_of(session).chosen


def test_a_seat_is_a_units_or_somebodys(clock, post):
    session = reception.day()
    refused = set_out(post, session, make.staff(at=session.area), seats=[{"party": "owners"}])

    assert (refused.status_code, list(refused.json["problems"])) == (422, ["seats"])


def test_minutes_of_a_number_stay_once_somebody_has_one(clock, post):
    session = reception.day()
    worker = make.staff(at=session.area)
    post(f"/api/reception/sessions/{session.id}/walk_in", by=worker)

    assert set_out(post, session, worker, slot_minutes=15).json["code"] == "times_given"
    assert set_out(post, session, worker, tables=5).status_code == 200


def test_the_desk_is_told_which_units_may_be_named(post, get):
    estate = make.estate()
    worker, session = make.staff(), reception.session(estate)
    here = make.unit()
    make.unit(at=make.estate(name="别处"), kind=UnitKind.PROPERTY)
    told = get(f"/api/reception/sessions/{session.id}/seats", by=worker).json["units"]

    assert [unit["id"] for unit in told] == [here.id]
    seat = {"party": "property", "unit_id": here.id}
    assert set_out(post, session, worker, seats=[SEATS[0], seat]).status_code == 200
