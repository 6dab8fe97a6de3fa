"""Scans that a scanner made without network: sent in a batch, answered one by one."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.form import Form, choice, line, row_id
from schemas.occasion_words import Capacity, Direction
from schemas.scans import ScanAnswerView, aware, client_id, code

MOST = 50


class UploadItemForm(Form):
    """One scan: of a code, or of somebody named in the roster by whoever runs the session, who says
    why."""

    client_id = client_id()
    session_id = row_id()
    code = code(required=False)
    person_id = row_id(required=False)
    direction = choice(Direction)
    capacity = choice(Capacity, required=False)
    scanned_at = aware(required=True)  # by the scanner's own clock
    reason = line(100, required=False)

    @validates_schema
    def _one_of_them(self, form, **_):
        if ("code" in form) == ("person_id" in form):
            raise ValidationError("请扫码或选人", "code")
        if "person_id" in form and "reason" not in form:
            raise ValidationError("按姓名签到要写原因", "reason")


class UploadForm(Form):
    """`sent_at`: what the scanner's clock says now, so that a wrong one is set right. Each item is
    an UploadItemForm; one that is malformed does not hold up the others."""

    device = code()
    sent_at = aware(required=True)
    items = fields.List(
        fields.Dict(),
        required=True,
        validate=validate.Length(1, MOST, error=f"一次 1 到 {MOST} 条"),
    )


class UploadView(Schema):
    """In the order in which they were sent."""

    items = fields.List(fields.Nested(ScanAnswerView), required=True)


class RosterRowView(Schema):
    """What a scanner holds while it has no network: no key, no telephone number."""

    person_id = fields.Integer(required=True)
    person_name = fields.String(required=True)  # masked
    post_label = fields.String(required=True)
    walk_in = fields.Boolean(required=True)
