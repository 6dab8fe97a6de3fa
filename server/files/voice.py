"""What a phone recorded becomes a small MP3 that plays everywhere, or a sentence that helps."""

from io import BytesIO
from typing import NamedTuple

import numpy as np
import soundfile

from server.core.errors import Refusal

VOICE_BYTES_MAX = 4 * 1024 * 1024  # a minute of 16 kHz WAV is 2 MB, of WeChat's MP3 at most 2.4 MB
SECONDS_MAX = 60
TOLERANCE = 1  # s; recorders stop a little late
COUNTED_MAX = 300  # s; so far we count, to say how long it is; past that we stop decoding
RATES = range(8_000, 48_001)  # Hz
RATE = 16_000  # Hz; enough for speech
SILENCE = 0.002  # peak of 1.0; a closed microphone gives zeros, a quiet room more than this
SMALL = 0.8  # constant 40 kbit/s, 300 KB a minute; below that no room for the tag with its length


class TooLarge(Refusal):
    status, code, title = 413, "voice_too_large", "录音太大"
    detail = "一段录音最长 60 秒。请用页面上的录音按钮再说一次"


class TooLong(Refusal):
    status, code, title = 422, "voice_too_long", "录音太长"


class NotAVoice(Refusal):
    status, code, title = 422, "not_a_voice", "打不开这段录音"
    detail = "请用页面上的录音按钮再说一次，或者改用文字"


class Silent(Refusal):
    status, code, title = 422, "silent", "没有听到声音"
    detail = "没有听到声音，请再说一次。如果还不行，请检查是否允许使用麦克风"


class Voice(NamedTuple):
    mp3: bytes
    seconds: float


def clean_voice(content: bytes) -> Voice:
    """Mono MP3, without whatever the file said about itself; MP3 or WAV in."""
    if len(content) > VOICE_BYTES_MAX:
        raise TooLarge
    try:
        sound, rate = _decode(content)
    except soundfile.LibsndfileError as error:
        raise NotAVoice from error
    if not len(sound) or np.abs(sound).max() < SILENCE:
        raise Silent
    return Voice(_mp3(_resample(sound, rate)), len(sound) / rate)


def _decode(content: bytes) -> tuple[np.ndarray, int]:
    """Second by second: the length is what really came out, whatever the header says."""
    with soundfile.SoundFile(BytesIO(content)) as file:
        rate = file.samplerate
        if file.format not in ("MP3", "WAV", "WAVEX") or rate not in RATES or file.channels > 2:
            raise NotAVoice
        kept, count = [], 0
        while count <= COUNTED_MAX * rate:
            block = file.read(rate, dtype="float32", always_2d=True)
            if not len(block):
                break
            count += len(block)
            if count <= (SECONDS_MAX + TOLERANCE) * rate:
                kept.append(_mono(block))
    _check_length(count / rate)
    return np.concatenate(kept or [np.zeros(0, "float32")]), rate


def _check_length(seconds: float) -> None:
    if seconds <= SECONDS_MAX + TOLERANCE:
        return
    length = "超过 5 分钟" if seconds > COUNTED_MAX else f"有 {round(seconds)} 秒"
    raise TooLong(f"这段录音{length}，最长 {SECONDS_MAX} 秒。请分几段说，或者说短一点")


def _mono(block: np.ndarray) -> np.ndarray:
    """A float WAV may hold anything, even what is no number."""
    finite = np.nan_to_num(block, nan=0.0, posinf=0.0, neginf=0.0)
    return finite.clip(-1, 1).mean(axis=1)


def _resample(sound: np.ndarray, rate: int) -> np.ndarray:
    """Through the spectrum: cut it above the new limit, or leave it empty there."""
    if rate == RATE:
        return sound
    length = max(1, round(len(sound) * RATE / rate))
    spectrum = np.fft.rfft(sound)[: length // 2 + 1]
    return (np.fft.irfft(spectrum, length) * (length / len(sound))).clip(-1, 1)


def _mp3(sound: np.ndarray) -> bytes:
    target = BytesIO()
    form = {"format": "MP3", "subtype": "MPEG_LAYER_III"}
    soundfile.write(target, sound, RATE, bitrate_mode="CONSTANT", compression_level=SMALL, **form)
    return target.getvalue()
