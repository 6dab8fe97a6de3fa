"""Days on which offices are open or closed, as the notice says it and as staff type it in."""

from marshmallow import Schema, fields, validate

from schemas.form import Form, day, flag, line, words
from schemas.view import string


class DaysForm(Form):
    year = fields.Integer(
        required=True, validate=validate.Range(2020, 2099, error="请填写 2020 到 2099")
    )


class DayForm(Form):
    day = day()
    is_workday = flag()
    note = line(20, required=False, load_default="")


class RemoveDayForm(Form):
    day = day()


class DaysImportForm(Form):
    """Lines of a notice, pasted: 2027-02-05 至 2027-02-11 休息 春节."""

    lines = words(4000)


class OverrideView(Schema):
    day = fields.Date(required=True)
    words = string()  # 周五 · 农历腊月廿九
    is_workday = fields.Boolean(required=True)
    label = string()  # 上班、休息
    note = string()


class YearView(Schema):
    """`announced`: the year's days off are known. Else what falls due then is provisional."""

    year = fields.Integer(required=True)
    announced = fields.Boolean(required=True)
    items = fields.List(fields.Nested(OverrideView), required=True)


class ImportedLineView(Schema):
    line = string()
    saved = fields.Boolean(required=True)
    days = fields.Integer(required=True)
    words = string()


class DaysImportedView(Schema):
    items = fields.List(fields.Nested(ImportedLineView), required=True)
