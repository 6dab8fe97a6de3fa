"""Small drawn pictures and a hummed voice note, sent the way a phone sends them."""

from functools import cache
from io import BytesIO
from wave import open as wave_open

import numpy as np
from werkzeug.datastructures import FileStorage

from schemas.files import FileKind
from server.core.db import db
from server.demo import motifs_goods, motifs_inside, motifs_outside
from server.files import service as files
from server.files.models import File
from server.people.actor import Actor

RATE = 16_000  # Hz
TUNE = (220, 247, 262, 294, 262, 247)  # Hz


def send_picture(motif: str, *, by: Actor, after: bool = False) -> File:
    return _sent(FileKind.PICTURE, _drawn(motif, after), by)


def send_goods(shape: str, colour: str, *, by: Actor) -> File:
    target = BytesIO()
    motifs_goods.drawn(shape, colour).reduced().save(target, "PNG", compress_level=1)
    return _sent(FileKind.PICTURE, target.getvalue(), by)


def send_voice(seconds: int, *, by: Actor) -> File:
    return _sent(FileKind.VOICE, _wav(seconds), by)


def _sent(kind: FileKind, content: bytes, by: Actor) -> File:
    file = files.send_file(kind, FileStorage(BytesIO(content)), by=by)
    db.session.flush()
    return file


@cache
def _drawn(motif: str, after: bool) -> bytes:
    draw = vars(motifs_inside).get(motif) or vars(motifs_outside)[motif]
    target = BytesIO()
    draw(after).reduced().save(target, "PNG", compress_level=1)
    return target.getvalue()


def _wav(seconds: int) -> bytes:
    """A hum that rises and falls, two notes a second: no voice of anybody."""
    at = np.arange(seconds * RATE) / RATE
    pitch = np.array(TUNE)[(at * 2).astype(int) % len(TUNE)]
    swell = np.sin(np.pi * (at * 2 % 1)) ** 2
    sound = 0.3 * swell * np.sin(2 * np.pi * np.cumsum(pitch) / RATE)
    target = BytesIO()
    with wave_open(target, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(RATE)
        wav.writeframes((sound * 32767).astype("<i2").tobytes())
    return target.getvalue()
