"""For a child, a disabled person or somebody living alone, staff confirm each claim."""

import pytest

from tests import make
from tests import make_tickets as tickets

GUARDED = ["child", "disabled", "living_alone"]


@pytest.fixture
def ask(post):
    def send(ticket, by):
        answer = post(tickets.path(ticket, "claim"), by=by)
        assert answer.status_code == 200
        return next(a.id for a in ticket.assignments if a.person_id == by.id)

    return send


@pytest.mark.parametrize("group", GUARDED)
def test_a_claim_waits_for_the_desk(ask, get, group):
    ticket, volunteer = tickets.open_wish(group=group), make.volunteer()
    ask(ticket, volunteer)
    seen = get(f"/api/tickets/{ticket.id}", by=volunteer).json

    assert (ticket.state, ticket.holder_unit_id) == ("open", make.desk().id)
    assert (seen["audience"], seen["my_claim_label"]) == ("public", "想认领，等社区同意")


def test_in_ones_list_it_is_not_called_in_hand(ask, get, post):
    ticket, volunteer = tickets.open_wish(group="child"), make.volunteer()
    asked = ask(ticket, volunteer)
    (row,) = get("/api/tickets/tasks", by=volunteer, view="open").json["items"]
    assert row["asked_label"] == "想认领，等社区同意"

    post(tickets.path(ticket, "confirm_claim"), by=make.staff(), assignment_id=asked)
    (row,) = get("/api/tickets/tasks", by=volunteer, view="open").json["items"]
    assert row["asked_label"] is None


def test_confirmed_it_is_theirs(ask, post, get):
    ticket, volunteer = tickets.open_wish(group="child"), make.volunteer()
    asked = ask(ticket, volunteer)
    post(tickets.path(ticket, "confirm_claim"), by=make.staff(), assignment_id=asked)

    assert (ticket.state, ticket.holder_id) == ("working", volunteer.id)
    assert get(f"/api/tickets/{ticket.id}", by=volunteer).json["place"] == "3栋 2单元 501"
    assert get("/api/messages/", by=volunteer).json["items"][0]["title"] == "您想认领的心愿"


def test_declined_it_is_on_the_wall_for_others(ask, post, get):
    ticket, volunteer = tickets.open_wish(group="child"), make.volunteer()
    asked = ask(ticket, volunteer)
    form = {"assignment_id": asked, "words": "请先来社区聊聊"}
    post(tickets.path(ticket, "decline_claim"), by=make.staff(), **form)

    assert (ticket.state, ticket.assignments[0].state) == ("open", "declined")
    assert "请先来社区聊聊" in get("/api/messages/", by=volunteer).json["items"][0]["words"]


def test_of_several_who_ask_the_desk_chooses(ask, post):
    ticket = tickets.open_wish(group="disabled")
    first, second = make.volunteer(), make.volunteer(display_name="小张")
    asked = [ask(ticket, by) for by in (first, second)]
    worker = make.staff()
    post(tickets.path(ticket, "confirm_claim"), by=worker, assignment_id=asked[1])
    late = post(tickets.path(ticket, "confirm_claim"), by=worker, assignment_id=asked[0])

    assert ticket.holder_id == second.id
    assert (late.status_code, late.json["code"]) == (409, "already_claimed")


def test_nobody_confirms_their_own_claim(ask, post):
    helper, colleague = make.staff(), make.staff(display_name="小吴")
    make.grant(helper, "volunteer", tickets.parent(make.estate()))
    ticket = tickets.open_wish(group="child", screener=colleague)
    asked = ask(ticket, helper)
    own = post(tickets.path(ticket, "confirm_claim"), by=helper, assignment_id=asked)
    theirs = post(tickets.path(ticket, "confirm_claim"), by=colleague, assignment_id=asked)

    assert (own.status_code, theirs.status_code) == (403, 200)


def test_whoever_does_not_wait_is_not_confirmed(ask, post):
    ticket, worker = tickets.open_wish(group="child"), make.staff()
    asked = ask(ticket, make.volunteer())
    post(tickets.path(ticket, "decline_claim"), by=worker, assignment_id=asked)
    again = post(tickets.path(ticket, "confirm_claim"), by=worker, assignment_id=asked)
    other = post(tickets.path(ticket, "confirm_claim"), by=worker, assignment_id=2**31 - 1)

    assert {again.status_code, other.status_code} == {422}


def test_asking_twice_is_asking_once(ask, post):
    ticket, volunteer = tickets.open_wish(group="child"), make.volunteer()
    ask(ticket, volunteer)
    again = post(tickets.path(ticket, "claim"), by=volunteer)

    assert (again.status_code, again.json["code"]) == (409, "already_yours")
