"""转给别的社区: it waits at their desk, and its time runs on."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def transfer(post):
    def send(ticket, area, by=None):
        words = "这是城南的小区"
        return post(
            tickets.path(ticket, "transfer"), by=by or make.staff(), area_id=area.id, words=words
        )

    return send


def test_it_waits_at_the_other_desk_with_the_time_it_had(transfer, get):
    ticket, south = tickets.wish(), make.community("城南社区")
    due, worker = ticket.due_at, make.staff(at=south, display_name="小吴")
    answer = transfer(ticket, south)
    (row,) = get("/api/tickets/", by=worker, view="intake").json["items"]

    assert answer.status_code == 200
    assert (row["id"], row["holder_name"]) == (ticket.id, "城南社区服务台")
    assert ticket.due_at == due


def test_the_desk_it_came_from_sees_it_no_longer(transfer, get):
    ticket, worker = tickets.wish(), make.staff()
    transfer(ticket, make.community("城南社区"), worker)

    assert get(f"/api/tickets/{ticket.id}", by=worker).status_code == 404


def test_the_resident_hears_where_it_went(transfer, get):
    ticket = tickets.wish()
    transfer(ticket, make.community("城南社区"))
    told = get("/api/messages/", by=ticket.wisher).json["items"][0]

    assert told["title"] == "转给了别的社区"
    assert "城南社区服务台" in told["words"]


@pytest.mark.parametrize("where", ["same", "town", "none"])
def test_it_goes_to_another_community(transfer, where):
    ticket = tickets.wish()
    area = {
        "same": make.estate("晓月小区"),
        "town": tickets.parent(tickets.parent(ticket.area)),
        "none": type("Nowhere", (), {"id": 999_999}),
    }[where]
    answer = transfer(ticket, area)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["area_id"])


def test_what_somebody_has_in_hand_is_recalled_first(transfer):
    assert transfer(tickets.claimed_wish(), make.community("城南社区")).status_code == 409


def test_the_door_still_leads_somewhere(transfer, get):
    ticket, south = tickets.wish(), make.community("城南社区")
    transfer(ticket, south)
    seen = get(f"/api/tickets/{ticket.id}", by=make.staff(at=south, display_name="小吴")).json

    assert seen["place"] == "幸福小区 3栋 2单元 501"
