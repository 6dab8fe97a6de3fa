"""Sign-in by WeChat: the first visit makes a person, the next ones find them."""

import pytest
from sqlalchemy import func, select

from schemas.people_words import PersonState
from server.core.db import db
from server.people.models import Identity, Person

SIGN_IN = "/api/people/sign_in/wechat"


def test_the_first_visit_makes_a_neighbour(post, wechat):
    me = post(SIGN_IN, code=wechat.code_for("o-chen")).json["me"]

    assert me["display_name"] == "近邻居民"
    assert (me["estate"], me["phone_masked"], me["elder_look"]) == (None, None, None)
    assert me["faces"] == [{"face": "resident", "label": "居民"}]


def test_the_second_visit_finds_them(session_of):
    assert session_of()["me"]["id"] == session_of()["me"]["id"]
    assert db.session.scalar(select(func.count()).select_from(Person)) == 1


def test_two_people_are_two(session_of):
    assert session_of("o-chen")["me"]["id"] != session_of("o-lin")["me"]["id"]


def test_the_tokens_work(session_of, get):
    session = session_of()

    assert session["expires_in"] == 900
    assert get("/api/people/me", token=session["access_token"]).json == session["me"]


def test_the_openid_is_not_readable_in_the_database(session_of):
    session_of("o-chen")
    stored = db.session.execute(select(func.to_json(Identity.__table__.table_valued()))).scalar()

    assert "o-chen" not in str(stored)
    assert db.session.scalars(select(Identity)).one().subject == "o-chen"


def test_a_code_is_good_once(post, wechat):
    code = wechat.code_for("o-chen")
    post(SIGN_IN, code=code)
    again = post(SIGN_IN, code=code)

    assert (again.status_code, again.json["code"]) == (409, "wechat_said_no")


def test_when_wechat_is_away_one_tries_again(post, wechat):
    wechat.fail("/sns/jscode2session", -1)
    answer = post(SIGN_IN, code=wechat.code_for("o-chen"))

    assert (answer.status_code, answer.json["code"]) == (503, "outside_away")
    assert answer.headers["Retry-After"] == "5"


def test_who_is_switched_off_does_not_come_in(session_of, post, wechat):
    person = db.session.get(Person, session_of()["me"]["id"])
    person.state = PersonState.OFF
    db.session.commit()
    answer = post(SIGN_IN, code=wechat.code_for("o-chen"))

    assert (answer.status_code, answer.json["code"]) == (401, "switched_off")


@pytest.mark.parametrize("form", [{}, {"code": ""}, {"code": "x" * 129}, {"code": 5}])
def test_a_code_is_needed(post, form):
    assert post(SIGN_IN, **form).status_code == 422
