"""群众评, the second key: closed is the resident's word."""

import pytest

from tests import make
from tests import make_tickets as tickets
from tests.tickets.sent import photo

YES = {"solved": "yes", "satisfied": "basically"}


@pytest.fixture
def rate(post):
    def say(ticket, by, **form):
        return post(tickets.path(ticket, "rate"), by=by, **form)

    return say


def test_the_residents_word_closes_it(rate):
    ticket = tickets.done_wish()
    answer = rate(ticket, ticket.wisher, **YES, words="谢谢")

    assert (answer.status_code, answer.json["state"]) == (200, "closed")
    (rating,) = answer.json["ratings"]
    assert (rating["round"], rating["solved"], rating["satisfied_label"]) == (1, "yes", "基本满意")
    assert (rating["route_label"], rating["words"]) == ("本人点评", "谢谢")


def test_the_desk_writes_down_what_was_said_on_the_telephone(rate):
    ticket = tickets.done_wish()
    answer = rate(ticket, make.staff(), **YES, route="phone")

    assert (answer.status_code, answer.json["ratings"][0]["route_label"]) == (200, "电话回访")


def test_a_paper_rating_shows_the_paper(post, rate):
    ticket, worker = tickets.done_wish(), make.staff()
    without = rate(ticket, worker, **YES, route="paper")
    paper_id = photo(post, worker)
    answer = rate(ticket, worker, **YES, route="paper", paper_id=paper_id)

    assert (without.status_code, list(without.json["problems"])) == (422, ["paper_id"])
    assert answer.status_code == 200
    assert [(f["id"], f["purpose"]) for f in answer.json["files"]] == [(paper_id, "paper")]


@pytest.mark.parametrize(
    ("who", "route", "code"),
    [("staff", "tap", "wrong_route"), ("wisher", "phone", "only_the_resident")],
)
def test_the_route_says_who_held_the_pen(rate, who, route, code):
    ticket = tickets.done_wish()
    by = make.staff() if who == "staff" else ticket.wisher
    answer = rate(ticket, by, **YES, route=route)

    assert (answer.status_code, answer.json["code"]) == (409, code)


def test_staff_who_wrote_the_wish_down_do_not_tap_for_the_resident(rate, post):
    worker, volunteer = make.staff(), make.volunteer()
    ticket = tickets.wish(make.person("李伯"), by=worker, channel="door_knock")
    post(tickets.path(ticket, "screen"), by=worker, **tickets.card())
    post(tickets.path(ticket, "claim"), by=volunteer)
    post(tickets.path(ticket, "finish"), by=volunteer, words="好了")

    assert rate(ticket, worker, **YES).json["code"] == "wrong_route"
    assert rate(ticket, worker, **YES, route="phone").status_code == 200


def test_whoever_did_it_may_not_rate_it(rate):
    volunteer = make.volunteer()
    ticket = tickets.done_wish(volunteer=volunteer)

    assert rate(ticket, volunteer, **YES).status_code == 403


def test_a_proxy_who_did_it_may_not_rate_it(post, rate):
    """Neither for themselves nor for anybody."""
    neighbour = make.volunteer()
    ticket = tickets.wish(make.person("李伯"), by=neighbour)
    post(tickets.path(ticket, "screen"), by=make.staff(), **tickets.card())
    post(tickets.path(ticket, "claim"), by=neighbour)
    post(tickets.path(ticket, "finish"), by=neighbour, words="好了")

    assert rate(ticket, neighbour, **YES).status_code == 403
    assert rate(ticket, ticket.wisher, **YES).status_code == 200


def test_a_worker_who_helped_in_an_earlier_round_may_not_record_the_rating(post, rate):
    helper = make.staff(display_name="小吴")
    make.grant(helper, "volunteer", make.county())
    volunteer = make.volunteer(at=tickets.parent(make.estate()))
    ticket = tickets.claimed_wish(volunteer=volunteer, helpers_needed=2)
    make.grant(helper, "volunteer", tickets.parent(ticket.area))
    post(tickets.path(ticket, "claim"), by=helper)
    post(tickets.path(ticket, "release"), by=helper, words="有事")
    post(tickets.path(ticket, "finish"), by=volunteer, words="好了")

    assert rate(ticket, helper, **YES, route="phone").status_code == 403


@pytest.mark.parametrize("who", ["stranger", "volunteer", "viewer"])
def test_somebody_elses_wish_is_not_ours_to_rate(rate, who):
    ticket = tickets.done_wish()
    by = {"stranger": make.person, "volunteer": make.volunteer, "viewer": make.viewer}[who]()

    assert rate(ticket, by, **YES).status_code == 403


def test_each_round_is_rated_once(rate):
    ticket = tickets.done_wish()
    first, second = [rate(ticket, ticket.wisher, **YES) for _ in range(2)]

    assert (first.status_code, second.json["code"]) == (200, "illegal_move")


def test_what_is_not_done_is_not_rated(rate):
    ticket = tickets.claimed_wish()

    assert rate(ticket, ticket.wisher, **YES).json["code"] == "illegal_move"


def test_satisfaction_may_be_left_unsaid(rate):
    ticket = tickets.done_wish()
    answer = rate(ticket, ticket.wisher, solved="yes")

    assert (answer.json["state"], ticket.satisfied) == ("closed", None)


def test_who_held_the_pen_is_written_beside_the_rating(rate, get):
    ticket, worker = tickets.done_wish(), make.staff(display_name="苏雅琴")
    rate(ticket, worker, solved="yes", route="phone")
    seen = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json

    assert seen["ratings"][0]["recorded_by"] == "苏雅琴代记，电话回访"
    assert "居民（苏雅琴代记，电话回访）" in {event["who"] for event in seen["timeline"]}


def test_what_the_resident_signed_is_not_for_whoever_did_it(post, rate, get):
    volunteer, worker = make.volunteer(), make.staff()
    ticket = tickets.done_wish(volunteer=volunteer)
    rate(ticket, worker, solved="yes", route="paper", paper_id=photo(post, worker))
    purposes = {
        by.id: [f["purpose"] for f in get(f"/api/tickets/{ticket.id}", by=by).json["files"]]
        for by in (volunteer, ticket.wisher, worker)
    }

    assert list(purposes.values()) == [[], ["paper"], ["paper"]]


def test_whoever_accepted_it_for_a_unit_they_have_left_records_no_rating(rate, post):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    post(tickets.path(ticket, "finish"), by=make.officer(ticket.holder_unit), words="好了")
    post(f"/api/people/grants/{officer.live_grants[0].id}/end", by=make.administrator())
    make.grant(officer, "social_worker", tickets.parent(ticket.area))

    assert rate(ticket, officer, solved="yes", route="phone").status_code == 403
