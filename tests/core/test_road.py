"""The stations of the road, in order: what is wrong first is told first."""

import pytest

from server.core.api import Endpoint, anyone
from server.core.db import db
from server.core.moves import Move
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets


@pytest.mark.parametrize(
    ("signed_in", "form", "exists", "status"),
    [
        (False, {"colour": "red"}, False, 401),
        (True, {"colour": "red"}, False, 422),
        (True, {"words": "好了"}, False, 404),
        (True, {"words": "好了"}, True, 403),
    ],
)
def test_the_order_of_the_road(post, signed_in, form, exists, status):
    ticket_id = tickets.claimed_wish().id if exists else 2**31 - 1
    by = make.person("路人") if signed_in else None

    assert post(f"/api/tickets/{ticket_id}/finish", by=by, **form).status_code == status


def test_whoever_may_is_told_that_it_is_too_late(post):
    ticket = tickets.closed_wish()
    answer = post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="no")

    assert (answer.status_code, answer.json["code"]) == (409, "illegal_move")


def test_a_field_nobody_asked_for_is_refused(post):
    ticket = tickets.claimed_wish()
    answer = post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="yes", state="closed")

    assert (answer.status_code, answer.json["problems"]) == (422, {"state": ["没有这一项"]})


def test_a_query_nobody_asked_for_is_refused(get, post):
    ticket = tickets.open_wish()

    assert get(f"/api/tickets/{ticket.id}?fields=all").status_code == 422
    assert post("/api/tickets/feedback?debug=1", by=make.person(), text="好").status_code == 422
    assert get("/api/wishes/?view=open&view=done").status_code == 422


def test_what_is_refused_leaves_nothing_behind(post):
    ticket = tickets.wish()
    before = db.session.scalar(db.select(db.func.count(Move.id)))
    post(tickets.path(ticket, "screen"), by=make.staff(), **tickets.card(need="住3栋"))

    assert db.session.scalar(db.select(db.func.count(Move.id))) == before
    assert (ticket.state, ticket.card) == ("received", None)


@pytest.mark.parametrize("row_id", [0, 2**31, 10**30, "abc"])
def test_what_cannot_be_an_id_is_not_found(get, row_id):
    assert get(f"/api/tickets/{row_id}").status_code == 404


def test_an_endpoint_that_names_rows_says_who_may_see_them():
    with pytest.raises(TypeError, match="who may see them"):
        Endpoint(method="GET", path="/x", view=print, may=anyone, gives=None, on=Ticket)


def test_a_body_that_is_no_json_is_told_so(app):
    headers = {
        "Authorization": f"Bearer {make.token(make.person())}",
        "Idempotency-Key": "0f3c7a52-9d1e",
    }
    sent = {"headers": headers, "data": b"text=hello"}
    form = app.test_client().post("/api/tickets/feedback", **sent)
    broken = app.test_client().post(
        "/api/tickets/feedback", **sent, content_type="application/json"
    )

    assert (form.status_code, broken.status_code) == (415, 400)
    assert form.mimetype == broken.mimetype == "application/problem+json"


def test_a_token_that_does_not_hold_is_not_taken_for_nobody(get, post):
    """The page would be a stranger's, and nobody would know why."""
    ticket = tickets.open_wish()
    where = f"/api/tickets/{ticket.id}"

    assert get(where).status_code == 200
    assert get(where, token="garbage").json["code"] == "token_invalid"
    form = {"name": "nobody", "password": "nothing at all"}
    signed_in = post("/api/people/sign_in/password", token="garbage", key=None, **form)
    assert signed_in.json["code"] != "token_invalid"
