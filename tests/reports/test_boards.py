"""The public board: nobody's name, no rate without its base, reported figures labelled as such."""

import pytest

from schemas.ticket_words import Solved
from schemas.tickets import CANNOT_DO, CLOSED, MERGED
from server.core.db import db
from server.tickets.models import Ticket
from server.tickets.service import closing, doing, hands
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets

SECRETS = ("秘阿婆", "秘丽华", "13800009999", "9栋909", "秘密的话", "王师傅", "李经理", "小林")


def board(get, area, **form) -> dict:
    return get(f"/api/reports/boards/{area.id}", **form).json


def items(get, area, **form) -> list[dict]:
    return get(f"/api/reports/boards/{area.id}/items", **form).json["items"]


def counts(told, nth=0) -> dict:
    return {one["name"]: one["value"] for one in told["sources"][nth]["figures"]}


def aunt(estate):
    return make.person("秘阿婆", real_name="秘丽华", phone="13800009999", estate=estate)


def reported(estate, n, solved):
    for nth in range(n):
        ticket = reception.matter(aunt(estate))
        ticket.source, ticket.state = "reported", CANNOT_DO
        if nth < solved:
            ticket.solved, ticket.state = Solved.YES, CLOSED
        make.saved(ticket)


def test_it_tells_what_was_asked_who_works_on_it_and_until_when(clock, get, post):
    estate = make.estate()
    worker, unit = make.staff(at=estate), make.unit(name="安居物业")
    officer = make.officer(unit)
    ticket = reception.matter(aunt(estate), text="秘密的话", place="9栋909")
    form = {"unit_id": unit.id, "part": ""}
    hands.dispatch(ticket, form, by=tickets.actor(worker))
    hands.accept(ticket, by=tickets.actor(officer))
    db.session.commit()
    (before,) = items(get, estate)
    line = {"headline": "楼道灯不亮", "outcome": "已报修，三天内换"}
    assert post(f"/api/reception/board/{ticket.id}", by=worker, **line).status_code == 200
    (after,) = items(get, estate)

    assert (before["headline"], before["outcome"]) == ("还没有分类", None)
    assert (after["headline"], after["outcome"]) == ("楼道灯不亮", "已报修，三天内换")
    assert (after["works_on"], after["state_label"]) == (["安居物业"], "办理中")
    assert after["due_on"] == "2026-03-19"


def test_persons_are_volunteers_or_the_community(clock, get):
    estate = make.estate()
    worker, volunteer = make.staff(at=estate), make.volunteer()
    answered, sent = reception.matter(aunt(estate)), reception.matter(aunt(estate))
    said = {"words": "秘密的话", "photo_ids": [], "level": None}
    doing.answer(answered, said, by=tickets.actor(worker))
    form = {"person_id": volunteer.id, "part": "换灯"}
    hands.dispatch(sent, form, by=tickets.actor(worker))
    hands.accept(sent, by=tickets.actor(volunteer))
    db.session.commit()

    assert [one["works_on"] for one in items(get, estate)] == [["志愿者"], ["社区"]]


