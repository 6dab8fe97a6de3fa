"""The contract, written down: the OpenAPI document, and the words of states and steps for the
client. Both are committed; a test compares them with what the server says."""

import enum
import inspect
import json
from pathlib import Path
from types import ModuleType

from flask import Flask

from schemas import (
    clock_words,
    files,
    market_words,
    occasion_words,
    occasions,
    people_words,
    points_words,
    reception_words,
    scan_words,
    service_record,
    shop_words,
    supervising,
    ticket_words,
    tickets,
)
from schemas.flow import Flow, State
from server.core.openapi import document

DOCUMENT = Path("schemas/openapi.json")
WORDS = Path("miniprogram/src/api/flows.ts")
MODULES = (
    tickets,
    ticket_words,
    clock_words,
    people_words,
    files,
    occasions,
    occasion_words,
    scan_words,
    supervising,
    service_record,
    market_words,
    points_words,
    shop_words,
    reception_words,
)


def document_text(app: Flask) -> str:
    return json.dumps(document(app), ensure_ascii=False, indent=1, default=str) + "\n"


def words_text() -> str:
    """Every State and Flow of the schemas, as TypeScript constants."""
    parts = ["// Generated from schemas/ by `make contract`. Never edited by hand.\n"]
    parts += [_labels(states) for states in found(State)]
    parts += [_steps(name, flow) for name, flow in flows()]
    return "\n".join(parts)


def found(kind: type) -> list[type]:
    """The classes of a kind that the modules define themselves, by name."""
    return [
        member
        for module in MODULES
        for _, member in inspect.getmembers(module, inspect.isclass)
        if issubclass(member, kind) and member.__module__ == module.__name__
    ]


def flows(modules: tuple[ModuleType, ...] = MODULES) -> list[tuple[str, Flow]]:
    return [
        (name, member)
        for module in modules
        for name, member in inspect.getmembers(module)
        if isinstance(member, Flow)
    ]


def _labels(states: type[enum.Enum]) -> str:
    rows = {state.value: {"label": state.label, "traits": sorted(state.traits)} for state in states}
    return f"export const {states.__name__} = {_typescript(rows)} as const\n"


def _steps(name: str, flow: Flow) -> str:
    rows = {
        action: {"label": step.label, "words": step.words} for action, step in flow.steps.items()
    }
    return f"export const {name} = {_typescript(rows)} as const\n"


def _typescript(rows: dict) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2)


def write(app: Flask) -> None:
    for path, text in texts(app).items():
        path.write_text(text, encoding="utf-8")


def stale(app: Flask) -> str:
    """The files that say something else than the server; empty when none does."""
    differs = [path for path, text in texts(app).items() if path.read_text("utf-8") != text]
    return ", ".join(map(str, differs))


def texts(app: Flask) -> dict[Path, str]:
    return {DOCUMENT: document_text(app), WORDS: words_text()}
