"""What every form shares: it refuses what it does not know, and complains in Chinese."""

import re
import unicodedata
from datetime import date

from marshmallow import RAISE, Schema, ValidationError, fields, missing, validate

fields.Field.default_error_messages.update(
    required="请填写", null="请填写", validator_failed="填写有误"
)
fields.String.default_error_messages.update(invalid="请填写文字")
fields.Integer.default_error_messages.update(invalid="请填写整数")
fields.Date.default_error_messages.update(invalid="请填写日期，如 2026-03-18")
fields.Time.default_error_messages.update(invalid="请填写时间，如 09:00")
fields.List.default_error_messages.update(invalid="格式不对")
fields.Enum.default_error_messages.update(
    unknown="没有这个选项", must_be_member_value="没有这个选项"
)
Schema.error_messages = {"unknown": "没有这一项", "type": "格式不对"}

FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2099, 12, 31)
LARGEST_ID = 2**31 - 1  # what fits into an INTEGER column
MEANINGFUL = "[0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff]"  # a letter, a digit or a Chinese character
BLANK = "^\\s*$"  # an optional text that was left empty
MOBILE = "1[3-9][0-9]{9}"
WALL_TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
PHONE = "[0-9][0-9-]{2,14}[0-9]"
# Marks that turn or hide text. The joiner U+200D stays: emoji are made with it.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Form(Schema):
    class Meta:
        unknown = RAISE  # marshmallow's default too; said aloud, it also reaches the document


class Nothing(Form):
    """The form of an endpoint that takes nothing."""


class Text(fields.String):
    """Text that may be left empty, where it is not required: as if it were not in the form. Not so
    where what is not named stays as it is: nobody empties a name and finds it there again."""

    def __init__(self, *, stays: bool = False, **options):
        super().__init__(**options)
        self.may_be_blank = not (self.required or stays)

    def deserialize(self, value, attr=None, data=None, **kwargs):
        if self.may_be_blank and isinstance(value, str) and not value.strip():
            value = None if self.allow_none else missing
        return super().deserialize(value, attr, data, **kwargs)


class Words(Text):
    """What people write. Control, direction and zero-width marks go; something must be left that
    can be read. Length is checked first, on what was sent: the form counted the same characters."""

    def __init__(self, longest: int, *, lines: bool = False, **options):
        self.longest, self.lines = longest, lines
        super().__init__(**options)
        about = {"minLength": 1, "maxLength": longest, "pattern": MEANINGFUL}
        blank = {"minLength": 0, "pattern": f"{BLANK}|{MEANINGFUL}"} if self.may_be_blank else {}
        self.metadata = about | blank

    def _deserialize(self, value, attr, data, **kwargs) -> str:
        sent = super()._deserialize(value, attr, data, **kwargs)
        if len(sent) > self.longest:
            raise ValidationError(f"最多 {self.longest} 个字，现在有 {len(sent)} 个")
        kept = clean(sent) if self.lines else " ".join(clean(sent).split())
        if not re.search(MEANINGFUL, kept):
            raise ValidationError("请用文字写一写" if sent else "请填写")
        return kept


def clean(text: str) -> str:
    text = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", CONTROL.sub("", text)).strip()


def line(longest: int, *, required: bool = True, **options) -> Words:
    """One line of words."""
    return Words(longest, required=required, **options)


def words(longest: int, *, required: bool = True, **options) -> Words:
    """Several lines of words."""
    return Words(longest, lines=True, required=required, **options)


class Pattern(Text):
    """Text of one shape. The whole of it: a newline at the end is no part of a telephone number."""

    def __init__(self, pattern: str, words: str, **options):
        self.pattern, self.words = re.compile(pattern, re.ASCII), words
        super().__init__(**options)
        self.metadata = {"pattern": (f"{BLANK}|" if self.may_be_blank else "") + f"^{pattern}$"}

    def _deserialize(self, value, attr, data, **kwargs) -> str:
        sent = super()._deserialize(value, attr, data, **kwargs)
        if not self.pattern.fullmatch(sent):
            raise ValidationError(self.words)
        return sent


class Flag(fields.Boolean):
    """true or false, and nothing that merely looks like it."""

    def _deserialize(self, value, attr, data, **kwargs) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("请选择是或否")
        return value


class Whole(fields.Integer):
    """A whole number; "6" and true are none, 6.0 is (JSON has one kind of number)."""

    def _deserialize(self, value, attr, data, **kwargs) -> int:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or value != value // 1:
            raise ValidationError("请填写整数")
        return super()._deserialize(value, attr, data, **kwargs)


def whole(low: int, high: int, **options) -> Whole:
    between = validate.Range(low, high, error=f"请填写 {low} 到 {high} 的整数")
    return Whole(validate=between, **{"required": True, **options})


def row_id(**options) -> Whole:
    """The id of a row named in a body. Whether it may be seen is asked later."""
    known = validate.Range(1, LARGEST_ID, error="没有这一项")
    return Whole(validate=known, **{"required": True, **options})


def query_id(**options) -> fields.Integer:
    """The id of a row named in a query string, where everything is text."""
    return fields.Integer(validate=validate.Range(1, LARGEST_ID, error="没有这一项"), **options)


class WallTime(fields.Time):
    """What a clock on a wall shows: 09:00. Seconds may be said, a time zone not."""

    def __init__(self, **options):
        super().__init__(metadata={"pattern": f"^{WALL_TIME}$"}, **options)

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, str) or not re.fullmatch(WALL_TIME, value, re.ASCII):
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


def wall_time(**options) -> WallTime:
    return WallTime(**{"required": True, **options})


def day(**options) -> fields.Date:
    """A date that calendars here can tell: neither the year 1 nor the year 9999."""
    known = validate.Range(FIRST_DAY, LAST_DAY, error="请选择 2020 到 2099 年的日子")
    return fields.Date(validate=known, **{"required": True, **options})


def flag(**options) -> Flag:
    return Flag(**{"required": True, **options})


def mobile(**options) -> Pattern:
    return Pattern(MOBILE, "请填写 11 位手机号", **{"required": True, **options})


def phone(**options) -> Pattern:
    return Pattern(PHONE, "请填写电话号码", **{"required": True, **options})


def choice(states, **options) -> fields.Enum:
    """One of an enum's wire values."""
    return fields.Enum(states, by_value=True, **{"required": True, **options})
