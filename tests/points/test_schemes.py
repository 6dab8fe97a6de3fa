"""积分账套: one for an area and all below it that have none of their own."""

from schemas.people_words import Role
from server.points.service import schemes
from tests import make, make_points

PATH = "/api/points/schemes"


def names(answer) -> list[str]:
    return [row["name"] for row in answer.json["items"]]


def test_the_nearest_counts(clock):
    town = make.town()
    here = make.community("浔北社区", of=town)
    estate = make.estate(of=here)
    assert schemes.scheme_of(estate) is None

    of_the_town = make_points.scheme(town)
    assert schemes.scheme_of(estate) == of_the_town

    own = make_points.scheme(here)
    assert schemes.scheme_of(estate) == own
    assert schemes.scheme_of(make.community("浔中社区", of=town)) == of_the_town


def test_it_is_made_and_changed(clock, post):
    area = make.community()
    by = make.staff(Role.COMMUNITY_STAFF, at=area)

    made = post(PATH, by=by, area_id=area.id, name="近邻积分").json
    assert (made["lasts_months"], made["earning_words"]) == (24, None)

    path = f"{PATH}/{made['id']}/change"
    changed = post(path, by=by, name="浔北积分", lasts_months=12).json
    assert (changed["name"], changed["lasts_months"]) == ("浔北积分", 12)


def test_an_area_has_one(scheme, keeper, post):
    answer = post(PATH, by=keeper, area_id=scheme.area_id, name="又一个")

    assert (answer.status_code, answer.json["code"]) == (409, "has_scheme")


def test_an_area_below_may_have_its_own(scheme, keeper, post):
    below = make.estate(of=scheme.area)

    assert post(PATH, by=keeper, area_id=below.id, name="小区积分").status_code == 201


def test_residents_see_what_is_above_them_and_where_they_have_points(clock, get):
    town = make.town()
    here, there = make.community("甲社区", of=town), make.community("乙社区", of=town)
    chen = make.person(estate=make.estate(of=here))
    make_points.scheme(town)
    make_points.scheme(here)
    elsewhere = make_points.scheme(there)
    assert names(get(PATH, by=chen)) == ["浔中镇积分", "甲社区积分"]

    make_points.filled(elsewhere, chen, 5)
    assert names(get(PATH, by=chen)) == ["浔中镇积分", "甲社区积分", "乙社区积分"]


def test_of_an_area_come_those_above_and_below(clock, get):
    town = make.town()
    here, there = make.community("甲社区", of=town), make.community("乙社区", of=town)
    for area in (town, here, there):
        make_points.scheme(area)
    by = make.viewer(town)

    assert names(get(PATH, by=by, area_id=here.id)) == ["浔中镇积分", "甲社区积分"]
    assert len(names(get(PATH, by=by))) == 3


def test_it_says_how_points_are_earned_today(scheme, keeper, get, clock):
    make_points.rule(scheme, day_most=8)
    make_points.rule(scheme, version=2, valid_from=make_points.tomorrow(), per_half_hour=2)
    path = f"{PATH}/{scheme.id}"

    words = get(path, by=keeper).json["earning_words"]
    assert words == "每服务半小时记 1 分，每办结一个心愿记 2 分，每天最多 8 分"

    clock.forward(days=1)
    words = get(path, by=keeper).json["earning_words"]
    assert words == "每服务半小时记 2 分，每办结一个心愿记 2 分"


def test_buttons_are_for_those_who_may(scheme, keeper, colleague, lin, get):
    def buttons(by):
        return {row["action"] for row in get(f"{PATH}/{scheme.id}", by=by).json["actions"]}

    assert buttons(keeper) >= {"change", "make_pool", "make_donor", "make_rule", "ask_grant"}
    assert buttons(colleague) == {"ask_grant"}
    assert buttons(lin) == set()
