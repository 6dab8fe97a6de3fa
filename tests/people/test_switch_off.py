"""An account is switched off by whoever administers it, and by nobody it outranks."""

import pytest
from sqlalchemy import select

from schemas.people_words import Role
from server.core.audit import AuditEntry
from server.core.db import db
from server.core.moves import Move
from tests import make


@pytest.fixture
def switch(post, administrator):
    def switch(person, to="off", by=administrator):
        return post(f"/api/people/persons/{person.id}/switch_{to}", by=by)

    return switch


def test_at_once_and_on_every_device(switch, get, post, wechat, estate, session_of):
    session = session_of("o-chen")
    person_id = session["me"]["id"]
    post("/api/people/me/estate", token=session["access_token"], estate_id=estate.id)
    person = db.session.get(make.Person, person_id)
    assert switch(person).json["label"] == "已停用"

    assert get("/api/people/me", token=session["access_token"]).status_code == 401
    assert post("/api/people/refresh", refresh_token=session["refresh_token"]).status_code == 401
    assert post("/api/people/sign_in/wechat", code=wechat.code_for("o-chen")).status_code == 401


def test_switched_on_they_come_back_by_signing_in(switch, get, estate):
    person = make.person(estate=estate)
    before = make.token(person)
    switch(person)
    switch(person, "on")

    assert get("/api/people/me", token=before).json["code"] == "signed_out"
    assert get("/api/people/me", by=person).status_code == 200


def test_it_is_recorded_twice_as_a_move_and_in_the_audit(switch, estate, administrator):
    person = make.person(estate=estate)
    switch(person)
    move = db.session.scalars(select(Move).where(Move.action == "switch_off")).one()

    assert (move.subject_id, move.actor_id) == (person.id, administrator.id)
    assert db.session.scalars(select(AuditEntry.action)).all() == ["switch_off"]


def test_twice_is_once(switch, estate):
    person = make.person(estate=estate)
    switch(person)

    assert switch(person).json["code"] == "illegal_move"


def test_not_oneself(switch, administrator):
    assert switch(administrator).status_code == 403


def test_not_somebody_whose_office_reaches_further(switch, estate):
    mayor = make.administrator(at=make.county())
    mayor.estate_id = estate.id
    db.session.commit()

    assert switch(mayor).status_code == 403


def test_not_by_a_desk(switch, estate, community):
    assert switch(make.person(estate=estate), by=make.staff(at=community)).status_code == 403


def test_not_from_elsewhere(switch, estate):
    elsewhere = make.staff(Role.ADMINISTRATOR, at=make.community("城东社区"))

    assert switch(make.person(estate=estate), by=elsewhere).status_code == 404
