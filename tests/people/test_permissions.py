"""Who may do what with people, places and messages: each line of permissions_rows.csv, tried."""

import csv
import json
from pathlib import Path

import pytest
from flask import url_for

from server.messages.routes import api as messages
from server.people.routes import api as people
from tests import make
from tests.people import scene

ENDPOINTS = {e.view.__name__: (api.name, e) for api in (people, messages) for e in api.endpoints}
with (Path(__file__).parent / "permissions_rows.csv").open(encoding="utf-8") as file:
    LINES = list(csv.DictReader(file))
CELLS = [
    pytest.param(line["operation"], role, relation, line["form"], int(line["status"]))
    for line in LINES
    for role in line["role"].split()
    for relation in line["relation"].split()
]


@pytest.mark.parametrize(("operation", "role", "relation", "form", "status"), CELLS)
def test_the_table_holds(app, web, operation, role, relation, form, status):
    here = make.community()
    who = scene.actor(role, here)
    ids = scene.rows(relation, who, here)
    scene.prepare(operation, ids)
    domain, endpoint = ENDPOINTS[operation]
    (rule,) = app.url_map.iter_rules(f"{domain}.{operation}")
    with app.test_request_context():
        path = url_for(rule.endpoint, **{name: ids[name] for name in rule.arguments})
    send = web.get if endpoint.method == "GET" else web.post
    answer = send(path, by=who, **said(form, ids))

    assert answer.status_code == status, answer.text


def said(form: str, ids: dict) -> dict:
    """The form with its placeholders filled: "{estate}" is the id of the scene's estate."""
    sent = json.loads(form or "{}")
    return {name: ids.get(str(value).strip("{}"), value) for name, value in sent.items()}


def test_every_operation_has_its_lines():
    assert {line["operation"] for line in LINES} == set(ENDPOINTS)


def test_each_of_them_says_what_strangers_get():
    """Signed out, or public: somebody thought of both."""
    assert {line["operation"] for line in LINES if "nobody" in line["role"]} == set(ENDPOINTS)
