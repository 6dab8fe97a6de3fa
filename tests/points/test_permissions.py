"""Who may do what with points: each line of permissions.csv, tried."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from flask import url_for

from server.points.routes import api as points
from tests import make
from tests.points import scene

ENDPOINTS = {endpoint.view.__name__: endpoint for endpoint in points.endpoints}
TABLE = (Path(__file__).parent / "permissions.csv").read_text(encoding="utf-8")
LINES = list(csv.DictReader(StringIO(TABLE)))


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['operation']}-{line['status']}")
def test_the_table_holds(app, web, line):
    answers = {
        (role, relation): ask(app, web, line, role, relation)
        for relation in line["relation"].split()
        for role in line["role"].split()
    }

    assert {cell: told for cell, told in answers.items() if told[0] != line["status"]} == {}


def ask(app, web, line: dict, role: str, relation: str) -> tuple[str, str]:
    here = make.community()
    who = scene.actor(role, here)
    ids = scene.rows(relation, who, here)
    endpoint = ENDPOINTS[line["operation"]]
    if line["operation"] == "close_pool":
        ids["pool_id"] = ids["empty_pool"]
    (rule,) = app.url_map.iter_rules(f"points.{line['operation']}")
    with app.test_request_context():
        path = url_for(rule.endpoint, **{name: ids[name] for name in rule.arguments})
    send = web.get if endpoint.method == "GET" else web.post
    answer = send(path, by=who, **said(line["form"], ids))
    return str(answer.status_code), str(answer.data[:300])


def said(form: str, ids: dict) -> dict:
    """The form with its placeholders filled: "{estate}" is the id of the scene's estate."""
    sent = json.loads(form or "{}")
    return {name: ids.get(str(value).strip("{}"), value) for name, value in sent.items()}


def test_every_operation_has_its_lines():
    assert {line["operation"] for line in LINES} == set(ENDPOINTS)


def test_each_of_them_says_what_strangers_get():
    """Signed out, or public."""
    assert {line["operation"] for line in LINES if "nobody" in line["role"]} == set(ENDPOINTS)
