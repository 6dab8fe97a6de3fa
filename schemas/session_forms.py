"""What the desk says to one session: made, changed, called off, copied into; a month published."""

from marshmallow import ValidationError, fields, validates_schema

from schemas.form import Form, Pattern, choice, day, line, query_id, row_id, wall_time
from schemas.occasion_words import OccasionKind
from schemas.paging import PageForm
from schemas.scans import degrees


class SessionChangeForm(Form):
    """What is not named stays as it is. Times are those of the clock in Dehua. Who signed up is
    told of another day, time, place or title; of the rest not."""

    on = day(required=False)
    begins = wall_time(required=False)
    ends = wall_time(required=False)
    title = line(20, required=False, stays=True)
    theme = line(20, required=False, allow_none=True)
    place = line(40, required=False, stays=True)
    lead_id = row_id(required=False, allow_none=True)
    incentive = line(60, required=False, allow_none=True)
    pool_id = row_id(required=False, allow_none=True)
    festival = fields.Boolean(required=False)
    latitude = degrees(90, allow_none=True)
    longitude = degrees(180, allow_none=True)

    @validates_schema
    def _in_order(self, form, **_):
        if "begins" in form and "ends" in form and form["ends"] <= form["begins"]:
            raise ValidationError("结束时间要晚于开始时间", "ends")
        if (form.get("latitude") is None) != (form.get("longitude") is None):
            raise ValidationError("经度、纬度要一起填写", "latitude")


class SessionForm(SessionChangeForm):
    """A single occasion, without a series."""

    kind = choice(OccasionKind)
    area_id = row_id()
    on = day()
    begins = wall_time()
    ends = wall_time()
    title = line(20)
    place = line(40)


class CallOffForm(Form):
    words = line(40)  # 因雨取消


class EndForm(Form):
    """Before its time it needs a reason, which everybody who signed up is told."""

    words = line(40, required=False, load_default=None, allow_none=True)


class CopyForm(Form):
    session_id = row_id()


class MonthForm(Form):
    area_id = row_id()
    month = Pattern(r"20[0-9]{2}-(0[1-9]|1[0-2])", "请选择月份", required=True)


class FoundSessionForm(Form):
    """By the token in its poster or share link."""

    code = Pattern(r"[0-9A-Za-z_-]{8,40}", "这不是近邻的码", required=True)


class SeriesListForm(PageForm):
    """`ended`: also those that have ended."""

    area_id = query_id()
    ended = fields.Boolean(load_default=False)
