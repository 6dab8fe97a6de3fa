"""Chromium as the journeys use it, and a session on a phone without tapping through the door."""

import shutil
from contextlib import contextmanager
from pathlib import Path

import httpx
from playwright.sync_api import Browser, sync_playwright

from server.core.db import db

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
COMPUTER = {"viewport": {"width": 1440, "height": 900}}


@contextmanager
def launched():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        yield browser
        browser.close()


def filming(browser: Browser, film: Path) -> Browser:
    """Another one beside it, whose camera sees this film; nobody is asked whether it may."""
    camera = ["--use-fake-ui-for-media-stream", f"--use-file-for-fake-video-capture={film}"]
    return browser.browser_type.launch(executable_path=program(), args=[*FLAGS, *camera])


def program() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "The journeys need Chromium: apt-get install chromium fonts-noto-cjk"
    return found


def signed_in(address: str, person) -> dict:
    """What the client keeps of a session, fetched as the demo chooser fetches it."""
    if person is None:
        return {}
    person.is_demo = True
    db.session.commit()
    come = httpx.post(f"{address}/api/people/sign_in/demo", json={"person_id": person.id})
    session = come.raise_for_status().json()
    face = session["me"]["faces"][-1]["face"]
    kept = {"access": session["access_token"], "refresh": session["refresh_token"]}
    return kept | {"me": session["me"], "face": face}
