"""意见与投诉: to the administrators, about anything, from every page."""

import pytest

from schemas.people_words import UnitKind
from server.people.places import Unit
from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def complaint(post):
    tickets.categories()

    def send(by, **form):
        return post("/api/tickets/feedback", by=by, **{"text": "小林态度不好"} | form)

    return send


def test_it_reaches_the_administrators_and_not_the_desk_it_is_about(complaint, get):
    make.estate()
    answer, worker, administrator = complaint(make.person()), make.staff(), make.administrator()
    where = f"/api/tickets/{answer.json['id']}"

    assert (answer.status_code, answer.json["kind"]) == (201, "feedback")
    assert get(where, by=worker).status_code == 404
    assert get(where, by=administrator).json["text"] == "小林态度不好"
    assert get("/api/tickets/", by=worker, view="intake").json["items"] == []
    rows = get("/api/tickets/", by=administrator, view="intake").json["items"]
    assert [row["id"] for row in rows] == [answer.json["id"]]


def test_staff_may_complain_too(complaint):
    worker = make.staff()
    county = worker.live_grants[0].area
    while county.parent_id:
        county = tickets.parent(county)
    make.saved(Unit(area=county, kind=UnitKind.DESK, name="意见箱", phone="0595-23500100"))

    assert complaint(worker).json["desk_name"] == "意见箱"


def test_it_is_answered_and_rated_like_any_other_need(complaint, post):
    make.estate()
    person, administrator = make.person(), make.administrator()
    where = f"/api/tickets/{complaint(person).json['id']}"
    post(f"{where}/answer", by=administrator, words="已经和小林谈过")
    rated = post(f"{where}/rate", by=person, solved="yes", satisfied="basically")

    assert rated.json["state"] == "closed"
    assert [s["word"] for s in rated.json["lifeline"]] == ["登记", "交办", "办理", "答复", "评价"]


def test_nobody_who_is_not_signed_in_sends_any(complaint):
    assert complaint(None).status_code == 401


def test_other_residents_do_not_see_it(complaint, get):
    make.estate()
    sent = complaint(make.person()).json

    assert get(f"/api/tickets/{sent['id']}", by=make.person("李伯")).status_code == 404


def test_a_place_that_is_none_is_pointed_at(post):
    answer = post("/api/tickets/feedback", by=make.person(), text="电梯太慢", area_id=999_999)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["area_id"])


def test_it_is_nothing_for_the_wall(complaint, post, get):
    make.estate()
    boss = make.administrator()
    sent = complaint(make.person()).json
    seen = get(f"/api/tickets/{sent['id']}", by=boss).json

    assert seen["actions"][0]["action"] == "answer"
    assert "screen" not in {action["action"] for action in seen["actions"]}
    card = {name: True for name in ("small", "wide", "doable", "useful")}
    form = card | {"headline": "态度不好", "category_id": 1, "group": "many"}
    assert post(f"/api/wishes/{sent['id']}/screen", by=boss, **form).status_code == 403


def test_whom_it_may_be_about_does_not_read_it(complaint, get):
    """The administrator of the community below the desk that receives it."""
    make.estate()
    here = tickets.parent(make.estate())
    make.saved(
        Unit(area=tickets.parent(here), kind=UnitKind.DESK, name="镇意见箱", phone="0595-23500100")
    )
    sent = complaint(make.person()).json

    assert get(f"/api/tickets/{sent['id']}", by=make.administrator(here)).status_code == 404
    assert get(f"/api/tickets/{sent['id']}", by=make.administrator()).status_code == 200


def test_whoever_answered_it_may_go_on_when_it_is_reopened(complaint, post, get):
    make.estate()
    boss, person = make.administrator(), make.person()
    where = f"/api/tickets/{complaint(person).json['id']}"
    post(f"{where}/answer", by=boss, words="已经谈过")
    post(f"{where}/rate", by=person, solved="no")
    (task,) = get("/api/tickets/tasks", by=boss).json["items"]

    assert task["state"] == "working"
    assert post(f"{where}/finish", by=boss, words="又谈了一次").status_code == 200
