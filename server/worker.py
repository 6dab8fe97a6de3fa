"""The job worker: `python -m server.worker`. What is deferred is done here, beside the web."""

import asyncio
import logging
import signal
import sys
from importlib import import_module
from pathlib import Path

import structlog
from flask import Flask
from procrastinate import PsycopgConnector
from sqlalchemy import make_url

from server.app import create_app
from server.core import jobs
from server.core.trace import write_logs

CONCURRENCY = 2
GRACE = 20  # seconds for the jobs in hand when asked to stop
OPTIONS = {
    "concurrency": CONCURRENCY,
    "install_signal_handlers": False,
    "shutdown_graceful_timeout": GRACE,
}

log = structlog.get_logger()


class Connector(PsycopgConnector):
    """The worker's own connections; but a job that asks for a job does so in its own transaction,
    whose connection is a blocking one."""

    riding = jobs.app.connector

    def execute_query_one_with_connection(self, connection, query, **arguments):
        return self.riding.execute_query_one_with_connection(connection, query, **arguments)

    def execute_query_all_with_connection(self, connection, query, **arguments):
        return self.riding.execute_query_all_with_connection(connection, query, **arguments)


def main() -> None:
    app = create_app()
    write_logs(as_json=app.config["PRODUCTION"])
    logging.basicConfig(level=logging.CRITICAL, stream=sys.stderr)  # procrastinate logs arguments
    read_jobs()
    with app.app_context():  # jobs find the app by it
        sys.exit(asyncio.run(work(app)))


def read_jobs() -> None:
    """A job is known once its module is read: jobs.py of every domain."""
    for path in sorted(Path(__file__).parent.glob("*/jobs.py")):
        import_module(f"server.{path.parent.name}.jobs")


async def work(app: Flask) -> int:
    """0 when it was told to stop, else 1: whoever started it starts it again."""
    with jobs.app.replace_connector(connector(app)) as queue:
        try:
            async with queue.open_async():
                return await until_told_to_stop(queue)
        except Exception as error:
            log.error("worker lost its database", why=str(error))
            return 1


async def until_told_to_stop(queue) -> int:
    """Being cancelled, procrastinate takes no new job and waits for those in hand."""
    working = asyncio.create_task(queue.run_worker_async(**OPTIONS))
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, working.cancel)
    log.info("worker ready", jobs=len(queue.tasks), concurrency=CONCURRENCY)
    try:
        await working
    except asyncio.CancelledError:
        log.info("worker stopped")
        return 0
    log.error("worker ended by itself")
    return 1


def connector(app: Flask) -> Connector:
    """To the same database as the web, on connections of its own."""
    url = make_url(app.config["SQLALCHEMY_DATABASE_URI"])
    _, where = url.get_dialect()().create_connect_args(url)
    return Connector(kwargs=where, min_size=1, max_size=CONCURRENCY + 2, timeout=10)


if __name__ == "__main__":
    main()
