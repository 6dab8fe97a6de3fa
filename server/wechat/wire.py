"""One exchange with WeChat over HTTP, in which no secret reaches an exception or a log."""

import json
import logging
from collections.abc import Mapping
from typing import Any

import httpx

from server.wechat.errors import WeChatRefused, WeChatUnavailable

BUSY = -1
SECRET_NAMES = ("secret", "access_token")


class Wire:
    """A connection pool to one base address; safe to share between threads."""

    def __init__(self, base: str, timeout_seconds: float):
        logging.getLogger("httpx").addFilter(_hide_query)
        self._http = httpx.Client(base_url=base, timeout=timeout_seconds)

    def get(self, path: str, params: Mapping[str, str]) -> dict:
        response = self._exchange("GET", path, params=params)
        return _read_json(response, path, hidden=_secrets(params))

    def post(self, path: str, body: Mapping[str, Any], token: str | None = None) -> dict:
        response = self._exchange("POST", path, params=_query(token), content=_encode(body))
        return _read_json(response, path, hidden=_secrets(body, token))

    def post_for_image(self, path: str, body: Mapping[str, Any], token: str) -> bytes:
        response = self._exchange("POST", path, params=_query(token), content=_encode(body))
        if _is_image(response):
            return response.content
        _read_json(response, path, hidden=_secrets(body, token))
        raise WeChatUnavailable("neither an image nor an error", path)

    def close(self) -> None:
        self._http.close()

    def _exchange(self, method: str, path: str, **parts) -> httpx.Response:
        response = self._answer_or_reason(method, path, **parts)
        if isinstance(response, str):
            raise WeChatUnavailable(response, path)
        if not response.is_success:
            raise WeChatUnavailable(f"HTTP {response.status_code}", path)
        return response

    def _answer_or_reason(self, method: str, path: str, **parts) -> httpx.Response | str:
        """Returned, not raised: an exception of httpx carries the address, and that the secret."""
        headers = {"Content-Type": "application/json; charset=utf-8"} if "content" in parts else {}
        try:
            return self._http.request(method, path, headers=headers, **parts)
        except httpx.HTTPError as error:
            return type(error).__name__


def _encode(body: Mapping[str, Any]) -> bytes:
    """Raw UTF-8: WeChat's text check does not see through \\uXXXX.

    A half of a surrogate pair, which a client may send and UTF-8 cannot hold, becomes "?".
    """
    return json.dumps(body, ensure_ascii=False).encode("utf-8", errors="replace")


def _read_json(response: httpx.Response, path: str, hidden: list[str]) -> dict:
    answer = _parse(response.content)
    if not isinstance(answer, dict):
        raise WeChatUnavailable("not a JSON object", path)
    code = answer.get("errcode", 0)  # jscode2session leaves it out when all is well
    if code == BUSY:
        raise WeChatUnavailable("busy", path)
    if code:
        raise WeChatRefused(code, _without(hidden, str(answer.get("errmsg", ""))), path)
    return answer


def _parse(content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return None


def _is_image(response: httpx.Response) -> bool:
    """Errors come with HTTP 200 too, and not always with an honest content type."""
    kind = response.headers.get("content-type", "")
    texts = ("application/json", "text/")
    return bool(response.content) and not kind.startswith(texts) and response.content[:1] != b"{"


def _query(token: str | None) -> dict[str, str]:
    return {"access_token": token} if token else {}


def _secrets(values: Mapping[str, Any], token: str | None = None) -> list[str]:
    return [secret for secret in (token, *map(values.get, SECRET_NAMES)) if secret]


def _without(hidden: list[str], message: str) -> str:
    for secret in hidden:
        message = message.replace(secret, "***")
    return message


def _hide_query(record: logging.LogRecord) -> bool:
    """httpx logs every address in full; in ours the query holds the secret or the token."""
    record.args = tuple(
        part.copy_with(query=None) if isinstance(part, httpx.URL) else part
        for part in record.args or ()
    )
    return True
