"""Whatever goes wrong, the answer is problem+json, and says nothing about our insides."""

import psycopg
import pytest
from sqlalchemy.exc import DataError, IntegrityError, OperationalError

GONE = psycopg.OperationalError("server closed the connection, host 10.0.0.7")


def broken(kind, cause):
    return kind("SELECT secret", {}, cause)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (broken(IntegrityError, psycopg.errors.UniqueViolation("secret")), 409, "conflict"),
        (broken(DataError, psycopg.errors.UntranslatableCharacter("secret")), 422, "malformed"),
        (broken(OperationalError, psycopg.errors.LockNotAvailable("secret")), 503, "busy"),
        (broken(OperationalError, psycopg.errors.DeadlockDetected("secret")), 503, "busy"),
        (broken(OperationalError, GONE), 503, "busy"),
        (broken(OperationalError, psycopg.errors.DiskFull("secret")), 503, "busy"),
        (broken(OperationalError, psycopg.errors.SyntaxError("secret")), 500, "unexpected"),
        (ZeroDivisionError("secret"), 500, "unexpected"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_trouble_becomes_a_problem(failing, error, status, code):
    answer = failing(error)

    assert (answer.status_code, answer.json["code"]) == (status, code)
    assert answer.mimetype == "application/problem+json"
    assert ("Retry-After" in answer.headers) == (status == 503)
    assert "secret" not in answer.text
    assert "10.0.0.7" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nowhere", 404),
        ("DELETE", "/api/tickets/1", 405),
        ("GET", "/api/tickets/mine", 401),
    ],
)
def test_every_refusal_is_a_whole_problem(app, method, path, status):
    answer = app.test_client().open(path, method=method)

    assert answer.status_code == answer.json["status"] == status
    assert answer.json["type"] == "/problems/" + answer.json["code"]
    assert answer.json["title"]
    assert answer.json["detail"]
    assert answer.json["request_id"] == answer.headers["X-Request-ID"]
    assert ("GET" in answer.headers.get("Allow", "")) == (status == 405)


def test_the_request_id_of_the_proxy_is_kept(app):
    sent = {"X-Request-ID": "5f1c-from-nginx"}

    assert (
        app.test_client().get("/api/nowhere", headers=sent).json["request_id"] == "5f1c-from-nginx"
    )


def test_a_request_id_that_is_none_is_not_echoed(app):
    sent = {"X-Request-ID": "<script>alert(1)</script>"}
    answer = app.test_client().get("/api/nowhere", headers=sent)

    assert "script" not in answer.text + answer.headers["X-Request-ID"]
