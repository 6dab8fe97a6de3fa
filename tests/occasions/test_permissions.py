"""Who may do what with occasions, markets and figures: each line of their tables, tried."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from flask import url_for

from server.markets.routes import api as markets
from server.occasions.routes import api as occasions
from server.reception.routes import api as reception
from server.reports.routes import api as reports
from tests import make
from tests.occasions import scene

APIS = (occasions, markets, reception, reports)
ENDPOINTS = {e.view.__name__: (api.name, e) for api in APIS for e in api.endpoints}
HERE = Path(__file__).parent
BESIDE = [*HERE.glob("../markets/*.csv"), *HERE.glob("../reports/*.csv")]
BESIDE += HERE.glob("../reception/*.csv")
TABLES = sorted([*(HERE / "permissions").glob("*.csv"), *BESIDE])
STRANGERS = {"other", "elsewhere"}
LINES = [line for path in TABLES for line in csv.DictReader(StringIO(path.read_text("utf-8")))]


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['operation']}-{line['status']}")
def test_the_table_holds(app, web, line):
    here = make.community()
    answers = {
        (role, relation): ask(app, web, line, who, ids)
        for relation in line["relation"].split()
        for role, who, ids in scenes(line, relation, here)
    }

    assert {cell: told for cell, told in answers.items() if told[0] != line["status"]} == {}


def scenes(line: dict, relation: str, here):
    """Rows for each role; the same for all where they are nobody's of them, and nobody changes
    them."""
    people = {role: scene.actor(role, here) for role in line["role"].split()}
    reads = ENDPOINTS[line["operation"]][1].method == "GET" or line["status"] >= "400"
    wish = {"with_wish": "ticket_id" in str(line) + ENDPOINTS[line["operation"]][1].path}
    once = scene.rows(relation, None, here, **wish) if relation in STRANGERS and reads else None
    for role, who in people.items():
        yield role, who, once or scene.rows(relation, who, here, **wish)


def ask(app, web, line: dict, who, ids: dict) -> tuple[str, str]:
    domain, endpoint = ENDPOINTS[line["operation"]]
    if domain == "reception":
        ids = ids | ids["reception"]
    (rule,) = app.url_map.iter_rules(f"{domain}.{line['operation']}")
    with app.test_request_context():
        path = url_for(rule.endpoint, **{name: ids[name] for name in rule.arguments})
    send = web.get if endpoint.method == "GET" else web.post
    answer = send(path, by=who, **said(line["form"], ids))
    return str(answer.status_code), answer.data[:300].decode(errors="replace")


def said(form: str, ids: dict) -> dict:
    """The form with its placeholders filled: "{estate}" is the id of the scene's estate."""
    return {name: _filled(value, ids) for name, value in json.loads(form or "{}").items()}


def _filled(value, ids: dict):
    if isinstance(value, list):
        return [_filled(one, ids) for one in value]
    if isinstance(value, dict):
        return {name: _filled(one, ids) for name, one in value.items()}
    return ids.get(value.strip("{}"), value) if isinstance(value, str) else value


def test_every_operation_has_its_lines():
    assert {line["operation"] for line in LINES} == set(ENDPOINTS)


def test_each_of_them_says_what_strangers_get():
    """Signed out, or public: somebody thought of both."""
    assert {line["operation"] for line in LINES if "nobody" in line["role"]} == set(ENDPOINTS)