def test_nothing_personal_is_on_it(clock, get):
    estate = make.estate()
    ticket = reception.matter(aunt(estate), text="秘密的话", place="9栋909")
    doing.answer(ticket, {"words": "秘密的话", "photo_ids": [], "level": None},
                 by=tickets.actor(make.staff(at=estate)))  # fmt: skip
    db.session.commit()
    for path in ("", "/items"):
        text = get(f"/api/reports/boards/{estate.id}{path}").text
        assert not [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("words", ["秘阿婆家漏水", "5栋302漏水", "电话13800009999"])
def test_what_tells_who_it_was_is_not_written_on_it(clock, post, words):
    estate = make.estate()
    ticket = reception.matter(aunt(estate))
    answer = post(f"/api/reception/board/{ticket.id}", by=make.staff(at=estate), headline=words)

    assert answer.status_code == 422


def test_a_wish_is_not_put_on_it(clock, get, post):
    wish = tickets.wish()
    worker = make.staff(at=wish.area)

    assert get(f"/api/reception/board/{wish.id}", by=worker).status_code == 409
    assert post(f"/api/reception/board/{wish.id}", by=worker, headline="换灯").status_code == 409
    assert db.session.scalar(db.select(Ticket.id)) == wish.id


def test_a_rate_stands_with_its_base_and_merged_ones_are_not_counted_twice(clock, get):
    estate = make.estate()
    worker = make.staff(at=estate)
    first, merged, open_ = (reception.matter(aunt(estate)) for _ in range(3))
    doing.answer(first, {"words": "好", "photo_ids": [], "level": None}, by=tickets.actor(worker))
    closing.rate(first, tickets.rating(), by=tickets.actor(first.wisher))
    merged.merged_into_id, merged.state = open_.id, MERGED
    db.session.commit()
    told = board(get, estate)

    assert counts(told) == {
        "received": 2, "answered_on_spot": 1, "reported_done": 1, "solved": 1, "reached": 1,
        "open": 1,
    }  # fmt: skip
    assert {rate["label"]: rate["words"] for rate in told["sources"][0]["rates"]} == {
        "解决率（按受理）": "50.0 % · 1/2",
        "回访解决率": "100.0 % · 1/1",
    }
    assert db.session.get_one(Ticket, first.id).state is CLOSED


def test_reported_figures_stand_apart_and_say_so(clock, get):
    estate = make.estate()
    reception.matter(aunt(estate))
    reported(estate, 3, solved=2)
    told = board(get, estate)
    ours, theirs = told["sources"]

    assert (ours["source_label"], theirs["source_label"]) == ("系统记录", "上报口径")
    assert theirs["rates"][0]["words"] == "66.7 % · 2/3"
    assert "上报口径" in theirs["rates"][0]["label"]
    assert counts(told, 1)["answered_on_spot"] is None
    labels = {one["state_label"] for one in items(get, estate, source="reported")}
    assert labels == {"上报口径：已解决", "上报口径：没有写明解决"}


@pytest.mark.parametrize("figure", ["received", "answered_on_spot", "solved", "open"])
def test_every_figure_opens_the_rows_behind_it(clock, get, figure):
    estate = make.estate()
    reported(estate, 2, solved=1)
    told = board(get, estate)
    rows = items(get, estate, figure=figure)

    assert len(rows) == sum(counts(told, nth)[figure] or 0 for nth in range(2))


def test_of_another_period_there_is_nothing(clock, get):
    estate = make.estate()
    reception.matter(aunt(estate))

    assert items(get, estate, since="2026-03-06", until="2026-03-07") == []
    path = f"/api/reports/boards/{estate.id}"
    assert get(path, since="2026-03-07", until="2026-03-06").status_code == 422


def test_it_costs_the_same_however_much_was_asked(clock, get, count_queries):
    estate = make.estate()

    def cost() -> list[int]:
        costs = []
        for path in ("", "/items"):
            with count_queries() as asked:
                assert get(f"/api/reports/boards/{estate.id}{path}").status_code == 200
            costs.append(len(asked))
        return costs

    reception.matter(aunt(estate))
    few = cost()
    for _ in range(4):
        reception.matter(aunt(estate))

    assert few == cost() == [3, 7]


def test_the_desk_reads_what_it_wrote_before_it_writes_anew(clock, get, post):
    estate = make.estate()
    ticket, worker = reception.matter(aunt(estate)), make.staff(at=estate)
    path = f"/api/reception/board/{ticket.id}"
    before = get(path, by=worker).json
    post(path, by=worker, headline="停车位不够", outcome="加画了十二个")
    after = get(path, by=worker).json

    assert (before["headline"], before["written_at"]) == ("", None)
    assert (after["headline"], after["outcome"]) == ("停车位不够", "加画了十二个")
    assert after["written_at"]
