"""Recordings made on the spot: a tone of 440 Hz stands for speech."""

from io import BytesIO

import numpy as np
import soundfile

FLOAT = "FLOAT"


def speech(seconds: float, rate: int) -> np.ndarray:
    return 0.4 * np.sin(2 * np.pi * 440 * np.arange(int(seconds * rate)) / rate)


def wav(sound: np.ndarray, rate: int, subtype: str = "PCM_16") -> bytes:
    return _written(sound, rate, format="WAV", subtype=subtype)


def mp3(sound: np.ndarray, rate: int) -> bytes:
    return _written(sound, rate, format="MP3", subtype="MPEG_LAYER_III")


def ogg(sound: np.ndarray, rate: int) -> bytes:
    return _written(sound, rate, format="OGG", subtype="VORBIS")


def id3(words: bytes) -> bytes:
    """A tag with one title, as recorders put before the sound."""
    frame = b"TIT2" + (len(words) + 1).to_bytes(4, "big") + b"\0\0\0" + words
    return b"ID3\3\0\0" + bytes([0, 0, 0, len(frame)]) + frame


def heard(content: bytes) -> tuple[np.ndarray, int]:
    return soundfile.read(BytesIO(content))


def pitch(sound: np.ndarray, rate: int) -> float:
    """The loudest frequency, in Hz."""
    return float(np.abs(np.fft.rfft(sound)).argmax() * rate / len(sound))


def _written(sound: np.ndarray, rate: int, **form: str) -> bytes:
    target = BytesIO()
    soundfile.write(target, sound, rate, **form)
    return target.getvalue()
