"""A new colleague gets an account: from the administrator's page to their first day of work."""

import pytest

from schemas.people_words import Role

NUMBER, FIRST, OWN = "13859740007", "Xunbei-2026", "Daiyun-Mountain7"


@pytest.fixture
def page(get, administrator):
    """What the administrator can do with a person, as their page says."""

    def page(path, **found):
        shown = get(f"/api/people/persons/{path}", by=administrator, **found).json
        return [one["action"] for one in shown["actions"]]

    return page


@pytest.fixture
def give_account(post, administrator, community, page):
    """Role first, then the name: the page offers one after the other."""

    def give(person_id, path=None, **found):
        path = path or person_id
        offered = page(path, **found)
        assert "grant_role" in offered
        assert "set_staff_name" not in offered
        grant = {"role": Role.SOCIAL_WORKER, "area_id": community.id, **found}
        granted = post(f"/api/people/persons/{path}/grants", by=administrator, **grant)
        assert granted.status_code == 201, granted.text
        assert "set_staff_name" in page(person_id)
        named = {"name": "xiaowu", "password": FIRST, "by": administrator}
        assert post(f"/api/people/persons/{person_id}/staff_name", **named).status_code == 200

    return give


@pytest.fixture
def work(post, get):
    """Signs in, changes the password, and looks somebody up as part of the work."""

    def work(**proof):
        sign_in = {"name": "xiaowu", "password": FIRST}
        session = post("/api/people/sign_in/password", **sign_in).json
        token = {"token": session["access_token"]}
        assert get("/api/people/persons", **token, q="陈").json["code"] == "must_change_password"
        change = {"old_password": FIRST, "new_password": OWN, **proof}
        assert post("/api/people/me/password", **token, **change).status_code == 200
        assert get("/api/people/persons", **token, q="陈").status_code == 200
        return session["me"]["id"]

    return work


@pytest.fixture
def code(post, sms):
    def code():
        post("/api/people/sign_in/sms_code", phone=NUMBER)
        return sms.last_to(NUMBER).params["code"]

    return code


def test_who_signed_in_by_telephone_is_found_by_the_number(
    clock, post, get, code, administrator, give_account, work
):
    colleague = post("/api/people/sign_in/sms", phone=NUMBER, code=code()).json["me"]["id"]
    (row,) = get("/api/people/persons", by=administrator, q=NUMBER).json["items"]
    give_account(row["id"], "newcomer", found=row["found"])
    clock.forward(minutes=1)

    assert work(phone=NUMBER, code=code()) == colleague


def test_who_never_was_here_is_written_down(post, administrator, give_account, work):
    written = post("/api/people/persons", by=administrator, display_name="小吴").json["id"]
    give_account(written)

    assert work() == written
