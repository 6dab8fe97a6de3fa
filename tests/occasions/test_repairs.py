"""补记: what was forgotten is asked for, judged by somebody else, and stands in its own column."""

import pytest

from schemas.people_words import Role
from server.core.db import db
from server.occasions.presence import Attendance, Repair
from tests import make
from tests import make_occasions as occasions


@pytest.fixture
def ask(door):
    def ask(who, **form):
        known = {"client_id": occasions.scan_id(), "reason": "忘了签退"} | form
        return door.post(f"{door.path}/repairs", by=who, **known)

    return ask


@pytest.fixture
def judge(door):
    def judge(worker, step="approve", **form):
        (repair,) = db.session.query(Repair)
        return door.post(f"/api/occasions/repairs/{repair.id}/{step}", by=worker, **form)

    return judge


@pytest.fixture
def forgetful(door, clock):
    """Checked in at nine, went home at eleven without another scan."""
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(hours=2, minutes=30)
    return volunteer


def stay() -> Attendance:
    db.session.expire_all()
    return db.session.query(Attendance).one()


def test_when_one_left_is_enough(ask, forgetful):
    asked = ask(forgetful, left_at="2026-03-05T10:40:00+08:00").json

    assert (asked["minutes"], asked["state"]) == (100, "asked")
    assert stay().minutes_added == 0


def test_approved_it_stands_in_its_own_column(door, ask, judge, forgetful):
    ask(forgetful, left_at="2026-03-05T10:40:00+08:00")
    told = judge(door.worker()).json

    assert (told["state"], told["minutes_approved"]) == ("approved", 100)
    assert (stay().minutes_actual, stay().minutes_added, stay().minutes_credited) == (0, 100, 100)


def test_whoever_asked_is_told(door, ask, judge, forgetful, get):
    ask(forgetful, minutes=60)
    judge(door.worker(), minutes=45, words="签到晚了一刻钟")
    (message,) = get("/api/messages/", by=forgetful).json["items"]

    assert message["title"] == "补记同意了"
    assert "45 分钟" in message["words"]
    assert "晚了一刻钟" in message["words"]


def test_fewer_minutes_need_a_word_and_more_are_not_given(door, ask, judge, forgetful):
    ask(forgetful, minutes=60)
    fewer, more = judge(door.worker(), minutes=30), judge(door.worker(), minutes=61)

    assert list(fewer.json["problems"]) == ["words"]
    assert list(more.json["problems"]) == ["minutes"]


def test_refused_nothing_is_added(door, ask, judge, forgetful):
    ask(forgetful, minutes=60)
    told = judge(door.worker(), "refuse", words="当天没看到您")

    assert told.json["answer"] == "当天没看到您"
    assert stay().minutes_added == 0


def test_nobody_judges_their_own(door, ask, judge, clock):
    worker = door.worker()
    occasions.signup(worker, occasions.post(door.session))
    clock.forward(minutes=60)
    ask(worker, minutes=30)

    assert judge(worker).status_code == 403
    assert judge(door.worker("小吴")).status_code == 200


def test_it_is_judged_once(door, ask, judge, forgetful):
    ask(forgetful, minutes=60)
    judge(door.worker())

    assert judge(door.worker(), "refuse", words="不行").json["code"] == "illegal_move"


def test_kept_on_a_telephone_it_may_be_sent_again(ask, forgetful):
    name = occasions.scan_id()
    first, second = (ask(forgetful, client_id=name, minutes=60) for _ in range(2))

    assert (first.status_code, second.json["id"]) == (201, first.json["id"])


def test_with_somebody_elses_name_on_it_there_is_none(door, ask, forgetful):
    name = occasions.scan_id()
    ask(forgetful, client_id=name, minutes=60)

    assert ask(door.volunteer("二"), client_id=name, minutes=60).status_code == 404


def test_one_waits_at_a_time(ask, forgetful):
    ask(forgetful, minutes=60)

    assert ask(forgetful, minutes=10).json["code"] == "already_asked"


def test_who_could_not_check_in_but_had_a_duty_may_ask(door, ask, judge, clock):
    volunteer = door.volunteer()
    clock.forward(minutes=60)
    assert ask(volunteer, minutes=60).status_code == 201
    judge(door.worker())

    assert (stay().in_at, stay().minutes_credited) == (None, 60)


def test_who_was_never_there_may_not(door, ask):
    stranger = make.staff(Role.VOLUNTEER, door.session.area)

    assert ask(stranger, minutes=60).json["code"] == "was_not_there"


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"minutes": 121}, "minutes"),
        ({"left_at": "2026-03-05T08:59:00+08:00"}, "left_at"),
        ({"left_at": "2026-03-05T12:00:00+08:00"}, "left_at"),
        ({}, "minutes"),
        ({"minutes": 10, "left_at": "2026-03-05T10:00:00+08:00"}, "minutes"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(ask, forgetful, form, field):
    told = ask(forgetful, **form)

    assert (told.status_code, list(told.json["problems"])) == (422, [field])


def test_not_before_it_begins_nor_a_week_after(door, ask, clock):
    volunteer = door.volunteer()
    clock.travel_to("2026-03-05 08:30")
    early = ask(volunteer, minutes=30)
    clock.travel_to("2026-03-12 11:01")

    assert early.json["code"] == "not_begun"
    assert ask(volunteer, minutes=30).json["code"] == "too_late_to_repair"


def test_the_desk_reads_what_waits_and_everybody_their_own(door, ask, forgetful, get):
    ask(forgetful, minutes=60)
    worker = door.worker()
    waiting = get("/api/occasions/repairs", by=worker, state="asked").json["items"]
    mine = get("/api/occasions/repairs", by=forgetful, mine="true").json["items"]
    other = get("/api/occasions/repairs", by=door.volunteer("二"), mine="true").json["items"]

    assert [step["action"] for step in waiting[0]["actions"]] == ["approve", "refuse"]
    assert (mine[0]["actions"], other) == ([], [])


def test_the_reason_is_sealed(ask, forgetful):
    ask(forgetful, minutes=60, reason="孩子发烧先走了")
    kept = db.session.connection().exec_driver_sql("SELECT reason FROM repairs").scalar()

    assert "发烧" not in kept


def test_approved_after_the_end_it_is_announced_anew(door, ask, judge, forgetful, clock):
    worker = door.worker()
    door.end(worker)
    ask(forgetful, minutes=60)
    clock.travel_to("2026-03-10 10:00")
    judge(worker)

    assert str(stay().public_until) == "2026-03-13"
