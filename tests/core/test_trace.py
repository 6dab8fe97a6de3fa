"""The log says what happened and where, and nothing of what anybody wrote."""

import json
import sys
from io import StringIO

import pytest
import structlog
from sqlalchemy import text

from server.core import jobs
from server.core.db import db
from server.core.trace import write_logs
from tests import make

PHONE = "13859740001"


@jobs.job
def call_everybody(ticket_id: int):
    phone = PHONE
    db.session.execute(text("SELECT no_such_thing(:phone)"), {"phone": phone})


@pytest.fixture
def log(monkeypatch):
    """Call it to begin; what it gives tells what was written since."""
    before = structlog.get_config()

    def begin(as_json: bool):
        monkeypatch.setattr(sys, "stderr", StringIO())
        write_logs(as_json=as_json)
        return sys.stderr.getvalue

    yield begin
    structlog.configure(**before)


@pytest.fixture(params=[True, False], ids=["json", "console"])
def written(request, log):
    """What was written, in either form."""
    return log(as_json=request.param)


@pytest.fixture
def crash(failing):
    def run():
        neighbour = {"phone": PHONE, "said": "家里没人，钥匙在门垫下"}
        db.session.execute(text("SELECT no_such_thing(:phone, :said)"), neighbour)

    def answer():
        try:
            run()
        except Exception as error:
            return failing(error)

    return answer


def test_a_crash_is_told_without_what_the_variables_held(written, crash):
    answer = crash()

    log = written()
    assert (answer.status_code, "unexpected error" in log) == (500, True)
    assert "test_trace.py" in log
    assert "ProgrammingError" in log
    assert PHONE not in log
    assert "门垫" not in log


def test_a_machine_does_not_read_the_words_of_an_error(failing, log):
    written = log(as_json=True)
    failing(ValueError(f"invalid literal for int() with base 10: '{PHONE}x'"))
    told = [json.loads(line) for line in written().splitlines()]

    (error,) = [line for line in told if line["event"] == "unexpected error"]
    assert error["exception"][0]["kind"] == "ValueError"
    assert PHONE not in json.dumps(told)


def test_a_job_that_crashes_is_told_in_the_same_way(written, app):
    with pytest.raises(Exception, match="no_such_thing"):
        call_everybody.func(ticket_id=7)

    log = written()
    assert "job failed" in log
    assert "call_everybody" in log
    assert PHONE not in log


def test_the_line_of_a_request_has_no_query_and_no_form(written, get, post):
    get("/api/people/persons", by=make.staff(), q=PHONE)
    post("/api/people/sign_in/sms", key=None, phone=PHONE, code="123456")

    log = written()
    assert log.count("/api/people/") == 2
    assert PHONE not in log
    assert "123456" not in log
