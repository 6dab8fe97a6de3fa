"""The client: its packages and its two builds, each made again only when its sources change."""

import shutil
from pathlib import Path

from bin.house import stamps
from bin.house.calls import run_quietly
from bin.house.words import LOGS, Trouble, say

HOME = Path("miniprogram")
LOCK = HOME / "package-lock.json"
CHECKER = HOME / "mpcheck"
SOURCES = [HOME / name for name in ("src", "build", "index.html", "package.json", "vite.config.ts")]
BUILDS = {"h5": "dist/build/h5/index.html", "mp": "dist/build/mp-weixin/app.json"}
QUIET = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]


def install(environment: dict, home: Path = HOME) -> None:
    """`npm ci` begins by throwing away what an earlier run left half done."""
    mark = stamps.mark_of([home / "package-lock.json"])
    stamp = home / "node_modules" / ".jinlin-stamp"
    if stamps.holds(stamp, mark):
        return
    say(f"· Client packages ({home})  安装客户端依赖")
    log = LOGS / f"packages-{home.name}.log"
    run_quietly(log, ["npm", "ci", *QUIET], no_packages, cwd=home, env=environment)
    stamps.put(stamp, mark)


def build(kind: str, environment: dict) -> Path:
    """ "h5" or "mp"; gives the folder it lies in."""
    result = HOME / BUILDS[kind]
    stamp = Path(f".run/{kind}.stamp")
    mark = stamps.mark_of([LOCK, *SOURCES], environment.get("VITE_API", ""))
    if not (result.is_file() and stamps.holds(stamp, mark)):
        say(f"· Client build ({kind})  生成客户端页面")
        shutil.rmtree(result.parent, ignore_errors=True)
        stamp.unlink(missing_ok=True)
        _build(kind, environment)
        stamps.put(stamp, mark)
    return result.parent


def _build(kind: str, environment: dict) -> None:
    log = LOGS / f"build-{kind}.log"
    made = ["npm", "run", f"build:{kind}"]
    run_quietly(log, made, lambda: no_build(kind, log), cwd=HOME, env=environment)


def no_packages() -> Trouble:
    return Trouble(
        "npm could not install the client's packages (see above). Check the network, or name a "
        "mirror in npm_config_registry, then run the command again.",
        "npm 没有装好客户端依赖（原因见上）。请检查网络，"
        "或用 npm_config_registry 指定镜像，然后再运行一次。",
    )


def no_build(kind: str, log: Path) -> Trouble:
    return Trouble(
        f"The client's {kind} build failed: above is the end of {log}.",
        f"客户端页面（{kind}）没有生成成功：上面是 {log} 的结尾。",
    )
