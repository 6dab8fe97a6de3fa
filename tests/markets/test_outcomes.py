"""What may be written down of a service: the words of the stall's kind, and of 义诊 none."""

import pytest

from schemas.market_words import OUTCOMES, StallKind
from server.core.db import db
from server.occasions.parts import QueueNumber
from tests import make
from tests import make_markets as markets


def tick(post, kind, step, **said):
    number = markets.number(markets.stall(kind=kind, last=1), 1, make.person())
    answer = post(f"/api/occasions/numbers/{number.id}/{step}", by=make.staff(), **said)
    return answer, db.session.get_one(QueueNumber, number.id)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [(kind, o) for kind, outcomes in OUTCOMES.items() for o in outcomes if not o.has("why")],
)
def test_each_kind_has_its_words(post, kind, outcome):
    answer, number = tick(post, kind, "serve", outcome=outcome)

    state = "under_way" if outcome.has("kept") else "served"
    assert (answer.status_code, number.outcome, number.state) == (200, outcome, state)


@pytest.mark.parametrize("kind", [StallKind.HAIR, StallKind.SHOPPING, StallKind.OTHER])
def test_where_there_is_one_word_nobody_has_to_say_it(post, kind):
    answer, number = tick(post, kind, "serve")

    assert (answer.status_code, number.outcome) == (200, OUTCOMES[kind][0])


def test_a_repair_says_whether_it_was_taken_away(post):
    refused, number = tick(post, StallKind.REPAIR, "serve")

    assert refused.json["problems"] == {"outcome": ["请选一个结果：修好了、带回去修"]}
    assert number.state == "waiting"


def test_what_could_not_be_done_says_why(post):
    refused, _ = tick(post, StallKind.REPAIR, "fail")
    answer, number = tick(post, StallKind.REPAIR, "fail", reason="配件停产")

    assert list(refused.json["problems"]) == ["reason"]
    assert (answer.status_code, number.outcome, number.reason) == (
        200,
        "not_repaired",
        "配件停产",
    )


def test_a_question_that_is_passed_on_says_to_whom(post):
    refused, _ = tick(post, StallKind.LAW, "serve", outcome="referred")
    answer, number = tick(post, StallKind.LAW, "serve", outcome="referred", reason="县法律援助中心")

    assert list(refused.json["problems"]) == ["reason"]
    assert (answer.status_code, number.reason) == (200, "县法律援助中心")


def test_a_word_of_another_kind_is_refused(post):
    refused, _ = tick(post, StallKind.HAIR, "serve", outcome="repaired")

    assert list(refused.json["problems"]) == ["outcome"]


def test_of_a_health_check_only_that_it_was_served_is_kept(post):
    answer, number = tick(post, StallKind.CLINIC, "serve")

    assert (answer.status_code, number.outcome, number.reason) == (200, "served", None)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("fail", {"reason": "血压 180"}),
        ("fail", {"outcome": "not_done"}),
        ("serve", {"outcome": "done"}),
        ("serve", {"reason": "血压 180"}),
        ("serve", {"outcome": "血压 180"}),
    ],
)
def test_any_other_word_of_a_health_check_is_refused_and_not_kept(post, step, said):
    refused, number = tick(post, StallKind.CLINIC, step, **said)

    assert (refused.status_code, "义诊只记" in refused.json["problems"]["reason"][0]) == (422, True)
    assert (number.state, number.outcome, number.reason) == ("waiting", None, None)
    assert "血压 180" not in refused.text


def test_of_a_health_check_that_did_not_happen_nothing_else_is_kept(post):
    answer, number = tick(post, StallKind.CLINIC, "fail")

    assert (answer.status_code, number.outcome, number.reason) == (200, None, None)
