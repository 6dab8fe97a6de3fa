"""The same town a hundred times: estates beside the ones there are, with all that happened there.

Copies are made in SQL, table by table: ids move by a stride that is larger than any id, and so do
the columns that point to a copied table."""

from sqlalchemy import Table, func, select, text

from server.core.db import db

COPIES = 99
COPIED = [
    "areas",
    "series",
    "sessions",
    "posts",
    "signups",
    "lines",
    "queue_numbers",
    "headcounts",
    "scans",
    "attendances",
    "repairs",
    "stalls",
    "teams",
]
UNIQUE = {"token", "code", "client_id"}  # told apart by the number of the copy
LEAVES = "level = 'estate'"


def make_bigger() -> None:
    stride = max(db.session.scalar(select(func.max(_table(name).c.id))) or 0 for name in COPIED) + 1
    for name in COPIED:
        db.session.execute(text(_copy(_table(name), stride)), {"copies": COPIES})
    db.session.commit()
    for name in COPIED:
        text_of_sequence = f"SELECT setval('{name}_id_seq', (SELECT max(id) FROM {name}))"
        db.session.execute(text(text_of_sequence))
    db.session.commit()


def analyse() -> None:
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _table(name: str) -> Table:
    return db.metadata.tables[name]


def _copy(table: Table, stride: int) -> str:
    columns = [column.name for column in table.columns]
    values = [_value(column, stride) for column in table.columns]
    names = ", ".join(f'"{name}"' for name in columns)
    where = f"WHERE {LEAVES}" if table.name == "areas" else _of_leaves(table)
    return (
        f"INSERT INTO {table.name} ({names}) SELECT {', '.join(values)} "
        f"FROM {table.name}, generate_series(1, :copies) AS copy {where}"
    )


def _value(column, stride: int) -> str:
    name = f'{column.table.name}."{column.name}"'
    if column.name == "id" or _points_to_copied(column):
        return f"{name} + copy * {stride}"
    if column.name in UNIQUE:
        return f"{name} || '-' || copy"
    if column.name == "path":
        return f"regexp_replace({name}, '[0-9]+/$', '') || (id + copy * {stride}) || '/'"
    return name


def _points_to_copied(column) -> bool:
    pointed = {key.column.table.name for key in column.foreign_keys}
    if column.table.name == "areas":  # the parent of an estate stays the same
        return False
    return bool(pointed & set(COPIED))


def _of_leaves(table: Table) -> str:
    """What belongs to an estate; what belongs to a community stays one."""
    if "area_id" in table.c:
        return f"WHERE area_id IN (SELECT id FROM areas WHERE {LEAVES})"
    return f"WHERE session_id IN (SELECT s.id FROM sessions s WHERE s.area_id IN ({ESTATES}))"


ESTATES = f"SELECT id FROM areas WHERE {LEAVES}"
