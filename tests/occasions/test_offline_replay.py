"""Whatever way batches of offline scans arrive, twice and in any order, by clocks that are minutes
off: what counts is what counts when each comes once and in order."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.db import db
from server.occasions.parts import Post, Signup
from server.occasions.presence import Attendance, Scan
from server.occasions.service.uploads import OFF
from tests import make_occasions as occasions
from tests.clock import Clock
from tests.machines.runs import RUN
from tests.occasions.at_the_door import AtTheDoor
from tests.occasions.scanner import Scanner

PEOPLE = 4  # the last of whom never signed up

A_SCAN = st.tuples(
    st.integers(-70, 200),  # minutes after the beginning
    st.integers(0, PEOPLE - 1),
    st.sampled_from(["in", "out"]),
    st.sampled_from([None, "duty", "visit"]),
    st.sampled_from(["code", "old code", "name"]),
)
DAYS = st.lists(A_SCAN, min_size=1, max_size=12, unique_by=lambda scan: scan[:3])
WRONG = st.lists(st.integers(-600, 600), min_size=2, max_size=2)  # seconds, of two scanners


@pytest.fixture
def a_day(post):
    with Clock() as clock:
        session = occasions.session()
        door = AtTheDoor(post, session)
        worker = door.worker()
        people = [door.volunteer(str(n), seated=n < PEOPLE - 1) for n in range(PEOPLE)]
        occasions.device(session.area, secret="secret-of-the-scanner")
        yield clock, door, worker, people


@RUN
@given(scans=DAYS, wrong=WRONG, order=st.randoms(use_true_random=False))
def test_any_order_twice_is_once_in_order(a_day, scans, wrong, order):
    clock, door, worker, people = a_day
    scanners = [Scanner(door, worker, wrong_by=timedelta(seconds=off)) for off in wrong]
    for number, scan in enumerate(sorted(scans, key=lambda scan: scan[0])):
        write_down(clock, scanners[number % 2], people, scan)
    clock.travel_to("2026-03-05 18:00")
    truth = scanners[0].truth | scanners[1].truth
    once = arrived(clock, [[(s, item)] for s in scanners for item in s.waiting])
    many = [[(s, item)] for s in scanners for item in s.waiting] * 2
    order.shuffle(many)

    assert arrived(clock, batched(many, order)) == once
    assert all(abs(at - truth[name]) <= OFF for name, _, at, _ in once[0])


def write_down(clock, scanner, people, scan) -> None:
    minutes, who, direction, capacity, how = scan
    clock.travel_to("2026-03-05 09:00")
    clock.forward(minutes=minutes)
    more = {"capacity": capacity} if capacity else {}
    if how == "name":
        scanner.names(people[who], direction, **more)
        return
    code = occasions.own_code(people[who], ago=0 if how == "code" else 300)
    scanner.sees(people[who], direction, code=code, **more)


def batched(sendings, order):
    """Neighbours of one scanner go together, now and then."""
    batches = []
    for (one,) in sendings:
        if batches and batches[-1][-1][0] is one[0] and order.random() < 0.6:
            batches[-1].append(one)
        else:
            batches.append([one])
    return batches


def arrived(clock, batches):
    """The state after these batches, minutes apart; then as if they had not come."""
    for batch in batches:
        clock.forward(minutes=3)
        answer = batch[0][0].sends([item for _, item in batch])
        assert answer.status_code == 200, answer.text
    left = state()
    for kind in (Scan, Attendance):
        db.session.query(kind).delete()
    db.session.commit()
    return left


def state():
    db.session.expire_all()
    scans = {(s.client_id, s.refused, s.scanned_at, s.capacity) for s in db.session.query(Scan)}
    stays = {
        (a.person_id, a.capacity, a.in_at, a.out_at, a.minutes_actual, a.minutes_credited)
        for a in db.session.query(Attendance)
        if a.in_at or a.minutes_added  # an empty one says nothing
    }
    seats = {(s.person_id, s.state) for s in db.session.query(Signup)}
    return scans, stays, seats, [post.taken for post in db.session.query(Post)]
