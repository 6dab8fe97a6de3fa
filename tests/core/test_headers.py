"""Every answer tells the browser to guess nothing, and lets nobody put it into a frame."""

from contextvars import Context

import pytest

from server.files import service
from tests import make
from tests import make_tickets as tickets
from tests.files.pictures import colours, jpeg

PATHS = [
    *("/", "/docs", "/docs/reference.js", "/openapi.json", "/favicon.ico", "/q/t/abc"),
    *("/healthz", "/readyz", "/nowhere", "/files/none", "/papers/none.pdf"),
    *("/api/tickets/categories", "/api/tickets/mine", "/api/nowhere"),
]


@pytest.fixture
def headers(app):
    return lambda path: Context().run(app.test_client().get, path, buffered=True).headers


@pytest.fixture
def picture(post):
    sent = ("photo.jpg", jpeg(colours(40, 30)))
    return post("/api/files/", by=make.person(), kind="picture", file=sent).json["url"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_guessed_framed_or_told_to_others(headers, path):
    told = headers(path)

    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["X-Frame-Options"] == "DENY"
    assert told["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in told["Content-Security-Policy"]
    assert "default-src '" in told["Content-Security-Policy"]
    assert "http" not in told["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/api/tickets/categories", "/api/nowhere", "/healthz"])
def test_what_is_no_page_loads_nothing(headers, path):
    assert headers(path)["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_picture_is_a_picture_in_a_box_of_its_own(headers, picture):
    told = headers(picture)

    assert told["Content-Type"] == "image/jpeg"
    assert told["Content-Disposition"] == "inline; filename=jinlin.jpg"
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["X-Frame-Options"] == "DENY"
    assert "sandbox" in told["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in told["Content-Security-Policy"]


def test_a_voice_is_a_voice(headers, app):
    token = service.store().put(b"ID3", ".mp3")

    assert headers(service.address(token))["Content-Type"] == "audio/mpeg"


def test_a_paper_may_be_drawn_by_the_browser_and_framed_by_nobody(get):
    ticket = tickets.wish()
    told = get(f"/api/tickets/{ticket.id}/receipt.pdf", by=ticket.wisher).headers

    assert told["Content-Type"] == "application/pdf"
    assert "frame-ancestors 'none'" in told["Content-Security-Policy"]
    assert "default-src" not in told["Content-Security-Policy"]


def test_only_the_place_that_speaks_tls_tells_browsers_to_insist_on_it(headers):
    assert "Strict-Transport-Security" not in headers("/")
