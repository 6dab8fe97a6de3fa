"""One id per request: in every log line, every answer, and every problem a resident reads out."""

import logging
import re
import sys
from time import perf_counter
from uuid import uuid4

import structlog
from flask import Flask, g, request

SANE = re.compile(r"[0-9A-Za-z-]{8,64}")
QUIET = {"/healthz", "/readyz"}
log = structlog.get_logger()


def register_trace(app: Flask) -> None:
    @app.before_request
    def begin():
        sent = request.headers.get("X-Request-ID", "")  # nginx sets it
        g.request_id = sent if SANE.fullmatch(sent) else uuid4().hex
        g.began = perf_counter()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.after_request
    def tell(response):
        response.headers["X-Request-ID"] = g.request_id
        if request.path not in QUIET:
            took_ms = round((perf_counter() - g.began) * 1000, 1)
            # The path without its query: cursors and signatures do not belong in a log.
            known = {"method": request.method, "path": request.path, "status": response.status_code}
            log.info("request", **known, took_ms=took_ms)
        return response


def write_logs(*, as_json: bool, level: int = logging.INFO) -> None:
    """JSON for machines, lines for people; standard error either way."""
    look = [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    if as_json:
        machine = structlog.processors.JSONRenderer(ensure_ascii=False)
        look = [structlog.processors.dict_tracebacks, machine]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *look,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
