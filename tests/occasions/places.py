"""Places at posts over HTTP: `Places(post)` signs up, waits, steps down; the answers are read."""

from datetime import timedelta

from schemas.people_words import Role
from server.core import clock
from server.core.db import db
from server.occasions.parts import Post, Signup
from tests import make
from tests import make_occasions as occasions

CHILD = {
    "child": True,
    "child_name": "小宝",
    "guardian_name": "林梅",
    "guardian_phone": "13859740001",
    "consent": "2026-03",
}


class Places:
    """The market of an estate in a week, with a duty for two."""

    def __init__(self, post):
        self.post = post
        self.estate = make.estate()
        self.session = self.market()
        self.duty = occasions.post(self.session)
        self.worker = make.staff(at=self.estate)

    def market(self, days=7, **given):
        return occasions.session(self.estate, begins=clock.now() + timedelta(days=days), **given)

    def volunteer(self, name="王师傅"):
        return self.neighbour(name, Role.VOLUNTEER)

    def neighbour(self, name="陈伯", role=None):
        """Lives here, so that the desk knows them."""
        person = make.person(name, estate=self.estate)
        if role:
            make.grant(person, role, self.estate)
        return person

    def sign_up(self, who, duty=None, **form):
        duty = duty or self.duty
        return self.post(f"/api/occasions/posts/{duty.id}/sign_up", by=who, **form)

    def signed_up(self, who, duty=None, **form) -> dict:
        answer = self.sign_up(who, duty, **form)
        assert answer.status_code == 201, answer.text
        return answer.json

    def step(self, signup, action, by):
        row_id = signup["id"] if isinstance(signup, dict) else signup
        return self.post(f"/api/occasions/signups/{row_id}/{action}", by=by)

    def full(self) -> tuple:
        """Two who have a seat, and two who wait."""
        people = [self.volunteer(name) for name in "甲乙丙丁"]
        for person in people:
            self.signed_up(person)
        return people

    def states(self, duty=None) -> list[str]:
        """In the order of arrival."""
        query = db.select(Signup).where(Signup.post_id == (duty or self.duty).id)
        return [row.state.value for row in db.session.scalars(query.order_by(Signup.id))]

    def taken(self, duty=None) -> int:
        return db.session.get_one(Post, (duty or self.duty).id).taken

    def of(self, person) -> Signup:
        query = db.select(Signup).where(Signup.person_id == person.id).order_by(Signup.id.desc())
        return db.session.scalars(query).first()
