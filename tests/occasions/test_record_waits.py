"""What of a service record is still on its way: a check-out, an answer, 公示."""

from datetime import datetime, timedelta

from server.core.clock import SHANGHAI
from server.occasions.presence import Attendance
from tests import make
from tests import make_occasions as occasions

RECORD = "/api/occasions/record"


def test_what_was_asked_for_waits_and_is_not_offered_again(door, get, clock):
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(hours=5)
    form = {"client_id": occasions.scan_id(), "minutes": 60, "reason": "忘了签退"}
    asked = door.post(f"{door.path}/repairs", by=volunteer, **form).json
    waits = get(f"{RECORD}/days", by=volunteer).json["items"][0]
    door.post(f"/api/occasions/repairs/{asked['id']}/refuse", by=door.worker(), words="没看到")
    judged = get(RECORD, by=volunteer).json["days"][0]

    assert (waits["repair_waits"], waits["can_repair"]) == (True, False)
    assert (judged["repair_waits"], judged["can_repair"]) == (False, True)


def test_whoever_is_still_in_reads_until_when_they_can_leave_with_a_scan(door, get, clock):
    """Nine to eleven; ended by hand at five to eleven, an hour before the codes end."""
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.travel_to("2026-03-05 10:55")
    door.end(door.worker())
    clock.travel_to("2026-03-05 11:30")
    open_ = get(RECORD, by=volunteer).json
    clock.travel_to("2026-03-05 11:56")
    over = get(RECORD, by=volunteer).json

    labels = [told["days"][0]["booked_label"] for told in (open_, over)]
    assert open_["days"][0]["check_out_until"].startswith("2026-03-05T03:55")
    assert (labels, over["days"][0]["check_out_until"]) == (["还没签退", "不计时长"], None)
    assert [by_booked(told) for told in (open_, over)] == [{"open": 1}, {"none": 1}]


def by_booked(told) -> dict:
    return {one["booked"]: one["sessions"] for one in told["totals"]["by_booked"]}


def test_sessions_are_counted_by_how_far_they_are_and_the_printed_ones_are_those_booked(
    door, get, clock, post
):
    """One is booked; at another they were, but had no place; at a third they are now."""
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=75)
    door.scan(volunteer, "out")
    door.end(door.worker())
    clock.travel_to("2026-03-11 09:30")
    for state in ("ended", "published"):
        begins = datetime(2026, 3, 11, 9, tzinfo=SHANGHAI)
        session = occasions.session(door.session.area, begins=begins, state=state)
        stay = Attendance(session_id=session.id, person_id=volunteer.id, capacity="duty")
        stay.in_at, stay.rule_version = session.starts_at, 1
        stay.out_at = session.starts_at + timedelta(minutes=20) if state == "ended" else None
        make.saved(stay)
    told = get(RECORD, by=volunteer).json
    paper = post(f"{RECORD}/papers", by=volunteer).json

    assert by_booked(told) == {"booked": 1, "none": 1, "open": 1}
    assert (told["totals"]["sessions"], paper["rows"]) == (3, 1)
