"""Where phones with our mini-program get to: each has an owner whom WeChat knows."""

from contextlib import contextmanager
from pathlib import Path

import httpx

from server.core.db import db
from server.people.identities import WECHAT, add_identity
from tests.journeys.mini import Phone, ready_build


@contextmanager
def phones(base: str, wechat, home: Path):
    """Gives `phone_of("o-chen")`: their phone, where nobody has signed in yet; with a person, that
    person is known to WeChat by this openid, and `signed_in` on this phone or not."""
    build, taken = ready_build(), []

    def phone_of(openid, person=None, *, signed_in=True, path="pages/home/home") -> Phone:
        if person:
            add_identity(person, WECHAT, openid, wechat.appid)
            db.session.commit()
        stored = session_of(base, wechat.code_for(openid)) if person and signed_in else {}
        known = {"base": base, "wechat": wechat.base, "openid": openid, "stored": stored}
        taken.append(Phone(home, build, **known))
        taken[-1].open(path)
        return taken[-1]

    try:
        yield phone_of
    finally:
        for phone in taken:
            phone.close()


def session_of(base: str, code: str) -> dict:
    """What the client keeps of it."""
    answer = httpx.post(f"{base}/api/people/sign_in/wechat", json={"code": code})
    session = answer.raise_for_status().json()
    kept = {"access": session["access_token"], "refresh": session["refresh_token"]}
    return kept | {"me": session["me"], "face": session["me"]["faces"][-1]["face"]}
