"""What a supervisor does by name: checking in, taking back, looking up, giving a place."""

import pytest

from server.core.audit import AuditEntry
from server.core.db import db
from server.occasions.parts import Signup
from server.occasions.presence import Attendance, Scan
from tests import make
from tests import make_occasions as occasions
from tests.occasions.at_the_door import said


def test_a_supervisor_checks_in_by_name_with_a_reason(door):
    told = door.named(door.worker(), door.volunteer())
    scan = db.session.query(Scan).one()

    assert said(told) == ("accepted", None)
    assert (scan.route, scan.reason) == ("named", "手机没电了")


def test_without_a_reason_nobody_is_checked_in(door):
    assert door.named(door.worker(), door.volunteer(), reason=" ").status_code == 422


def test_a_supervisor_may_say_when_it_was(door, clock):
    worker, volunteer = door.worker(), door.volunteer()
    clock.forward(minutes=90)
    door.named(worker, volunteer, at="2026-03-05T09:00:00+08:00")
    told = door.named(worker, volunteer, "out", at="2026-03-05T10:15:00+08:00")

    assert told.json["minutes"] == 75


@pytest.mark.parametrize("at", ["2026-03-05T07:59:00+08:00", "2026-03-05T09:01:00+08:00"])
def test_not_before_it_opened_nor_later_than_now(door, at):
    told = door.named(door.worker(), door.volunteer(), at=at)

    assert told.status_code == 422
    assert list(told.json["problems"]) == ["at"]


def test_a_steward_does_nothing_by_name(door):
    assert door.named(door.steward(), door.volunteer()).status_code == 403


def test_nobody_is_checked_in_by_their_own_hand(door):
    worker = door.worker()
    make.grant(worker, make.Role.VOLUNTEER, door.session.area)

    assert said(door.named(worker, worker))[1] in ("self", "nobody")
    assert db.session.query(Attendance).count() == 0


def test_ids_of_strangers_are_nobody(door):
    stranger = make.person("远方", estate=make.estate("远方", of=make.community("城东社区")))
    told = door.named(door.worker(), stranger)

    assert said(told) == ("refused", "nobody")
    assert told.json["person_name"] is None


# ---- taken back


def undo(door, worker):
    scan = db.session.query(Scan).order_by(Scan.id.desc()).first()
    return door.post(f"/api/occasions/scans/{scan.id}/undo", by=worker)


def test_an_undone_scan_is_as_if_it_had_not_been(door, clock):
    worker, volunteer = door.worker(), door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=60)
    door.scan(volunteer, "out")
    undone = undo(door, worker)
    (stay,) = db.session.query(Attendance)

    assert undone.json["undone_at"]
    assert (stay.minutes_actual, stay.minutes_credited, stay.out_at) == (0, 0, None)
    assert stay.in_at is not None


def test_it_is_on_record_who_took_it_back(door):
    worker, volunteer = door.worker(), door.volunteer()
    door.scan(volunteer)
    undo(door, worker)
    entry = db.session.query(AuditEntry).filter_by(action="undo_scan").one()

    assert (entry.actor_id, entry.known) == (worker.id, {"person_id": volunteer.id})


def test_it_is_taken_back_once(door):
    worker = door.worker()
    door.scan(door.volunteer())
    undo(door, worker)

    assert undo(door, worker).json["code"] == "nothing_to_undo"


def test_sent_again_an_undone_scan_says_so(door):
    volunteer, name = door.volunteer(), occasions.scan_id()
    door.scan(volunteer, client_id=name)
    undo(door, door.worker())

    assert said(door.scan(volunteer, client_id=name)) == ("refused", "undone")


def test_nobody_takes_back_their_own(door):
    worker = door.worker()
    occasions.signup(worker, occasions.post(door.session))
    door.scan(worker)

    assert undo(door, worker).status_code == 403


# ---- found


def found(get, door, q):
    items = get(f"{door.path}/find", by=door.worker("小吴"), q=q).json["items"]
    return [(row["person_name"], row["post_label"]) for row in items]


def test_who_signed_up_is_found_first_by_name_or_the_end_of_their_number(door, get):
    signed = make.person("王师傅", phone="13859740001", estate=False)
    occasions.signup(signed, occasions.post(door.session))
    make.person("王阿姨", estate=door.session.area)

    assert found(get, door, "王") == [("王师傅", "引导"), ("王阿姨", None)]
    assert found(get, door, "0001") == [("王师傅", "引导")]
    assert found(get, door, "13859740001") == [("王师傅", "引导")]


def test_who_has_a_place_given_late_has_their_minutes_counted(door, clock):
    worker, volunteer = door.worker(), door.volunteer(seated=False)
    duty = occasions.post(door.session)
    door.named(worker, volunteer, capacity="duty")
    db.session.query(Signup).delete()
    duty.taken = 0
    make.saved(duty)
    clock.forward(minutes=30)
    door.named(worker, volunteer, "out", capacity="duty")
    before = db.session.query(Attendance).one().minutes_credited
    form = {"person_id": volunteer.id, "post_id": duty.id}
    seated = door.post(f"{door.path}/seats", by=worker, **form)

    assert (before, seated.status_code) == (0, 201)
    assert db.session.query(Attendance).one().minutes_credited == 30
    assert door.post(f"{door.path}/seats", by=worker, **form).json["code"] == "has_seat"
