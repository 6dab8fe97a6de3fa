"""The inbox: one's own messages, newest first, read up to where one has read."""

import pytest

from server.core.db import db
from server.messages import service as messages
from server.people.models import Person
from tests import make

INBOX, READ = "/api/messages/", "/api/messages/read"


@pytest.fixture
def chen():
    return make.person()


def tell(person, n, link=None):
    messages.tell(person.id, f"第{n}条", "请看一看。", reason=f"{person.id}:{n}", link=link)
    db.session.commit()


def titles(answer):
    assert answer.status_code == 200, answer.text
    return [message["title"] for message in answer.json["items"]]


def test_the_newest_comes_first(get, chen):
    for n in (1, 2, 3):
        tell(chen, n)

    assert titles(get(INBOX, by=chen)) == ["第3条", "第2条", "第1条"]


def test_a_message_says_what_a_tap_opens(get, chen):
    tell(chen, 1, link=("ticket", 7))
    tell(chen, 2)
    links = [message["link"] for message in get(INBOX, by=chen).json["items"]]

    assert links == [None, {"kind": "ticket", "id": 7}]


def test_pages_follow_each_other(get, chen):
    for n in (1, 2, 3):
        tell(chen, n)
    first = get(INBOX, by=chen, limit=2).json
    tell(chen, 4)

    assert titles(get(INBOX, by=chen, limit=2, cursor=first["next"])) == ["第1条"]


def test_others_read_nothing_of_it(get, post, chen):
    tell(chen, 1)
    stranger = make.person()
    newest = get(INBOX, by=chen).json["items"][0]["id"]
    post(READ, by=stranger, up_to=newest)

    assert titles(get(INBOX, by=stranger)) == []
    assert get("/api/people/me", by=chen).json["unread"] == 1


def test_what_came_in_meanwhile_stays_unread(get, post, chen):
    tell(chen, 1)
    seen = get(INBOX, by=chen).json["items"][0]["id"]
    tell(chen, 2)

    assert post(READ, by=chen, up_to=seen).json == {"unread": 1}
    read = [message["read_at"] is not None for message in get(INBOX, by=chen).json["items"]]
    assert read == [False, True]


def test_messages_of_a_merged_account_are_there_too(get, chen):
    double = make.person("近邻居民")
    tell(double, 1)
    db.session.get(Person, double.id).merged_into_id = chen.id
    db.session.commit()

    assert titles(get(INBOX, by=chen)) == ["第1条"]


def test_a_page_is_one_query_and_who_is_asking_another(get, chen, count_queries):
    for n in range(5):
        tell(chen, n)
    token = make.token(chen)
    with count_queries() as asked:
        get(INBOX, token=token)

    assert len(asked) == 2
