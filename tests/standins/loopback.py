"""A small HTTP server on loopback that keeps what it received and can be made to misbehave."""

import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

JSON = "application/json; charset=utf-8"


@dataclass(frozen=True)
class Received:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        try:
            return json.loads(self.body)
        except ValueError:
            return None


@dataclass(frozen=True)
class Reply:
    body: bytes
    status: int = 200
    kind: str = JSON


def reply(answer: Any, status: int = 200) -> Reply:
    return Reply(json.dumps(answer, ensure_ascii=False).encode(), status)


class ManyAtOnce(ThreadingHTTPServer):
    request_queue_size = 64  # twenty threads knock together; the default is five


class Loopback:
    """Give it the function that answers; then use it as a context manager."""

    def __init__(self, answer: Callable[[Received], Reply], port: int = 0):
        self.received: list[Received] = []
        self._answer, self._lock = answer, threading.Lock()
        self._surprises: dict[str, deque[Reply]] = defaultdict(deque)
        self._delays: dict[str, float] = {}
        self._stopping = threading.Event()
        self._server = ManyAtOnce(("127.0.0.1", port), self._visits())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self.base = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def surprise(self, path: str, answer: Reply) -> None:
        """Answer the next request to `path` with this; several wait in line."""
        self._surprises[path].append(answer)

    def delay(self, path: str, seconds: float) -> None:
        """Answer the next request to `path` late; stopping the server cuts the wait short."""
        self._delays[path] = seconds

    def asked(self, path: str) -> list[Received]:
        return [request for request in self.received if request.path == path]

    def _take(self, request: Received) -> Reply:
        self._stopping.wait(self._delays.pop(request.path, 0))
        with self._lock:  # one at a time: the state behind the answers needs no locks of its own
            self.received.append(request)
            waiting = self._surprises[request.path]
            return waiting.popleft() if waiting else self._answer(request)

    def _visits(self) -> type[BaseHTTPRequestHandler]:
        loopback = self

        class Visit(BaseHTTPRequestHandler):
            def do_GET(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                url = urlsplit(self.path)
                query = dict(parse_qsl(url.query, keep_blank_values=True))
                headers = {name.lower(): text for name, text in self.headers.items()}
                request = Received(self.command, url.path, query, headers, body)
                with suppress(ConnectionError):  # a caller who was tired of waiting has left
                    self.give(loopback._take(request))

            do_POST = do_GET  # noqa: N815 - the name is the library's

            def give(self, answer: Reply) -> None:
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.kind)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, *message: object) -> None:
                """Quiet: tests read `received`."""

        return Visit
