"""A new colleague gets an account: from the administrator's page to their first day of work."""

import pytest

from schemas.people_words import Role

NUMBER, FIRST, OWN = "13859740007", "Xunbei-2026", "Daiyun-Mountain7"


@pytest.fixture
def page(get, administrator):
    """What the administrator can do with a person, as their page says."""

    def page(person_id):
        shown = get(f"/api/people/persons/{person_id}", by=administrator).json
        return [one["action"] for one in shown["actions"]]

    return page


@pytest.fixture
def give_account(post, administrator, community, page):
    """Role first, then the name: the page offers one after the other."""

    def give(person_id):
        path = f"/api/people/persons/{person_id}"
        assert "set_staff_name" not in page(person_id)
        grant = {"role": Role.SOCIAL_WORKER, "area_id": community.id}
        assert post(f"{path}/grants", by=administrator, **grant).status_code == 201
        assert "set_staff_name" in page(person_id)
        named = {"name": "xiaowu", "password": FIRST}
        assert post(f"{path}/staff_name", by=administrator, **named).status_code == 200

    return give


@pytest.fixture
def work(post, get):
    """Signs in, changes the password, and looks somebody up as part of the work."""

    def work():
        sign_in = {"name": "xiaowu", "password": FIRST}
        session = post("/api/people/sign_in/password", **sign_in).json
        token = {"token": session["access_token"]}
        assert get("/api/people/persons", **token, q="陈").json["code"] == "must_change_password"
        change = {"old_password": FIRST, "new_password": OWN}
        assert post("/api/people/me/password", **token, **change).status_code == 200
        assert get("/api/people/persons", **token, q="陈").status_code == 200
        return session["me"]["id"]

    return work


def test_who_signed_in_by_telephone_is_found_by_the_number(
    clock, post, get, sms, administrator, give_account, work
):
    post("/api/people/sign_in/sms_code", phone=NUMBER)
    code = sms.last_to(NUMBER).params["code"]
    colleague = post("/api/people/sign_in/sms", phone=NUMBER, code=code).json["me"]["id"]
    (found,) = get("/api/people/persons", by=administrator, q=NUMBER).json["items"]
    give_account(found["id"])

    assert work() == colleague


def test_who_never_was_here_is_written_down(post, administrator, give_account, work):
    written = post("/api/people/persons", by=administrator, display_name="小吴").json["id"]
    give_account(written)

    assert work() == written
