"""Files are hung on a ticket once, by whoever sent them, as what they are."""

import pytest

from tests import make
from tests import make_tickets as tickets
from tests.tickets.sent import photo, voice


@pytest.fixture
def wish(post):
    estate = make.estate()
    tickets.categories()

    def send(by, **form):
        form = {"estate_id": estate.id, "text": "灯坏了"} | form
        return post("/api/wishes/", by=by, **form)

    return send


def test_a_photo_shows_where_it_was_hung(wish, post, get):
    aunt = make.person()
    sent = wish(aunt, photo_ids=[photo(post, aunt)])
    (file,) = sent.json["files"]

    assert (sent.status_code, file["kind"], file["purpose"]) == (201, "picture", "before")
    for address in (file["url"], file["thumb_url"]):
        with get(address) as answer:
            assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")


def test_a_wish_may_be_spoken(wish, post):
    aunt = make.person()
    sent = wish(aunt, text=None, voice_id=voice(post, aunt)).json

    assert [(f["purpose"], f["seconds"]) for f in sent["files"]] == [("voice", 2)]
    assert sent["title"] == "语音心愿，等社区整理"


def test_somebody_elses_photo_is_not_there(wish, post):
    mine = photo(post, make.person("李伯"))
    answer = wish(make.person(), photo_ids=[mine])

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["photo_ids"])


def test_a_photo_is_hung_once(wish, post):
    aunt = make.person()
    sent = photo(post, aunt)

    assert [wish(aunt, photo_ids=[sent]).status_code for _ in range(2)] == [201, 422]


def test_a_photo_named_twice_hangs_once(wish, post):
    aunt = make.person()
    sent = photo(post, aunt)

    assert len(wish(aunt, photo_ids=[sent, sent]).json["files"]) == 1


def test_a_photo_is_no_voice_and_a_voice_no_photo(wish, post):
    aunt = make.person()

    assert list(wish(aunt, voice_id=photo(post, aunt)).json["problems"]) == ["voice_id"]
    assert list(wish(aunt, photo_ids=[voice(post, aunt)]).json["problems"]) == ["photo_ids"]


def test_a_paper_that_is_not_there_is_pointed_at(post):
    ticket = tickets.done_wish()
    form = {"solved": "yes", "route": "paper", "paper_id": 2**31 - 1}
    answer = post(tickets.path(ticket, "rate"), by=make.staff(), **form)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["paper_id"])
    assert ticket.state == "done"


def test_no_more_photos_than_fit_on_the_page(wish):
    answer = wish(make.person(), photo_ids=[1, 2, 3, 4])

    assert (answer.status_code, answer.json["problems"]["photo_ids"]) == (422, ["最多 3 张照片"])
