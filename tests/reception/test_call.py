"""Numbers are called to tables; whoever is not there is put off; the screen shows numbers alone."""

from datetime import datetime
from io import BytesIO

from pypdf import PdfReader

from tests import make
from tests.reception.at_the_table import Table


def actions(number: dict) -> set[str]:
    return {one["action"] for one in number["actions"]}


def inbox(get, person) -> list[str]:
    return [one["title"] + one["words"] for one in get("/api/messages/", by=person).json["items"]]


def test_a_number_is_called_to_a_table_and_its_holder_told(table, get):
    aunt = table.resident()
    table.booked(aunt, n=1)
    called = table.call_next(2).json

    assert (called["n"], called["called_to"], called["state"]) == (1, 2, "called")
    assert any("请到 2 号桌来" in told for told in inbox(get, aunt))
    assert table.call_next(1).json["code"] == "nobody_waits"


def test_days_before_nobody_is_told_to_come(post, get, clock):
    """Somebody who was earlier gives up: whoever is next then is not called to set out."""
    clock.travel_to("2026-03-02 10:00")
    table = Table(post, begins=datetime.fromisoformat("2026-03-05T10:00+08:00"))
    aunt, uncle = table.resident(), table.resident("林伯")
    given_up = table.booked(aunt, n=1)
    table.booked(aunt, n=2, called="外婆")
    table.booked(table.resident("卢先生"), n=3)
    table.booked(uncle, n=4)
    post(f"/api/occasions/numbers/{given_up['id']}/leave", by=aunt)
    assert not any("前面还有" in told for told in inbox(get, uncle) + inbox(get, aunt))

    clock.travel_to("2026-03-05 09:00")
    table.call_next()
    assert any("前面还有 1 位" in told for told in inbox(get, uncle))


def test_there_is_no_table_that_there_is_not(table):
    table.walk_in()

    assert table.call_next(3).status_code == 422


def test_called_again_it_is_called_to_the_table_that_is_said_now(table):
    number = table.walk_in(called="林伯")
    table.call_next(1)

    assert table.step(number, "call", table=2, again=True).json["called_to"] == 2


def test_a_number_that_another_table_called_is_not_called_away_unsaid(table):
    number = table.walk_in()
    table.step(number, "call", table=1)
    refused = table.step(number, "call", table=2)

    assert refused.json["code"] == "already_called"
    assert "已经请到 1 号桌" in refused.json["detail"]


def test_whoever_is_not_there_comes_after_two_others(table, clock):
    clock.forward(hours=1)
    first, *_ = [table.walk_in() for _ in range(4)]
    table.call_next()
    late = table.step(first, "put_off")

    assert (late.json["state"], late.json["called_to"]) == ("waiting", None)
    assert [table.call_next().json["n"] for _ in range(4)] == [2, 1, 3, 4]


def test_only_a_number_that_was_called_is_put_off(table):
    number = table.walk_in()

    assert table.step(number, "put_off").status_code == 409


def test_no_show_and_only_a_talk_are_written_down_by_hand(table):
    one, other = table.walk_in(), table.walk_in()
    table.step(one, "call", table=1)
    gone = table.post(f"/api/occasions/numbers/{one['id']}/fail", by=table.worker)
    talked = table.post(f"/api/occasions/numbers/{other['id']}/serve", by=table.worker)

    assert [gone.json["state_label"], talked.json["state_label"]] == [
        "叫号没有来",
        "谈过了，不用登记",
    ]


def test_nobody_who_was_not_called_is_written_down_as_missing(table):
    number = table.walk_in()
    path = f"/api/occasions/numbers/{number['id']}/fail"

    assert table.post(path, by=table.worker).json["code"] == "not_called"
    assert table.post(path, by=table.worker, outcome="not_served", reason="太晚").status_code == 200


def test_why_it_came_to_nothing_is_said(table):
    number = table.walk_in()
    path = f"/api/occasions/numbers/{number['id']}/fail"

    assert table.post(path, by=table.worker, outcome="not_served").status_code == 422
    assert table.post(path, by=table.worker, outcome="answered").status_code == 422


def test_a_number_is_printed_with_its_name_or_alone(table, get):
    named, alone = table.walk_in(called="林伯"), table.walk_in()
    papers = [
        get(f"/api/reception/numbers/{one['id']}/paper.pdf", by=table.worker)
        for one in (named, alone)
    ]
    words = [PdfReader(BytesIO(paper.data)).pages[0].extract_text() for paper in papers]

    assert all(f"{n} 号" in told for n, told in enumerate(words, start=1))
    assert ("林伯" in words[0], "称呼" in words[1]) == (True, False)


def test_buttons_are_there_when_they_hold(table, get, clock):
    waiting = table.walk_in()
    assert actions(waiting) == {"call", "serve", "receive", "receive_and_answer", "leave"}
    called = table.call_next().json
    assert actions(called) == {
        "call_again", "put_off", "serve", "fail", "receive", "receive_and_answer"
    }  # fmt: skip
    admin = make.administrator()
    listed = get(table.path("numbers"), by=admin).json["items"]
    assert "receive" not in actions(listed[0])
    clock.travel_to("2026-03-05 08:00")
    assert actions(get(table.path("numbers"), by=table.worker).json["items"][0]) == set()


def test_the_desk_page_says_how_it_stands(table, get):
    table.booked(table.resident(), n=4)
    table.walk_in()
    table.call_next(1)
    shown = get(table.path("desk"), by=table.worker).json

    assert (shown["tables"], shown["waiting"], shown["left"]) == (2, 1, 10)
    assert [(one["n"], one["table"]) for one in shown["called"]] == [(1, 1)]
    assert "没有请业委会" in shown["warnings"]
    assert {one["action"] for one in shown["actions"]} >= {"set_out", "walk_in", "call_next_to"}


def test_a_page_costs_the_same_however_many_wait(table, get, count_queries):
    token = make.token(table.worker)

    def cost() -> list[int]:
        costs = []
        for what in ("desk", "numbers", "screen", "agenda", "seats"):
            with count_queries() as asked:
                assert get(table.path(what), token=token).status_code == 200
            costs.append(len(asked))
        return costs

    table.booked(table.resident())
    few = cost()
    for _ in range(4):
        table.booked(table.resident())

    assert few == cost()
    assert max(few) <= 16
