"""接单: the first leads and holds it; others join while hands are missing."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def claim(post):
    def send(ticket, by):
        return post(tickets.path(ticket, "claim"), by=by)

    return send


def test_whoever_claims_holds_it_and_reads_where_to_go(claim):
    ticket, volunteer = tickets.open_wish(), make.volunteer()
    answer = claim(ticket, volunteer)

    assert (answer.status_code, answer.json["state"]) == (200, "working")
    assert (answer.json["place"], answer.json["contact_phone"]) == ("3栋 2单元 501", "13859740001")
    assert ticket.holder_id == volunteer.id


def test_the_resident_hears_who_comes(claim, get):
    ticket = tickets.open_wish()
    claim(ticket, make.volunteer(display_name="林师傅"))

    told = get("/api/messages/", by=ticket.wisher).json["items"][0]
    assert told["title"] == "有人接单了"
    assert told["words"].startswith("林师傅接了")


def test_claiming_twice_is_told_apart_from_coming_late(claim):
    ticket, volunteer = tickets.open_wish(), make.volunteer()
    claim(ticket, volunteer)
    again, late = claim(ticket, volunteer), claim(ticket, make.volunteer(display_name="小张"))

    assert (again.status_code, again.json["code"]) == (409, "already_yours")
    assert (late.status_code, late.json["code"]) == (409, "already_claimed")


def test_residents_and_unconfirmed_volunteers_claim_nothing(claim):
    ticket = tickets.open_wish()

    for by in (make.person("路人"), make.staff(), make.viewer()):
        assert claim(ticket, by).status_code == 403
    assert claim(ticket, None).status_code == 401


def test_nobody_grants_their_own_wish(claim):
    volunteer = make.volunteer()

    assert claim(tickets.open_wish(volunteer), volunteer).status_code == 403


def test_a_volunteer_of_another_town_claims_nothing_here(claim):
    ticket = tickets.open_wish()
    stranger = make.volunteer(at=make.town("龙浔镇"), estate=ticket.area)

    assert claim(ticket, stranger).status_code == 403


def test_what_is_not_on_the_wall_is_not_there_to_claim(claim):
    assert claim(tickets.wish(), make.volunteer()).status_code == 404
    assert claim(tickets.done_wish(make.person("李伯")), make.volunteer()).status_code == 409


def test_a_team_is_full_when_it_is_full(claim):
    ticket = tickets.open_wish(helpers_needed=3)
    team = [make.volunteer(display_name=f"志愿者{n}") for n in range(4)]
    answers = [claim(ticket, by) for by in team]

    assert [a.status_code for a in answers] == [200, 200, 200, 409]
    assert [a.role for a in ticket.assignments] == ["lead", "doer", "doer"]
    assert ticket.holder_id == team[0].id


def test_a_team_wish_stays_on_the_wall_while_hands_are_missing(claim, get):
    ticket = tickets.open_wish(helpers_needed=2)
    first, second = make.volunteer(), make.volunteer(display_name="小张")
    claim(ticket, first)
    (card,) = get("/api/wishes/", by=second).json["items"]
    assert card["places_left"] == 1
    assert [action["action"] for action in card["actions"]] == ["join"]
    claim(ticket, second)

    assert get("/api/wishes/", by=second).json["items"] == []


def test_a_helper_reads_what_the_lead_reads(claim):
    ticket, helper = tickets.open_wish(helpers_needed=2), make.volunteer(display_name="小张")
    claim(ticket, make.volunteer())
    answer = claim(ticket, helper).json

    assert (answer["audience"], answer["helpers"]) == ("doer", ["王师傅", "小张"])


def test_what_a_unit_has_in_hand_is_not_claimed(claim):
    assert claim(tickets.accepted_wish(), make.volunteer()).status_code == 404
