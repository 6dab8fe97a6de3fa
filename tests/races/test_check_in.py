"""Two scanners and a hundred people at one door: each is there once, and nobody has to wait."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import text

from server.core.clock import now
from server.core.db import db
from server.occasions import codes
from server.occasions.presence import Attendance
from server.occasions.service import scanning
from tests import make
from tests import make_occasions as occasions
from tests import make_tickets as tickets
from tests.browser import Browser
from tests.races.at_the_door import PEOPLE, patiently, scanners, there, this_morning, volunteers

EACH, HANDS = 5, 8
SECRET = "secret-of-the-scanner"


@pytest.fixture
def session():
    return this_morning()


def dealt(pile: list, seed: int) -> list[list]:
    """Each of them five times, in as many hands, shuffled."""
    pile = pile * EACH
    Random(seed).shuffle(pile)
    return [pile[hand::HANDS] for hand in range(HANDS)]


def test_a_thousand_scans_of_a_hundred_codes_let_each_in_once(together, session):
    soon = codes.step_at(now()) + 1  # so that they live as long as the race
    shown = [codes.personal_code(person.id, soon) for person in volunteers(session)]
    path = f"/api/occasions/sessions/{session.id}/scans"

    def by(token, pile):
        def scan(web, code):
            form = {"client_id": occasions.scan_id(), "code": code, "direction": "in"}
            return patiently(lambda: web.post(path, token=token, **form))["status"]

        return lambda web: [scan(web, code) for code in pile]

    hands = [by(t, pile) for n, t in enumerate(scanners(session)) for pile in dealt(shown, n)]
    told = Counter(status for hand in together(*hands) for status in hand)

    assert told == {"accepted": PEOPLE, "already": PEOPLE * (2 * EACH - 1)}
    assert there(session) == (PEOPLE, PEOPLE, 2 * PEOPLE * EACH)


def test_sent_late_by_two_scanners_at_once_each_is_there_once(together, session):
    """The same people in another order: neither waits for the other for ever."""
    ids = [person.id for person in volunteers(session)]
    occasions.device(session.area, secret=SECRET)

    def item(person_id):
        at = now() - timedelta(minutes=5)
        code = codes.personal_code(person_id, codes.step_at(at))
        told = {"client_id": occasions.scan_id(), "session_id": session.id, "direction": "in"}
        return told | {"code": code, "scanned_at": at.isoformat()}

    def by(token, pile):
        items = list(map(item, pile))
        batches = [items[n : n + 50] for n in range(0, len(items), 50)]

        def upload(web, batch):
            form = {"device": SECRET, "sent_at": now().isoformat(), "items": batch}
            told = patiently(lambda: web.post("/api/occasions/uploads", token=token, **form))
            return [one["status"] for one in told["items"]]

        return lambda web: [status for batch in batches for status in upload(web, batch)]

    hands = [by(t, pile) for n, t in enumerate(scanners(session)) for pile in dealt(ids, n)]
    told = Counter(status for hand in together(*hands) for status in hand)

    assert sum(told.values()) == 2 * PEOPLE * EACH
    assert told["refused"] == 0
    assert there(session) == (PEOPLE, PEOPLE, 2 * PEOPLE * EACH)


def bad_codes(session, person, chance: Random):
    """Forged, expired, foreign, of another session, and not codes at all."""
    other = occasions.session(session.area)
    step = codes.step_at(now())
    good = codes.session_code(session.secret, session.id, "in", step)
    place = chance.randrange(len(good))
    return [
        good[:place] + chance.choice("@#~") + good[place + 1 :],
        f"C1.{session.id}.{step:x}.{'A' * 16}",
        codes.session_code(session.secret, session.id, "in", step - 2),
        codes.session_code(session.secret, session.id, "in", step + 5),
        codes.session_code("secret of another county", session.id, "in", step),
        codes.session_code(session.secret, other.id, "in", step),
        codes.personal_code(person.id, step),
        f"https://jinlin.example/q/o/{session.token}",
        good.lower(),
        str(chance.random()),
    ]


def test_of_a_thousand_bad_codes_none_counts(together, session):
    chance = Random(7)
    people = volunteers(session, 40)

    def by(person):
        token = make.token(person)
        sent = bad_codes(session, person, chance) + bad_codes(session, person, chance)
        sent += bad_codes(session, person, chance)[:5]

        def scan(web, code):
            form = {"client_id": occasions.scan_id(), "code": code}
            return patiently(lambda: web.post("/api/occasions/scans", token=token, **form))

        return lambda web: [scan(web, code)["status"] for code in sent]

    told = Counter(s for hand in together(*[by(person) for person in people]) for s in hand)

    assert told == {"refused": 1000}
    assert there(session) == (0, 0, 0)


def test_while_one_checks_in_another_one_does(app, session):
    """The first has said all it has to say and has not ended; the second comes and goes."""
    one, other = volunteers(session, 2)
    token = make.token(other)
    form = {"client_id": occasions.scan_id(), "code": occasions.screen_code(session)}
    actor = tickets.actor(one)
    db.session.commit()
    with app.app_context():
        inside = scanning.scan_code(form, by=actor)
        held = db.session.scalar(text("SELECT pg_current_xact_id_if_assigned() IS NOT NULL"))
        second = {"client_id": occasions.scan_id(), "code": form["code"]}
        answer = Browser(app).post("/api/occasions/scans", token=token, **second)
        seen = db.session.query(Attendance).filter_by(session_id=session.id).count()
        db.session.commit()

    assert (inside["status"], held) == ("accepted", True)
    assert (answer.status_code, answer.json["status"], seen) == (200, "accepted", 2)
    assert there(session) == (2, 2, 2)
