"""What waits for the desk, counted where its day begins."""

from tests import make
from tests import make_occasions as occasions

WAITING = "/api/occasions/waiting"


def asked_for(door, name="王师傅"):
    volunteer = door.volunteer(name)
    form = {"client_id": occasions.scan_id(), "minutes": 30, "reason": "手机没电了"}
    return door.post(f"{door.path}/repairs", by=volunteer, **form).json


def test_repairs_wait_until_they_are_judged(door, get, clock):
    clock.forward(hours=3)
    worker = door.worker()
    asked, _ = asked_for(door), asked_for(door, "李师傅")
    before = get(WAITING, by=worker).json["repairs"]
    door.post(f"/api/occasions/repairs/{asked['id']}/approve", by=worker)

    assert (before, get(WAITING, by=worker).json["repairs"]) == (2, 1)


def test_who_asks_to_join_a_team_waits_too(places, post, get):
    form = {"area_id": places.estate.id, "name": "一队", "leader_id": None}
    team = post("/api/occasions/teams", by=places.worker, **form).json
    post(f"/api/occasions/teams/{team['id']}/join", by=places.volunteer())
    waits = get(WAITING, by=places.worker).json
    post(f"/api/occasions/teams/{team['id']}/close", by=places.worker)

    assert waits == {"repairs": 0, "memberships": 1}
    assert get(WAITING, by=places.worker).json["memberships"] == 0


def test_a_desk_counts_what_lies_below_it_in_one_statement(door, get, clock, count_queries):
    clock.forward(hours=3)
    asked_for(door)
    far = make.staff(at=make.estate("别处", make.community("别社区")))
    token = make.token(far)
    with count_queries() as asked:
        told = get(WAITING, token=token).json

    assert told == {"repairs": 0, "memberships": 0}
    assert len(asked) == 2  # who asks, and the counts
