"""The page of a person offers exactly what holds for this person and whoever looks."""

import pytest

from schemas.people_words import PersonState
from server.core.db import db
from server.people.identities import PASSWORD, add_identity
from tests import make

PERSONS = "/api/people/persons"


@pytest.fixture
def granny(estate):
    return make.person("陈奶奶", estate=estate)


@pytest.fixture
def buttons(get):
    def buttons(person, by):
        return {b["action"] for b in get(f"{PERSONS}/{person.id}", by=by).json["actions"]}

    return buttons


def test_the_buttons_are_what_the_actor_may_do_to_this_person(buttons, desk, granny, community):
    written = make.person("林伯", estate=granny.estate, made_by_id=desk.id)
    colleague = make.staff(at=community)
    mayor = make.administrator()

    assert buttons(granny, desk) == {"reveal", "set_real_name"}
    assert buttons(written, desk) == {"reveal", "set_real_name", "merge"}
    assert buttons(granny, mayor) == {"reveal", "set_real_name", "grant_role", "switch_off"}
    assert buttons(colleague, mayor) == buttons(granny, mayor) | {"set_staff_name"}


def test_who_is_switched_off_is_switched_on_and_nothing_else(buttons, post, granny):
    mayor = make.administrator()
    post(f"{PERSONS}/{granny.id}/switch_off", by=mayor)

    assert buttons(granny, mayor) == {"reveal", "switch_on"}


def test_a_role_and_a_residency_have_buttons_of_their_own(get, post, granny, desk, administrator):
    post("/api/people/me/estate", by=granny, estate_id=granny.estate_id)
    colleague = make.staff(at=make.community("城东社区"))
    colleague.estate_id = granny.estate_id
    db.session.commit()

    def names(rows):
        return [[b["action"] for b in row["actions"]] for row in rows]

    (residency,) = names(get(f"{PERSONS}/{granny.id}", by=desk).json["residencies"])
    assert residency == ["confirm", "leave"]
    shown = get(f"{PERSONS}/{granny.id}", by=administrator).json
    assert names(shown["residencies"]) == [[]]
    assert names(get(f"{PERSONS}/{colleague.id}", by=administrator).json["grants"]) == [[]]
    assert names(get(f"{PERSONS}/{colleague.id}", by=make.administrator()).json["grants"]) == [
        ["end"]
    ]


def test_the_desk_picks_the_other_account_from_a_list(get, granny, desk, estate):
    """Only accounts are listed into which it can be merged."""
    written = make.person("陈奶奶", estate=estate, made_by_id=desk.id)
    make.person("陈一", estate=estate, state=PersonState.OFF)
    make.person("陈二", estate=estate, merged_into_id=granny.id)
    make.staff(display_name="陈三").estate_id = estate.id
    named = make.person("陈四", estate=estate)
    add_identity(named, PASSWORD, "chensi")
    db.session.commit()
    found = get("/api/people/persons", by=desk, q="陈", keeper_of=written.id).json["items"]

    assert [row["id"] for row in found] == [granny.id]


def test_other_homes_and_accounts_are_not_shown_with_the_person(get, post, desk, estate):
    person = make.person("张三", estate=estate)
    far = make.estate(of=make.community("城东社区"))
    make.person("张老三", estate=far, merged_into_id=person.id)
    post("/api/people/me/estate", by=person, estate_id=far.id, building="9", room="101")
    post("/api/people/me/estate", by=person, estate_id=estate.id, building="5", room="302")
    shown = get(f"/api/people/persons/{person.id}", by=desk).json

    assert [one["home"] for one in shown["residencies"]] == ["5栋 302"]
    assert shown["aliases"] == []
