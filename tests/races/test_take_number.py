"""Forty hands for twelve numbers of a line: given once each, without gaps, and called once each."""

from collections import Counter
from datetime import timedelta

from server.core import clock
from server.core.db import db
from server.occasions.parts import Line, QueueNumber
from tests import make
from tests import make_occasions as occasions


def market():
    return occasions.session(make.estate(), begins=clock.now() + timedelta(days=3))


def last(line) -> int:
    db.session.expire_all()
    return db.session.get_one(Line, line.id).last


def test_forty_take_a_number_of_twelve(together):
    line = make.saved(Line(session_id=market().id, label="义剪", capacity=12))
    people = [make.person(estate=make.estate()) for _ in range(40)]
    path = f"/api/occasions/lines/{line.id}/numbers"
    tokens = [make.token(person) for person in people]
    answers = together(*[lambda web, token=token: web.post(path, token=token) for token in tokens])
    given = sorted(a.json["n"] for a in answers if a.status_code == 201)
    refused = Counter(a.json["code"] for a in answers if a.status_code != 201)

    assert given == list(range(1, 13))
    assert refused == {"line_full": 28}
    assert last(line) == 12


def test_in_two_tabs_one_takes_one_number_and_leaves_no_gap(together):
    line = make.saved(Line(session_id=market().id, label="义剪"))
    token = make.token(make.person(estate=make.estate()))
    path = f"/api/occasions/lines/{line.id}/numbers"
    answers = together(*[lambda web: web.post(path, token=token)] * 2)

    assert sorted(a.status_code for a in answers) == [201, 409]
    assert last(line) == 1


def test_in_six_tabs_one_takes_one_number_for_others(together):
    line = make.saved(Line(session_id=market().id, label="义剪"))
    token = make.token(make.person(estate=make.estate()))
    path = f"/api/occasions/lines/{line.id}/numbers"
    answers = together(*[lambda web: web.post(path, token=token, called="外婆")] * 6)

    assert Counter(a.status_code for a in answers) == {201: 1, 409: 5}
    assert last(line) == 1


def test_two_at_the_line_call_two(together):
    session = occasions.session(make.estate())
    line = make.saved(Line(session_id=session.id, label="义剪", last=5))
    worker = make.staff(at=session.area)
    for n in range(1, 6):
        row = QueueNumber(session_id=session.id, line_id=line.id, n=n, called=f"{n}号客")
        row.entered_by_id = worker.id
        make.saved(row)
    path, token = f"/api/occasions/lines/{line.id}/call_next", make.token(worker)
    answers = together(*[lambda web: web.post(path, token=token)] * 3)

    assert sorted(a.json["n"] for a in answers) == [1, 2, 3]
