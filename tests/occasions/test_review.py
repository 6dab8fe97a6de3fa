"""What looks odd is listed for whoever runs the session, and stops nobody."""

import pytest

from server.core.db import db
from server.occasions.parts import Signup
from tests import make
from tests import make_occasions as occasions
from tests.occasions.at_the_door import AtTheDoor
from tests.occasions.scanner import Scanner


@pytest.fixture
def odd(door, get):
    """(kind, whom) of each."""

    def odd():
        rows = get(f"{door.path}/oddities", by=door.worker()).json["items"]
        return [(row["kind"], row["people"]) for row in rows]

    return odd


def test_an_ordinary_morning_is_not_odd(door, odd, clock):
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=100)
    door.scan(volunteer, "out")

    assert odd() == []


def test_two_places_at_once(door, odd, post):
    volunteer = door.volunteer()
    other = AtTheDoor(post, occasions.session(door.session.area, title="志愿服务日"))
    occasions.signup(volunteer, occasions.post(other.session))
    door.scan(volunteer)

    assert other.scan(volunteer)["status"] == "accepted"
    assert odd() == [("two_places", ["王师傅"])]


def test_one_after_the_other_is_not(door, odd, post, clock):
    volunteer = door.volunteer()
    other = AtTheDoor(post, occasions.session(door.session.area))
    occasions.signup(volunteer, occasions.post(other.session))
    for place in (door, other):
        place.scan(volunteer)
        clock.forward(minutes=30)
        place.scan(volunteer, "out")

    assert odd() == []


def test_a_day_of_more_than_twelve_hours(door, odd, post, clock):
    volunteer = door.volunteer()
    long = AtTheDoor(post, occasions.session(door.session.area, hours=13))
    occasions.signup(volunteer, occasions.post(long.session))
    door.scan(volunteer)
    clock.forward(minutes=30)
    door.scan(volunteer, "out")
    long.scan(volunteer)
    clock.forward(hours=12)
    long.scan(volunteer, "out")

    assert odd() == [("long_hours", ["王师傅"])]


def test_one_phone_for_three(door, odd):
    people = [door.volunteer(name) for name in ("甲", "乙", "丙")]
    for person in people[:2]:
        door.scan(person, phone_id="phone-of-one")
    two = odd()
    door.scan(people[2], phone_id="phone-of-one")

    assert (two, odd()) == ([], [("one_phone", ["甲", "乙", "丙"])])


def test_offline_without_a_place(door, odd):
    scanner = Scanner.enrolled(door, door.steward())
    scanner.sees(door.volunteer(seated=False), capacity="duty")
    scanner.told()

    assert odd() == [("no_seat", ["王师傅"])]


def test_out_without_in(door, odd):
    door.scan(door.volunteer(), "out")

    assert odd() == [("out_without_in", ["王师傅"])]


def test_never_out_is_odd_when_it_is_over(door, odd, clock):
    door.scan(door.volunteer())
    clock.forward(hours=3)
    before = odd()
    clock.forward(minutes=1)

    assert (before, odd()) == ([], [("never_out", ["王师傅"])])


def test_looked_at_it_goes_to_the_end_with_a_word(door, get):
    door.scan(door.volunteer("甲"), "out")
    door.scan(door.volunteer("乙"), "out")
    worker = door.worker()
    first = get(f"{door.path}/oddities", by=worker).json["items"][0]
    rows = door.post(
        f"{door.path}/oddities/review", by=worker, name=first["name"], words="电话问过，是先走的"
    ).json["items"]

    assert [row["people"] for row in rows] == [["乙"], ["甲"]]
    assert (rows[1]["reviewed_words"], rows[1]["reviewed_by"]) == ("电话问过，是先走的", "小林")


def test_of_two_who_look_the_first_words_stay(door, get):
    door.scan(door.volunteer(), "out")
    (row,) = get(f"{door.path}/oddities", by=door.worker()).json["items"]
    for name, words in (("小林", "问过了"), ("小吴", "没问题")):
        form = {"name": row["name"], "words": words}
        rows = door.post(f"{door.path}/oddities/review", by=door.worker(name), **form).json["items"]

    assert rows[0]["reviewed_words"] == "问过了"


def test_what_is_not_odd_is_not_looked_at(door):
    form = {"name": "two_places:1:2", "words": "好"}

    assert door.post(f"{door.path}/oddities/review", by=door.worker(), **form).status_code == 404


def test_nobody_looks_at_their_own(door, get):
    worker = door.worker()
    occasions.signup(worker, occasions.post(door.session))
    door.scan(worker, "out")
    (row,) = get(f"{door.path}/oddities", by=worker).json["items"]
    form = {"name": row["name"], "words": "是我"}

    assert door.post(f"{door.path}/oddities/review", by=worker, **form).json["code"] == "own_oddity"


# ---- the page of whoever runs it


def test_everybody_who_signed_up_or_came_is_listed(door, get, clock):
    worker, came, missing = door.worker(), door.volunteer("来了"), door.volunteer("没来")
    visitor = make.person("路过")
    door.scan(came)
    door.scan(visitor)
    rows = door.present(get, worker)

    assert set(rows) == {came.id, missing.id, visitor.id}
    assert rows[came.id]["stays"][0]["capacity"] == "duty"
    assert [step["action"] for step in rows[came.id]["actions"]] == ["out"]
    assert [step["action"] for step in rows[missing.id]["actions"]] == ["in"]


@pytest.mark.parametrize(("view", "who"), [("here", "来了"), ("missing", "没来")])
def test_those_who_are_here_and_those_who_are_missing(door, get, view, who):
    worker, came = door.worker(), door.volunteer("来了")
    door.volunteer("没来")
    door.scan(came)

    rows = door.present(get, worker, view=view)
    assert [row["person_name"] for row in rows.values()] == [who]


def test_flags_and_repairs_stand_beside_the_name(door, get, clock):
    worker, volunteer = door.worker(), door.volunteer()
    clock.forward(minutes=60)
    door.scan(volunteer, "out")
    form = {"client_id": occasions.scan_id(), "minutes": 30, "reason": "忘了签到"}
    door.post(f"{door.path}/repairs", by=volunteer, **form)
    row = door.present(get, worker)[volunteer.id]

    assert (row["flags"], row["repair_waits"]) == (["只有签退"], True)


def test_oneself_one_does_nothing_about(door, get):
    worker = door.worker()
    occasions.signup(worker, occasions.post(door.session))
    row = door.present(get, worker)[worker.id]

    assert row["actions"] == []


def test_who_has_no_place_may_be_given_one(door, get):
    worker = door.worker()
    scanner = Scanner.enrolled(door, door.steward())
    volunteer = door.volunteer(seated=False)
    scanner.sees(volunteer, capacity="duty")
    scanner.told()
    duty = occasions.post(door.session, label="搬桌椅")
    form = {"person_id": volunteer.id, "post_id": duty.id}
    door.post(f"{door.path}/seats", by=worker, **form)
    row = door.present(get, worker)[volunteer.id]

    assert (row["post_label"], row["walk_in"], row["flags"]) == ("搬桌椅", True, [])
    assert db.session.query(Signup).filter_by(person_id=volunteer.id).one().walk_in
