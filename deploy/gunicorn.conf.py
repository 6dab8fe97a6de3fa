"""How gunicorn serves 近邻: here, in `make run` and on a server. BIND, WEB_WORKERS and WEB_THREADS
may be set in the environment."""

import os
import re

bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"  # keeps idle connections of telephones without a worker each
workers = int(os.environ.get("WEB_WORKERS", "2"))  # about one for each core
threads = int(os.environ.get("WEB_THREADS", "6"))  # as many as a worker has database connections
timeout = 30
graceful_timeout = 15
keepalive = 5
max_requests = 20_000  # whatever leaks starts anew, and not all at once
max_requests_jitter = 2_000
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # a busy disk is no dead worker
control_socket_disable = True
accesslog = None  # core/trace.py logs each request, with its id
errorlog = "-"
proc_name = "jinlin"


def without_what_was_asked(record) -> bool:
    """A log line of gunicorn quotes an address with its query, or a whole malformed request."""
    record.msg = re.sub(r"\?\S+|'.*'|\".*\"", "…", record.getMessage())
    record.args = ()
    return True


def on_starting(server) -> None:
    server.log.error_log.addFilter(without_what_was_asked)
