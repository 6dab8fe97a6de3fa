"""Until a week after the end a supervisor puts right what was forgotten; then no button says so."""

from schemas.occasions import WAITING
from tests import make_occasions as occasions


def came_without_a_post(door):
    volunteer = door.volunteer(seated=False)
    occasions.post(door.session)
    door.scan(volunteer)
    return volunteer


def steps(door, get, worker) -> list:
    return [step["action"] for row in door.present(get, worker).values() for step in row["actions"]]


def test_a_week_after_the_end_nobody_is_given_a_post_any_more(door, get, clock):
    worker, _ = door.worker(), came_without_a_post(door)
    until = get(door.path, by=worker).json["put_right_until"]
    clock.travel_to("2026-03-12 11:00")
    before = steps(door, get, worker)
    clock.forward(seconds=1)

    assert until.startswith("2026-03-12T03:00")
    assert (before, steps(door, get, worker)) == (["out", "seat"], [])


def test_of_what_was_called_off_nothing_is_put_right(door, get, post):
    worker, _ = door.worker(), occasions.post(door.session)
    post(f"{door.path}/call_off", by=worker, words="下雨")

    assert get(door.path, by=worker).json["put_right_until"] is None


def test_a_request_of_somebody_without_a_post_says_whether_one_can_still_be_given(door, get, clock):
    worker, volunteer = door.worker(), door.volunteer(seated=False)
    occasions.signup(volunteer, occasions.post(door.session), state=WAITING)
    clock.forward(hours=3)
    form = {"client_id": occasions.scan_id(), "minutes": 30, "reason": "忘了"}
    door.post(f"{door.path}/repairs", by=volunteer, **form)

    def note():
        return get("/api/occasions/repairs", by=worker).json["items"][0]["note"]

    in_time = note()
    clock.travel_to("2026-03-20 09:00")

    assert "先在“到场”里给他安排岗位" in in_time
    assert "过了可以安排岗位的期限" in note()
