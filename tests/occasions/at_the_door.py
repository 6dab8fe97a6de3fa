"""What happens at the door of a session, over HTTP: `AtTheDoor(post, session)`."""

from schemas.people_words import Role
from tests import make
from tests import make_occasions as occasions

SESSIONS = "/api/occasions/sessions"


class AtTheDoor:
    def __init__(self, post, session=None):
        self.post = post
        self.session = session or occasions.session()
        self.path = f"{SESSIONS}/{self.session.id}"

    def worker(self, name="小林"):
        """Of the community."""
        return make.staff(at=self.session.area, display_name=name)

    def volunteer(self, name="王师傅", *, seated=True, **given):
        person = make.staff(Role.VOLUNTEER, self.session.area, name)
        if seated:
            occasions.signup(person, occasions.post(self.session, **given))
        return person

    def steward(self, name="郑姐"):
        return self.volunteer(name, steward=True)

    def scan(self, who, direction="in", code=None, ago=0, **more):
        """The screen's code, by oneself."""
        code = code or occasions.screen_code(self.session, direction, ago)
        form = {"client_id": occasions.scan_id(), "code": code} | more
        return self.post("/api/occasions/scans", by=who, **form).json

    def type(self, who, digits, **more):
        form = {"client_id": occasions.scan_id(), "digits": digits} | more
        return self.post(f"{self.path}/digits", by=who, **form)

    def scanned(self, scanner, code, direction="in", **more):
        """Somebody's code, by a steward or the desk."""
        form = {"client_id": occasions.scan_id(), "code": code, "direction": direction} | more
        return self.post(f"{self.path}/scans", by=scanner, **form)

    def named(self, worker, person, direction="in", reason="手机没电了", **more):
        form = {"client_id": occasions.scan_id(), "person_id": person.id, "direction": direction}
        return self.post(f"{self.path}/named_scans", by=worker, reason=reason, **form, **more)

    def present(self, get, worker, **query):
        items = get(f"{self.path}/present", by=worker, **query).json["items"]
        return {row["person_id"]: row for row in items}

    def end(self, worker):
        answer = self.post(f"{self.path}/end", by=worker, words="因雨提前结束")
        assert answer.status_code == 200, answer.text


def said(answer) -> tuple:
    """What fills the screen for a second."""
    told = answer if isinstance(answer, dict) else answer.json
    return told["status"], told["code"]
