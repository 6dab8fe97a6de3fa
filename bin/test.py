"""`make test`: all of CI, in order, with timings. Whatever it lacks it installs first."""

import os
import shutil
import sys
from pathlib import Path

from bin.house import browser, client, node, venv
from bin.house.calls import to_the_end
from bin.house.steps import Step, report, take

DEV = Path("requirements-dev.lock")
SCRATCH = Path(".run/test")


def main() -> int:
    python = venv.ready(DEV)
    environment = node.environment() | {"CI": "true"}
    environment["PATH"] = f"{python.parent.resolve()}{os.pathsep}{environment['PATH']}"
    SCRATCH.mkdir(parents=True, exist_ok=True)
    steps = long(environment) if "--long" in sys.argv else short(environment)
    for step in steps:
        take(step)
    return report(steps)


def short(environment: dict) -> list[Step]:
    client.install(environment)
    client.install(environment, client.CHECKER)
    browser.ready()
    server, page = of_the_server(environment), of_the_client(environment)
    return [*server, *page, tests("tests (pytest)", environment)]


def long(environment: dict) -> list[Step]:
    """Every role and many examples, of what `make test` does with a few."""
    environment |= {"JINLIN_FUZZ": "long"}
    return [tests("long tests (pytest)", environment, "tests/fuzz", "tests/machines")]


def of_the_server(environment: dict) -> list[Step]:
    commands = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "layers (import-linter)": ["lint-imports"],
        "contract: openapi.json, flows.ts": ["python", "-m", "server.cli", "contract", "--check"],
    }
    return [Step(name, command, environment=environment) for name, command in commands.items()]


def of_the_client(environment: dict) -> list[Step]:
    """The builds come before vitest, which looks for foreign addresses in them."""
    types = SCRATCH.resolve() / "contract.ts"
    write = f"npx openapi-typescript ../schemas/openapi.json -o '{types}'"
    commands = {
        "contract: contract.ts": ["sh", "-c", f"{write} && diff -q '{types}' src/api/contract.ts"],
        "types (vue-tsc)": ["npm", "run", "--silent", "type-check"],
        "build for H5": ["npm", "run", "--silent", "build:h5"],
        "build for WeChat": ["npm", "run", "--silent", "build:mp"],
        "WeChat's compiler": ["npm", "run", "--silent", "check:mp"],
        "the phone that stands in for WeChat": ["npm", "test", "--silent", "--prefix", "mpcheck"],
        "client tests (vitest)": ["npm", "test", "--silent"],
    }
    where = {"cwd": client.HOME, "environment": environment}
    return [Step(name, command, **where) for name, command in commands.items()]


def tests(name: str, environment: dict, *folders: str) -> Step:
    """All of tests/ when no folder is named: journeys in a browser and in the mini-program too."""
    scratch = SCRATCH.resolve() / "pytest"  # shared, another run would tidy it up
    shutil.rmtree(scratch, ignore_errors=True)
    at_once = ["-n", "2", "--dist", "loadfile"]  # what a file shares is made once
    command = ["pytest", "-q", *at_once, f"--basetemp={scratch}", *folders]
    return Step(name, command, environment=environment)


if __name__ == "__main__":
    sys.exit(to_the_end(main))
