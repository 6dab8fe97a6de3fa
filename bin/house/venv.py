"""The virtual environment: made from a lock with hashes, made again only when the lock changes."""

import subprocess
import sys
from pathlib import Path

from bin.house import stamps
from bin.house.calls import run, run_quietly
from bin.house.words import LOGS, Trouble, say

VENV = Path(".venv")
PYTHON = VENV / "bin" / "python"
ENSUREPIP = "import ensurepip, venv"


def ready(lock: Path) -> Path:
    """The Python that has everything the lock names."""
    mark = stamps.mark_of([lock], sys.version)
    stamp = VENV / f"{lock.stem}.stamp"
    if stamps.holds(stamp, mark) and works(PYTHON, ""):
        return PYTHON
    if not works(PYTHON, "import pip"):  # none, half a one, or one whose Python was removed
        make()
    say(f"· Python packages ({lock.name})  安装 Python 依赖")
    install(lock)
    stamps.put(stamp, mark)
    return PYTHON


def works(python: Path, script: str) -> bool:
    if not python.exists():
        return False
    asked = [str(python), "-c", script]
    return subprocess.run(asked, capture_output=True).returncode == 0


def make() -> None:
    if run([sys.executable, "-c", ENSUREPIP], stderr=subprocess.DEVNULL):
        raise Trouble(
            "This Python cannot make virtual environments. On Debian: apt install python3-venv",
            "这个 Python 不能建立虚拟环境。Debian 请运行：apt install python3-venv",
        )
    say("· Virtual environment  建立虚拟环境")
    made = [sys.executable, "-m", "venv", "--clear", VENV]
    run_quietly(LOGS / "venv.log", made, lambda: no_packages("venv"))


def install(lock: Path, *options: str) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    command = [PYTHON, "-m", "pip", "install", *quiet, *options, "-r", lock]
    run_quietly(LOGS / f"{lock.stem}.log", command, lambda: no_packages("pip"))


def no_packages(who: str) -> Trouble:
    return Trouble(
        f"{who} could not install the packages (see above). Without a network nothing can be "
        "fetched: check it, or name a mirror in PIP_INDEX_URL, then run the command again.",
        f"{who} 没有装好依赖（原因见上）。请检查网络，"
        "或用 PIP_INDEX_URL 指定镜像，然后再运行一次。",
    )
