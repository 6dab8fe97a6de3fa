"""Other people in the hands of staff: found on purpose, shown masked, looked at with a reason."""

import pytest
from sqlalchemy import func, select

from server.core.audit import AuditEntry
from server.core.db import db
from server.core.idempotency import KeptAnswer
from server.people.models import Person
from tests import make

PERSONS = "/api/people/persons"
PHONE = "13859740005"


@pytest.fixture
def elsewhere():
    return make.staff(at=make.community("城东社区"))


@pytest.fixture
def granny(estate):
    return make.person("陈奶奶", estate=estate, phone=PHONE, real_name="陈秀英")


def found(get, q, by):
    answer = get(PERSONS, by=by, q=q)
    assert answer.status_code == 200, answer.text
    return [row["id"] for row in answer.json["items"]]


@pytest.mark.parametrize(
    ("q", "hit"),
    [
        (PHONE, True),
        ("陈", True),
        ("陈秀英", True),
        ("奶", False),
        ("陈秀", False),
        ("1385", False),
    ],
)
def test_a_whole_number_a_whole_name_or_the_beginning_of_what_they_are_called_finds(
    get, desk, granny, q, hit
):
    assert found(get, q, desk) == [granny.id] * hit


def test_elders_who_share_a_telephone_are_both_found(get, desk, granny, estate):
    grandpa = make.person("陈爷爷", estate=estate, phone=PHONE)

    assert found(get, PHONE, desk) == [granny.id, grandpa.id]


def test_a_percent_sign_finds_nobody(get, desk, granny):
    assert found(get, "%a", desk) == []


def test_nobody_gets_a_list_of_everybody(get, desk):
    assert get(PERSONS, by=desk).status_code == 422


def test_other_communities_do_not_find_them(get, elsewhere, granny):
    assert found(get, PHONE, elsewhere) == []
    assert get(f"{PERSONS}/{granny.id}", by=elsewhere).status_code == 404


def test_residents_look_nobody_up(get, granny):
    assert get(PERSONS, by=granny, q="陈").status_code == 403


def test_a_person_is_shown_masked(get, desk, granny):
    listed = get(PERSONS, by=desk, q="陈").json["items"][0]
    shown = get(f"{PERSONS}/{granny.id}", by=desk).json

    for row in (listed, shown):
        assert (row["real_name_masked"], row["phone_masked"]) == ("陈**", "138****0005")
        assert "陈秀英" not in str(row)
        assert PHONE not in str(row)


def test_looking_needs_a_reason_and_leaves_a_trace(post, desk, granny):
    path = f"{PERSONS}/{granny.id}/reveal"
    assert post(path, by=desk).status_code == 422
    assert post(path, by=desk, reason="visit").json == {"real_name": "陈秀英", "phone": PHONE}

    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.subject) == ("reveal", f"persons:{granny.id}")
    assert (entry.actor_id, entry.known) == (desk.id, {"reason": "visit"})


def test_the_desk_writes_down_whoever_has_no_telephone(post, get, desk, estate):
    form = {"display_name": "林伯", "estate_id": estate.id, "building": "5", "room": "302"}
    answer = post(PERSONS, by=desk, **form)

    assert answer.status_code == 201
    (residency,) = answer.json["residencies"]
    assert (residency["home"], residency["is_confirmed"]) == ("5栋 302", True)
    assert answer.json["signs_in_by"] == []
    assert found(get, "林", desk) == [answer.json["id"]]


def test_an_assisted_number_is_for_calling_not_for_signing_in(post, desk, estate):
    form = {"display_name": "林伯", "estate_id": estate.id, "phone": PHONE}
    post(PERSONS, by=desk, **form)
    second = post(PERSONS, by=desk, **form | {"display_name": "林婶"})

    assert second.status_code == 201
    assert second.json["signs_in_by"] == []


def test_a_desk_writes_down_its_own_people_only(post, elsewhere, estate):
    form = {"display_name": "林伯", "estate_id": estate.id}

    assert post(PERSONS, by=elsewhere, **form).status_code == 403


def test_a_list_costs_the_same_for_one_and_for_many(get, desk, granny, estate, count_queries):
    token = make.token(desk)

    def cost():
        with count_queries() as asked:
            get(PERSONS, token=token, q="陈")
        return len(asked)

    one = cost()
    for _ in range(3):
        make.person("陈", estate=make.estate(of=make.community()))

    assert cost() == one == 2


def test_the_administrator_sees_who_holds_a_role(get, community):
    officer = make.officer(make.unit(at=community))

    assert found(get, "李", make.administrator()) == [officer.id]
    assert found(get, "李", make.staff(at=community)) == []


def test_a_former_neighbour_is_no_longer_looked_up(get, post, desk, estate):
    person = make.person("张三", estate=False)
    me = post("/api/people/me/estate", by=person, estate_id=estate.id).json
    assert found(get, "张", desk) == [person.id]
    post(f"/api/people/residencies/{me['residencies'][0]['id']}/leave", by=person)

    assert found(get, "张", desk) == []
    assert db.session.get(Person, person.id).estate_id is None


def test_an_administrator_writes_down_a_colleague_who_lives_anywhere(post, administrator, desk):
    answer = post(PERSONS, by=administrator, display_name="小吴")
    assert (answer.status_code, answer.json["residencies"]) == (201, [])
    assert "grant_role" in {b["action"] for b in answer.json["actions"]}

    assert post(PERSONS, by=desk, display_name="小吴").json["problems"] == {
        "estate_id": ["请选择一个小区"]
    }


def test_a_viewer_looks_at_figures_not_at_people(get, granny):
    assert get(f"{PERSONS}/{granny.id}", by=make.viewer()).status_code == 404
    assert get(PERSONS, by=make.viewer(), q="陈").status_code == 403


def test_what_was_looked_at_is_not_kept_anywhere_else(post, desk, granny):
    post(f"{PERSONS}/{granny.id}/reveal", by=desk, reason="call")

    assert db.session.scalar(select(func.count()).select_from(KeptAnswer)) == 0
