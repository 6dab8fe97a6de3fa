"""Batches: up to 50 items in one request, each in a savepoint, each with an answer of its own."""

from collections.abc import Callable

from marshmallow import Schema, ValidationError, fields, validate
from sqlalchemy.exc import IntegrityError

from schemas.flow import IllegalMove
from schemas.form import Form
from server.core.db import db
from server.core.errors import NAME_MAX, NotFound, Refusal, few

LARGEST = 50


def batch_of(item: type[Form]) -> type[Form]:
    """WishForm → WishBatch: a list of forms, in the order in which they were written."""
    length = validate.Length(1, LARGEST, error=f"一次 1 到 {LARGEST} 条")
    items = {"items": fields.List(fields.Dict(), required=True, validate=length)}
    return Form.from_dict(items, name=item.__name__.replace("Form", "BatchForm"))


def each(items: list[dict], form: Schema, do: Callable[[dict], tuple[str, object]]) -> list[dict]:
    """`do` takes one loaded form and says ("accepted" or "already", the row). What is refused is
    undone to its savepoint and explained; the others stand."""
    return [_one(item, form, do) for item in items]


def _one(item: dict, form: Schema, do) -> dict:
    told = {"client_id": _called(item.get("client_id"))}
    try:
        with db.session.begin_nested():
            status, row = do(form.load(item))
            db.session.flush()
        return told | {"status": status, "id": row.id}
    except ValidationError as error:
        return told | _refused(
            "malformed", "请检查标出的内容", problems=few(error.normalized_messages())
        )
    except Refusal as error:
        return told | _refused(error.code, error.detail, problems=error.problems)
    except IllegalMove:
        return told | _refused("illegal_move", "这件事已经有了新进展")
    except IntegrityError:
        return told | _refused("conflict", NotFound.detail)


def _called(sent) -> str:
    """So that the client knows which one is meant; what is no name is not said again."""
    return sent[:NAME_MAX] if isinstance(sent, str) else ""


def _refused(code: str, detail: str, problems: dict | None = None) -> dict:
    return {"status": "refused", "code": code, "detail": detail, "problems": problems or {}}


class BatchAnswerView(Schema):
    client_id = fields.String(required=True)
    status = fields.String(required=True)  # accepted | already | refused
    id = fields.Integer()
    code = fields.String()
    detail = fields.String()
    problems = fields.Dict(keys=fields.String())


class BatchView(Schema):
    items = fields.List(fields.Nested(BatchAnswerView), required=True)
