"""Send one short message: over the gateway, or, in a demonstration, to the log."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

import httpx
import structlog

from server.sms.errors import SmsRefused, SmsUnavailable

CONSOLE = "console"  # the SMS_BASE of a demonstration
TIMEOUT_SECONDS = 5.0
TRY_AGAIN = frozenset({408, 429})
log = structlog.get_logger()


class Sender(Protocol):
    def send(self, phone: str, template: str, params: Mapping[str, str], *, id: str) -> None:
        """`id` names this message: sent twice, it arrives once."""

    def close(self) -> None: ...


def from_settings(settings: Mapping[str, Any]) -> Sender:
    """The log must be asked for by name: nothing meant for a phone lands there by neglect."""
    if not settings["SMS_BASE"]:
        raise ValueError("SMS_BASE is not set")
    if settings["SMS_BASE"] == CONSOLE:
        return Console()
    return Gateway(settings["SMS_BASE"], settings["SMS_KEY"])


class Gateway:
    """Safe to share between threads."""

    def __init__(self, base: str, key: str, *, timeout_seconds: float = TIMEOUT_SECONDS):
        self._key = key
        self._http = httpx.Client(base_url=base, timeout=timeout_seconds)

    def send(self, phone: str, template: str, params: Mapping[str, str], *, id: str) -> None:
        message = {"id": id, "phone": phone, "template": template, "params": dict(params)}
        response = self._answer_or_reason(message)
        if isinstance(response, str):
            raise SmsUnavailable(response)
        if response.is_success:
            return
        if not response.is_client_error or response.status_code in TRY_AGAIN:
            raise SmsUnavailable(f"HTTP {response.status_code}")
        raise self._refusal(response, hidden=(phone, self._key))

    def close(self) -> None:
        self._http.close()

    def _answer_or_reason(self, message: dict) -> httpx.Response | str:
        """Returned, not raised: an exception of httpx carries the key and the phone number."""
        headers = {"Authorization": f"Bearer {self._key}"}
        headers["Content-Type"] = "application/json; charset=utf-8"
        content = json.dumps(message, ensure_ascii=False).encode("utf-8", errors="replace")
        try:
            return self._http.post("/messages", content=content, headers=headers)
        except httpx.HTTPError as error:
            return type(error).__name__

    def _refusal(self, response: httpx.Response, hidden: tuple[str, ...]) -> SmsRefused:
        answer = _parse(response.content)
        message = str(answer.get("message", ""))
        for secret in hidden:
            message = message.replace(secret, "***")
        return SmsRefused(str(answer.get("code", f"http_{response.status_code}")), message)


class Console:
    """Prints what would be sent, so that a demonstration needs no gateway. Not for real people."""

    def send(self, phone: str, template: str, params: Mapping[str, str], *, id: str) -> None:
        log.info("sms", phone=masked(phone), template=template, params=dict(params), id=id)

    def close(self) -> None:
        """Nothing is open."""


def masked(phone: str) -> str:
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 11 else "****"


def _parse(content: bytes) -> dict:
    try:
        answer = json.loads(content)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
