"""Files on the wire: what is sent, and how it is shown."""

from marshmallow import Schema, fields

from schemas.flow import State
from schemas.form import Form, choice


class FileKind(State):
    PICTURE = "picture", "照片"
    VOICE = "voice", "录音"


class UploadForm(Form):
    """A multipart form: `kind`, and the file as `file`."""

    kind = choice(FileKind)


class SentFileView(Schema):
    """What was sent, as it is kept. The address lives for an hour."""

    id = fields.Integer(required=True)
    kind = choice(FileKind)
    url = fields.String(required=True)
    thumb_url = fields.String(required=True, allow_none=True)
    seconds = fields.Integer(required=True, allow_none=True)
