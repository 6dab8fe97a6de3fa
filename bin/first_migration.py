"""Write migration 0001 anew from the models: until the first release; afterwards add new ones."""

import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy.orm import configure_mappers

from server.app import create_app
from server.cli import placeholder
from server.core import postgres

VERSIONS = Path("server/migrations/versions")
GUARDS = VERSIONS / "0002_guards.py"


def main() -> None:
    """The embedded server's own database is empty: what is in the models is what is missing."""
    for old in VERSIONS.glob("0001_*.py"):
        old.unlink()
    kept = GUARDS.read_text()
    GUARDS.unlink()
    with tempfile.TemporaryDirectory() as folder:
        server = postgres.start(Path(folder))
        try:
            write(postgres.address(server))
        finally:
            GUARDS.write_text(kept)
            server.cleanup()


def write(url: str) -> None:
    app = create_app(**placeholder() | {"SQLALCHEMY_DATABASE_URI": url})
    with app.app_context():
        configure_mappers()
        config = app.extensions["migrate"].migrate.get_config("server/migrations")
        command.revision(config, "tables", autogenerate=True, rev_id="0001")


main()
