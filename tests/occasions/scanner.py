"""A scanner without network: it writes down what it sees by its own clock, and sends it later."""

from datetime import timedelta

from server.core.clock import now
from server.occasions import codes
from tests import make_occasions as occasions

SECRET = "secret-of-the-scanner"


class Scanner:
    def __init__(self, door, holder, *, wrong_by=timedelta()):
        self.door, self.holder, self.wrong_by = door, holder, wrong_by
        self.waiting: list[dict] = []
        self.truth = {}  # when it really was, by client id

    @classmethod
    def enrolled(cls, door, holder, **known):
        occasions.device(door.session.area, secret=SECRET)
        return cls(door, holder, **known)

    def sees(self, person, direction="in", *, code=None, **more) -> dict:
        shown = code or codes.personal_code(person.id, codes.step_at(now()))
        return self._keeps(code=shown, direction=direction, **more)

    def names(self, person, direction="in", reason="没带手机", **more) -> dict:
        return self._keeps(person_id=person.id, direction=direction, reason=reason, **more)

    def _keeps(self, **seen) -> dict:
        item = {"client_id": occasions.scan_id(), "session_id": self.door.session.id}
        item |= {"scanned_at": self.clock()} | seen
        self.waiting.append(item)
        self.truth[item["client_id"]] = now()
        return item

    def clock(self) -> str:
        return (now() + self.wrong_by).isoformat()

    def sends(self, items=None, **more):
        form = {"device": SECRET, "sent_at": self.clock()} | more
        items = self.waiting if items is None else items
        return self.door.post("/api/occasions/uploads", by=self.holder, items=items, **form)

    def told(self, items=None) -> list[tuple]:
        answer = self.sends(items)
        assert answer.status_code == 200, answer.text
        return [(one["status"], one["code"]) for one in answer.json["items"]]
