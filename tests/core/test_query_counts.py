"""A list of twenty costs as many statements as a list of one; a page costs what it costs."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def asked(get, count_queries):
    """How many statements a GET costs, the sign-in of the test not counted."""

    def ask(path, by) -> int:
        token = by and make.token(by)
        with count_queries() as statements:
            answer = get(path, token=token)
        assert answer.status_code == 200, answer.text
        return len(statements)

    return ask


def lists(get_list, builders) -> tuple[int, int]:
    builders()
    one = get_list()
    for _ in range(19):
        builders()
    return one, get_list()


def neighbour():
    return make.person("陈阿姨", phone="13859740001")


@pytest.mark.parametrize("view", ["all", "intake", "dispatch"])
def test_the_desks_queue(asked, view):
    build = {"all": tickets.claimed_wish, "intake": tickets.wish, "dispatch": tickets.offered_wish}
    make.estate()
    worker = make.staff()
    one, twenty = lists(
        lambda: asked(f"/api/tickets/?view={view}", worker), lambda: build[view](neighbour())
    )

    assert one == twenty == 4


def test_the_wall(asked):
    make.estate()
    volunteer = make.volunteer()
    one, twenty = lists(
        lambda: asked("/api/wishes/", volunteer),
        lambda: tickets.open_wish(neighbour(), group="child"),
    )

    assert one == twenty == 3


def test_my_wishes(asked):
    aunt = neighbour()
    one, twenty = lists(lambda: asked("/api/tickets/mine", aunt), lambda: tickets.done_wish(aunt))

    assert one == twenty == 3


def test_my_tasks(asked):
    make.estate()
    volunteer = make.volunteer()
    one, twenty = lists(
        lambda: asked("/api/tickets/tasks", volunteer),
        lambda: tickets.claimed_wish(neighbour(), volunteer=volunteer),
    )

    assert one == twenty == 3


def test_my_inbox(asked):
    aunt = neighbour()
    one, twenty = lists(lambda: asked("/api/messages/", aunt), lambda: tickets.open_wish(aunt))

    assert one == twenty == 2


def test_a_tickets_page(asked, post):
    volunteer, worker = make.volunteer(), make.staff()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    for number in range(5):
        post(tickets.path(ticket, "note"), by=volunteer, words=f"进展{number}")
    path = f"/api/tickets/{ticket.id}"
    costs = {
        "public": asked(path, None),
        "party": asked(path, ticket.wisher),
        "doer": asked(path, volunteer),
        "staff": asked(path, worker),
    }

    assert costs == {"public": 7, "party": 16, "doer": 14, "staff": 21}
