"""What a day is called: by its month, around a festival, by whoever is nearest."""

from datetime import date

import pytest

from schemas.market_words import ThemeKind
from schemas.occasion_words import RuleKind
from server.core.db import db
from server.markets.models import Theme
from server.markets.service.themes import theme_of, themes_of
from server.occasions.models import Session
from server.occasions.service.sessions import Called, generate
from tests import make
from tests import make_occasions as occasions


def theme(area, kind, month, day, title):
    return make.saved(Theme(area_id=area.id, kind=kind, month=month, day=day, title=title))


@pytest.fixture
def county():
    area = make.county()
    theme(area, ThemeKind.MONTH, 3, 0, "学雷锋")
    theme(area, ThemeKind.SOLAR, 4, 5, "清明")
    theme(area, ThemeKind.LUNAR, 5, 5, "端午")
    theme(area, ThemeKind.LUNAR, 1, 1, "春节")
    theme(area, ThemeKind.MONTH, 6, 0, "安全生产")
    return area


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2026-03-18", "学雷锋"),
        ("2026-05-18", ""),
        ("2026-04-01", ""),
        ("2026-04-02", "清明"),  # three days before
        ("2026-04-05", "清明"),
        ("2026-04-06", ""),
        ("2026-06-16", "端午"),  # 端午 is 2026-06-19: it wins over the month
        ("2026-06-19", "端午"),
        ("2026-06-20", "安全生产"),
        ("2026-02-14", "春节"),  # 春节 is 2026-02-17
        ("2025-07-29", ""),  # the fifth of the leap sixth month is no festival
    ],
)
def test_a_festival_wins_over_the_month_from_three_days_before(county, day, title):
    known = db.session.scalars(db.select(Theme)).all()

    assert theme_of(known, _date(day)).title == title


def test_an_estates_own_theme_wins_over_the_countys(county):
    estate = make.estate(of=make.community(of=make.town(of=county)))
    theme(estate, ThemeKind.MONTH, 3, 0, "植树")
    series = occasions.series(estate)
    days = [_date("2026-03-18"), _date("2026-04-05")]

    called = list(themes_of(series, days).values())
    assert called == [Called("植树", festival=False), Called("清明", festival=True)]


def test_generated_sessions_have_the_theme_of_their_day(county, clock):
    estate = make.estate(of=make.community(of=make.town(of=county)))
    series = occasions.series(estate, RuleKind.SOLAR_DAY, (5, 18))
    generate(series)
    query = db.select(Session.on, Session.theme).order_by(Session.on).limit(4)

    assert [(on.isoformat(), title) for on, title in db.session.execute(query)] == [
        ("2026-03-05", "学雷锋"),
        ("2026-03-18", "学雷锋"),
        ("2026-04-05", "清明"),
        ("2026-04-18", ""),
    ]


def test_a_theme_is_said_anew_for_the_same_days(get, post):
    worker, area = make.staff(), make._the(make.Level.COMMUNITY, make.community)
    form = {"area_id": area.id, "kind": "lunar", "month": 9, "day": 9}
    post("/api/markets/themes", by=worker, title="重阳", **form)
    again = post("/api/markets/themes", by=worker, title="重阳敬老", **form).json

    shown = get("/api/markets/themes", by=worker, area_id=area.id).json["items"]
    assert [(one["title"], one["days_words"]) for one in shown] == [("重阳敬老", "农历九月初九")]
    assert (again["kind_label"], again["may_change"]) == ("农历节日", True)


@pytest.mark.parametrize(
    ("kind", "month", "day", "status"),
    [
        ("month", 3, 0, 201),
        ("month", 3, 5, 422),
        ("solar", 2, 29, 201),
        ("solar", 2, 30, 422),
        ("solar", 6, 0, 422),
        ("lunar", 12, 30, 201),
        ("lunar", 12, 31, 422),
    ],
)
def test_only_days_that_there_are_have_a_theme(post, kind, month, day, status):
    worker, area = make.staff(), make._the(make.Level.COMMUNITY, make.community)
    form = {"area_id": area.id, "kind": kind, "month": month, "day": day, "title": "主题"}

    assert post("/api/markets/themes", by=worker, **form).status_code == status


def test_a_removed_theme_is_gone_for_days_to_come(post):
    worker, area = make.staff(), make._the(make.Level.COMMUNITY, make.community)
    old = theme(area, ThemeKind.MONTH, 3, 0, "学雷锋")
    left = post(f"/api/markets/themes/{old.id}/remove", by=worker)

    assert left.json["items"] == []


def test_a_year_of_themes_costs_what_one_costs(get, count_queries):
    area = make._the(make.Level.COMMUNITY, make.community)
    area_id, token = area.id, make.token(make.staff())

    def cost() -> int:
        with count_queries() as asked:
            assert get("/api/markets/themes", token=token, area_id=area_id).status_code == 200
        return len(asked)

    theme(area, ThemeKind.MONTH, 1, 0, "迎新")
    one = cost()
    for month in range(2, 13):
        theme(area, ThemeKind.MONTH, month, 0, f"{month}月")

    assert one == cost() == 3


def _date(text: str) -> date:
    return date.fromisoformat(text)
