"""Answers held to the document: whatever a test asks for, the JSON it gets is what was promised."""

import re
from functools import cache

from flask import Flask
from jsonschema_rs import Draft202012Validator
from werkzeug.exceptions import HTTPException

from server.core.openapi import document


def keep_to_the_document(app: Flask, method: str, path: str, answer) -> None:
    """Of our API only; refusals have one shape, which tests of refusals look at."""
    if answer.mimetype != "application/json" or not path.startswith("/api/"):
        return
    rule = _rule(app, method, path.partition("?")[0])
    validator = rule and _validator(app, rule, method.lower(), str(answer.status_code))
    if validator:
        wrong = [error.message for error in validator.iter_errors(answer.json)]
        assert wrong == [], f"{method} {rule} does not keep to its document: {wrong[:3]}"


def _rule(app: Flask, method: str, path: str) -> str | None:
    try:
        rule, _ = app.url_map.bind("").match(path, method, return_rule=True)
    except HTTPException:
        return None
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)


@cache
def _validator(app: Flask, rule: str, method: str, status: str):
    spec = document(app)
    answers = spec["paths"].get(rule, {}).get(method, {}).get("responses", {})
    content = answers.get(status, {}).get("content", {}).get("application/json")
    if content is None:
        return None
    return Draft202012Validator(content["schema"] | {"components": spec["components"]})
