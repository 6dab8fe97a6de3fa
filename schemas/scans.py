"""Scanning: what is sent, and the answer that fills the screen for a second."""

from datetime import UTC, datetime

from marshmallow import Schema, fields, validate

from schemas.form import Form, Pattern, choice, line, row_id
from schemas.occasion_words import Capacity, Direction
from schemas.view import maybe, moment, string

CLIENT_ID = r"[0-9A-Za-z-]{8,64}"
CODE = r"[!-~]{1,200}"


def client_id() -> Pattern:
    """Made by whoever scans, one for each scan; sent again, it is the same scan."""
    return Pattern(CLIENT_ID, "请再扫一次", required=True)


def code(*, required: bool = True) -> Pattern:
    return Pattern(CODE, "请再扫一次", required=required)


def aware(**options) -> fields.AwareDateTime:
    """A moment of this century: far beyond it, nothing can be added to it."""
    century = validate.Range(datetime(2020, 1, 1, tzinfo=UTC), datetime(2120, 1, 1, tzinfo=UTC))
    return fields.AwareDateTime(validate=century, **options)


def degrees(most: int, **options) -> fields.Float:
    return fields.Float(validate=validate.Range(-most, most), **options)


class SpotForm(Form):
    """Where the telephone thinks it is, WGS-84. Only whether that is near enough is kept."""

    latitude = degrees(90, required=True)
    longitude = degrees(180, required=True)
    accuracy = fields.Float(required=True, validate=validate.Range(0, 100_000))  # metres


class OwnScanForm(Form):
    client_id = client_id()
    capacity = choice(Capacity, required=False)  # not said: duty for whoever has one, else a visit
    phone_id = Pattern(CLIENT_ID, "请再扫一次", required=False)
    spot = fields.Nested(SpotForm, required=False)


class ScanCodeForm(OwnScanForm):
    """The rotating code of a session's screen, scanned by whoever is there."""

    code = code()
    session_id = row_id(required=False)  # chosen before: a code of another one does not count


class ScanDigitsForm(OwnScanForm):
    """The six digits under it, typed."""

    digits = Pattern(r"[0-9]{6}", "请输入屏幕上的六位数", required=True)


class ScanPersonForm(Form):
    """Somebody's personal code or printed card, scanned by a steward or the desk."""

    client_id = client_id()
    code = code()
    direction = choice(Direction)
    capacity = choice(Capacity, required=False)


class NamedScanForm(Form):
    """By name, with a reason: whoever runs the session answers for it."""

    client_id = client_id()
    person_id = row_id()
    direction = choice(Direction)
    capacity = choice(Capacity, required=False)
    at = aware(required=False)  # not said: now
    reason = line(100)


class ScanAnswerView(Schema):
    """`accepted` counts · `already` they were, `at` that time · `refused`, and why."""

    client_id = string()
    status = fields.String(
        required=True, validate=validate.OneOf(["accepted", "already", "refused"])
    )
    code = maybe()
    title = string()
    words = string()
    direction = choice(Direction, allow_none=True)
    capacity = choice(Capacity, allow_none=True)
    at = moment(allow_none=True)
    minutes = fields.Integer(required=True)  # so far, at this session
    session_id = fields.Integer(required=True, allow_none=True)
    session_title = maybe()
    person_name = maybe()  # masked for whoever scans others
