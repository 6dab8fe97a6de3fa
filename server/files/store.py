"""Content on disk, under names nobody can guess; the database knows only the token."""

import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from server.core.errors import NotFound

TOKEN = re.compile(r"[0-9a-f]{64}\.(?:jpg|mp3|pdf)", re.ASCII)
KINDS = {".jpg": "image/jpeg", ".mp3": "audio/mpeg", ".pdf": "application/pdf"}
UNFINISHED = ".unfinished"


@dataclass(frozen=True)
class Store:
    """A folder of content. Two levels of folders below it, so that none grows past listing."""

    root: Path

    def put(self, content: bytes, suffix: str) -> str:
        """Keep the content and answer its token. After a crash it is there whole, or not at all."""
        if suffix not in KINDS:
            raise ValueError(f"not a kind of content we keep: {suffix!r}")
        token = secrets.token_hex(32) + suffix
        target = self.path(token)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = target.with_name(token + UNFINISHED)
        _write(unfinished, content)
        unfinished.rename(target)
        _settle(target.parent)
        return token

    def path(self, token: str) -> Path:
        """Where it lies. A name that is no token is not found; so nothing outside the root is."""
        if not TOKEN.fullmatch(token):
            raise NotFound
        return self.root / token[:2] / token[2:4] / token

    def remove(self, token: str) -> None:
        """Take it away; gone already is fine, for a job may come twice."""
        self.path(token).unlink(missing_ok=True)

    def sweep(self, known: Callable[[set[str]], set[str]], older_than: datetime) -> int:
        """Remove what no row knows and answer how many.

        `known` is asked folder by folder which of some tokens have a row. What is younger than
        `older_than` stays: its row may not be committed yet."""
        removed = 0
        for folder in self.root.glob("[0-9a-f][0-9a-f]"):
            old = {path.name: path for path in _older(folder, older_than)}
            for name in old.keys() - known({name for name in old if TOKEN.fullmatch(name)}):
                old[name].unlink(missing_ok=True)
                removed += 1
        return removed


def _older(folder: Path, moment: datetime) -> Iterator[Path]:
    for path in folder.glob("*/*"):
        with suppress(FileNotFoundError):  # somebody removed it meanwhile
            if path.stat().st_mtime < moment.timestamp():
                yield path


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """A renamed name is safe once its folder is on the disk too; and so are new folders."""
    for level in (folder, folder.parent, folder.parent.parent):
        descriptor = os.open(level, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
