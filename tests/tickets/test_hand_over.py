"""转出: not ours; the resident is told whose it is."""

from tests import make
from tests import make_tickets as tickets


def test_the_resident_is_told_where_to_turn(post, get):
    ticket = tickets.wish()
    answer = post(
        tickets.path(ticket, "hand_over"), by=make.staff(), elsewhere="hotline", words="请拨 12345"
    )
    seen = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json

    assert (answer.status_code, answer.json["state"]) == (200, "handed_over")
    assert seen["elsewhere_label"] == "12345 政务服务便民热线"
    assert [a["action"] for a in seen["actions"]] == ["contest"]
    told = get("/api/messages/", by=ticket.wisher).json["items"][0]["words"]
    assert "12345 政务服务便民热线" in told


def test_it_says_whose_it_is_in_known_words(post):
    form = {"elsewhere": "别人", "words": "不归我们"}
    answer = post(tickets.path(tickets.wish(), "hand_over"), by=make.staff(), **form)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["elsewhere"])
