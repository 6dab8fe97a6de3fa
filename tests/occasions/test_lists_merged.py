"""Two accounts of one person: wherever people are listed or looked for, they are one."""

from server.core.db import db
from server.occasions.parts import Signup
from server.occasions.teams import Team
from tests import make
from tests.occasions.scanner import Scanner


def there(door, clock, *people, minutes=120):
    for person in people:
        door.scan(person)
    clock.forward(minutes=minutes)
    for person in people:
        door.scan(person, "out")


def test_lists_show_one_person(door, clock, old, new, merge, worker, get):
    there(door, clock, old)
    merge()
    (row,) = door.present(get, worker).values()
    (held,) = get(f"{door.path}/roster", by=worker).json["items"]
    (found,) = get(f"{door.path}/find", by=worker, q="陈伯").json["items"]

    assert (row["person_id"], row["post_label"], len(row["scans"])) == (new.id, "引导", 2)
    assert [stay["minutes_credited"] for stay in row["stays"]] == [120]
    assert (held["person_id"], found["person_id"]) == (new.id, new.id)
    assert row["flags"] == []


def test_named_from_an_older_list_they_are_who_they_are_now(door, old, new, merge, worker):
    scanner = Scanner.enrolled(door, worker)
    scanner.names(old)
    merge()
    scanner.names(new)

    assert scanner.told() == [("accepted", None), ("already", None)]


def test_who_has_come_does_not_step_down_as_the_other(door, old, new, merge, post, get):
    merge()
    door.scan(new)
    (mine,) = get("/api/occasions/signups/mine", by=new).json["items"]
    told = post(f"/api/occasions/signups/{mine['id']}/withdraw", by=new)

    assert told.json["code"] == "already_there"
    assert mine["actions"] == []  # so it is not offered, here or at the desk


def test_hours_of_a_team_follow(door, clock, old, new, merge, get):
    team = make.saved(Team(area_id=door.session.area_id, name="红袖标队", leader_id=old.id))
    seat = db.session.query(Signup).filter_by(person_id=old.id).one()
    seat.team_id = team.id
    make.saved(seat)
    merge()
    there(door, clock, new, minutes=60)

    assert get(f"/api/occasions/teams/{team.id}", by=new).json["minutes"] == 60
