"""回复模板: a desk keeps its own words; those of the areas above are there to be read out too."""

import pytest

from tests import make
from tests import make_tickets as tickets

TEMPLATES = "/api/tickets/templates"


@pytest.fixture
def keep(post):
    def send(area, title, by=None, kind="answer"):
        form = {"area_id": area.id, "kind": kind, "title": title, "words": f"{title}：已报修"}
        answer = post(TEMPLATES, by=by or make.staff(at=area), **form)
        assert answer.status_code == 201, answer.text
        return answer.json

    return send


def titles(get, by, area, **query):
    items = get(TEMPLATES, by=by, area_id=area.id, **query).json["items"]
    return [item["title"] for item in items]


def test_ones_own_come_first_and_then_those_above(get, keep):
    here = make.community()
    town = tickets.parent(here)
    keep(town, "镇里的话")
    keep(here, "社区的话")
    keep(make.community("南门社区"), "别处的话")

    assert titles(get, make.staff(at=here), here) == ["社区的话", "镇里的话"]


def test_each_box_has_its_own(get, keep):
    here = make.community()
    keep(here, "答复")
    keep(here, "没有经费", kind="cannot_do")

    assert titles(get, make.staff(at=here), here, kind="cannot_do") == ["没有经费"]


def test_words_are_changed_and_put_away(get, post, keep):
    here = make.community()
    worker, row = make.staff(at=here), keep(here, "路灯")
    post(f"{TEMPLATES}/{row['id']}", by=worker, title="路灯不亮", words="明天来修")
    assert titles(get, worker, here) == ["路灯不亮"]
    post(f"{TEMPLATES}/{row['id']}/end", by=worker)

    assert titles(get, worker, here) == []


def test_a_community_does_not_rewrite_the_towns_words(post, keep):
    here = make.community()
    row = keep(tickets.parent(here), "镇里的话")
    answer = post(f"{TEMPLATES}/{row['id']}", by=make.staff(at=here), title="改", words="改")

    assert answer.status_code == 403


def test_whoever_has_to_go_elsewhere_reads_the_words_in_full(get, post):
    ticket = tickets.wish()
    post(tickets.path(ticket, "hand_over"), by=make.staff(), elsewhere="hotline", words="归城管")
    said = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json["elsewhere_words"]
    listed = {row["code"]: row["words"] for row in get("/api/tickets/elsewhere").json["items"]}

    assert "12345" in said
    assert listed["hotline"] == said
    assert set(listed) == {"emergency", "hotline", "petition", "court", "other"}
    assert all(number in listed["emergency"] for number in ("110", "119", "120"))
