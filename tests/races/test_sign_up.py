"""Fifty hands for ten places: given once each, in the order of arrival, and what becomes free goes
to who waits longest, whatever else happens at that moment."""

from collections import Counter
from datetime import timedelta

import pytest

from schemas.people_words import Role
from server.core import clock
from server.core.db import db
from server.core.jobs import app as jobs
from server.occasions.parts import Post, Signup
from tests import make
from tests import make_occasions as occasions

ROUNDS = 6
ASKED = "有空位了，等您确认"


def market(**given):
    begins = clock.now() + timedelta(days=3)
    return occasions.session(make.estate(), begins=begins, **given)


def crew(session, count: int):
    return [make.staff(Role.VOLUNTEER, at=session.area) for _ in range(count)]


def sign_up(duty, person):
    path, token = f"/api/occasions/posts/{duty.id}/sign_up", make.token(person)
    return lambda web: web.post(path, token=token)


def step(signup, action, person):
    path, token = f"/api/occasions/signups/{signup.id}/{action}", make.token(person)
    return lambda web: web.post(path, token=token)


def filled(session, waiting: int, capacity=2):
    """A post that is full, and who waits for it; the sign-ups in the order of arrival."""
    duty = occasions.post(session, capacity=capacity)
    people = crew(session, capacity + waiting)
    seated = [occasions.signup(person, duty) for person in people[:capacity]]
    queued = [waits(person, duty) for person in people[capacity:]]
    return duty, people, seated + queued


def waits(person, duty):
    row = Signup(session_id=duty.session_id, post_id=duty.id, person_id=person.id)
    row.entered_by_id = person.id
    return make.saved(row)


def now(model, row):
    db.session.expire_all()
    return db.session.get_one(model, row.id)


def states(duty) -> list[str]:
    db.session.expire_all()
    query = db.select(Signup.state).where(Signup.post_id == duty.id).order_by(Signup.id)
    return [state.value for state in db.session.scalars(query)]


def seats_add_up(duty) -> bool:
    """What is counted is what is there, and no more than there are."""
    seated = sum(state in ("signed", "invited") for state in states(duty))
    row = now(Post, duty)
    return row.taken == seated <= row.capacity


def test_fifty_sign_up_for_ten_places(together):
    """Ten have one; forty wait, ranked 1 to 40 in the order in which they were answered."""
    duty = occasions.post(market(), capacity=10)
    people = crew(duty.session, 50)
    answers = together(*[sign_up(duty, person) for person in people])
    seated = [a.json for a in answers if a.json.get("state") == "signed"]
    waiting = sorted((a.json for a in answers if a.json.get("state") == "waiting"), key=in_order)

    assert Counter(a.status_code for a in answers) == {201: 50}
    assert (len(seated), now(Post, duty).taken) == (10, 10)
    assert [one["rank"] for one in waiting] == list(range(1, 41))
    assert max(one["id"] for one in seated) < waiting[0]["id"]
    assert states(duty) == ["signed"] * 10 + ["waiting"] * 40


def lapses(signup):
    """The job falls due."""
    job = jobs.tasks["occasions.lapse_invitation"].func

    def run(web):
        with web.client.application.app_context():
            job(signup_id=signup.id)

    return run


def in_order(one: dict) -> int:
    return one["id"]


def test_one_volunteer_in_two_tabs_has_one_place(together):
    duty = occasions.post(market(), capacity=5)
    (person,) = crew(duty.session, 1)
    answers = together(*[sign_up(duty, person)] * 2)

    assert sorted(a.status_code for a in answers) == [201, 409]
    assert now(Post, duty).taken == 1


def test_at_two_posts_at_once_one_has_one_place(together):
    session = market()
    duties = [occasions.post(session, label=label) for label in ("引导", "签到")]
    (person,) = crew(session, 1)
    answers = together(*[sign_up(duty, person) for duty in duties])

    assert sorted(a.status_code for a in answers) == [201, 409]
    assert sum(now(Post, duty).taken for duty in duties) == 1


@pytest.mark.parametrize("nth", range(ROUNDS))
def test_two_step_down_while_others_sign_up(together, get_messages, nth):
    """Both seats go to the first two who waited, told once; who comes now waits behind them."""
    duty, people, rows = filled(market(), waiting=2)
    late = crew(duty.session, 3)
    answers = together(
        step(rows[0], "withdraw", people[0]),
        step(rows[1], "withdraw", people[1]),
        *[sign_up(duty, person) for person in late],
    )

    assert {a.status_code for a in answers} <= {200, 201}
    assert states(duty) == ["withdrawn"] * 2 + ["invited"] * 2 + ["waiting"] * 3
    assert seats_add_up(duty)
    assert [get_messages(person) for person in people[2:] + late] == [[ASKED]] * 2 + [[]] * 3


@pytest.mark.parametrize("nth", range(ROUNDS))
def test_who_waits_steps_down_while_the_seat_is_on_its_way_to_them(together, nth):
    """Whichever comes first, the seat is with the next one or with nobody twice."""
    duty, people, rows = filled(market(), waiting=2, capacity=1)
    answers = together(step(rows[0], "withdraw", people[0]), step(rows[1], "withdraw", people[1]))

    assert {a.status_code for a in answers} == {200}
    assert states(duty) == ["withdrawn", "withdrawn", "invited"]
    assert seats_add_up(duty)


@pytest.mark.parametrize("nth", range(ROUNDS))
def test_said_yes_to_while_it_lapses_it_is_one_or_the_other(together, get_messages, nth):
    duty, people, rows = filled(market(), waiting=2, capacity=1)
    together(step(rows[0], "withdraw", people[0]))
    said, _ = together(step(rows[1], "confirm", people[1]), lapses(rows[1]))

    assert said.status_code in (200, 409)
    expected = ["signed", "waiting"] if said.status_code == 200 else ["lapsed", "invited"]
    assert states(duty)[1:] == expected
    assert seats_add_up(duty)
    assert get_messages(people[2]) == ([ASKED] if expected[1] == "invited" else [])


@pytest.mark.parametrize("nth", range(ROUNDS))
def test_more_seats_while_others_sign_up_go_to_who_waits_longest(together, nth):
    duty, _, _ = filled(market(), waiting=3)
    worker = make.token(make.staff(at=duty.session.area))
    path = f"/api/occasions/posts/{duty.id}/change"
    form = {"label": "引导", "capacity": 4}
    late = crew(duty.session, 2)
    together(
        lambda web: web.post(path, token=worker, **form),
        *[sign_up(duty, person) for person in late],
    )

    assert states(duty) == ["signed"] * 2 + ["invited"] * 2 + ["waiting"] * 3
    assert seats_add_up(duty)


@pytest.mark.parametrize("nth", range(ROUNDS))
def test_who_signs_up_while_their_role_ends_has_no_place(together, nth):
    duty = occasions.post(market())
    (person,) = crew(duty.session, 1)
    path = f"/api/people/grants/{person.live_grants[0].id}/end"
    boss = make.token(make.administrator())
    said, ended = together(sign_up(duty, person), lambda web: web.post(path, token=boss))

    assert (said.status_code in (201, 403, 409), ended.status_code) == (True, 200)
    assert states(duty) in ([], ["withdrawn"])
    assert seats_add_up(duty)
