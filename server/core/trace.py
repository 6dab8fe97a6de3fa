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


def where_it_happened(error) -> list[dict]:
    """Without the error's own words, too: "invalid literal: '138…'" quotes what somebody wrote."""
    return [{"kind": told["exc_type"], "frames": told["frames"]} for told in TRACEBACK(error)]


TRACEBACK = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
AS_JSON = [
    structlog.processors.ExceptionRenderer(where_it_happened),
    structlog.processors.JSONRenderer(ensure_ascii=False),
]


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
    """JSON for machines, lines for people; standard error either way. A crash is told by where it
    happened, never by what the variables held: those are residents' names and numbers."""
    console = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *(AS_JSON if as_json else [console]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
