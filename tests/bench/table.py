"""The table people read, and the numbers beside it."""

import json
import platform
from pathlib import Path

HERE = Path(__file__).parent
HEAD = "| step | clients | rps | p50 ms | p99 ms | floor rps | floor p99 ms | ratio |"
STATEMENT = "| page | p50 ms, demo | p50 ms, ten million postings | ratio |"
PAGES = "| page | p50 ms, demo | p50 ms, hundredfold | ratio |"


def write(results: dict) -> None:
    (HERE / "results.json").write_text(json.dumps(results, indent=2) + "\n")
    lines = list(rows(results))
    (HERE / "RESULTS.md").write_text("\n".join(["# `make bench`", "", about(), "", *lines]) + "\n")
    print("\n".join(lines))


def about() -> str:
    return (
        "Servers took turns in one run; only the ratios carry over to other machines.\n"
        f"Python {platform.python_version()}, PostgreSQL, two gunicorn workers and the clients "
        "together on the same two cores."
    )


def rows(results: dict):
    yield from (HEAD, "|---" * 8 + "|")
    for step, found in results.items():
        for clients, one in found.get("by_clients", {}).items():
            yield (
                f"| {step} | {clients} | {one['rps']} | {one['p50_ms']} | {one['p99_ms']} "
                f"| {one['floor_rps']} | {one['floor_p99_ms']} | {one['ratio_to_floor']} |"
            )
    yield from ("", PAGES, "|---" * 4 + "|")
    for page, found in results.items():
        if "hundredfold_ms" in found:
            both = f"{found['demo_ms']} | {found['hundredfold_ms']}"
            yield f"| {page} | {both} | {found['ratio']} |"
    yield from ("", STATEMENT, "|---" * 4 + "|")
    one = results["statement"]
    yield f"| statement | {one['demo_ms']} | {one['millions_ms']} | {one['ratio']} |"
