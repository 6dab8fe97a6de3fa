"""Schemathesis: whatever the document allows is answered as the document says."""

from contextvars import Context
from uuid import uuid4

import pytest
import schemathesis
from flask import current_app
from hypothesis import HealthCheck, settings
from marshmallow import fields
from marshmallow.validate import Regexp

from server import cli
from server.app import APIS, create_app
from server.core.idempotency import KEY
from server.core.openapi import document
from tests.fuzz.conftest import EXAMPLES, LONG, MISSING, ROW, TICKETS, TOKEN


def fuzzed() -> dict:
    """Ids are one that exists or one that does not: at random nearly all would be 404. Cursors are
    left out: only the server can make one, and OpenAPI cannot say so."""
    spec = document(create_app(**cli.placeholder()))
    for path in spec["paths"].values():
        for parameter in path.get("parameters", []):
            rows = TICKETS if parameter["name"] == "ticket_id" else 1
            known = [*range(ROW, ROW + rows), MISSING]
            parameter["schema"] = {"type": "integer", "enum": known}
            if parameter["name"] == "token":
                parameter["schema"] = {"type": "string", "enum": [TOKEN, TOKEN[::-1]]}
        sent = path.get("get", {}).get("parameters", [])
        sent[:] = [parameter for parameter in sent if parameter["name"] != "cursor"]
    return spec


def answered(environ, start):
    """By the app of the running test, each request with a session of its own."""
    return Context().run(current_app._get_current_object(), environ, start)


# Its coverage phase tries some hundred forms for each operation: that is for the long run.
# A form may be well shaped and yet say what cannot be (an estate there is not): 422 is expected,
# and whether the document and the form mean the same shape is asked of the form itself, below.
EXPECTED = ["2xx", "3xx", 401, 403, 404, 409, 422, 429, "5xx"]
CONFIG = {
    "phases": {"coverage": {"enabled": LONG}},
    "checks": {"positive_data_acceptance": {"expected-statuses": EXPECTED}},
}
config = schemathesis.Config.from_dict(CONFIG)
FORMS = {e.view.__name__: e.takes for api in APIS for e in api.endpoints if e.method == "POST"}
schema = schemathesis.openapi.from_dict(fuzzed(), config=config)
schema.app = answered


@pytest.mark.usefixtures("wechat", "sms")
@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=not LONG,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_keeps_to_the_document(case, tokens):
    the_form_takes_what_the_document_allows(case)
    for token in tokens:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if KEY.fullmatch((case.headers or {}).get("Idempotency-Key", "")):
            headers["Idempotency-Key"] = str(uuid4())  # each try is a new intention
        case.call_and_validate(headers=headers)


def the_form_takes_what_the_document_allows(case) -> None:
    """Field by field: what two fields mean together the document cannot say."""
    form = FORMS.get(case.operation.definition.raw["operationId"])
    if form and case.media_type == "application/json" and case.meta.generation.mode.is_positive:
        for name, value in case.body.items():
            if _is_documented(form.fields[name], value):
                form.fields[name].deserialize(value)


def _is_documented(field, value) -> bool:
    """Of a pattern beside lengths the generator keeps the lengths alone. OpenAPI knows no first and
    last day."""
    if _has_days(field):
        return False
    patterns = [v.regex for v in field.validators if isinstance(v, Regexp)]
    return all(pattern.search(value) for pattern in patterns if isinstance(value, str))


def _has_days(field) -> bool:
    field = getattr(field, "inner", field)
    if isinstance(field, fields.Nested):
        return any(map(_has_days, field.schema.fields.values()))
    return isinstance(field, fields.Date | fields.DateTime)
