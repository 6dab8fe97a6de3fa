"""The real server on a port of its own, in this process: the clock can be told, jobs be done."""

from contextlib import contextmanager
from threading import Thread

from werkzeug.serving import WSGIRequestHandler, make_server


class Handler(WSGIRequestHandler):
    """One request for each connection, so that nothing is in hand any more when a test ends."""

    protocol_version = "HTTP/1.0"
    timeout = 2  # seconds; browsers open connections before they know what for

    def log_request(self, *_):
        """Of a thousand requests none is worth a line; errors are logged by the application."""


@contextmanager
def live(app):
    """Serves the application in threads; gives its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Handler)
    server.daemon_threads = False  # each is waited for: none keeps a database connection
    thread = Thread(target=server.serve_forever, name="journeys")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
