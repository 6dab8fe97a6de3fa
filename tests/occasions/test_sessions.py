"""Single occasions, a month published at once, a day prepared like an earlier one, and how people
find a session: poster, link, share text."""

from datetime import timedelta

import pytest

from schemas.occasions import PLANNED
from schemas.people_words import Role
from server.core import clock as the_clock
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Line, Post
from tests import make
from tests import make_occasions as occasions
from tests.files.paper.pages import scanned, words

PATH = "/api/occasions/sessions"
FAIR = {
    "kind": "duty",
    "title": "年货大集",
    "place": "社区广场",
    "on": "2026-03-10",
    "begins": "08:30",
    "ends": "11:30",
}


@pytest.fixture
def worker(clock):
    return make.staff()


@pytest.fixture
def estate(worker):
    return make.estate("幸福小区")


def in_days(days, area, **given):
    return occasions.session(area, begins=the_clock.now() + timedelta(days=days), **given)


def test_a_single_occasion_is_made_and_published(post, get, worker, estate):
    made = post(PATH, by=worker, area_id=estate.id, theme="迎新春", **FAIR).json
    hidden = get(f"{PATH}/{made['id']}")
    post(f"{PATH}/{made['id']}/publish", by=worker)
    shown = get(f"{PATH}/{made['id']}").json

    assert (made["state"], hidden.status_code) == ("planned", 404)
    assert (shown["state"], shown["title"], shown["theme"]) == ("published", "年货大集", "迎新春")


def test_made_twice_with_one_key_it_is_there_once(post, worker, estate):
    for _ in range(2):
        post(PATH, by=worker, key="one-tap-of-the-button", area_id=estate.id, **FAIR)

    assert db.session.scalar(db.select(db.func.count(Session.id))) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"on": "2026-03-01"}, "on"), ({"ends": "08:00"}, "ends"), ({"lead_id": 999}, "lead_id")],
)
def test_what_cannot_be_is_refused_at_its_field(post, worker, estate, wrong, field):
    answer = post(PATH, by=worker, area_id=estate.id, **FAIR | wrong)

    assert (answer.status_code, list(answer.json["problems"])) == (422, [field])


def test_what_is_past_is_not_published(post, clock, worker, estate):
    session = in_days(1, estate, state=PLANNED, kind="duty")
    clock.forward(days=2)

    assert post(f"{PATH}/{session.id}/publish", by=worker).json["code"] == "too_late_to_publish"


def test_a_month_is_published_as_far_as_it_is_ready(post, worker, estate):
    ready = in_days(3, estate, state=PLANNED, kind="duty")
    lacking = in_days(4, estate, state=PLANNED)
    in_days(40, estate, state=PLANNED, kind="duty")  # another month
    in_days(3, make.estate(of=make.community("城东社区")), state=PLANNED, kind="duty")
    month = {"area_id": estate.id, "month": "2026-03"}
    told = post(f"{PATH}/publish_month", by=worker, **month).json["items"]

    assert [(one["session_id"], one["published"]) for one in told] == [
        (ready.id, True),
        (lacking.id, False),
    ]
    assert "定责（岗位）" in told[1]["missing"]
    published = db.select(Session.id).where(Session.state == "published")
    assert list(db.session.scalars(published)) == [ready.id]


def test_a_day_is_prepared_like_an_earlier_one(post, worker, estate):
    earlier, coming = in_days(-7, estate, lead_id=worker.id), in_days(7, estate, state=PLANNED)
    occasions.post(earlier, label="引导", capacity=3, minimum=2, steward=True)
    make.saved(Line(session_id=earlier.id, label="义剪", capacity=20, last=7))
    answer = post(f"{PATH}/{coming.id}/copy_from", by=worker, session_id=earlier.id)
    (duty,) = db.session.scalars(db.select(Post).where(Post.session_id == coming.id))
    (line,) = db.session.scalars(db.select(Line).where(Line.session_id == coming.id))

    assert answer.json["lead_id"] == worker.id
    assert (duty.label, duty.capacity, duty.minimum, duty.steward) == ("引导", 3, 2, True)
    assert duty.taken == 0
    assert (line.label, line.capacity, line.last) == ("义剪", 20, 0)


