"""公开账目: anybody may add it up, and nobody is named in it."""

import pytest
from sqlalchemy import text

from server.core.db import db
from server.points import upward
from tests import make, make_points
from tests.points import lived
from tests.points.test_audit import tamper


@pytest.fixture
def sheet(get):
    return lambda scheme: get(f"/api/points/schemes/{scheme.id}/sheet").json


def test_what_was_donated_is_the_sum_of_the_rest(clock, sheet):
    scene = lived.scene(clock)
    shown = sheet(scene.scheme)

    lines = {line["key"]: line["amount"] for line in shown["lines"]}
    assert shown["donated"] == 217 == sum(lines.values())
    shown_as = ("person", "pending", "planned", "expired", "returned")
    assert {name: lines[name] for name in shown_as} == {
        "person": 9,
        "pending": 6,
        "planned": 3,
        "expired": 6,
        "returned": 5,
    }
    assert shown["balanced"]


def test_each_line_says_what_is_counted(scheme, sheet):
    assert all(len(line["words"]) > 10 for line in sheet(scheme)["lines"])
    assert sheet(scheme)["donated_words"] == "经费、企业、商家和个人注入的全部积分"


def test_it_does_not_hide_that_something_is_wrong(scheme, pool, sheet):
    tamper("UPDATE accounts SET balance = balance + 1 WHERE kind = 'pool'", {})

    shown = sheet(scheme)
    assert (shown["balanced"], shown["balanced_words"]) == (
        False,
        "各项加起来和注入的总数不一致，正在核对",
    )


def test_holders_are_persons(scheme, pool, lin, sheet):
    assert sheet(scheme)["holders"] == 0
    old = make.person("林伯", merged_into_id=lin.id)
    for person in (lin, old, make.person("陈阿姨")):
        make_points.filled(scheme, person, 3)

    assert sheet(scheme)["holders"] == 2


def test_it_says_what_each_shop_redeemed(scheme, pool, sheet, monkeypatch):
    monkeypatch.setitem(upward.told, "shops", lambda ids: {7: "浔北积分超市"})
    opened = f"INSERT INTO accounts VALUES ({scheme.id}, 'shop:7', 'shop', 12)"
    db.session.execute(text(opened.replace(":7", "\\:7")))

    assert sheet(scheme)["by_shop"] == [{"shop_id": 7, "shop_name": "浔北积分超市", "amount": 12}]


def test_nobody_is_named_in_it(scheme, lin, get):
    make_points.filled(scheme, lin, 3)
    answer = get(f"/api/points/schemes/{scheme.id}/sheet")

    assert lin.display_name not in answer.text
    assert "person_id" not in answer.text
