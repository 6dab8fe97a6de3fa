"""Themes on the wire (节庆主题, 月月有主题)."""

from calendar import monthrange

from marshmallow import Schema, ValidationError, fields, validates_schema

from schemas.form import Form, choice, line, query_id, row_id, whole
from schemas.market_words import ThemeKind
from schemas.paging import listed
from schemas.view import string

LEAP, LUNAR_MONTH = 2024, 30  # a year that has a 29th of February


class ThemeForm(Form):
    """What days are called: a month (`day` 0), a solar or a lunar festival. Said again for the same
    days, it is called anew."""

    area_id = row_id()
    kind = choice(ThemeKind)
    month = whole(1, 12)
    day = whole(0, 31, required=False, load_default=0)
    title = line(12)

    @validates_schema
    def _there_is_such_a_day(self, form, **_):
        if form["kind"] is ThemeKind.MONTH:
            if form["day"]:
                raise ValidationError("每月主题不用选日子", "day")
            return
        lunar = form["kind"] is ThemeKind.LUNAR
        longest = LUNAR_MONTH if lunar else monthrange(LEAP, form["month"])[1]
        if not 1 <= form["day"] <= longest:
            raise ValidationError("没有这一天", "day")


class ThemesForm(Form):
    """Those that hold in an area: its own and those of the areas above it."""

    area_id = query_id(required=True)


class ThemeView(Schema):
    id = fields.Integer(required=True)
    area_id = fields.Integer(required=True)
    area_name = string()
    kind = choice(ThemeKind)
    kind_label = string()
    month = fields.Integer(required=True)
    day = fields.Integer(required=True)
    days_words = string()  # 3月 · 6月1日 · 农历五月初五
    title = string()
    may_change = fields.Boolean(required=True)


ThemeList = listed(ThemeView)
