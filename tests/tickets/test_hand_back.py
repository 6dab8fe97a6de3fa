"""交回: what was accepted and cannot be done after all."""

from tests import make
from tests import make_tickets as tickets


def test_what_is_handed_back_is_with_the_desk_again(post, get):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    post(tickets.path(ticket, "hand_back"), by=officer, words="配件停产")
    seen = get(f"/api/tickets/{ticket.id}", by=make.staff()).json

    assert (seen["state"], seen["holder_name"]) == ("received", make.desk().name)
    assert [a["state"] for a in seen["assignments"]] == ["released"]
    assert [stage["reached"] for stage in seen["lifeline"]] == [True, False, False, False, False]


def test_whoever_had_it_in_hand_may_not_record_the_rating_later(post):
    helper = make.staff(display_name="小吴")
    ticket = tickets.offered_wish(person=helper)
    post(tickets.path(ticket, "accept"), by=helper)
    post(tickets.path(ticket, "hand_back"), by=helper, words="够不着")
    post(tickets.path(ticket, "answer"), by=make.staff(), words="换好了")
    form = {"solved": "yes", "satisfied": "yes", "route": "phone"}

    assert post(tickets.path(ticket, "rate"), by=helper, **form).status_code == 403
    assert post(tickets.path(ticket, "rate"), by=make.staff(), **form).status_code == 200


def test_a_wish_from_the_wall_goes_back_to_the_wall_instead(post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)

    assert post(tickets.path(ticket, "hand_back"), by=volunteer, words="病了").status_code == 403


def test_while_the_resident_is_asked_it_may_be_handed_back_and_the_clock_goes_on(post):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    post(tickets.path(ticket, "ask"), by=officer, words="几号楼？")
    post(tickets.path(ticket, "hand_back"), by=officer, words="联系不上")

    assert (ticket.state, ticket.paused_since) == ("received", None)
