"""What operators read says what the program does."""

import logging
import re
import runpy
from pathlib import Path

import pytest

from server import settings

NGINX = Path("deploy/nginx.conf").read_text(encoding="utf-8")
HALF_A_YEAR = 184 / 7  # weeks
EXAMPLE = Path("deploy/env.example").read_text(encoding="utf-8")
NAMED = set(re.findall(r"^([A-Z_]+)=", EXAMPLE, re.MULTILINE))
READ = {f"JINLIN_{name}" for name in (*settings.KNOWN, *settings.SECRETS, "DEMO", "ENV")}


def test_the_example_names_every_setting_and_no_other():
    assert NAMED - {"BIND", "WEB_WORKERS", "WEB_THREADS"} == READ | {"DATABASE_URL"}


def test_every_setting_of_the_example_is_explained():
    assert not re.findall(r"\n\n([A-Z_]+)=", EXAMPLE)


def test_the_example_starts_nothing_until_the_keys_are_there():
    values = dict(line.split("=", 1) for line in EXAMPLE.splitlines() if re.match("[A-Z_]+=", line))

    with pytest.raises(settings.SettingsError, match="JINLIN_SECRET"):
        settings.from_environment(values)


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "deploy/debian.md"])
def test_every_make_target_that_is_named_exists(page):
    named = set(
        re.findall(r"`(?:cd \S+ && )?make ([a-z]+)", Path(page).read_text(encoding="utf-8"))
    )
    targets = set(re.findall(r"^([a-z]+):", Path("Makefile").read_text(), re.MULTILINE))

    assert named <= targets


@pytest.mark.parametrize(
    ("paper", "weeks"),
    [
        ("deploy/journald/jinlin.conf", r"^MaxRetentionSec=(\d+)week$"),
        ("deploy/logrotate/jinlin", r"^    weekly\n    rotate (\d+)$"),
    ],
)
def test_logs_are_kept_the_half_year_that_the_privacy_page_promises(paper, weeks):
    (kept,) = re.findall(weeks, Path(paper).read_text(encoding="utf-8"), re.MULTILINE)

    assert HALF_A_YEAR < int(kept) < HALF_A_YEAR + 4
    assert f"{paper} " in Path("deploy/debian.md").read_text(encoding="utf-8")


def test_the_log_of_nginx_has_no_query_and_rests_where_it_is_rotated():
    (line,) = re.findall(r"log_format jinlin (.*?);", NGINX, re.DOTALL)
    logs = re.findall(r"^ *(access_log|error_log) +(\S+)(.*?);", NGINX, re.MULTILINE)

    assert not re.search(r"\$(request\b(?!_)|request_uri|args|query|http_|cookie|arg_)", line)
    assert {path for _, path, _ in logs if path != "off"} == {
        "/var/log/jinlin/nginx.log",
        "/var/log/jinlin/nginx-error.log",
    }
    assert {level.strip() for name, _, level in logs if name == "error_log"} == {"crit"}


def test_every_answer_over_tls_insists_on_tls():
    """nginx forgets the headers of the server in a location that has one of its own."""
    locations = re.findall(r"location [^{]+\{([^}]*)\}", NGINX)
    with_headers = [known for known in locations if "add_header" in known]

    assert len(with_headers) == 3
    assert all("add_header Strict-Transport-Security" in known for known in with_headers)
    assert not [known for known in locations if "error_page" in known]


@pytest.mark.parametrize(
    ("words", "arguments"),
    [
        ("Error handling request %s %s", ("GET", "/api/people/persons?q=13859740001")),
        ("Invalid request from ip=10.0.0.7: Invalid HTTP Header: 'X: 13859740001'", ()),
        ('Invalid request line: "GET /x 13859740001 HTTP/9"', ()),
    ],
)
def test_what_gunicorn_logs_has_no_query_either(words, arguments):
    record = logging.LogRecord("gunicorn.error", 40, "", 0, words, arguments, None)
    cut = runpy.run_path("deploy/gunicorn.conf.py")["without_what_was_asked"]

    assert cut(record)
    assert "13859740001" not in record.getMessage()
    assert "request" in record.getMessage()
