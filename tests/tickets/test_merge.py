"""并单: into another ticket with the same need, whose supporter the wisher becomes."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def merge(post):
    def send(ticket, into, by=None):
        return post(tickets.path(ticket, "merge"), by=by or make.staff(), into=into)

    return send


def test_a_merged_wish_is_followed_through_the_other(merge, get):
    kept, ticket = tickets.open_wish(), tickets.wish(make.person("李伯"))
    answer = merge(ticket, kept.number)
    seen = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json

    assert (answer.status_code, answer.json["state"]) == (200, "merged")
    assert (seen["merged_into"], seen["state"]) == (kept.number, "merged")
    assert get(f"/api/tickets/{kept.id}", by=kept.wisher).json["supports"] == 1


def test_whoever_was_merged_hears_of_the_end(merge, get, post):
    volunteer = make.volunteer()
    kept = tickets.claimed_wish(volunteer=volunteer)
    ticket = tickets.wish(make.person("李伯"))
    merge(ticket, kept.number)
    post(tickets.path(kept, "finish"), by=volunteer, words="好了")
    titles = [m["title"] for m in get("/api/messages/", by=ticket.wisher).json["items"]]

    assert titles == ["有结果了", "和别人的并在一起办"]


def test_a_number_may_be_written_in_groups(merge):
    kept, ticket = tickets.open_wish(), tickets.wish(make.person("李伯"))

    assert merge(ticket, f"{kept.number[:4]} {kept.number[4:]}").status_code == 200


def test_a_misread_number_is_noticed(merge):
    kept, ticket = tickets.open_wish(), tickets.wish(make.person("李伯"))
    misread = kept.number[:-1] + str((int(kept.number[-1]) + 1) % 10)
    answer = merge(ticket, misread)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["into"])


@pytest.mark.parametrize("build", [tickets.done_wish, tickets.closed_wish])
def test_nothing_is_merged_into_what_is_over(merge, build):
    kept, ticket = build(), tickets.wish(make.person("李伯"))

    assert merge(ticket, kept.number).json["code"] == "not_mergeable"


def test_nothing_is_merged_into_itself(merge):
    ticket = tickets.wish()

    assert merge(ticket, ticket.number).json["code"] == "not_mergeable"


def test_nothing_is_merged_into_another_communitys(merge):
    ticket = tickets.wish()
    elsewhere = make.estate("锦绣小区", make.community("浔南社区"))
    theirs = tickets.wish(make.person("黄姨", estate=elsewhere))
    on_show = tickets.open_wish(make.person("林叔", estate=elsewhere))

    assert merge(ticket, theirs.number).status_code == 404
    assert merge(ticket, on_show.number).json["code"] == "not_mergeable"


def test_a_merged_ticket_counts_in_its_own_column(merge):
    kept, ticket = tickets.open_wish(), tickets.claimed_wish(make.person("李伯"))
    merge(ticket, kept.number)

    assert (ticket.state, ticket.merged_into_id) == ("merged", kept.id)
    assert ticket.closed_at is not None
    assert [a.state for a in ticket.assignments] == ["released"]


def test_what_others_said_of_it_goes_with_it(merge, post, get):
    kept, ticket = tickets.open_wish(group="many"), tickets.open_wish(group="many")
    neighbour = make.person("黄姨")
    post(tickets.path(ticket, "me_too"), by=neighbour)
    merge(ticket, kept.number)

    assert get(f"/api/tickets/{kept.id}").json["supports"] == 2


def test_what_was_merged_into_it_goes_with_it(merge, get):
    first, second, third = (tickets.wish(make.person(name)) for name in ("李伯", "黄姨", "老陈"))
    merge(first, second.number)
    merge(second, third.number)

    assert get(f"/api/tickets/{first.id}", by=first.wisher).json["merged_into"] == third.number


def test_whoever_was_merged_is_led_to_their_own_wish(merge, get, post):
    kept, ticket = tickets.wish(), tickets.wish(make.person("李伯"))
    merge(ticket, kept.number)
    form = {"reason": "money", "words": "今年没有经费"}
    post(tickets.path(kept, "cannot_do"), by=make.staff(), **form)
    told = get("/api/messages/", by=ticket.wisher).json["items"][0]

    assert (told["title"], told["link"]["id"]) == ("暂时办不了", ticket.id)


def test_whoever_does_not_agree_has_their_own_again(merge, get, post):
    kept, ticket = tickets.wish(), tickets.wish(make.person("李伯"))
    merge(ticket, kept.number)
    answer = post(tickets.path(ticket, "contest"), by=ticket.wisher, words="不是一回事")

    assert (answer.json["state"], answer.json["merged_into"]) == ("received", None)
    assert answer.json["holder_name"] == make.desk().name


def test_each_community_looks_after_its_own(merge):
    kept = tickets.wish(area=make.estate("城南小区", make.community("城南社区")))
    boss = make.staff(at=tickets.parent(tickets.parent(kept.area)), display_name="镇里的小郑")
    answer = merge(tickets.wish(area=make.estate("幸福小区", make.community())), kept.number, boss)

    assert answer.json["code"] == "not_mergeable"


def test_ones_own_duplicate_is_no_further_household(merge, get):
    aunt = make.person()
    kept, again = tickets.open_wish(aunt), tickets.wish(aunt)
    merge(again, kept.number)

    assert get(f"/api/tickets/{kept.id}").json["supports"] == 0
