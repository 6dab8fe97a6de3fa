"""An account is closed: what its owner said goes, that they asked stays and is counted."""

import pytest

from server.core.db import db
from server.files.models import File
from server.people.identities import PHONE, add_identity
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.tickets.sent import photo

NUMBER = "13859740001"


@pytest.fixture
def aunt():
    person = make.person("陈阿姨", phone=NUMBER)
    add_identity(person, PHONE, NUMBER)
    db.session.commit()
    return person


@pytest.fixture
def close(post, sms):
    def close(person):
        post("/api/people/sign_in/sms_code", phone=NUMBER)
        code = sms.last_to(NUMBER).params["code"]
        answer = post("/api/people/me/close", by=person, phone=NUMBER, code=code)
        assert answer.status_code == 200, answer.json

    return close


def test_what_is_open_is_withdrawn_and_whoever_had_it_is_told(aunt, close, get):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(aunt, volunteer=volunteer)
    close(aunt)
    db.session.refresh(ticket)

    assert ticket.state == "withdrawn"
    assert get("/api/messages/", by=volunteer).json["items"][0]["title"] == "居民撤回了"


def test_what_was_answered_them_at_a_reception_day_goes_with_them(aunt, close):
    ticket = reception.matter(aunt)
    item = reception.item(reception.day(ticket.area), ticket, words="请医生上门")
    close(aunt)
    db.session.expire_all()

    assert item.words is None


def test_nobody_reads_any_more_what_they_said(aunt, close, get, post):
    worker = make.staff()
    ticket = tickets.closed_wish(aunt)
    said = ticket.details.text
    post(tickets.path(tickets.wish(aunt), "note"), by=aunt, words="我住凤凰楼顶层")
    close(aunt)
    db.session.expire_all()
    seen = [
        get(f"/api/tickets/{row['id']}", by=worker).text
        for row in get("/api/tickets/", by=worker, view="closed").json["items"]
    ]

    assert len(seen) == 2
    for private in (said, "陈阿姨", NUMBER, "138****0001", "凤凰楼"):
        assert not [text for text in seen if private in text]


def test_their_pictures_are_gone(aunt, close, post):
    tickets.categories()
    form = {"estate_id": aunt.estate_id, "text": "灯坏了", "photo_ids": [photo(post, aunt)]}
    post("/api/wishes/", by=aunt, **form)
    close(aunt)

    assert db.session.scalars(db.select(File)).all() == []


def test_what_they_did_for_others_stays(close, aunt, get):
    make.grant(aunt, "volunteer", tickets.parent(aunt.estate))
    ticket = tickets.done_wish(make.person("李伯"), volunteer=aunt)
    close(aunt)

    assert get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json["text"] == ticket.details.text
