"""Places are public: the tree, what lies below one, what lies above a code."""

import pytest

from tests import make

AREAS = "/api/people/areas"


@pytest.fixture
def tree():
    county = make.county()
    north, south = make.town("浔中镇", county), make.town("雷峰镇", county)
    community = make.community("浔北社区", north)
    estate = make.estate("幸福小区", community)
    make.community("雷峰社区", south)
    return county, north, community, estate


def names(answer):
    assert answer.status_code == 200, answer.text
    return [area["name"] for area in answer.json["items"]]


def test_at_first_the_tree_goes_down_to_the_communities(get, tree):
    assert names(get(AREAS)) == ["德化县", "浔中镇", "雷峰镇", "浔北社区", "雷峰社区"]


def test_below_a_place_is_all_below_it(get, tree):
    _, town, *_ = tree

    assert names(get(AREAS, under_id=town.id)) == ["浔北社区", "幸福小区"]


def test_a_code_on_a_poster_tells_where_one_stands(get, tree):
    *_, estate = tree

    assert names(get(AREAS, code=estate.code)) == ["德化县", "浔中镇", "浔北社区", "幸福小区"]


def test_an_unknown_code_leads_nowhere(get, tree):
    assert names(get(AREAS, code="ZZZZ")) == []


def test_below_an_unknown_place_is_nothing(get, tree):
    assert names(get(AREAS, under_id=999999)) == []


@pytest.mark.parametrize("query", [{"code": "a b"}, {"under_id": "x"}, {"level": "town"}])
def test_what_nobody_asked_for_is_refused(get, query):
    assert get(AREAS, **query).status_code == 422


def test_it_is_one_query(get, tree, count_queries):
    with count_queries() as asked:
        get(AREAS)

    assert len(asked) == 1
