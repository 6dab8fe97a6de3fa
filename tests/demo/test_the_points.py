"""Points and shops of the demo: a year that adds up, and something to fetch, to judge, to spend."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func

from schemas.points_words import AccountKind, DonorKind, GrantState, Why
from schemas.shop_words import Buyers, OrderChannel, OrderState, ShopKind, StockKind
from server.core import clock
from server.core.db import db
from server.messages.models import Message
from server.occasions.devices import Card
from server.people.models import Person
from server.people.places import Area, Unit
from server.points.audit import findings
from server.points.earning import Award, Debt, Donor, EarningRule, Funding, Grant, Pool
from server.points.models import Account, Lot, Posting, Scheme
from server.points.service import expiring, maturing
from server.shop.models import Goods, Shop, ShopKeeper, StockMove
from server.shop.parts import Order, Pin
from server.shop.service import returning
from tests.demo.test_the_fairs import all_of

LAST_NIGHT = timedelta(hours=11)  # ago


def named(name: str) -> Person:
    return db.session.scalars(db.select(Person).where(Person.display_name == name)).one()


# ---- points


def test_the_books_add_up_row_by_row(dehua):
    assert list(findings()) == []


def test_each_community_has_a_scheme_and_each_is_zero_in_itself(dehua):
    areas = db.session.scalars(db.select(Area).where(Area.level == "community"))
    assert {one.area_id for one in all_of(Scheme)} == {area.id for area in areas}
    sums = db.select(Account.scheme_id, func.sum(Account.balance)).group_by(Account.scheme_id)
    assert {total for _, total in db.session.execute(sums)} == {0}


def test_a_year_of_postings_lies_behind(dehua):
    oldest = min(one.posted_at for one in all_of(Posting))
    assert oldest <= clock.now() - timedelta(days=364)
    months = {clock.local(one.posted_at).strftime("%Y-%m") for one in all_of(Posting)}
    assert len(months) == 13
    assert set(Why) - {one.why for one in all_of(Posting)} <= {Why.CORRECT, Why.RETURN, Why.SETTLE}


def test_pools_are_funded_each_month_by_the_community_a_company_and_a_merchant(dehua):
    for scheme in all_of(Scheme):
        donors = all_of(Donor, Donor.scheme_id == scheme.id)
        kinds = {DonorKind.BUDGET, DonorKind.ENTERPRISE, DonorKind.MERCHANT}
        assert {donor.kind for donor in donors} == kinds
        given = all_of(Funding, Funding.donor_id.in_([donor.id for donor in donors]))
        assert len({clock.local(one.at).strftime("%Y-%m") for one in given}) >= 12
        paying = all_of(Pool, Pool.scheme_id == scheme.id, Pool.pays_tickets)
        assert len(paying) == 1


def test_awards_follow_both_versions_of_the_rule(dehua):
    versions = {rule.id: rule.version for rule in all_of(EarningRule)}
    assert set(versions.values()) == {1, 2}
    assert {versions[award.reserve.rule_id] for award in all_of(Award)} == {1, 2}


def test_market_days_and_wishes_have_paid_and_some_of_it_is_still_announced(dehua):
    paid = Counter(award.subject_kind for award in all_of(Award, Award.paid > 0))
    assert paid["sessions"] > 60
    assert paid["tickets"] > 20
    assert all_of(Award, Award.pending > 0)


def test_nobody_who_works_there_has_points(dehua):
    purses = Account.kind == AccountKind.PERSON, Account.balance > 0
    for account in all_of(Account, *purses):
        person = db.session.get_one(Person, int(account.name.split(":")[1]))
        assert not any(grant.role.has("desk") for grant in person.live_grants)


def test_one_grant_waits_for_a_second_person_and_one_was_declined(dehua):
    states = Counter(grant.state for grant in all_of(Grant))
    assert (states[GrantState.ASKED], states[GrantState.DECLINED]) == (1, 1)
    assert all(grant.judged_by_id != grant.asked_by_id for grant in all_of(Grant))


def test_one_debt_was_repaid_and_one_award_taken_back(dehua):
    (debt,) = all_of(Debt)
    assert debt.left == 0
    (taken_back,) = all_of(Posting, Posting.why == Why.REVERSE)
    assert taken_back.source == f"person:{named('小潘').id}"


def test_some_have_points_that_end_within_thirty_days_and_were_told(dehua):
    soon = Lot.expires_on.between(clock.today(), clock.today() + expiring.NOTICE), Lot.left > 0
    ending = all_of(Lot, *soon)
    assert named("白姐").id in {lot.person_id for lot in ending}
    told = {one.person_id for one in all_of(Message, Message.title == "积分快到期了")}
    assert {lot.person_id for lot in ending} <= told


def test_no_night_was_missed(dehua):
    """What was due before last night has arrived, has expired, has gone back."""
    yesterday = (clock.now() - LAST_NIGHT).date()
    assert maturing.due(yesterday) == []
    assert all_of(Lot, Lot.left > 0, Lot.expires_on <= yesterday) == []
    assert all_of(Order, Order.state == "placed", Order.until < yesterday) == []
    assert returning.over() == []


# ---- the shops


def test_three_shops_have_thirty_goods_and_two_of_them_are_merchants(dehua):
    shops = all_of(Shop)
    assert Counter(shop.kind for shop in shops) == {ShopKind.MERCHANT: 2, ShopKind.SHOP: 1}
    merchants = all_of(Unit, Unit.kind == "merchant")
    assert {shop.unit_id for shop in shops if shop.unit_id} == {unit.id for unit in merchants}
    assert len(all_of(Goods)) == 30
    assert all(goods.photo_id for goods in all_of(Goods))


def test_each_shop_has_a_keeper_of_its_own(dehua):
    kept = {keeper.shop_id: keeper.person.display_name for keeper in all_of(ShopKeeper)}
    assert sorted(kept.values()) == sorted(("尤姐", "阿琴师傅", "薛老板"))
    assert set(kept) == {shop.id for shop in all_of(Shop)}


def test_of_the_shelf_some_is_sold_out_some_put_away_and_some_not_for_everybody(dehua):
    goods = all_of(Goods)
    assert [one.name for one in goods if not one.on_shelf] == ["春联一副"]
    sold_out = {one.name for one in goods if one.stock == 0}
    assert sold_out == {"电热水壶", "儿童雨衣"}
    assert {one.buyers for one in goods} == set(Buyers)
    assert any(one.version > 1 for one in goods)
    assert any(one.limit_count for one in goods)


def test_stock_was_counted_twice_with_a_difference_and_some_was_spoiled(dehua):
    moves = all_of(StockMove)
    counted = [one for one in moves if one.kind is StockKind.STOCKTAKE and one.order_id is None]
    assert sorted(one.change for one in counted) == [-1, 2]
    assert {one.kind for one in moves} == set(StockKind)
    assert any(one.supplier_id and one.cost_fen for one in moves if one.kind is StockKind.INTAKE)


def test_orders_went_every_way_there_is(dehua):
    orders = all_of(Order)
    assert {one.state for one in orders} == set(OrderState)
    assert {one.channel for one in orders} == set(OrderChannel)
    handed = [one for one in orders if one.state is OrderState.HANDED]
    assert any(one.handed_count < one.count for one in handed)
    assert any(one.handed_goods_id != one.goods_id for one in handed)
    assert min(one.made_at for one in handed) <= clock.now() - timedelta(days=280)


@pytest.mark.parametrize("who", ["林师傅", "陈阿姨", "吴伯"])
def test_somebody_has_something_to_fetch_and_points_left(dehua, who):
    mine = Order.person_id == named(who).id
    (waiting,) = all_of(Order, mine, Order.state == "placed")
    assert waiting.until > clock.today()
    purse = f"person:{named(who).id}"
    assert any(one.balance > 0 for one in all_of(Account, Account.name == purse))


def test_somebody_is_asked_at_the_counter_as_the_demo_ends(dehua):
    (asked,) = all_of(Order, Order.state == "asked")
    assert asked.channel is OrderChannel.COUNTER
    assert asked.made_at >= clock.now() - LAST_NIGHT - timedelta(minutes=5)


def test_an_elder_without_a_telephone_has_a_card_and_a_pin(dehua):
    (card,) = all_of(Card)
    (pin,) = all_of(Pin)
    assert card.person_id == pin.person_id == named("吴伯").id
    assert named("吴伯").phone is None


# ---- as they see it


def test_the_public_sheet_of_each_scheme_is_balanced(dehua, visit):
    for scheme in all_of(Scheme):
        sheet = visit(f"/api/points/schemes/{scheme.id}/sheet").json
        assert sheet["balanced"] is True
        assert sheet["donated"] == sum(line["amount"] for line in sheet["lines"]) > 1000


def test_a_purse_says_what_can_be_spent_and_what_is_coming(dehua, visit):
    (purse, *_) = visit("/api/points/purses", by=named("白姐")).json["items"]
    assert purse["available"] > 0
    assert purse["ending"]["amount"] == 8
