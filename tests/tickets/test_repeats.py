"""重复诉求: the same from the same estate three times a month, or from the same person again."""

from schemas.people_words import Role
from server.core.db import db
from server.messages.models import Message
from tests import make
from tests import make_tickets as tickets


def repair(who, **known):
    return tickets.wish(who, category_id=tickets.category("home_repair").id, **known)


def test_the_third_of_an_estate_in_a_month_is_a_repeat(clock, get):
    boss = make.staff(Role.COMMUNITY_STAFF)
    first, second = repair(make.person("李伯")), repair(make.person("林叔"))
    clock.forward(days=29)
    third = repair(make.person("黄姨"))

    assert (first.repeats, second.repeats) == ([], [])
    assert (third.repeats, third.repeat_why) == ([first.id, second.id], "place")
    (row,) = get("/api/tickets/", by=boss, view="repeated").json["items"]
    assert (row["id"], row["repeat_label"]) == (third.id, "本小区 30 天内同类 3 件以上")
    titles = db.session.scalars(db.select(Message.title).where(Message.person_id == boss.id))
    assert list(titles) == ["同类的事又来了"]
    assert get("/api/tickets/counts", by=boss).json["repeated"] == 1


def test_two_in_a_month_are_none(clock):
    repair(make.person("李伯"))

    assert repair(make.person("林叔")).repeats == []


def test_a_month_later_they_do_not_count(clock):
    repair(make.person("李伯"))
    repair(make.person("林叔"))
    clock.forward(days=31)

    assert repair(make.person("黄姨")).repeats == []


def test_the_same_person_within_three_months_is_a_repeat(clock, get):
    aunt, worker = make.person("陈阿姨"), make.staff()
    first = repair(aunt)
    clock.forward(days=89)
    again = repair(aunt)

    assert (again.repeats, again.repeat_why) == ([first.id], "person")
    seen = get(f"/api/tickets/{again.id}", by=worker).json["repeat"]
    assert seen["numbers"] == [first.number]


def test_what_nobody_has_sorted_is_like_nothing(clock):
    aunt = make.person("陈阿姨")
    tickets.wish(aunt)

    assert tickets.wish(aunt).repeats == []


def test_it_is_seen_when_the_desk_sorts_it(clock, post):
    aunt = make.person("陈阿姨")
    first, again = repair(aunt), tickets.wish(aunt)
    category_id = tickets.category("home_repair").id
    post(tickets.path(again, "triage"), by=make.staff(), category_id=category_id)

    assert again.repeats == [first.id]


def test_what_was_withdrawn_does_not_count(clock, post):
    aunt = make.person("陈阿姨")
    post(tickets.path(repair(aunt), "withdraw"), by=aunt)

    assert repair(aunt).repeats == []


def test_residents_do_not_read_that_it_is_one(clock, get):
    aunt = make.person("陈阿姨")
    repair(aunt)
    again = repair(aunt)

    assert "repeat" not in get(f"/api/tickets/{again.id}", by=aunt).json
