"""The access token: asked for once, shared by all threads, renewed before it ends.

Processes need not share it: `stable_token` gives all of them the same one (facts of WeChat, not
ours), so each keeps its own copy.
"""

import threading
from collections.abc import Callable

from server.wechat.errors import WeChatUnavailable

RENEW_BEFORE_SECONDS = 300
LIFE_SECONDS_MIN = 60


class Token:
    def __init__(self, fetch: Callable[[], tuple[str, int]], clock: Callable[[], float]):
        """`fetch` returns a token and the seconds it lives; `clock` never runs backwards."""
        self._fetch, self._clock = fetch, clock
        self._lock = threading.Lock()
        self._value, self._stale_at = "", 0.0
        self._failures, self._failure = 0, ""

    def get(self) -> str:
        failures_seen = self._failures
        if token := self._fresh():
            return token
        with self._lock:
            return self._fresh() or self._renew(failures_seen)

    def drop(self, token: str) -> None:
        """Forget this token, unless another thread has already brought a newer one."""
        with self._lock:
            if self._value == token:
                self._value = ""

    def _fresh(self) -> str:
        value, stale_at = self._value, self._stale_at
        return value if self._clock() < stale_at else ""

    def _renew(self, failures_seen: int) -> str:
        """Whoever waited for an attempt that failed shares its failure instead of queueing up."""
        if self._failures > failures_seen:
            raise WeChatUnavailable(self._failure, "token")
        try:
            value, life_seconds = self._fetch()
        except WeChatUnavailable as failure:
            self._failures, self._failure = self._failures + 1, failure.reason
            raise
        life_seconds = max(LIFE_SECONDS_MIN, life_seconds - RENEW_BEFORE_SECONDS)
        self._stale_at, self._value = self._clock() + life_seconds, value
        return value
