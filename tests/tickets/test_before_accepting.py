"""Asked, but not yet willing: what one is asked to do may be read, not where nor by whom."""

import pytest

from tests import make
from tests import make_tickets as tickets

WHERE = ("text", "place", "hoped", "contact_name", "contact_phone", "proxy_phone", "outcome")


@pytest.fixture
def offered():
    wisher = make.person("陈阿姨", phone="13859740001")
    volunteer = make.volunteer()
    return tickets.offered_wish(wisher, person=volunteer), volunteer


def test_before_yes_a_volunteer_reads_what_the_desk_asks_and_no_more(offered, get):
    ticket, volunteer = offered
    seen = get(f"/api/tickets/{ticket.id}", by=volunteer).json
    (row,) = get("/api/tickets/tasks", by=volunteer).json["items"]

    assert (seen["audience"], seen["my_part"]) == ("doer", tickets.PART)
    assert {seen[name] for name in WHERE} == {None}
    assert (seen["files"], seen["title"]) == ([], "未分类")
    assert (row["my_part"], row["title"], row["contact_phone"]) == (tickets.PART, "未分类", None)
    for private in (ticket.details.text, "13859740001", "陈阿姨"):
        assert private not in str(seen) + str(row)


def test_after_yes_everything_that_is_needed_is_there(offered, get, post):
    ticket, volunteer = offered
    post(tickets.path(ticket, "accept"), by=volunteer)
    seen = get(f"/api/tickets/{ticket.id}", by=volunteer).json

    assert (seen["text"], seen["contact_phone"]) == (ticket.details.text, "13859740001")


def test_a_unit_reads_what_is_wanted_and_calls_nobody_yet(get):
    officer = make.officer()
    ticket = tickets.offered_wish(
        make.person(phone="13859740001"), unit=officer.live_grants[0].unit
    )
    seen = get(f"/api/tickets/{ticket.id}", by=officer).json

    assert (seen["text"], seen["place"]) == (ticket.details.text, ticket.details.place)
    assert (seen["contact_name"], seen["contact_phone"]) == (None, None)


def test_a_person_is_told_in_a_line_what_to_do(post):
    ticket, volunteer = tickets.wish(), make.volunteer()
    answer = post(tickets.path(ticket, "dispatch"), by=make.staff(), person_id=volunteer.id)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["part"])


def test_what_was_on_the_wall_says_it_itself(post):
    ticket, volunteer = tickets.open_wish(), make.volunteer()
    answer = post(tickets.path(ticket, "dispatch"), by=make.staff(), person_id=volunteer.id)

    assert answer.status_code == 200
