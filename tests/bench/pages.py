"""Calendar and session page at the demo's size and at a hundred times of it."""

import json
from pathlib import Path
from statistics import median

from sqlalchemy import create_engine, make_url, text

from server.app import create_app
from server.core.db import db
from server.demo.seed import seed
from server.settings import from_environment
from tests.bench import bigger, servers
from tests.bench.load import Client, run

ASKED, TURNS = 150, 4  # requests of a slice; slices of each server
PATHS = {
    "calendar": "/api/occasions/sessions?area_id={area}",
    "calendar_county": "/api/occasions/sessions",
    "session_page": "/api/occasions/sessions/{session}",
}


def measure(address: str, folder: Path) -> dict:
    """`address`: of a server in which databases may be made."""
    small, large = database(address, "small"), database(address, "large", template="small")
    with app(large).app_context():
        bigger.make_bigger()
    for url in (small, large):
        with app(url).app_context():
            bigger.analyse()
            db.engine.dispose()
    with (
        servers.serving(servers.OURS, small, folder) as at_demo,
        servers.serving(servers.OURS, large, folder) as at_hundred,
    ):
        return {name: compared(path, at_demo, at_hundred) for name, path in PATHS.items()}


def compared(path: str, at_demo: int, at_hundred: int) -> dict:
    path = path.format(**_known(at_demo))
    took: dict[int, list[float]] = {at_demo: [], at_hundred: []}
    for turn in range(TURNS + 1):
        for port in (at_demo, at_hundred):
            asks = [lambda: ("GET", path, None, None)] * ASKED
            slice_ = run(port, 1, asks, lambda answer: True)
            took[port] += slice_.each if turn else []  # the first one warms it up
    small, large = (1000 * median(took[port]) for port in (at_demo, at_hundred))
    return {
        "demo_ms": round(small, 2),
        "hundredfold_ms": round(large, 2),
        "ratio": round(large / small, 2),
    }


def _known(port: int) -> dict:
    """The estate and the session that are looked at: of the first card in the calendar."""
    _, answer = Client(port).ask("GET", "/api/occasions/sessions", None, None)
    card = json.loads(answer)["items"][0]
    return {"area": card["area_id"], "session": card["id"]}


def database(address: str, name: str, template: str | None = None) -> str:
    """Seeded, or a copy of one that is."""
    engine = create_engine(make_url(address), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        origin = f" TEMPLATE {template}" if template else ""
        connection.execute(text(f"CREATE DATABASE {name}{origin}"))
    engine.dispose()
    url = make_url(address).set(database=name).render_as_string(hide_password=False)
    if template is None:
        _fill(url)
    return url


def _fill(url: str) -> None:
    from flask_migrate import upgrade  # only here: it loads Alembic

    with app(url).app_context():
        upgrade(directory="server/migrations")
        with db.session.begin():
            seed()
        db.engine.dispose()


def app(url: str):
    known = {**servers.KEYS, "JINLIN_ENV": "", "DATABASE_URL": url}
    return create_app(**from_environment(known))
