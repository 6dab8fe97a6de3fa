"""Whoever asks gets a copy of everything that is kept about them, and of nobody else."""

from server.core.db import db
from server.messages import service as messages
from tests import make

COPY = "/api/people/me/copy"


def test_it_holds_every_part(get, post):
    chen = make.volunteer(display_name="陈阿姨")
    post("/api/people/me", by=chen, real_name="陈美丽")
    post("/api/people/me/estate", by=chen, estate_id=make.estate().id, building="5", room="302")
    post("/api/people/me/consents", by=chen, purpose="photo", version="2026-03")
    messages.tell(chen.id, "有人接单了", "王师傅会和您联系。", reason="test:1")
    db.session.commit()
    parts = get(COPY, by=chen).json["parts"]

    assert parts["persons"][0]["real_name"] == "陈美丽"
    assert parts["residencies"][0]["home"] == "5栋 302"
    assert [row["role"] for row in parts["roles"]] == ["volunteer"]
    assert parts["volunteer"][0]["skills"] == ["水电"]
    assert parts["consents"][0]["purpose"] == "photo"
    assert parts["messages"][0]["title"] == "有人接单了"


def test_it_holds_nothing_of_others(get, post):
    chen, lin = make.person("陈阿姨"), make.person("林伯")
    post("/api/people/me", by=lin, real_name="林大山")

    assert "林" not in get(COPY, by=chen).text
