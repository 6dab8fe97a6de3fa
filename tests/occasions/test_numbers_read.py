"""Who reads which numbers, and whose names: the crew of a line, whoever waits, neighbours."""

import pytest

from tests.occasions.in_line import InLine


@pytest.fixture
def queue(clock, post):
    return InLine(post)


def test_the_crew_reads_whom_to_call_and_neighbours_only_how_many_wait(queue, get):
    aunt, _ = queue.residents("甲乙")
    rows = get(f"{queue.path()}/numbers", by=queue.crew()).json["items"]

    assert [(row["n"], row["name"]) for row in rows] == [(1, "甲"), (2, "乙")]
    assert get(f"{queue.path()}/numbers", by=aunt).status_code == 403
    shown = get(queue.path(), by=aunt)
    assert (shown.json["waiting"], "乙" in shown.text) == (2, False)


def test_somebody_elses_number_is_not_found(queue, get):
    number = queue.taken(queue.resident("甲"))
    path = f"/api/occasions/numbers/{number['id']}"

    assert get(path, by=queue.resident("乙")).status_code == 404
    assert get(path, by=queue.crew()).json["name"] == "甲"


def test_the_list_goes_on_page_by_page_and_may_leave_out_what_is_done(queue, get):
    queue.residents("甲乙丙丁")
    number = queue.call_next().json
    queue.step(number, "serve")
    path = f"{queue.path()}/numbers"
    page = get(path, by=queue.worker, limit=3).json
    rest = get(path, by=queue.worker, limit=3, cursor=page["next"]).json
    live = get(path, by=queue.worker, live="true").json["items"]

    assert [row["n"] for row in page["items"] + rest["items"]] == [1, 2, 3, 4]
    assert [row["n"] for row in live] == [2, 3, 4]


def test_my_numbers_are_the_latest_first(queue, get):
    aunt = queue.resident()
    queue.taken(aunt)
    queue.taken(aunt, queue.another())
    mine = get("/api/occasions/numbers/mine", by=aunt).json["items"]

    assert [row["line_label"] for row in mine] == ["维修", "义剪"]
    assert [action["action"] for action in mine[0]["actions"]] == ["leave"]
