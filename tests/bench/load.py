"""Clients that keep a connection open and ask one after the other; how long each answer took."""

import json
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock, Thread
from time import perf_counter
from uuid import uuid4


@dataclass
class Took:
    """Answers of one slice: seconds each, and how long all of them took together."""

    each: list[float]
    whole: float

    @property
    def rps(self) -> float:
        return len(self.each) / self.whole

    def ms(self, share: float) -> float:
        """The time within which this share of the answers came, in milliseconds."""
        ordered = sorted(self.each)
        return 1000 * ordered[min(int(len(ordered) * share), len(ordered) - 1)]


class Client:
    """HTTP/1.1 over one socket, no more than a bench needs."""

    def __init__(self, port: int):
        self.port, self.socket = port, None

    def ask(self, method: str, path: str, token: str | None, body) -> tuple[int, bytes]:
        sent = json.dumps(body).encode() if body is not None else b""
        head = [f"{method} {path} HTTP/1.1", "Host: bench", f"Content-Length: {len(sent)}"]
        if sent:
            head.append("Content-Type: application/json")
        if token:
            head.append(f"Authorization: Bearer {token}")
        if body is not None:
            head.append(f"Idempotency-Key: {uuid4()}")
        self._send("\r\n".join([*head, "", ""]).encode() + sent)
        return self._read()

    def _send(self, request: bytes) -> None:
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=30)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall(request)

    def _read(self) -> tuple[int, bytes]:
        got = b""
        while b"\r\n\r\n" not in got:
            got += self._more()
        head, _, body = got.partition(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        length = next(int(line[15:]) for line in lines if line.startswith(b"content-length:"))
        while len(body) < length:
            body += self._more()
        if b"connection: close" in lines:
            self.close()
        return int(lines[0][9:12]), body

    def _more(self) -> bytes:
        if not (part := self.socket.recv(65536)):
            raise ConnectionError("closed in the middle of an answer")
        return part

    def close(self) -> None:
        if self.socket:
            self.socket.close()
        self.socket = None


def run(port: int, clients: int, asked: Iterable, is_good: Callable[[bytes], bool]) -> Took:
    """All of `asked`, by so many clients at once; each makes (method, path, token, body)."""
    waiting, lock, each, failed = iter(asked), Lock(), [], []

    def work() -> None:
        client = Client(port)
        while (make := _next(waiting, lock)) is not None:
            seconds, status, answer = _timed(client, *make())
            each.append(seconds)
            if status >= 300 or not is_good(answer):
                failed.append(answer)
        client.close()

    whole = _together([Thread(target=work) for _ in range(clients)])
    if failed:
        raise SystemExit(f"{len(failed)} of {len(each)} failed, e.g. {failed[0].decode()[:400]}")
    return Took(each, whole)


def _timed(client: Client, method, path, token, body) -> tuple[float, int, bytes]:
    began = perf_counter()
    status, answer = client.ask(method, path, token, body)
    return perf_counter() - began, status, answer


def _together(threads: list[Thread]) -> float:
    began = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return perf_counter() - began


def _next(waiting, lock: Lock):
    with lock:
        return next(waiting, None)
