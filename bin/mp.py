"""`make mp`: the WeChat package, built and then checked by WeChat's own compiler."""

import sys
from pathlib import Path

from bin.house import client, node, venv
from bin.house.calls import run, to_the_end
from bin.house.words import Trouble, say


def main() -> None:
    venv.ready(Path("requirements.lock"))  # npm may have to come out of a wheel
    environment = node.environment()
    client.install(environment)
    client.install(environment, client.CHECKER)
    folder = client.build("mp", environment)
    run(["npm", "run", "--silent", "check:mp"], refused, cwd=client.HOME, env=environment)
    say(
        f"\n✓ The WeChat package is in {folder}/; open it in WeChat's developer tools to upload it."
    )
    say(f"  小程序在 {folder}/，请用微信开发者工具打开并上传。")
    if not environment.get("VITE_API"):
        say("! It asks no server: for a real one, make mp VITE_API=https://…")
        say("  没有指定服务器地址，正式发布请用：make mp VITE_API=https://…")


def refused() -> Trouble:
    return Trouble(
        "WeChat would refuse this package (see above).", "小程序未通过检查（原因见上）。"
    )


if __name__ == "__main__":
    sys.exit(to_the_end(main))
