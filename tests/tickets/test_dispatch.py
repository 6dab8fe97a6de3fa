"""派单: offered to a unit or a person, who may say no."""

import pytest

from schemas.people_words import UnitKind
from server.people.places import Unit
from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def dispatch(post):
    def send(ticket, by=None, **form):
        return post(tickets.path(ticket, "dispatch"), by=by or make.staff(), **form)

    return send


def test_until_it_is_accepted_the_receiver_holds_it(dispatch, get):
    ticket, officer = tickets.wish(), make.officer()
    unit = officer.live_grants[0].unit
    answer = dispatch(ticket, unit_id=unit.id, part="换灯管")

    assert (answer.status_code, answer.json["state"]) == (200, "offered")
    assert answer.json["holder_name"] == make.desk().name
    assert [a["part"] for a in answer.json["assignments"]] == ["换灯管"]
    assert get("/api/messages/", by=officer).json["items"][0]["title"] == "有一张新的单子"


def test_a_volunteer_may_be_asked_too(dispatch, get):
    ticket, volunteer = tickets.wish(), make.volunteer()
    dispatch(ticket, person_id=volunteer.id, part="换一根灯管")
    (task,) = get("/api/tickets/tasks", by=volunteer).json["items"]

    assert (task["id"], task["waits_for_you"]) == (ticket.id, True)


@pytest.mark.parametrize("form", [{}, {"unit_id": 1, "person_id": 1}], ids=["nobody", "both"])
def test_it_goes_to_exactly_one(dispatch, form):
    assert dispatch(tickets.wish(), **form).status_code == 422


def test_nobody_is_sent_their_own_wish(dispatch):
    wisher = make.volunteer()
    answer = dispatch(tickets.wish(wisher), person_id=wisher.id)

    assert (answer.status_code, answer.json["code"]) == (409, "wisher_cannot_do")


def test_whoever_does_not_serve_here_is_not_asked(dispatch):
    ticket, elsewhere = tickets.wish(), make.community("浔南社区")
    stranger = make.unit(at=elsewhere)

    assert dispatch(ticket, unit_id=stranger.id).status_code == 422
    assert dispatch(ticket, person_id=make.person("路人").id).status_code == 422
    assert dispatch(ticket, person_id=make.volunteer(at=elsewhere).id).status_code == 422
    assert dispatch(ticket, unit_id=2**31 - 1).status_code == 422


def test_a_desk_takes_no_slips(dispatch):
    ticket = tickets.wish()
    town_desk = make.saved(
        Unit(area=make.town(), kind=UnitKind.DESK, name="镇服务台", phone="0595-23522000")
    )

    assert dispatch(ticket, unit_id=make.desk().id).status_code == 422
    assert dispatch(ticket, unit_id=town_desk.id).status_code == 422


def test_off_the_wall_it_leaves_nobody_waiting(post, dispatch):
    ticket, volunteer = tickets.open_wish(group="child"), make.volunteer()
    post(tickets.path(ticket, "claim"), by=volunteer)
    answer = dispatch(ticket, unit_id=make.unit().id)

    assert [a["state"] for a in answer.json["assignments"]] == ["declined", "offered"]
