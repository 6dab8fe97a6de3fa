"""The real server, which can go down and come back where it was."""

from threading import Thread

from werkzeug.serving import make_server

from tests.journeys.live import Handler


class SteadyServer:
    """The app on a port of its own, which stays the same when it goes down and comes back."""

    def __init__(self, app):
        self._app, self._port = app, 0
        self.open()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def open(self) -> None:
        serving = {"threaded": True, "request_handler": Handler}
        self._server = make_server("127.0.0.1", self._port, self._app, **serving)
        self._server.daemon_threads = False  # each is waited for: none keeps a database connection
        self._port = self._server.server_port
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def shut(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
