"""The database handle, how it is reached, and the column kinds every domain shares."""

from datetime import datetime

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Enum, MetaData, Text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm import DeclarativeBase, mapped_column

from schemas.flow import Flow

LIMITS = {
    "statement_timeout": "10s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "15s",
}
# No pre-ping: a lost connection is answered with 503 and the client asks again.
ENGINE = {
    "pool_size": 6,  # a thread each (gunicorn.conf.py): what overflows is opened anew every time
    "max_overflow": 0,
    "pool_recycle": 1800,
    "hide_parameters": True,  # an error that is logged does not repeat what somebody wrote
    "connect_args": {"options": " ".join(f"-c {name}={value}" for name, value in LIMITS.items())},
}


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


# The road dumps before it commits: what a commit would expire is never read again.
SESSION = {"expire_on_commit": False}

db = SQLAlchemy(model_class=Base, disable_autonaming=True, session_options=SESSION)
db.Model.registry.update_type_annotation_map({datetime: DateTime(timezone=True), str: Text()})


def enum_column(states, **options):
    """A choice is stored as its wire value; a new one needs no migration."""
    kind = Enum(states, native_enum=False, length=24, values_callable=list, create_constraint=False)
    return mapped_column(kind, **options)


def state_column(flow: Flow):
    return enum_column(flow.states, default=flow.start, index=True)


def is_passing(error: DBAPIError) -> bool:
    """Trouble that goes away: connection lost (psycopg knows no sqlstate then), server starting or
    stopping (57P), too many clients (53), a lock or a statement timed out, a deadlock."""
    sqlstate = getattr(error.orig, "sqlstate", None)
    if sqlstate is None:
        return isinstance(error, OperationalError | InterfaceError)
    return sqlstate.startswith(("08", "40", "53", "55P03", "57"))
