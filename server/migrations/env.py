"""Alembic's environment: one engine, the app's metadata, procrastinate's tables left alone."""

from alembic import context
from flask import current_app
from sqlalchemy import Enum, TypeDecorator

db = current_app.extensions["migrate"].db
THEIRS = "procrastinate_"


def ours(thing, name, kind, reflected, compare_to) -> bool:
    return not (kind == "table" and name.startswith(THEIRS))


def plain(kind, thing, autogen_context):
    """A migration knows nothing of the code: our column types are written as what they store."""
    if kind != "type":
        return False
    if isinstance(thing, Enum):
        return f"sa.String({thing.length})"
    return f"sa.{thing.impl!r}" if isinstance(thing, TypeDecorator) else False


def run() -> None:
    options = current_app.extensions["migrate"].configure_args
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            include_object=ours,
            render_item=plain,
            **options,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
