"""How an endpoint describes itself, and the document all of them make: OpenAPI 3.1."""

import flask_smorest
from flask import Flask
from marshmallow import fields
from werkzeug.exceptions import NotFound
from werkzeug.routing import BaseConverter, IntegerConverter, ValidationError

from schemas.form import LARGEST_ID, Words
from schemas.problem import PROBLEM_JSON, Problem

KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": True,
    "description": "Made by the client, one for each intention; the same one when trying again.",
    "schema": {"type": "string", "pattern": '^("[0-9A-Za-z-]{8,64}"|[0-9A-Za-z-]{8,64})$'},
}
REFUSALS = {
    400: "Malformed request, or the Idempotency-Key is missing",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    409: "Not possible now, or the same request is still running",
    413: "The body, or the file, is too large",
    415: "The body is not JSON",
    422: "A field is wrong, or the Idempotency-Key belongs to another request",
    429: "Too many tries: again after Retry-After seconds",
    503: "Busy: try again after Retry-After seconds",
}


class RowId(IntegerConverter):
    """`<id:ticket_id>`: what fits into an INTEGER column; anything else is 404, not an error."""

    def __init__(self, url_map):
        super().__init__(url_map, min=1, max=LARGEST_ID)

    def to_python(self, value: str) -> int:
        """Said here and now: where a path has both a GET and a POST, no match would become 405."""
        try:
            return super().to_python(value)
        except ValidationError:
            raise NotFound from None


class Token(BaseConverter):
    """`<token:token>`: what a printed code says of itself; anything else is 404."""

    regex = r"[0-9A-Za-z_-]{16,64}"


class Document(flask_smorest.Api):
    """smorest's document, with our problems instead of its errors."""

    DEFAULT_ERROR_RESPONSE_NAME = None

    def init_app(self, app: Flask, **options):
        app.url_map.converters |= {"id": RowId, "token": Token}
        app.config |= {"API_TITLE": "近邻", "API_VERSION": "1", "OPENAPI_VERSION": "3.1.0"}
        super().init_app(app, **options)
        bearer = {"type": "http", "scheme": "bearer"}
        self.spec.components.security_scheme("bearer", bearer)
        for status, words in REFUSALS.items():
            problem = {"description": words, **_content(Problem, PROBLEM_JSON)}
            self.spec.components.response(f"Refusal{status}", problem)

    def _register_error_handlers(self):
        """Left out: core/errors.py answers."""


def document(app: Flask) -> dict:
    return app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec.to_dict()


def describe(endpoint, *, public: bool) -> dict:
    """What the road will do with this endpoint, in the words of OpenAPI."""
    operation = {"operationId": endpoint.view.__name__, "parameters": []}
    operation["security"] = [] if public else [{"bearer": []}]
    if endpoint.takes and endpoint.method == "GET":
        operation["parameters"].append({"in": "query", "schema": endpoint.takes})
    elif endpoint.upload:
        operation["requestBody"] = {"required": True, "content": _multipart(endpoint)}
    elif endpoint.takes:
        operation["requestBody"] = {"required": True, **_content(endpoint.takes)}
    if endpoint.once:
        operation["parameters"].append(KEY)
    gives = endpoint.gives
    operation["responses"] = {
        endpoint.status: {"description": "Done", **_content(gives.schema(), gives.mimetype)},
        **{status: f"Refusal{status}" for status in _refusals(endpoint, public)},
    }
    return operation


def _refusals(endpoint, public: bool) -> list[int]:
    impossible = {401, 403} if public else set()
    impossible |= {404} if endpoint.on is None else set()
    impossible |= {400, 413, 415} if endpoint.method == "GET" else set()
    impossible |= {415} if endpoint.upload else set()
    impossible |= {429} if endpoint.method == "GET" or not public else set()
    return [s for s in REFUSALS if s not in impossible or s in endpoint.also]


def _multipart(endpoint) -> dict:
    """The form's fields as parts, and the file."""
    parts = {name: _part(field) for name, field in endpoint.takes.fields.items()}
    parts[endpoint.upload] = {"type": "string", "format": "binary"}
    required = [name for name, field in endpoint.takes.fields.items() if field.required]
    schema = {"type": "object", "properties": parts, "required": [*required, endpoint.upload]}
    return {"multipart/form-data": {"schema": schema}}


def _part(field: fields.Field) -> dict:
    if isinstance(field, fields.Enum):
        return {"type": "string", "enum": [state.value for state in field.enum]}
    if isinstance(field, Words):
        return {"type": "string", **field.metadata}
    return {"type": "string"}


def _content(schema, kind: str = "application/json") -> dict:
    return {"content": {kind: {"schema": schema}}}
