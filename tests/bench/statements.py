"""The statement of a purse at the demo's size, and among ten million postings."""

from pathlib import Path
from statistics import median

from sqlalchemy import make_url, text

from server.core.db import db
from server.people.models import Person
from server.people.sign_ins import begin_sign_in
from server.people.tokens import Claims, write_token
from tests.bench import servers
from tests.bench.load import run
from tests.bench.pages import ASKED, TURNS, app, database

POSTINGS, PURSES = 10_000_000, 20_000
# Of others, in the same scheme; the indexes are made anew afterwards, which takes half the time.
INDEXES = text("""
    SELECT indexname, indexdef FROM pg_indexes
    WHERE tablename = 'postings' AND indexname <> 'pk_postings'""")
ACCOUNTS = """
    INSERT INTO accounts (scheme_id, name, kind, balance)
    SELECT :scheme_id, 'person:' || -n, 'person', 0 FROM generate_series(1, :purses) n"""
MANY = """
    INSERT INTO postings (scheme_id, source, target, amount, why, reason, known, posted_at)
    SELECT :scheme_id, (SELECT name FROM accounts WHERE kind = 'pool' LIMIT 1),
        'person:' || -(1 + n % :purses), 1, 'grant', 'many:' || n, '{}', now()
    FROM generate_series(1, :postings) n"""
BUSIEST = text("""
    SELECT scheme_id, substr(target, 8)::int AS person_id FROM postings
    WHERE target ~ '^person:[0-9]+$' GROUP BY 1, 2 ORDER BY count(*) DESC, 2 LIMIT 1""")


def measure(address: str, folder: Path) -> dict:
    """`address`: of a server that has the database "small" of the pages already."""
    small = make_url(address).set(database="small").render_as_string(hide_password=False)
    large = database(address, "millions", template="small")
    with app(small).app_context():
        scheme_id, person_id = db.session.execute(BUSIEST).one()
        db.session.remove()
    tokens = [_token(url, person_id) for url in (small, large)]
    with app(large).app_context():
        make_many(scheme_id)
        db.engine.dispose()
    path = f"/api/points/entries?scheme_id={scheme_id}"
    with (
        servers.serving(servers.OURS, small, folder) as at_demo,
        servers.serving(servers.OURS, large, folder) as at_millions,
    ):
        return {"statement": compared(path, (at_demo, at_millions), tokens)}


def _token(url: str, person_id: int) -> str:
    with app(url).app_context():
        person = db.session.get_one(Person, person_id)
        begun = begin_sign_in(person, "demo")
        db.session.commit()
        token = write_token(Claims(person.id, begun.id, person.session_version))
        db.engine.dispose()
        return token


def make_many(scheme_id: int) -> None:
    known = {"scheme_id": scheme_id, "purses": PURSES, "postings": POSTINGS}
    made = db.session.execute(INDEXES).all()
    db.session.execute(text("SET LOCAL session_replication_role = replica"))
    db.session.execute(text("SET LOCAL statement_timeout = 0"))
    db.session.execute(text("ALTER TABLE postings DROP CONSTRAINT uq_postings_reason"))
    for name, _ in made:
        db.session.execute(text(f"DROP INDEX IF EXISTS {name}"))
    db.session.execute(text(ACCOUNTS), known)
    db.session.execute(text(MANY), known)
    for _, definition in made:
        db.session.execute(text(definition))
    db.session.commit()
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text("VACUUM ANALYZE postings"))


def compared(path: str, ports: tuple[int, int], tokens: list[str]) -> dict:
    took: dict[int, list[float]] = {port: [] for port in ports}
    for turn in range(TURNS + 1):
        for port, token in zip(ports, tokens, strict=True):
            asks = [lambda token=token: ("GET", path, token, None)] * ASKED
            slice_ = run(port, 1, asks, lambda answer: True)
            took[port] += slice_.each if turn else []  # the first one warms it up
    small, large = (1000 * median(took[port]) for port in ports)
    return {
        "demo_ms": round(small, 2),
        "millions_ms": round(large, 2),
        "ratio": round(large / small, 2),
    }
