"""Voice notes: a minute of speech comes through small and playable; nothing else does."""

import numpy as np
import pytest

from server.files.voice import VOICE_BYTES_MAX, NotAVoice, Silent, TooLarge, TooLong, clean_voice
from tests.files.voices import FLOAT, heard, id3, mp3, ogg, pitch, speech, wav


@pytest.mark.parametrize("record", [mp3, wav])
@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100, 48_000])
def test_a_recording_keeps_its_length_and_its_pitch(record, rate):
    voice = clean_voice(record(speech(3, rate), rate))

    sound, new_rate = heard(voice.mp3)
    assert new_rate == 16_000
    assert sound.ndim == 1
    assert voice.seconds == pytest.approx(3, abs=0.2)
    assert len(sound) / new_rate == pytest.approx(3, abs=0.2)
    assert pitch(sound, new_rate) == pytest.approx(440, abs=3)


def test_a_minute_is_small():
    voice = clean_voice(wav(speech(60, 16_000), 16_000))

    assert len(voice.mp3) < 320_000


def test_two_ears_become_one():
    both = np.stack([speech(2, 16_000), np.zeros(32_000)], axis=1)

    sound, _ = heard(clean_voice(wav(both, 16_000)).mp3)

    assert sound.ndim == 1
    assert pitch(sound, 16_000) == pytest.approx(440, abs=3)


def test_a_second_too_much_is_forgiven():
    assert clean_voice(wav(speech(60.9, 16_000), 16_000)).seconds == pytest.approx(60.9)


@pytest.mark.parametrize(
    ("seconds", "words"), [(61.5, "有 62 秒"), (200, "有 200 秒"), (400, "超过 5 分钟")]
)
def test_too_long_says_how_long_it_is_and_what_the_limit_is(seconds, words):
    with pytest.raises(TooLong, match="最长 60 秒") as refusal:
        clean_voice(mp3(speech(seconds, 8_000), 8_000))

    assert words in refusal.value.detail


def test_a_header_that_lies_about_the_length_changes_nothing():
    content = bytearray(wav(speech(2, 16_000), 16_000))
    content[40:44] = (2**31 - 2).to_bytes(4, "little")  # the size of the sound, by the header

    assert clean_voice(bytes(content)).seconds == pytest.approx(2, abs=0.1)


def test_what_the_file_says_about_itself_is_gone():
    content = id3(b"my-phone") + mp3(speech(2, 16_000), 16_000)

    assert b"my-phone" in content
    assert b"my-phone" not in clean_voice(content).mp3


@pytest.mark.parametrize("sound", [np.zeros(0), np.zeros(48_000), speech(3, 16_000) * 0.001])
def test_silence_asks_to_say_it_again(sound):
    with pytest.raises(Silent, match="没有听到声音，请再说一次"):
        clean_voice(wav(sound, 16_000))


def test_numbers_that_are_none_do_no_harm():
    sound = speech(2, 16_000)
    sound[100:200], sound[300], sound[400] = np.nan, np.inf, 1e30

    heard_sound, _ = heard(clean_voice(wav(sound, 16_000, FLOAT)).mp3)

    assert np.isfinite(heard_sound).all()
    assert pitch(heard_sound, 16_000) == pytest.approx(440, abs=3)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\0" + bytes(4000),
        b"\0\0\0\x1cftypM4A " + bytes(4000),
        b"#!AMR\n" + bytes(4000),
        b"\x1aE\xdf\xa3" + bytes(4000),
        ogg(speech(2, 16_000), 16_000),
        wav(speech(2, 16_000), 16_000)[:30],
        wav(speech(2, 1_000), 1_000),
        wav(np.zeros((1000, 6)), 16_000),
    ],
    ids=["nothing", "exe", "m4a", "amr", "webm", "ogg", "cut", "too few samples", "six ears"],
)
def test_what_is_not_a_recording_of_ours_is_refused(content):
    with pytest.raises(NotAVoice) as refusal:
        clean_voice(content)

    assert (refusal.value.status, refusal.value.code) == (422, "not_a_voice")


def test_too_many_bytes_are_refused_before_anything_is_decoded():
    with pytest.raises(TooLarge) as refusal:
        clean_voice(bytes(VOICE_BYTES_MAX + 1))

    assert refusal.value.status == 413
