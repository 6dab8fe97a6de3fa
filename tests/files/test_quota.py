"""Sending files costs the server most: so much a day, and only a few at once."""

from contextlib import ExitStack

import pytest

from server.core.db import db
from server.files import quota
from server.files.models import File
from tests import make
from tests.files.pictures import colours, jpeg

PHOTO = ("photo.jpg", jpeg(colours(40, 30)))
NO_PHOTO = ("photo.jpg", b"MZ" + bytes(500))


@pytest.fixture
def send(post):
    def send(by, file=PHOTO, **known):
        return post("/api/files/", by=by, file=file, kind="picture", **known)

    return send


def test_who_has_sent_enough_is_told_to_come_back_tomorrow(clock, send, monkeypatch):
    monkeypatch.setattr(quota, "SENT_MAX", 2)
    aunt, neighbour = make.person(), make.person("李伯")
    answers = [send(aunt) for _ in range(3)]
    refused = answers[-1]

    assert [answer.status_code for answer in answers] == [201, 201, 429]
    assert refused.json["code"] == "enough_for_today"
    assert "明天再传" in refused.json["detail"]
    assert int(refused.headers["Retry-After"]) == 15 * 3600  # from 9 o'clock to midnight
    assert send(neighbour).status_code == 201

    clock.forward(hours=15)

    assert send(aunt).status_code == 201


def test_what_is_asked_again_is_answered_again(send, monkeypatch):
    monkeypatch.setattr(quota, "SENT_MAX", 1)
    aunt = make.person()
    first, again = (send(aunt, key="0f3c7a52-9d1e") for _ in range(2))

    assert (again.status_code, again.json["id"]) == (first.status_code, first.json["id"])


def test_who_sends_what_is_no_photo_all_day_is_no_longer_looked_at(clock, send, monkeypatch):
    monkeypatch.setattr(quota, "REFUSED_MAX", 2)
    rogue = make.person()
    codes = [send(rogue, NO_PHOTO).json["code"] for _ in range(4)]

    assert codes == ["not_a_picture"] * 2 + ["enough_for_today"] * 2
    assert send(rogue).status_code == 429

    clock.forward(days=1)

    assert send(rogue).status_code == 201


def test_who_comes_while_all_turns_are_taken_is_asked_to_wait(send, monkeypatch):
    monkeypatch.setattr(quota, "PATIENCE", 0.01)
    aunt = make.person()
    with ExitStack() as turns:
        for _ in range(quota.AT_ONCE):
            turns.enter_context(quota.cleaning(aunt))
        answer = send(aunt)

    assert (answer.status_code, answer.json["code"]) == (503, "busy")
    assert answer.headers["Retry-After"]
    assert "再试" in answer.json["detail"]
    assert db.session.scalar(db.select(db.func.count(File.id))) == 0
    assert send(aunt).status_code == 201


def test_a_refused_file_gives_its_turn_back(send, monkeypatch):
    monkeypatch.setattr(quota, "PATIENCE", 0.01)
    rogue = make.person()
    answers = [send(rogue, NO_PHOTO) for _ in range(quota.AT_ONCE + 1)]

    assert {answer.status_code for answer in answers} == {422}
