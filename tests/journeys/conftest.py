"""Journeys: the real server, the real client in Chromium, and one phone for each person."""

from contextlib import ExitStack, suppress
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
import time_machine
from playwright.sync_api import Error, expect
from sqlalchemy import text

from server.app import create_app
from server.core import clock as clocks
from server.core.db import db
from tests.conftest import WORKER
from tests.journeys.build import h5_build
from tests.journeys.chromium import COMPUTER, PHONE, filming, launched, signed_in
from tests.journeys.live import live
from tests.journeys.visitor import Visitor

PATIENCE_MS = 10_000  # the machine may be busy; what is awaited comes, or the test fails
MORNING = {"hour": 10, "minute": 0, "second": 0, "microsecond": 0}
KEPT = Path(".run/journeys")  # what the browser looked like when a test failed

# A browser's clock goes by what the test tells when the phone is taken, and goes on from there.
WATCH = """
    const ahead = %f, Plain = Date
    Date = class extends Plain {
        constructor(...given) {
            if (given.length) super(...given)
            else super(Plain.now() + ahead)
        }
        static now() { return Plain.now() + ahead }
    }
"""

_serial = count(1)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report


@pytest.fixture(scope="package")
def chromium():
    """One for the whole run. Of the package, not the session: its event loop must not be running
    when tests elsewhere start loops of their own."""
    expect.set_options(timeout=PATIENCE_MS)
    with launched() as browser:
        yield browser


@pytest.fixture(scope="package")
def journey_settings(house_settings, request):
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():  # that it builds is said at the terminal
        build = h5_build()
    return house_settings | {"CLIENT_DIR": str(build), "DEMO": True}


@pytest.fixture(autouse=True)
def morning():
    """Ten o'clock of today, and time goes on: what is held "now" must not begin yesterday because
    the tests run at midnight. A test may tell another time."""
    with time_machine.travel(clocks.local(clocks.now()).replace(**MORNING)):
        yield


@pytest.fixture
def app(maintenance, template_database, cluster, journey_settings):
    """In place of the transaction that is thrown away: a database for each journey."""
    name = f"journey_{next(_serial)}{WORKER}"
    maintenance.execute(text(f"CREATE DATABASE {name} TEMPLATE {template_database}"))
    url = cluster.set(database=name).render_as_string(hide_password=False)
    app = create_app(SQLALCHEMY_DATABASE_URI=url, **journey_settings)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    maintenance.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def address(app):
    with live(app) as address:
        app.config["PUBLIC_URL"] = address
        yield address


@pytest.fixture
def phone_of(address, chromium, request):
    """`phone_of(person)`: the client on a phone of their own, where they are signed in; nobody is
    signed in on `phone_of(None)`. `camera`: a film that its camera sees. In the end every phone
    must be without trouble."""
    visitors, filmed = [], []

    def take(person=None, *, on=PHONE, camera=None, **stored) -> Visitor:
        db.session.commit()  # a test that waits for a page holds no transaction
        if camera:
            filmed.append(filming(chromium, camera))
        browser = filmed[-1] if camera else chromium
        context = browser.new_context(base_url=address, locale="zh-CN", **on)
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(WATCH % _ahead_ms())
        context.tracing.start(snapshots=True)
        visitor = Visitor(context, address)
        visitor.keep(**{"look-answered": True}, **stored, **signed_in(address, person))
        visitors.append(visitor)
        return visitor

    yield take
    for n, visitor in enumerate(visitors):
        _close(visitor, KEPT / f"{request.node.name}-{n}", getattr(request.node, "failed", True))
    for browser in filmed:
        browser.close()
    assert [trouble for visitor in visitors for trouble in visitor.troubles] == []


@pytest.fixture
def computer_of(phone_of):
    return lambda person, **stored: phone_of(person, on=COMPUTER, **stored)


def _ahead_ms() -> float:
    """How far the server's clock, as the test tells it, is ahead of the browser's."""
    really = time_machine.escape_hatch.datetime.datetime.now(clocks.SHANGHAI)
    return (clocks.now() - really) / timedelta(milliseconds=1)


def _close(visitor: Visitor, kept: Path, failed: bool) -> None:
    if not failed:
        visitor.context.tracing.stop()
        visitor.context.close()
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    visitor.context.tracing.stop(path=f"{kept}.zip")
    for n, page in enumerate(visitor.context.pages):
        with suppress(Error):  # the test's own failure matters more
            Path(f"{kept}-{n}.txt").write_text(f"{page.url}\n{page.inner_text('body')}")
            page.screenshot(path=f"{kept}-{n}.png", timeout=3000)
    visitor.context.close()


@pytest.fixture
def later():
    """`later(days=8)`: the server's clock goes on from there. Browsers keep the time they were
    taken at."""
    with ExitStack() as travels:

        def later(**duration) -> None:
            then = clocks.now() + timedelta(**duration)
            travels.enter_context(time_machine.travel(then))

        yield later
