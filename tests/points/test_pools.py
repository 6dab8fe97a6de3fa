"""积分池: filled by donors, promised out of, closed when nothing waits for it."""

import pytest

from schemas.points_words import DonorKind
from server.core.db import db
from server.points import names
from server.points.earning import Donor
from server.points.service import awards, reserving
from server.points.service.pools import PoolClosed
from tests import make, make_points

GIVEN = {"given": "goods", "words": "大米 50 袋", "points": 200}


@pytest.fixture
def giver(scheme):
    return make.saved(Donor(scheme_id=scheme.id, kind=DonorKind.MERCHANT, name="老李超市"))


def close(post, pool, by):
    return post(f"/api/points/pools/{pool.id}/close", by=by)


def fund(post, pool, by, **form):
    return post(f"/api/points/pools/{pool.id}/fund", by=by, **GIVEN | form)


def test_a_pool_begins_empty(scheme, keeper, post):
    made = post(f"/api/points/schemes/{scheme.id}/pools", by=keeper, name="爱心池").json

    assert (made["there"], made["planned"], made["closed_on"]) == (0, 0, None)


def test_names_are_used_once(scheme, pool, giver, keeper, post):
    of_it = f"/api/points/schemes/{scheme.id}"

    for path, form in (("pools", {"name": pool.name}), ("donors", {"name": giver.name})):
        form |= {"kind": "merchant"} if path == "donors" else {}
        answer = post(f"{of_it}/{path}", by=keeper, **form)
        assert (answer.status_code, answer.json["code"]) == (409, "name_taken")


def test_what_is_given_fills_it(pool, giver, keeper, post, get, there):
    told = fund(post, pool, keeper, donor_id=giver.id).json
    assert (told["donor_name"], told["given_label"], told["points"]) == ("老李超市", "物品", 200)

    assert there(pool.scheme, names.pool(pool.id)) == 300
    donors = get(f"/api/points/schemes/{pool.scheme_id}/donors", by=keeper).json["items"]
    assert {row["name"]: row["given"] for row in donors}["老李超市"] == 200


def test_money_is_counted(pool, giver, keeper, post):
    answer = fund(post, pool, keeper, donor_id=giver.id, given="money")

    assert answer.json["problems"] == {"fen": ["请填写金额"]}


def test_a_donor_of_another_scheme_gives_nothing_here(pool, keeper, post):
    other = make_points.scheme(make.community("浔中社区"))
    stranger = make.saved(Donor(scheme_id=other.id, kind=DonorKind.CITIZEN, name="一位邻居"))

    answer = fund(post, pool, keeper, donor_id=stranger.id)
    assert answer.json["problems"] == {"donor_id": ["请选择这种积分自己的资金来源"]}


def test_a_unit_from_elsewhere_is_no_donor_here(scheme, keeper, post):
    far = make.unit(at=make.community("浔中社区"))
    form = {"kind": "merchant", "name": "远方商店", "unit_id": far.id}

    answer = post(f"/api/points/schemes/{scheme.id}/donors", by=keeper, **form)
    assert answer.json["problems"] == {"unit_id": ["这里没有这个单位"]}


def test_what_was_given_is_listed_newest_first(pool, giver, keeper, post, get):
    for points in (1, 2, 3):
        fund(post, pool, keeper, donor_id=giver.id, points=points)
    path = f"/api/points/schemes/{pool.scheme_id}/fundings"

    first = get(path, by=keeper, limit=2).json
    rest = get(path, by=keeper, limit=2, cursor=first["next"]).json
    assert [row["points"] for row in first["items"] + rest["items"]] == [3, 2, 1, 100]


def test_an_empty_errand_is_closed(pool, keeper, post):
    assert close(post, pool, keeper).json["closed_on"] == "2026-03-05"
    assert close(post, pool, keeper).json["code"] == "pool_closed"


def test_out_of_a_closed_pool_nothing_is_promised_nor_put_in(pool, giver, keeper, post):
    close(post, pool, keeper)

    with pytest.raises(PoolClosed):
        make_points.promised(pool)
    db.session.rollback()
    assert fund(post, pool, keeper, donor_id=giver.id).json["code"] == "pool_closed"


def test_of_a_scheme_one_pool_pays_for_wishes(pool, keeper, post, get):
    other = make_points.pool(pool.scheme, 5, "爱心池")

    def pay(which, pays=True):
        return post(f"/api/points/pools/{which.id}/pay_tickets", by=keeper, pays=pays).status_code

    def paying():
        rows = get(f"/api/points/schemes/{pool.scheme_id}/pools", by=keeper).json["items"]
        return [row["name"] for row in rows if row["pays_tickets"]]

    assert (pay(pool), paying()) == (200, ["社区经费池"])
    assert (pay(other), paying()) == (200, ["爱心池"])
    assert (pay(other, pays=False), paying()) == (200, [])
    pay(other)
    close(post, other, keeper)
    assert (pay(other), paying()) == (409, [])


def test_one_with_reserves_stays_open_and_says_why(pool, keeper, post):
    make_points.promised(pool)

    answer = close(post, pool, keeper)
    assert answer.json["code"] == "pool_in_use"
    assert "还有 1 场活动或心愿预留着积分" in answer.json["detail"]

    reserving.release(reserving.reserved("sessions", 1))
    db.session.commit()
    assert close(post, pool, keeper).status_code == 200


def test_one_for_which_a_grant_waits_stays_open(pool, lin, keeper, post):
    make_points.asked(pool, lin, 5)

    assert "还有 1 笔人工发放等着确认" in close(post, pool, keeper).json["detail"]


def test_what_was_earned_stays_planned(scheme, pool, lin, there):
    """Ten are reserved and eight earned; five would do, then three are corrected away."""
    row = make_points.promised(pool, units=10)
    planned = names.planned(row.id)
    serve(scheme, lin, 8)
    reserving.plan(row, 5)
    assert (row.planned, there(scheme, planned)) == (8, 0)

    serve(scheme, lin, 5)
    assert there(scheme, planned) == 3
    reserving.plan(row, 6)
    assert (row.planned, there(scheme, planned)) == (6, 1)


def serve(scheme, person, units):
    awards.award(scheme.id, make_points.served(person, units))


def test_whoever_only_reads_the_pools_is_told_by_name_who_keeps_them(
    scheme, pool, keeper, colleague, get
):
    told = get(f"/api/points/schemes/{scheme.id}/pools", by=colleague).json

    assert told["kept_by"] == "小郑（社区工作者）"
