"""Newcomers belong nowhere yet: whoever types their whole number opens them, and nobody else."""

import pytest

from schemas.people_words import Role
from tests import make

PERSONS = "/api/people/persons"
NEWCOMER = f"{PERSONS}/newcomer"
PHONE = "13859740005"

pytestmark = pytest.mark.usefixtures("clock")  # before anybody gets a role


def found(get, q, by):
    return [row["id"] for row in get(PERSONS, by=by, q=q).json["items"]]


@pytest.fixture
def newcomer():
    return make.person("近邻居民", estate=False, phone=PHONE)


@pytest.fixture
def reference(get, administrator):
    """What the search by the whole number gives to open them by."""

    def reference():
        (row,) = get(PERSONS, by=administrator, q=PHONE).json["items"]
        return row["found"]

    return reference


def test_newcomers_are_found_by_their_number_only(get, administrator, newcomer):
    assert found(get, "近邻", administrator) == []
    assert found(get, PHONE, administrator) == [newcomer.id]


def test_of_a_newcomer_the_id_opens_nothing(get, post, newcomer, administrator):
    path = f"{PERSONS}/{newcomer.id}"
    grant = {"role": "grid_worker", "area_id": administrator.live_grants[0].area_id}

    assert get(path, by=administrator).status_code == 404
    assert post(f"{path}/reveal", by=administrator, reason="call").status_code == 404
    assert post(f"{path}/grants", by=administrator, **grant).status_code == 404


def test_whoever_found_them_by_the_number_opens_them_and_may_welcome_them(
    get, newcomer, administrator, reference
):
    shown = get(NEWCOMER, by=administrator, found=reference())

    assert (shown.json["id"], shown.json["phone_masked"]) == (newcomer.id, "138****0005")
    assert [button["action"] for button in shown.json["actions"]] == ["grant_role"]


def test_a_newcomer_is_open_for_a_quarter_of_an_hour_and_for_the_finder_only(
    get, newcomer, administrator, reference, clock
):
    found = reference()
    other = make.administrator(at=make.community("城东社区"))
    long_ago = (404, "found_long_ago")

    def answer(by, found):
        opened = get(NEWCOMER, by=by, found=found)
        return opened.status_code, opened.json.get("code")

    assert answer(other, found) == long_ago
    assert answer(administrator, found[:-1]) == long_ago
    clock.forward(minutes=14)
    assert answer(administrator, found) == (200, None)
    clock.forward(minutes=2)
    assert answer(administrator, found) == long_ago


def test_everybody_else_is_opened_by_their_id(get, desk, estate):
    make.person("陈奶奶", estate=estate, phone=PHONE)
    (row,) = get(PERSONS, by=desk, q=PHONE).json["items"]

    assert row["found"] is None


def test_whose_role_ended_is_seen_for_thirty_days_more(get, post, administrator, clock, community):
    far = make.estate(of=make.community("城东社区"))
    worker = make.person("曾经", estate=far, phone=PHONE)
    grant = make.grant(worker, Role.GRID_WORKER, community)
    post(f"/api/people/grants/{grant.id}/end", by=administrator)
    path = f"{PERSONS}/{worker.id}"

    clock.travel_to("2026-04-03 23:59")
    assert get(path, by=administrator).status_code == 200
    clock.travel_to("2026-04-04 00:00")
    assert get(path, by=administrator).status_code == 404
    assert post(f"{path}/reveal", by=administrator, reason="call").status_code == 404
    assert found(get, PHONE, administrator) == []


def test_whose_role_ended_long_ago_and_who_lives_nowhere_comes_back_as_a_newcomer(
    get, post, administrator, clock, community, reference
):
    worker = make.person("曾经", estate=False, phone=PHONE)
    grant = make.grant(worker, Role.GRID_WORKER, community)
    post(f"/api/people/grants/{grant.id}/end", by=administrator)
    assert reference() is None
    clock.travel_to("2026-04-04 00:00")

    assert get(f"{PERSONS}/{worker.id}", by=administrator).status_code == 404
    assert get(NEWCOMER, by=administrator, found=reference()).json["id"] == worker.id
