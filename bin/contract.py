"""`make contract`: openapi.json and the client's types, written from the schemas."""

import sys
from pathlib import Path

from bin.house import client, node, venv
from bin.house.calls import run, to_the_end
from bin.house.words import Trouble


def main() -> None:
    python = venv.ready(Path("requirements.lock"))
    environment = node.environment()
    client.install(environment)
    run([python, "-m", "server.cli", "contract"], not_written)
    run(["npm", "run", "--silent", "contract"], not_written, cwd=client.HOME, env=environment)


def not_written() -> Trouble:
    return Trouble("The contract was not written (see above).", "接口文件没有生成（原因见上）。")


if __name__ == "__main__":
    sys.exit(to_the_end(main))
