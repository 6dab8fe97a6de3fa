"""Who may do what in a shop: each line of permissions.csv, tried."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from flask import url_for

from server.shop.routes import api
from tests import make
from tests.shop import scene

ENDPOINTS = {endpoint.view.__name__: endpoint for endpoint in api.endpoints}
TABLE = (Path(__file__).parent / "permissions.csv").read_text(encoding="utf-8")
LINES = list(csv.DictReader(StringIO(TABLE)))
# Steps that need a row in another state than the others.
INSTEAD = {
    "launch_shop": {"shop_id": "new_id"},
    "open_shop": {"shop_id": "paused_id"},
    "close_shop": {"shop_id": "paused_id"},
    "confirm_order": {"order_id": "asked_id"},
    "decline_order": {"order_id": "asked_id"},
    "print_order_receipt": {"order_id": "handed_id"},
}
STRANGERS = {"other", "elsewhere"}


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
    reads = ENDPOINTS[line["operation"]].method == "GET" or line["status"] >= "400"
    once = scene.rows(relation, None, here) if relation in STRANGERS and reads else None
    for role, who in people.items():
        yield role, who, once or scene.rows(relation, who, here)


def ask(app, web, line: dict, who, ids: dict) -> tuple[str, str]:
    endpoint = ENDPOINTS[line["operation"]]
    ids = ids | {name: ids[other] for name, other in INSTEAD.get(line["operation"], {}).items()}
    (rule,) = app.url_map.iter_rules(f"shop.{line['operation']}")
    with app.test_request_context():
        path = url_for(rule.endpoint, **{name: ids[name] for name in rule.arguments})
    send = web.get if endpoint.method == "GET" else web.post
    answer = send(path, by=who, **said(line["form"], ids))
    return str(answer.status_code), answer.data[:300].decode(errors="replace")


def said(form: str, ids: dict) -> dict:
    """The form with its placeholders filled: "{shop_id}" is the id of the scene's shop."""
    sent = json.loads(form or "{}")
    return {name: ids.get(str(value).strip("{}"), value) for name, value in sent.items()}


def test_every_operation_has_its_lines():
    assert {line["operation"] for line in LINES} == set(ENDPOINTS)


def test_each_of_them_says_what_strangers_get():
    """Signed out, or public."""
    assert {line["operation"] for line in LINES if "nobody" in line["role"]} == set(ENDPOINTS)
