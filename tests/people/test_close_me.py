"""Whoever closes their account proves once more who they are, and is forgotten."""

import pytest
from sqlalchemy import select

from schemas.people_words import Role
from server.core.audit import AuditEntry
from server.core.db import db
from server.core.moves import Move
from server.messages import service as messages
from server.people import upward
from server.people.identities import PASSWORD, PHONE, add_identity
from server.people.models import Consent, Identity, Person
from server.people.passwords import hash_password
from tests import make

NUMBER, CLOSE = "13859740001", "/api/people/me/close"


@pytest.fixture
def chen(clock, estate):
    person = make.person("陈阿姨", estate=estate, phone=NUMBER, real_name="陈美丽")
    add_identity(person, PHONE, NUMBER)
    db.session.commit()
    return person


@pytest.fixture
def code(post, sms):
    def code(number=NUMBER):
        post("/api/people/sign_in/sms_code", phone=number)
        return sms.last_to(number).params["code"]

    return code


@pytest.fixture
def close(post, chen, code):
    return lambda by=chen: post(CLOSE, by=by, phone=NUMBER, code=code())


def refused(answer, code):
    return (answer.status_code, answer.json["code"]) == (409, code)


def test_nobody_is_signed_in_any_more(close, chen, get):
    device = make.token(chen)
    assert close().json == {"closed": True}

    assert get("/api/people/me", token=device).json["code"] == "signed_out"


def test_what_named_them_is_gone(close, chen, post, estate):
    post("/api/people/me/estate", by=chen, estate_id=estate.id, building="5", room="302")
    post("/api/people/volunteers", by=chen, area_id=estate.parent_id, about="会修电灯")
    post("/api/people/me/consents", by=chen, purpose="service", version="2026-03")
    messages.tell(chen.id, "有人接单了", "陈美丽您好", reason="test:1")
    db.session.commit()
    close()

    assert (chen.display_name, chen.real_name, chen.phone) == ("已注销的居民", None, None)
    assert rows_about(chen) == {"consents", "persons", "sign_ins"}
    assert db.session.scalars(select(Consent)).one().withdrawn_at is not None


def rows_about(person):
    """Tables in which a column says it is theirs. Moves and audit hold ids of what was done."""
    owner = ("person_id", "actor_id")
    named = {"persons"}
    for table in db.metadata.tables.values():
        for column in (table.c[name] for name in owner if name in table.c):
            if db.session.scalar(select(column).where(column == person.id).limit(1)):
                named.add(table.name)
    return named - {"moves", "audit_entries"}


def test_it_is_on_record_without_a_name(close, chen):
    close()
    entry = db.session.scalars(select(AuditEntry)).one()

    assert (entry.action, entry.subject, entry.known) == ("close_me", f"persons:{chen.id}", {})
    assert db.session.scalars(select(Move.action)).all() == ["close"]


def test_the_number_begins_anew(close, chen, post, code, clock):
    close()
    clock.forward(minutes=1)
    again = post("/api/people/sign_in/sms", phone=NUMBER, code=code()).json["me"]

    assert again["id"] != chen.id
    assert again["estate"] is None


def test_who_was_merged_into_them_is_forgotten_too(close, chen, estate):
    alias = make.person("陈奶奶", estate=estate, merged_into_id=chen.id, phone="13859740002")
    close()

    assert (alias.display_name, alias.phone) == ("已注销的居民", None)


def test_what_they_had_in_hand_is_left(close, chen, monkeypatch):
    heard = []
    monkeypatch.setattr(upward, "gone", [lambda p, *, roles, by: heard.append((p.state, roles))])
    make.grant(chen, Role.VOLUNTEER, make.county())
    close()

    assert heard == [("closed", None)]
    assert chen.live_grants == []


def test_what_others_tell_them_on_the_way_out_is_not_kept_either(close, chen, monkeypatch):
    def tells(person, *, roles, by):
        upward.tell(person.id, "已撤回", "陈美丽您好", reason="test:out")

    monkeypatch.setattr(upward, "gone", [*upward.gone, tells])
    close()

    assert "messages" not in rows_about(chen)


def test_a_device_that_was_left_signed_in_is_not_enough(post, chen):
    assert refused(post(CLOSE, by=chen, phone=NUMBER, code="000000"), "code_wrong")
    assert post(CLOSE, by=chen).status_code == 422
    assert chen.display_name == "陈阿姨"


def test_somebody_elses_number_proves_nothing(close, chen, estate):
    assert refused(close(by=make.person("林伯", estate=estate)), "not_your_proof")
    assert db.session.scalars(select(Identity)).one().person_id == chen.id


def test_wechat_is_a_proof(post, session_of, wechat):
    session = session_of("o-lin")
    token = session["access_token"]
    assert refused(
        post(CLOSE, token=token, wechat_code=wechat.code_for("o-thief")), "not_your_proof"
    )
    assert post(CLOSE, token=token, wechat_code=wechat.code_for("o-lin")).status_code == 200
    assert session_of("o-lin")["me"]["id"] != session["me"]["id"]


def test_so_is_the_password_of_whoever_has_one(post, chen):
    assert refused(post(CLOSE, by=chen, password="Xunbei-2026"), "no_password")
    own = add_identity(chen, PASSWORD, "meili")
    own.password_hash = hash_password("meili", "Xunbei-2026", field="password")
    db.session.commit()

    assert refused(post(CLOSE, by=chen, password="Xunbei-2027"), "name_or_password_wrong")
    assert post(CLOSE, by=chen, password="Xunbei-2026").status_code == 200


def test_an_office_is_ended_first(close, chen, community):
    make.grant(chen, Role.GRID_WORKER, community)

    assert refused(close(), "holds_office")
    assert db.session.get(Person, chen.id).display_name == "陈阿姨"


def test_staff_no_longer_find_them(close, chen, get, desk):
    close()
    for by in (desk, make.administrator()):
        assert get("/api/people/persons", by=by, q="已注销").json["items"] == []
        assert get(f"/api/people/persons/{chen.id}", by=by).status_code == 404
