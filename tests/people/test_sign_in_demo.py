"""The chooser of demo people exists in a demonstration and nowhere else."""

import pytest

from schemas.people_words import Role
from tests import make

LIST, SIGN_IN = "/api/people/demo_people", "/api/people/sign_in/demo"


@pytest.fixture
def demo(app, monkeypatch):
    monkeypatch.setitem(app.config, "DEMO", True)


def test_outside_a_demonstration_there_is_no_chooser(get):
    assert get(LIST).status_code == 404


def test_outside_a_demonstration_nobody_comes_in_by_it(post):
    person = make.person(is_demo=True)

    assert post(SIGN_IN, person_id=person.id).status_code == 404


def test_a_demonstration_shows_whom_one_may_be(get, demo):
    make.person("普通居民")
    shown = make.person("陈阿姨", is_demo=True)
    staff = make.person("小林", is_demo=True)
    make.grant(staff, Role.SOCIAL_WORKER, make.community())

    assert get(LIST).json["items"] == [
        {
            "id": shown.id,
            "display_name": "陈阿姨",
            "about": "居民 · 幸福小区",
            "face_label": "居民",
        },
        {"id": staff.id, "display_name": "小林", "about": "社工 · 浔北社区", "face_label": "社区"},
    ]


def test_a_demo_person_comes_in(post, demo):
    person = make.person(is_demo=True)

    assert post(SIGN_IN, person_id=person.id).json["me"]["id"] == person.id


def test_even_in_a_demonstration_a_real_person_is_not_for_trying(post, demo):
    assert post(SIGN_IN, person_id=make.person().id).status_code == 404


def test_once_the_demonstration_is_over_its_people_do_not_come_back(app, post, demo, monkeypatch):
    session = post(SIGN_IN, person_id=make.person(is_demo=True).id).json
    monkeypatch.setitem(app.config, "DEMO", False)
    answer = post("/api/people/refresh", refresh_token=session["refresh_token"])

    assert (answer.status_code, answer.json["code"]) == (401, "switched_off")
