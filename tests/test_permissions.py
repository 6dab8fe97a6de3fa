"""Who may do what: every line of permissions.csv tried, and no operation of any domain without one.

The lines of people, messages, occasions, markets, reports, points, the shop and reception days lie
beside their own tests, in the same shape."""

import csv
import json
from pathlib import Path

import pytest
from flask import url_for

from server.app import APIS
from tests import make, permission_scene
from tests.files.pictures import colours, jpeg

HERE = Path(__file__).parent
OPERATIONS = {e.view.__name__: (api.name, e) for api in APIS for e in api.endpoints}


def lines(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


LINES = lines(HERE / "permissions.csv")
TABLES = ["people/*.csv", "occasions/permissions/*.csv", "markets/*.csv", "reports/*.csv"]
TABLES += ["points/*.csv", "shop/*.csv", "reception/*.csv"]
BESIDE = [line for table in TABLES for path in sorted(HERE.glob(table)) for line in lines(path)]
STRANGERS = {"other", "elsewhere"}


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['operation']}-{line['status']}")
def test_the_table_holds(app, web, line):
    permission_scene.county_desk()
    here = make.community()
    answers = {
        (role, relation, state): ask(app, web, line, who, ids)
        for relation in line["relation"].split()
        for state in line["state"].split()
        for role, who, ids in scenes(line, relation, state, here)
    }

    assert {cell: told for cell, told in answers.items() if told != line["status"]} == {}


def scenes(line: dict, relation: str, state: str, here):
    """A ticket for each role; the same for all where nobody has to do with it, nor changes it."""
    people = {role: permission_scene.actor(role, here) for role in line["role"].split()}
    reads = OPERATIONS[line["operation"]][1].method == "GET" or line["status"] >= "400"
    shared = relation in STRANGERS and reads
    once = permission_scene.ids(relation, state, None, here) if shared else None
    for role, who in people.items():
        yield role, who, once or permission_scene.ids(relation, state, who, here)


def ask(app, web, line: dict, who, ids: dict) -> str:
    answer = sent(app, web, line["operation"], who, ids, said(line["form"], ids))
    return str(answer.status_code)


def sent(app, web, operation, who, ids, form):
    domain, endpoint = OPERATIONS[operation]
    (rule,) = app.url_map.iter_rules(f"{domain}.{operation}")
    with app.test_request_context():
        path = url_for(rule.endpoint, **{name: ids[name] for name in rule.arguments})
    if endpoint.upload:
        form["file"] = ("photo.jpg", jpeg(colours(8, 8)))
    return (web.get if endpoint.method == "GET" else web.post)(path, by=who, **form)


def said(form: str, ids: dict) -> dict:
    """The form with its placeholders filled: "{estate}" is the id of the scene's estate."""
    fields = json.loads(form or "{}")
    return {name: ids.get(str(value).strip("{}"), value) for name, value in fields.items()}


def test_no_operation_is_without_its_lines():
    assert {line["operation"] for line in LINES + BESIDE} == set(OPERATIONS)


def test_of_each_operation_somebody_thought_of_strangers():
    """Signed out, or public."""
    told = {line["operation"] for line in LINES + BESIDE if "nobody" in line["role"].split()}

    assert told == set(OPERATIONS)


def test_of_each_operation_on_one_ticket_somebody_thought_of_other_communities():
    """Where a row can be outside what somebody sees, the table says that it is not found."""
    on_one = {
        line["operation"] for line in LINES if "ticket_id" in OPERATIONS[line["operation"]][1].path
    }
    hidden = {line["operation"] for line in LINES if line["status"] in ("403", "404")}

    assert on_one <= hidden
