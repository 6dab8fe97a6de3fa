"""A session that pays in points: promised with the publishing, earned by minutes, announced, and
given back where nobody earned it."""

import pytest

from server.core import jobs
from server.core.db import db
from tests import make
from tests import make_occasions as occasions
from tests.occasions.paid import Paid, serves, volunteer
from tests.work import work_off

SESSIONS = "/api/occasions/sessions"


def test_publishing_reserves_every_place_for_the_whole_time(door, paid):
    assert (paid.left(), paid.planned(door.session)) == (84, 16)


def test_a_pool_that_is_too_empty_says_so_before_anybody_works(post, day, worker, paid):
    of_places(post, day, worker, capacity=30)

    refused = post(f"{SESSIONS}/{day.id}/publish", by=worker)

    assert refused.status_code == 409
    assert refused.json["code"] == "pool_empty"
    assert "还有 100 分，这里要预留 120 分" in refused.json["detail"]


def of_places(post, day, worker, capacity):
    (there,) = db.session.query(occasions.Post).filter_by(session_id=day.id)
    form = {"label": there.label, "capacity": capacity, "minimum": 1, "steward": False}
    answer = post(f"/api/occasions/posts/{there.id}/change", by=worker, **form)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize(("minutes", "points"), [(29, 0), (30, 1), (95, 3), (119, 3), (120, 4)])
def test_each_credited_half_hour_is_a_point(door, paid, clock, minutes, points):
    lin = volunteer(door)

    serves(door, lin, clock, minutes)

    assert paid.has(lin) == (0, points)
    assert paid.planned(door.session) == 16 - points


def test_coming_back_adds_to_what_was_earned(door, paid, clock):
    lin = volunteer(door)
    serves(door, lin, clock, 40)
    clock.forward(minutes=10)
    serves(door, lin, clock, 40)

    assert paid.has(lin) == (0, 2)


def test_points_arrive_when_the_announcement_is_over(door, paid, clock, worker, work):
    lin = volunteer(door)
    serves(door, lin, clock, 119)
    door.end(worker)
    for day in ("2026-03-10 23:59", "2026-03-11 01:10"):
        assert paid.has(lin) == (0, 3)
        clock.travel_to(day)
        jobs.defer("points.mature_awards", timestamp=0)
        work()

    assert paid.has(lin) == (3, 0)


def test_what_nobody_earned_goes_back_when_it_ends(door, paid, clock, worker):
    lin, ming = volunteer(door), volunteer(door, "阿明")
    door.scan(ming)
    serves(door, lin, clock, 60)

    door.end(worker)

    assert paid.planned(door.session) == 4  # ming may still check out: two hours at the most
    assert paid.left() == 100 - 2 - 4


def test_all_of_it_goes_back_when_it_is_called_off(post, door, paid, worker):
    answer = post(f"{SESSIONS}/{door.session.id}/call_off", by=worker, words="因雨取消")

    assert answer.status_code == 200, answer.text
    assert paid.left() == 100


def test_more_places_reserve_more_and_fewer_give_back(post, door, paid, worker):
    of_places(post, door.session, worker, capacity=6)
    assert paid.left() == 76
    of_places(post, door.session, worker, capacity=2)
    assert paid.left() == 92


def test_a_scan_that_is_undone_takes_the_points_back(post, get, door, paid, clock, worker):
    lin = volunteer(door)
    serves(door, lin, clock, 60)
    out = door.present(get, worker)[lin.id]["scans"][-1]

    answer = post(f"/api/occasions/scans/{out['id']}/undo", by=worker)
    assert answer.status_code == 200, answer.text
    work_off()

    assert paid.has(lin) == (0, 0)


def test_visitors_earn_nothing(door, paid, clock):
    aunt = make.person("陈阿姨")

    serves(door, aunt, clock, 60)

    assert paid.has(aunt) == (0, 0)


def test_the_pool_of_somebody_else_is_not_to_be_had(post, estate, worker):
    other = Paid(make.community("浔中社区")).pool
    form = {"kind": "course", "area_id": estate.id, "on": "2026-03-08", "begins": "09:00"}
    form |= {"ends": "11:00", "title": "手机课", "place": "活动室"}

    answer = post(SESSIONS, by=worker, pool_id=other.id, **form)

    assert answer.status_code == 422
    assert "pool_id" in answer.json["problems"]


def test_what_was_promised_does_not_change_after_publishing(post, door, worker, clock):
    clock.forward(minutes=-30)

    answer = post(f"{SESSIONS}/{door.session.id}/change", by=worker, pool_id=None)

    assert (answer.status_code, answer.json["code"]) == (409, "promised")
