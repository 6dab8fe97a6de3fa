"""The calls to WeChat that this product makes, each as one typed function."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from server.wechat import values
from server.wechat.errors import TOKEN_BAD, WRONG_APP, WeChatRefused, WeChatUnavailable
from server.wechat.token import Token
from server.wechat.wire import Wire

BASE = "https://api.weixin.qq.com"
TIMEOUT_SECONDS = 5.0  # a resident is waiting
CHECKED_CHARACTERS_MAX = 2500
AUDIO, IMAGE = 1, 2
PROFILE, COMMENT, FORUM, SOCIAL = 1, 2, 3, 4  # 资料 评论 论坛 社交日志


@dataclass(frozen=True)
class Identity:
    """Who signed in. WeChat's session_key is left behind: we have no use for it."""

    openid: str
    unionid: str | None


@dataclass(frozen=True)
class Phone:
    number: str
    country: str


@dataclass(frozen=True)
class Verdict:
    """`suggest` is pass, review or risky. An answer without errors is not yet a pass."""

    suggest: str
    label: int | None
    trace_id: str | None


UNCHECKED = Verdict("review", None, None)
Answer = TypeVar("Answer")


class WeChat:
    """One mini-program; safe to share between threads. Every call raises
    WeChatRefused or WeChatUnavailable, and waits at most a few seconds."""

    def __init__(
        self,
        appid: str,
        secret: str,
        *,
        base: str = BASE,
        timeout_seconds: float = TIMEOUT_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ):
        self.appid, self._secret = appid, secret
        self._wire = Wire(base, timeout_seconds)
        self._token = Token(self._stable_token, clock)

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> Self:
        base = settings.get("WECHAT_BASE") or BASE
        return cls(settings["WECHAT_APPID"], settings["WECHAT_SECRET"], base=base)

    def close(self) -> None:
        self._wire.close()

    def code2session(self, code: str) -> Identity:
        """Exchange the code of wx.login; it works once, for five minutes."""
        path = "/sns/jscode2session"
        keys = {"appid": self.appid, "secret": self._secret}
        params = keys | {"js_code": code, "grant_type": "authorization_code"}
        answer = self._wire.get(path, params)
        return Identity(_part(answer, "openid", path), answer.get("unionid"))

    def phone(self, code: str, openid: str) -> Phone:
        """Exchange the code of the phone button; WeChat checks that it belongs to `openid`."""
        path = "/wxa/business/getuserphonenumber"
        answer = _part(self._call(path, {"code": code, "openid": openid}), "phone_info", path)
        if answer.get("watermark", {}).get("appid") != self.appid:
            raise WeChatRefused(WRONG_APP, "the number was given to another app", path)
        country = str(answer.get("countryCode", ""))  # a string on paper, sometimes a number
        return Phone(_part(answer, "purePhoneNumber", path), country)

    def wxacode(
        self,
        scene: str,
        page: str,
        *,
        env_version: str = "release",
        check_path: bool = True,
        width: int = 430,
    ) -> bytes:
        """The picture of a mini-program code; it never ends, so keep it. `scene` ≤ 32 signs."""
        body = {"scene": scene, "page": page, "env_version": env_version}
        body |= {"check_path": check_path, "width": width}
        return self._with_token(self._wire.post_for_image, "/wxa/getwxacodeunlimit", body)

    def subscribe_send(
        self,
        openid: str,
        template: str,
        fields: Mapping[str, str],
        *,
        page: str | None = None,
        state: str = "formal",
    ) -> None:
        """Use up one grant of this person. NO_GRANT is everyday life: fall back, do not repeat."""
        body: dict[str, Any] = {"touser": openid, "template_id": template}
        body |= {"data": values.fit_all(fields), "miniprogram_state": state, "lang": "zh_CN"}
        if page:
            body["page"] = page
        self._call("/cgi-bin/message/subscribe/send", body)

    def msg_sec_check(
        self, content: str, openid: str, scene: int, *, title: str | None = None
    ) -> Verdict:
        """Judge a text while its author is still here: WeChat refuses two hours after the visit.

        What is too long to be checked is for a person to read.
        """
        if len(content) > CHECKED_CHARACTERS_MAX:
            return UNCHECKED
        body = {"version": 2, "openid": openid, "scene": scene, "content": content}
        if title:
            body["title"] = title
        answer = self._call("/wxa/msg_sec_check", body)
        result = answer.get("result") or {}
        suggest = result.get("suggest", UNCHECKED.suggest)
        return Verdict(suggest, result.get("label"), answer.get("trace_id"))

    def media_check(self, url: str, openid: str, scene: int, media_type: int = IMAGE) -> str:
        """Have a picture or sound judged; the verdict is pushed later, under this trace_id."""
        path = "/wxa/media_check_async"
        body = {"version": 2, "media_url": url, "media_type": media_type}
        answer = self._call(path, body | {"openid": openid, "scene": scene})
        return _part(answer, "trace_id", path)

    def _stable_token(self) -> tuple[str, int]:
        path = "/cgi-bin/stable_token"
        body = {"grant_type": "client_credential", "appid": self.appid, "secret": self._secret}
        answer = self._wire.post(path, body | {"force_refresh": False})
        return _part(answer, "access_token", path), _part(answer, "expires_in", path)

    def _call(self, path: str, body: Mapping[str, Any]) -> dict:
        return self._with_token(self._wire.post, path, body)

    def _with_token(
        self, post: Callable[..., Answer], path: str, body: Mapping[str, Any]
    ) -> Answer:
        """A token can die early; a second one refused is a fault that no third would cure."""
        token = self._token.get()
        try:
            return post(path, body, token)
        except WeChatRefused as refusal:
            if refusal.code not in TOKEN_BAD:
                raise
        self._token.drop(token)
        return post(path, body, self._token.get())


def _part(answer: Mapping[str, Any], name: str, path: str) -> Any:
    if name not in answer:
        raise WeChatUnavailable(f"an answer without {name}", path)
    return answer[name]
