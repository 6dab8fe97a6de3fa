"""The list of what is looked at, and how a row that is wrong is named."""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import text

from server.core.db import db

checks: list[Callable[[], Iterable[str]]] = []


def named(words: str, query: str) -> None:
    """Each row that the query gives is wrong; `words` name it: "lot {id}: {left} left"."""

    def check() -> Iterator[str]:
        for row in _rows(query):
            yield words.format(**row)

    checks.append(check)


def _rows(query: str):
    """As it is written: neither colons nor percent signs stand for anything."""
    db.session.flush()
    asked = db.session.connection().exec_driver_sql
    return asked(query, execution_options={"no_parameters": True}).mappings()


def findings() -> Iterator[str]:
    """All of it, however long that takes. Each statement sees the ledger at one instant."""
    db.session.execute(text("SET LOCAL statement_timeout = 0"))
    for check in checks:
        yield from check()
