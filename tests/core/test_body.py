"""A body that nobody writes by hand: too much, too deep, no number, half a character."""

import json
from contextvars import Context
from io import BytesIO
from uuid import uuid4

import pytest

from server.core.body import JSON_BYTES_MAX
from server.core.db import db
from server.core.errors import NAME_MAX, PROBLEMS_MAX
from server.tickets.models import Ticket
from tests import make

FEEDBACK = "/api/tickets/feedback"


@pytest.fixture
def send(app):
    """Bytes as they are, by somebody who is signed in."""

    def send(body: bytes, path=FEEDBACK, by=None, **known):
        token = make.token(by or make.person())
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid4())}
        known = {"method": "POST", "content_type": "application/json", "headers": headers, **known}
        return Context().run(app.test_client().open, path, data=body, **known)

    return send


def test_a_body_as_long_as_a_book_is_refused_before_it_is_read(send):
    answer = send(json.dumps({"text": "好" * JSON_BYTES_MAX}).encode())

    assert (answer.status_code, answer.mimetype) == (413, "application/problem+json")
    assert answer.json["title"] == "内容太大"
    assert "短一点" in answer.json["detail"]


def test_a_long_body_that_does_not_say_its_length_is_refused_too(send):
    body = BytesIO(b'{"text": "' + b"x" * JSON_BYTES_MAX + b'"}')
    chunked = {"input_stream": body, "environ_overrides": {"wsgi.input_terminated": True}}

    assert send(None, **chunked).status_code == 413


def test_the_longest_form_still_fits(send):
    answer = send(b'{"text": "' + b" " * (JSON_BYTES_MAX - 20) + b'"}')

    assert answer.status_code == 422


@pytest.mark.parametrize("path", ["/api/people/sign_in/password", "/api/people/refresh"])
def test_the_doors_take_no_books_either(send, path):
    assert send(b" " * (JSON_BYTES_MAX + 1), path).status_code == 413


def test_only_so_many_wrong_fields_are_named(send):
    answer = send(json.dumps({f"field{n}" + "x" * 500: n for n in range(400)}).encode())

    assert answer.status_code == 422
    assert len(answer.json["problems"]) == PROBLEMS_MAX
    assert max(map(len, answer.json["problems"])) == NAME_MAX
    assert len(answer.data) < 5000


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"a":' * 40_000,
        b'{"text": ' + b"[" * 60_000 + b"]" * 60_000 + b"}",
        b'{"text": NaN}',
        b'{"text": -Infinity}',
        b'{"text": 1e999}',
        b'{"text": ' + b"9" * 5000 + b"}",
        b'{"text": "\xff\xfe"}',
        '{"text": "好"}'.encode("utf-16"),
        b'{"text": "\xed\xa0\x80"}',
        b"",
        b'{"text": "',
    ],
    ids=["[[[", "{{{", "[[[]]]", "NaN", "-Infinity", "1e999", "99…", "bytes", "utf-16",
         "half in bytes", "empty", "cut"],
)  # fmt: skip
def test_what_is_no_json_of_ours_is_told_so(send, body):
    answer = send(body)

    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.json["title"] == "请求不完整"


@pytest.mark.parametrize("number", [b"1" + b"0" * 4000, b"-1" + b"0" * 400, b"1e300", b"0.5"])
def test_a_huge_number_is_a_wrong_one(send, number):
    body = b'{"estate_id": ' + number + b', "text": "x"}'

    answer = send(body, "/api/wishes/")

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["estate_id"])


def test_half_an_emoji_is_left_out(send):
    answer = send(b'{"text": "\\u706f\\u574f\\u4e86\\ud83d"}')
    made = db.session.get(Ticket, answer.json["id"])

    assert answer.status_code == 201
    assert made.details.text == "灯坏了"


@pytest.mark.parametrize("half", [b"\\ud83d", b"\\uDC00"])
@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/api/people/sign_in/password", b'{"name": "a%s", "password": "b%s"}'),
        ("/api/people/refresh", b'{"refresh_token": "x%s%s"}'),
        (FEEDBACK, b'{"%s": 1, "b%s": 2}'),
    ],
)
def test_half_an_emoji_breaks_nothing(send, path, form, half):
    assert send(form % (half, half), path).status_code in (401, 409, 422)


def test_a_whole_emoji_passes(send):
    assert send(b'{"text": "\\u597d\\ud83d\\ude00"}').status_code == 201


def test_an_item_of_a_batch_is_named_by_text_alone(send):
    deep = b"[" * 500 + b"]" * 500
    items = b'{"items": [{"client_id": %s}, {"client_id": "%s"}, {}]}'
    answer = send(items % (deep, b"x" * 9000), "/api/wishes/offline", make.staff())

    assert [len(item["client_id"]) for item in answer.json["items"]] == [0, NAME_MAX, 0]
    assert {item["code"] for item in answer.json["items"]} == {"malformed"}
