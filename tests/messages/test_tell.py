"""Telling: once for each reason, whatever happens in between."""

from sqlalchemy import select

from server.core.db import db
from server.messages import service as messages
from server.messages.models import Message
from tests import make


def told():
    return db.session.scalars(select(Message.title).order_by(Message.id)).all()


def test_the_same_reason_is_told_once():
    person = make.person()
    for _ in range(2):
        messages.tell(person.id, "有人接单了", "王师傅会来。", reason="ticket:1:accepted")

    assert told() == ["有人接单了"]


def test_another_reason_is_told_again():
    person = make.person()
    for round_number in (1, 2):
        messages.tell(person.id, "请您评一评", "办好了吗？", reason=f"ticket:1:done:{round_number}")

    assert len(told()) == 2


def test_many_are_told_in_one_statement(count_queries):
    ids = [make.person().id for _ in range(5)]
    with count_queries() as asked:
        messages.tell_many(
            [*ids, ids[0]], "停水通知", "明早停水。", reason=lambda one: f"notice:1:{one}"
        )

    assert (len(asked), len(told())) == (1, 5)


def test_nobody_to_tell_is_no_trouble():
    messages.tell_many([], "停水通知", "明早停水。", reason=str)

    assert told() == []
