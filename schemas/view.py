"""The fields that views share: required, because a view always says everything it can."""

from marshmallow import Schema, fields


def string(**options) -> fields.String:
    return fields.String(**{"required": True, **options})


def maybe(**options) -> fields.String:
    return string(allow_none=True, **options)


def moment(**options) -> fields.DateTime:
    return fields.DateTime(**{"required": True, **options})


class ActionView(Schema):
    """A button: what may be done now, and its word."""

    action = string()
    label = string()
