"""Stamps: what was made from what, so that a second run does not make it again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def mark_of(paths: Iterable[Path], *words: str) -> str:
    """Of all files' names and contents; a folder stands for what is in it."""
    mark = hashlib.sha256("\0".join(words).encode())
    for file in sorted(file for path in paths for file in files_of(path)):
        mark.update(f"\0{file}\0".encode() + file.read_bytes())
    return mark.hexdigest()


def files_of(path: Path) -> list[Path]:
    return [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path]


def holds(stamp: Path, mark: str) -> bool:
    return stamp.is_file() and stamp.read_text() == mark


def put(stamp: Path, mark: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(mark)
