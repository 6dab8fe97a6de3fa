"""A stand-in for the SMS gateway: accepts each id once and keeps what a phone would have got.

By hand: `python -m tests.standins.sms --port 8091`, JINLIN_SMS_BASE=http://127.0.0.1:8091,
JINLIN_SMS_KEY=key-of-jinlin, and
    curl 127.0.0.1:8091/standin/delivered                    the messages delivered so far
"""

from dataclasses import asdict, dataclass

from tests.standins import by_hand
from tests.standins.loopback import Loopback, Received, Reply, reply


@dataclass(frozen=True)
class Sms:
    id: str
    phone: str
    template: str
    params: dict[str, str]


class SmsGateway(Loopback):
    def __init__(self, key: str = "key-of-jinlin", port: int = 0):
        super().__init__(self._reply, port)
        self.key = key
        self.templates = {"sign_in", "slip_code"}
        self.blocked: set[str] = set()
        self._accepted: dict[str, Sms] = {}

    @property
    def delivered(self) -> list[Sms]:
        return list(self._accepted.values())

    def last_to(self, phone: str) -> Sms:
        return [sms for sms in self.delivered if sms.phone == phone][-1]

    def _reply(self, request: Received) -> Reply:
        if request.path == "/standin/delivered":
            return reply([asdict(sms) for sms in self.delivered])
        if (request.method, request.path) != ("POST", "/messages"):
            return refusal(404, "not_found", "no such address")
        if request.headers.get("authorization") != f"Bearer {self.key}":
            return refusal(401, "bad_key", "unknown key")
        return self._receive(request.json)

    def _receive(self, message: object) -> Reply:
        if not isinstance(message, dict) or set(message) != {"id", "phone", "template", "params"}:
            return refusal(422, "malformed", "four fields are needed")
        sms = Sms(**message)
        if problem := self._problem(sms):
            return refusal(*problem)
        status = 200 if sms.id in self._accepted else 202
        self._accepted[sms.id] = sms
        return reply({"id": sms.id}, status)

    def _problem(self, sms: Sms) -> tuple[int, str, str] | None:
        if not (sms.phone.isdecimal() and len(sms.phone) == 11 and sms.phone[0] == "1"):
            return 422, "bad_phone", f"{sms.phone} is not a mobile number"
        if sms.phone in self.blocked:
            return 403, "blocked_phone", f"{sms.phone} wants no messages"
        if sms.template not in self.templates:
            return 422, "unknown_template", "not registered"
        if self._accepted.get(sms.id, sms) != sms:
            return 409, "other_content", "this id was used for another message"
        return None


def refusal(status: int, code: str, message: str) -> Reply:
    return reply({"code": code, "message": message}, status)


if __name__ == "__main__":
    by_hand.run(SmsGateway)
