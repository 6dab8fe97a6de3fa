"""A line of people over HTTP: `InLine(post)` takes numbers, calls them, ticks them off."""

from schemas.occasion_words import OccasionKind
from schemas.people_words import Role
from server.occasions.parts import Line
from tests import make
from tests import make_occasions as occasions


class InLine:
    """At a session that began now, and of which no desk says anything special; worked by a post."""

    def __init__(self, post, **given):
        self.post = post
        self.estate = make.estate()
        self.session = occasions.session(self.estate, kind=OccasionKind.DUTY)
        self.duty = occasions.post(self.session, label="理发")
        self.line = self.another(label="义剪", post_id=self.duty.id, **given)
        self.worker = make.staff(at=self.estate)

    def another(self, label="维修", **given) -> Line:
        return make.saved(Line(session_id=self.session.id, label=label, **given))

    def resident(self, name="陈伯"):
        return make.person(name, estate=self.estate)

    def residents(self, names: str) -> list:
        """One for each letter, with a number each."""
        people = [self.resident(name) for name in names]
        for person in people:
            self.taken(person)
        return people

    def crew(self, name="阿琴师傅"):
        person = self.resident(name)
        make.grant(person, Role.VOLUNTEER, self.estate)
        occasions.signup(person, self.duty)
        return person

    def path(self, line=None) -> str:
        return f"/api/occasions/lines/{(line or self.line).id}"

    def take(self, who, line=None, **form):
        return self.post(f"{self.path(line)}/numbers", by=who, **form)

    def taken(self, who, line=None, **form) -> dict:
        answer = self.take(who, line, **form)
        assert answer.status_code == 201, answer.text
        return answer.json

    def call_next(self, by=None):
        return self.post(f"{self.path()}/call_next", by=by or self.worker)

    def step(self, number: dict, action: str, by=None, **form):
        path = f"/api/occasions/numbers/{number['id']}/{action}"
        return self.post(path, by=by or self.worker, **form)
