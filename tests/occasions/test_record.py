"""服务记录: three columns of minutes, 公示, the printed list and what its code says."""

from datetime import datetime, timedelta

import pytest

from server.core.audit import AuditEntry
from server.core.clock import SHANGHAI
from server.core.db import db
from server.occasions.presence import Attendance
from server.occasions.service.presence import announce_left_out
from tests import make
from tests import make_occasions as occasions

RECORD = "/api/occasions/record"


@pytest.fixture
def served(door, clock):
    """75 minutes on a Thursday, which has ended."""

    def served(name="王师傅", minutes=75):
        volunteer = door.volunteer(name)
        door.scan(volunteer)
        clock.forward(minutes=minutes)
        door.scan(volunteer, "out")
        return volunteer

    return served


@pytest.fixture
def ended(door, served, clock):
    volunteer = served()
    door.end(door.worker())
    return volunteer


def test_until_it_has_ended_nothing_is_announced(served, get):
    record = get(RECORD, by=served()).json

    assert record["days"][0]["booked"] == "open"
    assert (record["totals"]["minutes_credited"], record["totals"]["minutes_booked"]) == (75, 0)


def test_then_it_is_announced_for_three_working_days(ended, get, clock):
    """Thursday the 5th: Friday, Monday, Tuesday."""
    announced = get(RECORD, by=ended).json["days"][0]
    clock.travel_to("2026-03-10 23:59")
    still = get(RECORD, by=ended).json["days"][0]
    clock.travel_to("2026-03-11 00:00")
    record = get(RECORD, by=ended).json

    assert (announced["booked"], announced["booked_label"]) == ("announced", "公示中，到3月10日")
    assert (still["booked"], record["days"][0]["booked"]) == ("announced", "booked")
    assert (record["totals"]["minutes_booked"], record["totals"]["hours_booked"]) == (75, "1.2")


def test_what_is_credited_follows_the_times_as_they_are_in_the_end(door, served, get):
    volunteer = served(minutes=75)
    door.session.ends_at -= timedelta(hours=1)
    make.saved(door.session)
    door.end(door.worker())
    totals = get(RECORD, by=volunteer).json["totals"]

    assert (totals["minutes_actual"], totals["minutes_credited"]) == (75, 60)


def test_what_was_being_written_down_at_the_end_is_announced_at_night(ended, clock, work):
    db.session.query(Attendance).update({"public_until": None})
    db.session.commit()
    announce_left_out()

    assert str(db.session.query(Attendance).one().public_until) == "2026-03-10"


def test_the_three_columns_never_mix(door, served, get, clock):
    clock.forward(minutes=20)
    volunteer = served()
    form = {"client_id": occasions.scan_id(), "minutes": 20, "reason": "早到了没签"}
    asked = door.post(f"{door.path}/repairs", by=volunteer, **form).json
    door.post(f"/api/occasions/repairs/{asked['id']}/approve", by=door.worker())
    totals = get(RECORD, by=volunteer).json["totals"]

    names = ("minutes_actual", "minutes_added", "minutes_credited", "sessions", "visits")
    assert [totals[name] for name in names] == [75, 20, 95, 1, 0]


def test_visits_are_counted_apart(door, get, clock):
    neighbour = make.person()
    door.scan(neighbour)
    clock.forward(minutes=30)
    door.scan(neighbour, "out")
    totals = get(RECORD, by=neighbour).json["totals"]

    assert (totals["minutes_actual"], totals["sessions"], totals["visits"]) == (0, 0, 1)


def test_days_come_in_pages_the_newest_first(door, get, clock):
    volunteer = door.volunteer()
    for day in (3, 1, 2):
        begins = datetime(2026, 3, day, 9, tzinfo=SHANGHAI)
        session = occasions.session(door.session.area, begins=begins, title=f"{day} 号")
        stay = Attendance(session_id=session.id, person_id=volunteer.id, capacity="duty")
        stay.in_at, stay.rule_version = session.starts_at, 1
        make.saved(stay)
    first = get(f"{RECORD}/days", by=volunteer, limit=2).json
    rest = get(f"{RECORD}/days", by=volunteer, limit=2, cursor=first["next"]).json

    titles = [row["session_title"] for row in first["items"] + rest["items"]]
    assert (titles, rest["next"]) == (["3 号", "2 号", "1 号"], None)


def test_neighbours_read_what_is_announced_by_masked_names(door, ended, get):
    neighbour = make.person("林伯", estate=door.session.area)
    stranger = make.person("远方", estate=make.estate("远方", of=make.community("城东社区")))
    path = f"{door.path}/announced"
    (row,) = get(path, by=neighbour).json["items"]

    assert (row["person_name"], row["hours"]) == ("王**", "1.2")
    assert [get(path, by=who).status_code for who in (stranger, None)] == [403, 401]


def test_when_it_is_over_nobody_reads_it_any_more(door, ended, get, clock):
    clock.travel_to("2026-03-11 08:00")

    assert get(f"{door.path}/announced", by=door.worker()).json["items"] == []


def test_the_desk_reads_somebodys_record_for_a_reason_that_is_kept(door, ended, post):
    worker = door.worker()
    ended.estate_id = door.session.area_id
    make.saved(ended)
    path = f"/api/occasions/persons/{ended.id}/record"
    without, told = post(path, by=worker), post(path, by=worker, reason="verify")
    entry = db.session.query(AuditEntry).filter_by(action="show_record").one()

    assert (without.status_code, told.json["totals"]["minutes_actual"]) == (422, 75)
    assert (entry.actor_id, entry.known) == (worker.id, {"reason": "verify"})


def test_a_copy_of_everything_holds_hours_and_repairs(door, served, get, clock):
    clock.forward(minutes=20)
    volunteer = served()
    form = {"client_id": occasions.scan_id(), "minutes": 20, "reason": "早到了没签"}
    door.post(f"{door.path}/repairs", by=volunteer, **form)
    parts = get("/api/people/me/copy", by=volunteer).json["parts"]

    assert parts["attendances"][0]["minutes_actual"] == 75
    assert parts["repairs"][0]["reason"] == "早到了没签"


def test_a_missing_check_out_is_asked_for_once_it_is_over(door, get, clock):
    volunteer = door.volunteer()
    door.scan(volunteer)
    before = get(RECORD, by=volunteer).json["days"][0]["can_repair"]
    clock.forward(hours=3)
    after = get(RECORD, by=volunteer).json["days"][0]["can_repair"]

    assert (before, after) == (False, True)
