"""What is sent: how much of it is read, and what is taken for JSON."""

from math import isfinite

from flask import request
from flask.json.provider import DefaultJSONProvider

JSON_BYTES_MAX = 256 * 1024  # the longest form, fifty of them in a batch, and room


def limit_body(upload: str | None) -> None:
    """Before anything is read. A file may be larger: MAX_CONTENT_LENGTH, as of any request."""
    if upload is None:
        request.max_content_length = JSON_BYTES_MAX


class StrictJson(DefaultJSONProvider):
    """JSON as RFC 8259 has it: UTF-8, finite numbers, and nested no deeper than we can follow.
    Whatever is not raises ValueError, which is answered with 400."""

    ensure_ascii = sort_keys = False

    def loads(self, s: str | bytes, **kwargs):
        text = s if isinstance(s, str) else s.decode()
        strict = {"parse_constant": _no_number, "parse_float": _finite, **kwargs}
        try:
            read = super().loads(text, **strict)
            if "\\ud" not in text and "\\uD" not in text:
                return read
            # A telephone that cuts an emoji in two sends a half one, which no database keeps.
            return super().loads(self.dumps(read).encode(errors="ignore"))
        except RecursionError:
            raise ValueError("nested too deeply") from None


def _no_number(word: str):
    raise ValueError(f"{word} is no number")


def _finite(digits: str) -> float:
    if not isfinite(number := float(digits)):
        raise ValueError("too large a number")
    return number
