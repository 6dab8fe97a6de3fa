"""What the database was asked: `with count_queries() as asked: …` and then `len(asked)`."""

from contextlib import contextmanager

from sqlalchemy import event

NOT_COUNTED = ("SAVEPOINT", "RELEASE", "ROLLBACK")  # of the test house


@contextmanager
def counted(connection):
    asked = []

    def note(conn, cursor, statement, parameters, context, executemany):
        if not statement.startswith(NOT_COUNTED):
            asked.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(connection, "before_cursor_execute", note)
