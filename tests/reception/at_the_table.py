"""A reception day over HTTP: `Table(post)` gives numbers, calls them, hears what is said."""

from datetime import timedelta

from schemas.occasions import ENDED
from schemas.reception_words import Party
from server.core import clock
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets


class Table:
    """Of an estate's session that begins in an hour, with whoever works there."""

    def __init__(self, post, **given):
        self.post = post
        tickets.categories()
        self.estate = make.estate()
        self.session = reception.day(self.estate, **given)
        self.worker = make.staff(at=self.estate)

    def path(self, what: str) -> str:
        return f"/api/reception/sessions/{self.session.id}/{what}"

    def booked(self, who, **form) -> dict:
        answer = self.post(self.path("book"), by=who, **form)
        assert answer.status_code == 201, answer.text
        return answer.json

    def walk_in(self, **form) -> dict:
        answer = self.post(self.path("walk_in"), by=self.worker, **form)
        assert answer.status_code == 201, answer.text
        return answer.json

    def call_next(self, table=1, by=None):
        return self.post(self.path("call_next"), by=by or self.worker, table=table)

    def step(self, number: dict, action: str, by=None, **form):
        path = f"/api/reception/numbers/{number['id']}/{action}"
        return self.post(path, by=by or self.worker, **form)

    def resident(self, name="陈阿姨", **known):
        return make.person(name, estate=self.estate, **known)


def past(estate, weeks_ago, state):
    session = reception.day(estate, begins=clock.now() - timedelta(weeks=weeks_ago), state=ENDED)
    reception.seat(session, Party.OWNERS, "业委会", state=state)
    return session
