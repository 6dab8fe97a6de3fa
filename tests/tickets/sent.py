"""Photos and voice notes that somebody has sent and not yet hung on anything."""

from tests.files.pictures import colours, jpeg
from tests.files.voices import speech, wav


def photo(post, by) -> int:
    return post(
        "/api/files/", by=by, file=("photo.jpg", jpeg(colours(64, 48))), kind="picture"
    ).json["id"]


def voice(post, by) -> int:
    return post(
        "/api/files/", by=by, file=("voice.wav", wav(speech(2, 16000), 16000)), kind="voice"
    ).json["id"]
