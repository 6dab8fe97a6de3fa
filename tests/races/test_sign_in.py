"""Sign-in at the same moment: one person, one successor, and no try that is not counted."""

from collections import Counter

from sqlalchemy import func, select

from server.core.db import db
from server.people import account
from server.people.models import Identity
from tests import make
from tests.make_tickets import actor

SIGN_IN = "/api/people/sign_in"


def test_two_first_visits_make_one_person(together, the_wechat):
    codes = [the_wechat.code_for("o-racing") for _ in range(4)]
    visits = [lambda web, code=code: web.post(f"{SIGN_IN}/wechat", code=code) for code in codes]
    answers = together(*visits)

    assert [answer.status_code for answer in answers] == [200] * 4
    assert len({answer.json["me"]["id"] for answer in answers}) == 1


def test_two_tabs_that_refresh_at_once_both_go_on(app, together, the_wechat):
    first = app.test_client().post(
        f"{SIGN_IN}/wechat", json={"code": the_wechat.code_for("o-tabs")}
    )
    token = first.json["refresh_token"]
    tabs = [lambda web: web.post("/api/people/refresh", refresh_token=token)] * 4
    answers = together(*tabs)

    assert [answer.status_code for answer in answers] == [200] * 4
    assert len({answer.json["refresh_token"] for answer in answers}) == 1


def test_guessing_in_parallel_gains_nothing(together):
    person = make.staff()
    form = {"name": "raced", "password": "Xunbei-2026"}
    account.set_staff_name(person, form, by=actor(make.administrator()))
    guess = {"name": "raced", "password": "Xunbei-2027"}
    answers = together(*[lambda web: web.post(f"{SIGN_IN}/password", **guess)] * 10)

    assert Counter(answer.status_code for answer in answers) == {409: 5, 429: 5}


def test_a_code_is_used_once(together, the_sms_gateway, app):
    phone = "13859749999"
    app.test_client().post(f"{SIGN_IN}/sms_code", json={"phone": phone})
    form = {"phone": phone, "code": the_sms_gateway.last_to(phone).params["code"]}
    answers = together(*[lambda web: web.post(f"{SIGN_IN}/sms", **form)] * 4)

    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 3}
    count = select(func.count()).where(Identity.kind == "phone")
    assert db.session.scalar(count) == 1
