"""What the ledger must ask of the domains above: each passes a function in when it is imported."""

from collections.abc import Callable

# "sessions" → (ids) → by id, in words, what points came from
told: dict[str, Callable[[set[int]], dict[int, str]]] = {}


def tell(kind: str, ids: set[int]) -> dict[int, str]:
    return told[kind](ids) if ids and kind in told else {}
