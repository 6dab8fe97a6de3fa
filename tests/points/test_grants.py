"""人工发放 and 扣减: one asks, another agrees, and the person is told once."""

import pytest
from sqlalchemy import func, select

from schemas.people_words import PersonState, Role
from server.core.db import db
from server.messages.models import Message
from server.points import names
from server.points.earning import Debt
from server.points.models import Lot
from server.points.service import grants
from tests import make, make_points, make_tickets


def told(person) -> list[tuple[str, str]]:
    rows = select(Message.title, Message.words).where(Message.person_id == person.id)
    return [tuple(row) for row in db.session.execute(rows)]


def test_nothing_moves_before_a_second_person_agrees(ask, judge, colleague, has, lin, pool, there):
    asked = ask()
    assert (asked.status_code, asked.json["state"], has()) == (201, "asked", 0)

    assert judge(asked, "approve", colleague).json["judged_by"] == "小林"
    assert has() == 20 == db.session.scalar(select(func.sum(Lot.left)))
    assert there(pool.scheme, names.pool(pool.id)) == 80
    assert told(lin) == [
        ("您的积分增加了 20 分", "浔北社区积分人工发放：帮忙搬桌椅。有疑问请告诉社区。")
    ]


def test_whoever_asked_does_not_agree(ask, judge, keeper, has, get):
    asked = ask()

    answer = judge(asked, "approve", keeper)
    assert (answer.status_code, answer.json["code"], has()) == (409, "second_person", 0)
    shown = get(f"/api/points/grants/{asked.json['id']}", by=keeper).json
    assert (shown["actions"], shown["why_not"]) == ([], "这一笔是您登记的，请另一位同事确认")


def test_nobody_agrees_to_their_own(scheme, pool, judge, get):
    clerk = make.staff(Role.SOCIAL_WORKER, at=scheme.area)
    asked = make_points.asked(pool, clerk, 5)

    answer = judge(asked, "approve", clerk)
    assert (answer.status_code, answer.json["code"]) == (409, "grant_to_yourself")


def test_nobody_asks_for_themselves(ask, keeper):
    make.saved(keeper).estate_id = make.estate().id
    db.session.commit()

    assert ask(person_id=keeper.id).json["code"] == "grant_to_yourself"


def test_officials_get_none(ask, colleague):
    make.saved(colleague).estate_id = make.estate().id
    db.session.commit()

    assert ask(person_id=colleague.id).json["code"] == "officials_earn_none"
    assert ask(amount=-5, person_id=colleague.id).status_code == 201


def test_somebody_from_elsewhere_is_not_found(ask):
    stranger = make.person("外地人", estate=make.estate(of=make.community("浔中社区")))

    assert list(ask(person_id=stranger.id).json["problems"]) == ["person_id"]


def test_whoever_serves_here_is_found(ask, scheme):
    helper = make.volunteer(at=scheme.area, estate=make.estate(of=make.community("浔中社区")))

    assert ask(person_id=helper.id).status_code == 201


def test_whoever_is_switched_off_gets_nothing(ask, lin):
    make.saved(lin).state = PersonState.OFF
    db.session.commit()

    assert ask().json["code"] == "no_longer_here"


def test_a_pool_of_another_scheme_is_none_here(ask):
    far = make_points.pool(make_points.scheme(make.community("浔中社区")), 10)

    assert list(ask(pool_id=far.id).json["problems"]) == ["pool_id"]


def test_out_of_a_closed_pool_nothing_is_granted(ask, pool, keeper, post):
    post(f"/api/points/pools/{pool.id}/close", by=keeper)

    assert ask().json["code"] == "pool_closed"


def test_a_pool_that_has_too_little_says_so(ask, judge, colleague, has):
    asked = ask(amount=101)

    answer = judge(asked, "approve", colleague)
    assert (answer.status_code, answer.json["code"], has()) == (409, "pool_short", 0)
    assert "还有 100 分，这一笔要发 101 分" in answer.json["detail"]


@pytest.mark.parametrize("amount", [0, 10_001, -10_001, 1.5])
def test_an_amount_is_one(ask, amount):
    assert list(ask(amount=amount).json["problems"]) == ["amount"]


def test_it_is_judged_once(ask, judge, colleague, has):
    asked = ask()
    judge(asked, "approve", colleague)

    assert judge(asked, "approve", colleague).json["code"] == "illegal_move"
    assert judge(asked, "decline", colleague, words="不对").json["code"] == "illegal_move"
    assert has() == 20


def test_declined_it_moves_nothing_and_whoever_asked_reads_why(ask, judge, colleague, keeper, has):
    shown = judge(ask(), "decline", colleague, words="数目不对").json

    assert (shown["state"], shown["answer"], has()) == ("declined", "数目不对", 0)
    assert told(keeper) == [("人工积分未同意", "您登记的一笔人工发放没有同意：数目不对")]


def test_a_deduction_takes_what_is_there_and_the_rest_is_owed(ask, judge, colleague, has, lin):
    judge(ask(20), "approve", colleague)
    judge(ask(-25), "approve", colleague)

    assert (has(), db.session.scalar(select(Debt.left))) == (0, 5)
    title, words = told(lin)[1]
    assert title == "您的积分减少了 20 分"
    assert "一共要扣 25 分，还差 5 分，不用您现在还，以后到账的先扣。" in words


def test_what_is_owed_comes_off_first_in_plain_sight(ask, judge, colleague, has, lin, get, scheme):
    judge(ask(20), "approve", colleague)
    judge(ask(-25), "approve", colleague)
    judge(ask(8), "approve", colleague)

    assert (has(), db.session.scalar(select(Debt.left))) == (3, 0)
    lines = get("/api/points/entries", by=lin, scheme_id=scheme.id).json["items"]
    assert [line["amount"] for line in lines] == [-5, 8, -20, 20]
    short = "（一共要扣 25 分，当时差 5 分）"
    assert [line["words"].replace("帮忙搬桌椅", "") for line in lines] == ["", "", short, ""]


def test_it_goes_to_the_account_that_remains(ask, judge, colleague, lin, there, scheme):
    old = make.person("林伯", merged_into_id=lin.id)
    judge(ask(person_id=old.id), "approve", colleague)

    assert there(scheme, names.purse(lin.id)) == 20


def test_what_waits_is_counted_for_those_who_may_agree(ask, keeper, colleague, lin, pool):
    ask()
    ask()

    def waiting(person):
        return grants.waiting_grants(make_tickets.actor(person))

    assert (waiting(colleague), waiting(keeper), waiting(lin)) == (2, 0, 0)


def test_the_list_is_filtered_and_masked(ask, judge, colleague, scheme, get):
    judge(ask(), "approve", colleague)
    ask(5)
    shown = get("/api/points/grants", by=colleague, state="asked").json["items"]
    assert [(row["amount"], row["person_name"]) for row in shown] == [(5, "林师傅")]

    looks = get("/api/points/grants", by=make.viewer(), limit=1).json
    assert [(row["person_name"], row["words"]) for row in looks["items"]] == [("林**", None)]
    assert looks["next"]
