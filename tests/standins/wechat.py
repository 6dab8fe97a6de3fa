"""A stand-in for WeChat's server: prepare codes, grants and words, then talk HTTP to it.

By hand: `python -m tests.standins.wechat --port 8090`, then start the server with
JINLIN_WECHAT_BASE=http://127.0.0.1:8090 JINLIN_WECHAT_APPID=wx-jinlin
JINLIN_WECHAT_SECRET=s3cret-of-jinlin, and
    curl '127.0.0.1:8090/standin/code?openid=li'             a code as wx.login gives it
    curl '127.0.0.1:8090/standin/phone_code?phone=138…&openid=li'
    curl '127.0.0.1:8090/standin/grant?openid=li&template=…'
    curl '127.0.0.1:8090/standin/sent'                       the messages sent so far
"""

import secrets
import time
from collections import Counter
from dataclasses import dataclass

from tests.standins import by_hand
from tests.standins import wechat_rules as rules
from tests.standins.loopback import Loopback, Received, Reply, reply
from tests.standins.wechat_answers import ANSWERS, Errcode, need, said


@dataclass
class Code:
    openid: str
    phone: str | None
    dies_at: float
    used: bool = False


class WeChat(Loopback):
    def __init__(self, appid: str = "wx-jinlin", secret: str = "s3cret-of-jinlin", port: int = 0):
        super().__init__(self._reply, port)
        self.appid = self.phone_appid = appid
        self.secret = secret
        self.people: dict[str, float] = {}  # openid → last visit
        self.blocked: set[str] = set()
        self.pages = {"pages/index/index"}
        self.templates: dict[str, tuple[str, ...]] = {}
        self.words: dict[str, tuple[str, int]] = {}
        self.grants: Counter[tuple[str, str]] = Counter()
        self.sent: list[tuple[str, str, dict]] = []
        self.media: dict[str, str] = {}
        self._codes: dict[str, Code] = {}
        self._tokens: dict[str, float] = {}
        self._ahead_seconds = 0.0

    # What a test or a hand prepares

    def code_for(self, openid: str) -> str:
        """What wx.login would give this person: good once, for five minutes."""
        return self._new_code(openid)

    def phone_code(self, phone: str, openid: str) -> str:
        return self._new_code(openid, phone)

    def seen(self, openid: str) -> None:
        """This person has the mini-program open now."""
        self.people[openid] = self._now()

    def template(self, id: str, *fields: str) -> None:
        self.templates[id] = fields

    def grant(self, openid: str, template: str) -> None:
        """This person tapped 允许: one more message of this template."""
        self.people.setdefault(openid, self._now())
        self.grants[openid, template] += 1

    def dislike(self, word: str, suggest: str = "risky", label: int = 20006) -> None:
        self.words[word] = (suggest, label)

    def fail(self, path: str, errcode: int) -> None:
        """Answer the next request to `path` with this error code."""
        self.surprise(path, reply(said(errcode)))

    def later(self, seconds: float) -> None:
        self._ahead_seconds += seconds

    def void_tokens(self) -> None:
        self._tokens.clear()

    # What the answers ask

    def current_token(self) -> dict:
        """The same for everybody until shortly before its end."""
        life_seconds = max(self._tokens.values(), default=0) - self._now()
        if life_seconds <= rules.TOKEN_OVERLAP_SECONDS:
            life_seconds = float(rules.TOKEN_LIFE_SECONDS)
            self._tokens[secrets.token_urlsafe(100)] = self._now() + life_seconds
        newest = max(self._tokens, key=self._tokens.__getitem__)
        return {"access_token": newest, "expires_in": int(life_seconds)}

    def check_token(self, token: str) -> None:
        need(token in self._tokens, 40001)
        need(self._now() < self._tokens[token], 42001)

    def use_code(self, code: str, *, phone: bool = False) -> Code:
        known = self._codes.get(code)
        need(known and bool(known.phone) == phone and self._now() < known.dies_at, 40029)
        need(not known.used, 40163)
        known.used = True
        return known

    def is_active(self, openid: str) -> bool:
        return self._now() - self.people[openid] <= rules.ACTIVE_SECONDS

    def _new_code(self, openid: str, phone: str | None = None) -> str:
        code = secrets.token_hex(16)
        self._codes[code] = Code(openid, phone, self._now() + rules.CODE_LIFE_SECONDS)
        return code

    def _now(self) -> float:
        return time.monotonic() + self._ahead_seconds

    def _reply(self, request: Received) -> Reply:
        if request.path.startswith("/standin/"):
            return reply(self._prepare(request.path, request.query))
        answer = ANSWERS.get((request.method, request.path))
        if answer is None:
            return Reply(b"Not Found", status=404, kind="text/plain")
        try:
            result = answer(self, request)
        except Errcode as refusal:
            result = said(refusal.code)
        return result if isinstance(result, Reply) else reply(result)

    def _prepare(self, path: str, wanted: dict[str, str]) -> object:
        match path.removeprefix("/standin/"):
            case "code":
                return self.code_for(**wanted)
            case "phone_code":
                return self.phone_code(**wanted)
            case "grant":
                return self.grant(**wanted)
            case "sent":
                return self.sent
        return None


if __name__ == "__main__":
    by_hand.run(WeChat)
