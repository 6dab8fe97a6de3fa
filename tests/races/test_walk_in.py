"""People who came to serve without having signed up, all at once."""

from collections import Counter

import pytest

from server.core.db import db
from server.occasions.parts import Post, Signup
from tests import make
from tests import make_occasions as occasions
from tests.races.at_the_door import patiently, scanners, this_morning, volunteers


@pytest.fixture
def session():
    return this_morning()


def test_two_scanners_at_one_walk_in_take_one_place(together, session):
    (person,) = volunteers(session, 1, seated=False)
    occasions.post(session, capacity=5)
    path = f"/api/occasions/sessions/{session.id}/scans"
    code = occasions.own_code(person)

    def by(token):
        form = {"client_id": occasions.scan_id(), "code": code, "direction": "in"}
        form["capacity"] = "duty"
        return lambda web: web.post(path, token=token, **form)

    told = together(*[by(token) for token in scanners(session) * 3])

    assert Counter(one.json["status"] for one in told) == {"accepted": 1, "already": 5}
    assert db.session.query(Signup).filter_by(person_id=person.id).count() == 1


def test_of_ten_walk_ins_as_many_serve_as_there_is_room(together, session):
    people = volunteers(session, 10, seated=False)
    room = [occasions.post(session, capacity=2), occasions.post(session, capacity=1)]
    code = occasions.screen_code(session)

    def by(token):
        form = {"client_id": occasions.scan_id(), "code": code, "capacity": "duty"}
        return lambda web: patiently(lambda: web.post("/api/occasions/scans", token=token, **form))

    told = together(*[by(make.token(person)) for person in people])

    assert Counter(one["code"] for one in told) == {None: 3, "no_room": 7}
    db.session.expire_all()
    assert [db.session.get_one(Post, post.id).taken for post in room] == [2, 1]
