"""Phones with our mini-program on them, off WeChat: each is a Node process (mpcheck/journey.mjs)
that shows the built pages, and is told line by line what its owner does."""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

from tests.journeys.build import mp_build

MPCHECK = Path("miniprogram/mpcheck")


class NotReady(Exception):
    """Something has to be built or installed first; says what."""


class Trouble(AssertionError):
    """What the phone could not do, and what was on its screen then."""


class Phone:
    """Its storage lies in a folder, so that it is the same phone after a restart."""

    def __init__(self, home: Path, build: Path, *, base: str, wechat: str, openid: str, stored):
        store = home / f"{openid}.json"
        store.write_text(json.dumps(stored))
        self._options = {
            "build": str(build.resolve()),
            "store": str(store),
            "base": base,
            "owner": {"openid": openid, "wechat": wechat},
        }
        self._environment = os.environ | {"TMPDIR": str(home)}
        self._process: subprocess.Popen | None = None

    def open(self, path: str = "pages/home/home") -> None:
        """Starts the mini-program anew: as after a scan, or after the phone has died."""
        self.close()
        node = shutil.which("node") or _not_ready("There is no node on the PATH.")
        options = json.dumps(self._options | {"path": path, "now": _now()})
        program = [node, str(MPCHECK / "journey.mjs"), options]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self._process = subprocess.Popen(program, env=self._environment, **pipes)

    def close(self) -> None:
        """As a phone dies: nothing is told to the app. What was written before is kept."""
        if self._process:
            with self._process:
                self._process.kill()
            self._process = None

    def tap(self, text: str, near: str | None = None) -> None:
        self._do("tap", text=text, near=near)

    def type(self, label: str, text: str) -> None:
        self._do("type", label=label, text=text)

    def pick(self, label: str, value: str) -> None:
        """On a wheel of WeChat's: a time (16:40) or a day."""
        self._do("pick", label=label, value=value)

    def sees(self, *texts: str) -> None:
        """Waits for the words; fails when they do not come."""
        for text in texts:
            self._do("see", text=text)

    def misses(self, text: str) -> None:
        self._do("miss", text=text)

    def value(self, label: str) -> str:
        return self._do("value", label=label)

    def give(self, kind: str, what: str) -> None:
        """What the camera will see next: `scans`, `photos` and `voices` (files), `phones`."""
        self._do("give", kind=kind, what=what)

    def weather(self, weather: str) -> None:
        """The network: `on`, `off`, or `deaf`: what is sent arrives, the answer never does."""
        self._do("weather", weather=weather)

    def settle(self) -> None:
        self._do("settle")

    @property
    def words(self) -> str:
        return self._do("words")

    def painted(self, label: str) -> str:
        """The style of what is called so."""
        return self._do("painted", label=label)

    @property
    def where(self) -> list[str]:
        return self._do("where")

    @property
    def asked(self) -> list[list]:
        """What the app asked of WeChat: [["makePhoneCall", {…}], …]."""
        return self._do("asked")

    def file(self, path: str) -> Path:
        """Where a file that WeChat lent to the app really lies."""
        return Path(self._do("file", path=path))

    @property
    def pictures(self) -> list[dict]:
        """Of each picture of our server on the screen: its address, and the status it answers."""
        return self._do("pictures")

    def _do(self, command: str, **rest):
        line = json.dumps({"command": command, "now": _now(), **rest})
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise Trouble(f"the phone died at {command} {rest}")
        answer = json.loads(line)
        if "faults" in answer:
            said = "\n".join(answer["faults"])
            raise Trouble(f"{command} {rest}: {said}\n--- on the screen ---\n{answer['words']}")
        return answer["result"]


def _now() -> float:
    """What a phone's clock shows, in ms: the time of the test, wherever it has travelled."""
    return time.time() * 1000


def ready_build() -> Path:
    """The build that phones get: `MP_BUILD`, or ours, as it is now."""
    if not (MPCHECK / "node_modules").exists():
        _not_ready(f"Its tools are not installed: run `npm ci` in {MPCHECK}.")
    given = os.environ.get("MP_BUILD")
    return Path(given) if given else mp_build()


def _not_ready(what: str):
    raise NotReady(what)