def test_copied_twice_it_is_there_once(post, worker, estate):
    earlier, coming = in_days(-7, estate), in_days(7, estate, state=PLANNED)
    occasions.post(earlier)
    path = f"{PATH}/{coming.id}/copy_from"
    first, second = (post(path, by=worker, session_id=earlier.id) for _ in range(2))

    assert (first.status_code, second.json["code"]) == (200, "not_empty")


def test_another_estates_day_is_no_model(post, worker, estate):
    other, coming = in_days(-7, make.estate("近邻小区")), in_days(7, estate, state=PLANNED)
    answer = post(f"{PATH}/{coming.id}/copy_from", by=worker, session_id=other.id)

    assert list(answer.json["problems"]) == ["session_id"]


def test_a_dropped_day_is_planned_again(post, worker, estate):
    session = in_days(3, estate, state=PLANNED)
    steps = [post(f"{PATH}/{session.id}/{step}", by=worker) for step in ("drop", "plan_again")]

    assert [answer.json["state"] for answer in steps] == ["dropped", "planned"]


def test_a_link_finds_its_session_and_nothing_that_is_only_planned(get, worker, estate):
    public, planned = in_days(1, estate), in_days(2, estate, state=PLANNED)
    found = "/api/occasions/found"

    assert get(found, code=public.token).json == {"session_id": public.id}
    assert get(found, code=planned.token).status_code == 404
    assert get(found, code=planned.token, by=worker).json == {"session_id": planned.id}


def test_the_share_text_says_what_when_and_where(get, estate):
    session = in_days(1, estate, theme="年货大集")
    for label in ("义剪", "维修"):
        make.saved(Line(session_id=session.id, label=label))
    shown = get(f"{PATH}/{session.id}").json

    assert shown["share_text"].splitlines() == [
        "近邻圩日 · 年货大集",
        "3月6日 周五 · 农历正月十八 9:00–11:00",
        "幸福小区 小区中心广场",
        "义剪、维修",
        f"https://jinlin.example/q/o/{session.token}",
    ]
    assert shown["calendar_path"] == f"/calendar/{estate.code}.ics"


def test_the_poster_opens_the_page_and_credits_nobody(get, post, worker, estate):
    session = in_days(1, estate)
    paper = get(f"{PATH}/{session.id}/poster.pdf", by=worker).data
    link = scanned(paper).url
    volunteer = make.staff(Role.VOLUNTEER)
    scan = {"client_id": occasions.scan_id(), "code": link}

    assert link == f"https://jinlin.example/q/o/{session.token}"
    assert "农历正月十八" in words(paper)
    refused = post("/api/occasions/scans", by=volunteer, **scan).json
    assert (refused["status"], refused["code"]) == ("refused", "poster")


def test_the_poster_asks_for_those_who_are_still_wanted(get, worker, estate):
    session = in_days(1, estate)
    guide, barber = (occasions.post(session, label=label, capacity=2) for label in ("引导", "理发"))
    for duty in (guide, barber, barber):
        occasions.signup(make.person(), duty)
    occasions.post(session, label="签到", capacity=1, steward=True)
    text = words(get(f"{PATH}/{session.id}/poster.pdf", by=worker).data)

    assert "引导1人" in text
    assert ("理发" in text, "签到" in text) == (False, False)


@pytest.mark.parametrize("number", [0, 2**31, 2**53])
def test_an_id_that_no_row_can_have_is_not_found(get, post, worker, number):
    path = f"{PATH}/{number}/headcounts"

    assert get(path, by=worker).status_code == post(path, by=worker, count=1).status_code == 404
