"""Settings: read from the environment once, checked before anything starts."""

import os
from collections.abc import Mapping
from pathlib import Path

SECRETS = ("SECRET", "DATA_KEY", "LOOKUP_KEY")  # JINLIN_SECRET … in the environment
KNOWN = {
    "WECHAT_APPID": "",
    "WECHAT_SECRET": "",
    "WECHAT_BASE": "https://api.weixin.qq.com",
    "WECHAT_VERIFY_DIR": "",  # holds MP_verify_….txt, by which WeChat checks the domain
    "SMS_BASE": "",  # empty: codes are written to the log, in demo mode only
    "SMS_KEY": "",
    "PUBLIC_URL": "http://127.0.0.1:8000",  # what printed codes point to
    "FILES_DIR": ".run/files",
    "CLIENT_DIR": "miniprogram/dist/build/h5",
    "PROXIES": "0",  # how many stand in front and say who asks; 1 behind nginx
    "ISSUER": "jinlin",  # tokens of another deployment are foreign
}
FOLDERS = ("WECHAT_VERIFY_DIR", "FILES_DIR", "CLIENT_DIR")


class SettingsError(Exception):
    """The environment does not make a deployment; says what to set."""


def from_environment(environ: Mapping[str, str] = os.environ) -> dict:
    """Flask's configuration. There is no SECRET_KEY: with one, Flask opens a cookie session for
    each request."""
    found = {name: environ.get(f"JINLIN_{name}", default) for name, default in KNOWN.items()}
    found |= {name: environ.get(f"JINLIN_{name}", "") for name in SECRETS}
    found |= {name: _whole(found[name]) for name in FOLDERS}
    found["DEMO"] = environ.get("JINLIN_DEMO") == "1"
    found["PRODUCTION"] = environ.get("JINLIN_ENV") == "production"
    found["SQLALCHEMY_DATABASE_URI"] = environ.get("DATABASE_URL", "")
    _check(found)
    return found


def _whole(folder: str) -> str:
    """From the root on: a relative one means where the server was started, not where it lies."""
    return folder and str(Path(folder).resolve())


def _check(found: dict) -> None:
    missing = [f"JINLIN_{name}" for name in SECRETS if not found[name]]
    if not found["SQLALCHEMY_DATABASE_URI"]:
        missing.append("DATABASE_URL")
    if missing:
        raise SettingsError(
            f"Not set: {', '.join(missing)}. See deploy/env.example, or `make run`."
        )
    short = [name for name in SECRETS for key in found[name].split(",") if len(key.strip()) < 32]
    if short:
        raise SettingsError(f"Too short (32 characters at least): JINLIN_{short[0]}")
    if found["DEMO"] and found["PRODUCTION"]:
        raise SettingsError("JINLIN_DEMO=1 lets anybody in: not with JINLIN_ENV=production.")
