"""点单: said or written, for oneself or for somebody else."""

import pytest

from schemas.people_words import Level
from server.core.db import db
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets


def wisher_of(ticket_id) -> int:
    return db.session.get_one(Ticket, ticket_id).wisher_id


@pytest.fixture
def estate():
    tickets.categories()
    return make.estate()


@pytest.fixture
def submit(post, estate):
    def send(by, **form):
        return post("/api/wishes/", by=by, **{"estate_id": estate.id, "text": "灯坏了"} | form)

    return send


def test_it_has_a_number_a_holder_and_a_day(submit, clock):
    answer = submit(make.person("陈阿姨", phone="13859740001")).json

    assert len(answer["number"]) == 8
    assert (answer["holder_name"], answer["state_label"]) == (make.desk().name, "待受理")
    assert answer["due_at"] == "2026-03-12T09:30:00+00:00"  # five working days, half past five
    assert (answer["contact_name"], answer["contact_phone"]) == ("陈阿姨", "13859740001")


def test_saying_nothing_is_no_wish(submit):
    answer = submit(make.person(), text=None)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["text"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("😀", 422),
        ("\u200b\u202e", 422),
        ("灯\u202e坏了😀", 201),
        ("长" * 500, 201),
        ("长" * 501, 422),
        (["灯坏了"], 422),
        (7, 422),
    ],
)
def test_what_can_be_read_is_kept(submit, text, status):
    answer = submit(make.person(), text=text)

    assert answer.status_code == status
    if status == 201:
        assert "\u202e" not in answer.json["text"]


def test_a_category_of_another_kind_is_none(submit):
    answer = submit(make.person(), category_id=tickets.category("parking").id)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["category_id"])


def test_a_wish_belongs_to_an_estate(submit):
    for area_id in (2**31 - 1, tickets.parent(tickets.parent(make.estate())).id):
        answer = submit(make.person(), estate_id=area_id)
        assert (answer.status_code, list(answer.json["problems"])) == (422, ["estate_id"])


def test_only_staff_write_wishes_down_at_doors(submit, estate):
    assert estate.level is Level.ESTATE
    assert submit(make.person(), channel="door_knock").status_code == 403
    elsewhere = make.staff(at=make.community("浔南社区"))
    assert submit(elsewhere, channel="door_knock").status_code == 403
    assert submit(make.staff(), channel="door_knock").json["holder_name"] == "小林"


def test_sent_again_it_is_the_same_wish(submit, post, estate):
    aunt, key = make.person(), "0f3c7a52-9d1e"
    first, second = [submit(aunt, key=key) for _ in range(2)]
    other = submit(aunt, key=key, text="还有水龙头")

    assert first.json == second.json
    assert (other.status_code, other.json["code"]) == (422, "key_reused")


# ---- on behalf


def test_somebody_without_a_telephone_gets_a_record_of_their_own(submit, get):
    worker = make.staff()
    answer = submit(worker, on_behalf={"name": "李大山"}, channel="door_knock")
    seen = get(f"/api/tickets/{answer.json['id']}", by=worker).json

    assert answer.status_code == 201
    assert (seen["wisher_name"], seen["entered_by_name"]) == ("李大山", "小林（社区工作人员）")
    assert seen["wisher_id"] != worker.id
    assert [e["words"] for e in seen["timeline"]] == ["代为登记"]


def test_whoever_made_a_record_may_go_on_acting_for_it(submit, get):
    niece = make.person("小陈")
    first = submit(niece, on_behalf={"name": "李大山", "phone": "0595-23521234"}).json
    (row,) = get("/api/tickets/mine", by=niece).json["items"]
    wisher_id = wisher_of(first["id"])
    again = submit(niece, on_behalf={"person_id": wisher_id})

    assert (again.status_code, row["for_whom"][0]) == (201, "李")
    assert wisher_of(again.json["id"]) == wisher_id


def test_nobody_acts_for_a_stranger(submit):
    stranger = make.person("路人")
    answers = [
        submit(make.person("小陈"), on_behalf={"person_id": person_id})
        for person_id in (stranger.id, 2**31 - 1)
    ]

    assert {answer.status_code for answer in answers} == {422}
    assert answers[0].json["problems"] == answers[1].json["problems"]


def test_the_desk_acts_for_whoever_lives_there(submit):
    neighbour = make.person("李伯")

    assert submit(make.staff(), on_behalf={"person_id": neighbour.id}).status_code == 201
    elsewhere = make.staff(at=make.community("浔南社区"))
    assert submit(elsewhere, on_behalf={"person_id": neighbour.id}).status_code == 422


def test_for_nobody_is_for_nobody(submit):
    answer = submit(make.person(), on_behalf={})

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["on_behalf"])
