"""Chromium and a Chinese font for the browser journeys; fetched where we may, asked for else."""

import os
import shutil
from pathlib import Path

from bin.house.calls import run
from bin.house.words import Trouble, say

FONTS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
PACKAGES = ["chromium", "fonts-noto-cjk"]


def ready() -> None:
    if shutil.which("chromium") and has_chinese():
        return
    if os.geteuid() or not shutil.which("apt-get"):
        raise missing()
    say("· Chromium and a Chinese font  安装浏览器和中文字体")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "-qq", "update"], missing, env=quiet)
    run(["apt-get", "-qqy", "install", "--no-install-recommends", *PACKAGES], missing, env=quiet)


def has_chinese() -> bool:
    return any(next(folder.rglob("NotoSansCJK*"), None) for folder in FONTS if folder.is_dir())


def missing() -> Trouble:
    wanted = " ".join(PACKAGES)
    return Trouble(
        f"The browser journeys need {wanted}: sudo apt-get install {wanted}",
        f"浏览器测试需要 {wanted}，请运行：sudo apt-get install {wanted}",
    )
