"""Scanning: what is sent, and the answer that fills the screen for a second."""

import re
from datetime import datetime

from marshmallow import Schema, fields, validate

from schemas.form import Form, Pattern, choice, line, row_id
from schemas.occasion_words import Capacity, Direction
from schemas.view import maybe, moment, string

CLIENT_ID = r"[0-9A-Za-z-]{8,64}"
CODE = r"[!-~]{1,200}"
MOMENT = (
    "20[2-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"
)
WHEN = "请填写时间，带上时区"


def client_id() -> Pattern:
    """Made by whoever scans, one for each scan; sent again, it is the same scan."""
    return Pattern(CLIENT_ID, "请再扫一次", required=True)


def code(*, required: bool = True) -> Pattern:
    return Pattern(CODE, "请再扫一次", required=required)


class Moment(fields.AwareDateTime):
    """A moment of this century, with its zone: 2026-03-05T09:00:00+08:00, …Z, or with a fraction.
    Far beyond it, nothing could be added to it."""

    default_error_messages = dict.fromkeys(("invalid", "invalid_awareness", "format"), WHEN)

    def __init__(self, **options):
        super().__init__(metadata={"pattern": f"^{MOMENT}$"}, **options)

    def _deserialize(self, value, attr, data, **kwargs) -> datetime:
        if not isinstance(value, str) or not re.fullmatch(MOMENT, value, re.ASCII):
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


def aware(**options) -> Moment:
    return Moment(**options)


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
