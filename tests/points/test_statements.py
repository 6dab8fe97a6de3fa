"""积分明细: each line says why, in words, and what it came from; at the desk it reads the same."""

from datetime import date

import pytest

from server.core.db import db
from server.points import names
from server.points import upward as above
from server.points.service import awards, maturing
from tests import make, make_points

UNTIL = date(2026, 3, 10)


@pytest.fixture
def served(scheme, pool, lin, clock, monkeypatch):
    """林师傅 served two hours, and the 公示 is over."""
    monkeypatch.setitem(above.told, "sessions", lambda ids: {id: "近邻圩日 · 3月5日" for id in ids})
    make_points.promised(pool)
    awards.award(scheme.id, make_points.served(lin, 4, until=UNTIL))
    clock.travel_to("2026-03-11 01:07")
    maturing.mature(scheme.id, (lin.id,))
    db.session.commit()


def entries(get, by, scheme, of=None, **query) -> dict:
    path = f"/api/points/persons/{of.id}/entries" if of else "/api/points/entries"
    return get(path, by=by, scheme_id=scheme.id, **query).json


def test_a_line_says_why_and_where_it_came_from(served, scheme, lin, get):
    (line,) = entries(get, lin, scheme)["items"]
    known = {name: line[name] for name in ("amount", "why", "words", "link_kind", "link_id")}
    assert known == {
        "amount": 4,
        "why": "mature",
        "words": "近邻圩日 · 3月5日",
        "link_kind": "session",
        "link_id": 1,
    }
    award = get(f"/api/points/awards/{line['award_id']}", by=lin).json
    assert (award["units_words"], award["rule_version"], award["paid"]) == ("服务 2 小时", 1, 4)
    assert award["rule_words"] == "每服务半小时记 1 分"


def test_the_lines_add_up_to_the_purse(served, scheme, pool, lin, get):
    for amount in (20, -7, 3):
        make_points.granted(pool, lin, amount)

    lines, next_page = [], None
    while True:
        more = {"cursor": next_page} if next_page else {}
        found = entries(get, lin, scheme, limit=2, **more)
        lines += found["items"]
        next_page = found["next"]
        if not next_page:
            break
    assert [line["amount"] for line in lines] == [3, -7, 20, 4]
    (purse,) = get("/api/points/purses", by=lin).json["items"]
    assert purse["available"] == 20


def test_at_the_desk_it_reads_the_same(served, scheme, pool, lin, colleague, get):
    make_points.granted(pool, lin, 20)

    assert entries(get, colleague, scheme, of=lin) == entries(get, lin, scheme)
    own = get("/api/points/purses", by=lin).json
    assert get(f"/api/points/persons/{lin.id}/purses", by=colleague).json == own


def test_a_desk_reads_of_whoever_serves_there(served, scheme, pool, colleague, get):
    far = make.estate(of=make.community("浔中社区"))
    for helper in (make.volunteer(at=scheme.area, estate=far), make.person("黄伯", estate=far)):
        make_points.granted(pool, helper, 5)

        shown = get(f"/api/points/persons/{helper.id}/purses", by=colleague).json["items"]
        assert [row["available"] for row in shown] == [5]


def test_a_desk_does_not_read_what_they_have_elsewhere(served, lin, colleague, get):
    other = make_points.scheme(make.community("浔中社区"))
    make_points.filled(other, lin, 9)

    shown = get(f"/api/points/persons/{lin.id}/purses", by=colleague).json["items"]
    assert [row["available"] for row in shown] == [4]
    path = f"/api/points/persons/{lin.id}/entries"
    assert get(path, by=colleague, scheme_id=other.id).status_code == 404


def test_a_desk_reads_what_they_have_in_the_towns_scheme(served, scheme, lin, colleague, get):
    town = make_points.scheme(make._the(make.Level.TOWN, make.town))
    make_points.filled(town, lin, 9)

    shown = get(f"/api/points/persons/{lin.id}/purses", by=colleague).json["items"]
    assert sorted(row["available"] for row in shown) == [4, 9]


def test_of_merged_accounts_all_purses_are_one(served, scheme, pool, lin, colleague, get):
    old = make.person("林伯")
    make_points.granted(pool, old, 5)
    make.saved(old).merged_into_id = lin.id
    db.session.commit()

    (purse,) = get("/api/points/purses", by=lin).json["items"]
    assert purse["available"] == 9
    for of in (lin, old):
        lines = entries(get, colleague, scheme, of=of)["items"]
        assert [line["amount"] for line in lines] == [5, 4]


def test_what_a_grant_was_for_stands_on_the_statement(scheme, pool, lin, get):
    make_points.granted(pool, lin, 5)

    (line,) = entries(get, lin, scheme)["items"]
    assert (line["why_label"], line["words"], line["award_id"]) == ("社区给的", "帮忙搬桌椅", None)
    assert names.purse(lin.id) not in str(line)


def test_a_desk_follows_what_was_earned_in_the_towns_scheme(clock, get):
    town = make.town()
    here, beside = make.community("甲社区", of=town), make.community("乙社区", of=town)
    scheme = make_points.scheme(town)
    make_points.rule(scheme)
    lin = make.person("林师傅", estate=make.estate(of=here))
    make_points.promised(make_points.pool(scheme, 100))
    awards.award(scheme.id, make_points.served(lin, 4))
    db.session.commit()
    award = get("/api/points/awards", by=lin).json["items"][0]["id"]

    def status(area):
        return get(f"/api/points/awards/{award}", by=make.staff(at=area)).status_code

    assert (status(here), status(beside), status(town)) == (200, 404, 200)
