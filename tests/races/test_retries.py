"""The same request again and again, at once and later: one effect, and one answer."""

from random import Random
from uuid import uuid4

from server.core.db import db
from server.core.moves import Move
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets
from tests.browser import Browser


def test_two_hundred_retries_of_ten_wishes_are_ten_wishes(app, together):
    estate, aunt = make.estate(), make.person()
    tickets.categories()
    token, keys = make.token(aunt), [str(uuid4()) for _ in range(10)]

    def send(key):
        form = {"estate_id": estate.id, "text": f"灯坏了 {key}"}
        return lambda web: web.post("/api/wishes/", token=token, key=key, **form)

    tries = keys * 20
    Random(7).shuffle(tries)
    answers = [a for n in range(0, 200, 10) for a in together(*map(send, tries[n : n + 10]))]
    made = db.session.scalars(db.select(Ticket.id).where(Ticket.wisher_id == aunt.id)).all()

    assert len(made) == 10
    assert {a.json["id"] for a in answers if a.status_code == 201} == set(made)
    assert {a.json["code"] for a in answers if a.status_code != 201} <= {"still_running", "busy"}
    afterwards = [send(key)(Browser(app)) for key in keys]
    assert {a.json["id"] for a in afterwards} == set(made)


def test_steps_sent_again_are_taken_once(together):
    volunteer = make.volunteer()
    ticket = tickets.open_wish(make.person(estate=make.estate()))
    token, key = make.token(volunteer), str(uuid4())
    claim = [lambda web: web.post(tickets.path(ticket, "claim"), token=token, key=key)] * 20
    told = {(a.status_code, a.json.get("code")) for a in together(*claim)}
    moves = db.select(db.func.count(Move.id)).where(
        Move.subject_kind == "tickets", Move.subject_id == ticket.id, Move.action == "claim"
    )

    assert told <= {(200, None), (409, "still_running"), (503, "busy")}
    assert db.session.scalar(moves) == 1
