"""Who reads what was said, where and by whom: party, doer, desk; nobody else; and not for ever."""

import pytest

from tests import make
from tests import make_tickets as tickets

PRIVATE = ("text", "place", "hoped", "contact_name", "contact_phone", "files", "timeline")


@pytest.fixture
def see(get):
    def see(ticket, by=None):
        return get(f"/api/tickets/{ticket.id}", by=by).json

    return see


def test_the_public_reads_the_card_and_nothing_else(see):
    ticket = tickets.claimed_wish()

    for by in (None, make.person("路人"), make.volunteer(display_name="小张"), make.viewer()):
        seen = see(ticket, by)
        assert seen["audience"] == "public"
        assert not set(PRIVATE) & set(seen)
        assert "王师傅" not in str(seen)


def test_each_audience_has_a_view_of_its_own(see):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)

    assert see(ticket, ticket.wisher)["audience"] == "party"
    assert see(ticket, volunteer)["audience"] == "doer"
    assert see(ticket, make.staff())["audience"] == "staff"
    assert see(ticket, make.staff(at=make.community("浔南社区")))["audience"] == "public"


def test_a_worker_reads_their_own_wish_as_a_resident(see):
    worker = make.staff()
    ticket = tickets.wish(worker, area=make.estate())
    seen = see(ticket, worker)

    assert seen["audience"] == "party"
    assert {action["action"] for action in seen["actions"]} == {"note", "withdraw"}


def test_before_the_desk_agrees_whoever_asked_reads_nothing(see, post):
    volunteer = make.volunteer()
    ticket = tickets.open_wish(group="child")
    post(tickets.path(ticket, "claim"), by=volunteer)

    assert see(ticket, volunteer)["audience"] == "public"


def test_whoever_gave_it_back_reads_nothing_more(see, post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    post(tickets.path(ticket, "release"), by=volunteer, words="有事")

    assert see(ticket, volunteer)["audience"] == "public"


def test_seven_days_after_the_end_doers_read_nothing_private(see, post, clock):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    post(tickets.path(ticket, "note"), by=ticket.wisher, words="我住顶楼，电话 13859740009")
    post(tickets.path(ticket, "finish"), by=volunteer, words="好了")
    post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="yes", words="谢谢，住得高")
    clock.forward(days=6)
    assert see(ticket, volunteer)["place"] == "3栋 2单元 501"
    clock.forward(days=1)
    seen = see(ticket, volunteer)

    assert [seen[name] for name in ("text", "place", "contact_name", "contact_phone")] == [None] * 4
    assert seen["files"] == []
    assert "顶楼" not in str(seen)
    assert "住得高" not in str(seen)


def test_the_resident_and_the_desk_keep_reading(see, clock):
    ticket = tickets.closed_wish()
    clock.forward(days=30)

    assert see(ticket, ticket.wisher)["place"] == "3栋 2单元 501"
    assert see(ticket, make.staff())["place"] == "3栋 2单元 501"


def test_what_is_not_on_show_is_not_there_for_others(get):
    ticket = tickets.wish()

    for by in (None, make.person("路人"), make.volunteer(), make.administrator()):
        assert get(f"/api/tickets/{ticket.id}", by=by).status_code == 404
