"""What somebody reads of points that the desk gave or took by hand."""

import pytest

from tests import make, make_points


@pytest.fixture
def entry_of(get, scheme):
    def ask(who):
        path = f"/api/points/entries?scheme_id={scheme.id}"
        return get(path, by=who).json["items"][0]

    return ask


def test_a_line_given_by_hand_opens_and_says_who_answers_for_it(pool, lin, entry_of, get):
    make_points.granted(pool, lin, 8)
    line = entry_of(lin)
    told = get(f"/api/points/grants/{line['link_id']}/mine", by=lin).json

    assert (line["link_kind"], line["why_label"]) == ("grant", "社区给的")
    assert (told["amount"], told["words"]) == (8, "帮忙搬桌椅")
    assert told["asked_by"] != told["judged_by"]
    assert told["judged_at"] >= told["asked_at"]


def test_what_was_taken_reads_as_taken_by_the_community(pool, lin, entry_of, get):
    make_points.granted(pool, lin, 8)
    make_points.granted(pool, lin, -3)
    line = entry_of(lin)

    assert (line["amount"], line["why_label"]) == (-3, "社区扣回的")
    assert get(f"/api/points/grants/{line['link_id']}/mine", by=lin).json["amount"] == -3


def test_nobody_reads_that_of_a_neighbour(pool, lin, entry_of, get):
    make_points.granted(pool, lin, 8)
    path = f"/api/points/grants/{entry_of(lin)['link_id']}/mine"

    assert get(path, by=make.person("陈阿姨")).status_code == 404


def test_what_still_waits_has_moved_nothing_and_is_not_shown(pool, lin, get):
    grant = make_points.asked(pool, lin, 5)

    assert get(f"/api/points/grants/{grant.id}/mine", by=lin).status_code == 404
