"""`make run`: from a fresh clone to a running 近邻. This file any Python 3 can read."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 whoever has an older one must be told
    sys.exit(
        "\n✗ 近邻 needs Python 3.11 or newer, and this is " + sys.version.split()[0] + ". "
        "Install a newer one, or name it: make run PYTHON=python3.12\n"
        "  需要 Python 3.11 或更新的版本。请安装，或指明：make run PYTHON=python3.12\n"
    )

from pathlib import Path

from bin.house import alone, client, node, port, venv
from bin.house.calls import to_the_end


def main() -> None:
    """What is quickly found out comes first; the supervisor takes this program's place."""
    alone.take_turn()
    port.check(*port.wanted())
    python = venv.ready(Path("requirements.lock"))
    environment = node.environment()
    client.install(environment)
    client.build("h5", environment)
    os.execv(python, [str(python), "-m", "bin.serve"])


if __name__ == "__main__":
    sys.exit(to_the_end(main))
