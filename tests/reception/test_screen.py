"""叫号屏: numbers with their tables, no names; asked for every few seconds."""


def test_the_screen_shows_numbers_and_tables_and_no_names(table, get):
    for name in ("秘阿婆", "秘伯", "秘婶"):
        table.walk_in(called=name)
    table.call_next(2)
    shown = get(table.path("screen"))

    assert [(one["n"], one["table"]) for one in shown.json["called"]] == [(1, 2)]
    assert (shown.json["next"], shown.json["waiting"], shown.json["done"]) == ([2, 3], 2, 0)
    assert "秘" not in shown.text


def test_a_screen_that_shows_it_already_is_told_so(table, get, web, clock):
    table.walk_in()
    first = get(table.path("screen"))
    known = {"If-None-Match": first.headers["ETag"]}
    clock.forward(seconds=5)
    again = web.client.get(table.path("screen"), headers=known)
    table.call_next(1)
    called = web.client.get(table.path("screen"), headers=known)

    assert first.headers["Cache-Control"] == "no-cache"
    assert (again.status_code, again.data) == (304, b"")
    assert (called.status_code, called.json["called"][0]["n"]) == (200, 1)


def test_the_screen_shows_first_whoever_was_called_last_though_called_before(table, clock, get):
    first, second = table.walk_in(), table.walk_in()
    for moment, number in enumerate((second, first, second)):
        clock.forward(minutes=1)
        assert (
            table.step(number, "call", table=moment % 2 + 1, again=moment == 2).status_code == 200
        )
    session = first["session_id"]
    called = get(f"/api/reception/sessions/{session}/screen").json["called"]

    assert [(one["n"], one["table"]) for one in called] == [(second["n"], 1), (first["n"], 2)]
    assert called[0]["at"] > called[1]["at"]
