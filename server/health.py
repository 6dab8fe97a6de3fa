"""Is the server alive, and can it work? For systemd, nginx and whoever is on duty."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from functools import cache

import psycopg
import structlog
from alembic.script import ScriptDirectory
from flask import Blueprint, current_app
from sqlalchemy import make_url

from server.core.errors import Refusal

SECONDS = 1
OF_ITS_OWN = {"connect_timeout": 2, "options": "-c statement_timeout=1s"}  # libpq knows no 1

health = Blueprint("health", __name__)
log = structlog.get_logger()
one_at_a_time = ThreadPoolExecutor(1, thread_name_prefix="readyz")


class NotReady(Refusal):
    status, code, title = 503, "not_ready", "系统暂时不能使用"
    headers = {"Retry-After": "5"}


@health.get("/healthz")
def alive():
    return {"alive": True}


@health.get("/readyz")
def ready():
    found = version_within_a_second()
    if found != head():
        raise NotReady("数据库结构不是最新的：请运行 python -m server.cli upgrade")
    return {"ready": True, "migration": found}


def version_within_a_second() -> str | None:
    """On a connection of its own: a pool that is used up does not make the database ill."""
    answer = one_at_a_time.submit(version, {**address(), **OF_ITS_OWN})
    try:
        return answer.result(SECONDS)
    except (psycopg.Error, TookTooLong) as error:
        answer.cancel()
        log.warning("not ready", why=type(error).__name__)
        raise NotReady("数据库没有回应，请稍后再试") from None


def address() -> dict:
    url = make_url(current_app.config["SQLALCHEMY_DATABASE_URI"])
    return url.get_dialect()().create_connect_args(url)[1]


def version(where: dict) -> str | None:
    with psycopg.connect(**where) as connection:
        return connection.execute("SELECT max(version_num) FROM alembic_version").fetchone()[0]


@cache
def head() -> str | None:
    return ScriptDirectory("server/migrations").get_current_head()
