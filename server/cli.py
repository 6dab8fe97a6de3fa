"""What an operator types: `python -m server.cli <command>`."""

import secrets as chance
import sys

import click
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from schemas.people_words import Level
from server.app import create_app
from server.core.db import db
from server.core.errors import Refusal
from server.core.trace import write_logs
from server.settings import SECRETS, SettingsError


@click.group()
def cli() -> None:
    """近邻 on the command line."""


@cli.command()
@click.option("--check", is_flag=True, help="Write nothing; fail where something differs.")
def contract(check: bool) -> None:
    """Write schemas/openapi.json and the client's words of states and steps."""
    from server import contract as papers

    app = create_app(**placeholder())
    with app.app_context():
        if not check:
            papers.write(app)
        elif stale := papers.stale(app):
            raise click.ClickException(f"Not as the server says: {stale}. Run `make contract`.")


@cli.command()
def upgrade() -> None:
    """Bring the database to the newest migration."""
    from flask_migrate import upgrade  # only here: it loads Alembic

    with create_app().app_context():
        upgrade(directory="server/migrations")


@cli.command()
def worker() -> None:
    """Do the jobs, until told to stop. The same as `python -m server.worker`."""
    from server import worker as program  # only here: it is a program of its own

    program.main()


@cli.command()
def secrets() -> None:
    """Print fresh keys, one line each, for the environment of a new deployment."""
    for name in SECRETS:
        print(f"JINLIN_{name}={chance.token_urlsafe(36)}")


@cli.command()
@click.argument("name")
@click.option("--level", type=click.Choice([level.value for level in Level]), default="county")
@click.option("--under", metavar="CODE", help="The code of the area above.")
@click.option("--desk-phone", metavar="NUMBER", help="Gives the area a desk with this number.")
def area(name: str, level: str, under: str | None, desk_phone: str | None) -> None:
    """Add a place: the highest with --desk-phone, then `area 龙浔镇 --level town --under CODE`."""
    from server import founding

    with create_app().app_context(), db.session.begin():
        made = founding.found_area(name, Level(level), under=under, desk_phone=desk_phone)
        print(f"{made.name}  {made.level.label}  code {made.code}")


@cli.command()
@click.argument("name")
def administrator(name: str) -> None:
    """Make the first administrator, who signs in with NAME and the password printed once."""
    from server import founding

    with create_app().app_context(), db.session.begin():
        print(f"name {name}\npassword {founding.found_administrator(name)}")


@cli.command("audit-points")
def audit_points() -> None:
    """Replay all postings; name each row that is not as they say, and fail if there is one."""
    with create_app().app_context():
        from server.points import audit  # only here: whoever serves does not look so closely

        found = list(audit.findings())
    for line in found:
        print(line)
    if found:
        raise click.ClickException(f"{len(found)} rows do not add up.")
    print("Everything adds up.")


@cli.command()
@click.option("--scale", type=click.Choice(["dehua-reception"]), help="History, in full size.")
def seed(scale: str | None) -> None:
    """Fill an empty database with the demo: Dehua in small, and print who may sign in."""
    from server.demo import seed as demo  # only here: a deployment has no demonstration

    if scale:
        tell_history()
        return
    with create_app().app_context(), db.session.begin():
        try:
            wishes = demo.seed()
        except demo.CannotSeed as why:
            raise click.ClickException(str(why)) from why
    print(f"{wishes} wishes. Staff sign in with a name and a password:")
    for who, name, password in demo.sign_ins():
        print(f"  {name:16} {password}  {who}")


def tell_history() -> None:
    """What was reported of reception days, into an empty database or beside the demo."""
    from server.demo import history  # only here: a deployment has no demonstration

    with create_app().app_context(), db.session.begin():
        try:
            sessions, matters, solved = history.tell()
        except (history.NotTheDemo, history.AlreadyThere) as why:
            raise click.ClickException(str(why)) from why
    print(f"{sessions} sessions, {matters} matters, {solved} solved, as reported (上报口径).")


def placeholder() -> dict:
    """Settings of an app that will answer nobody: it only describes itself."""
    keys = dict.fromkeys(("SECRET", "DATA_KEY", "LOOKUP_KEY"), "x" * 32)
    return {**keys, "SQLALCHEMY_DATABASE_URI": "postgresql+psycopg://", "DEMO": False}


def app() -> Flask:
    """What gunicorn serves. It believes a proxy's word only where JINLIN_PROXIES counts one."""
    served = create_app()
    write_logs(as_json=served.config["PRODUCTION"])
    if hops := int(served.config["PROXIES"]):
        served.wsgi_app = ProxyFix(served.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
    return served


def main() -> None:
    """What can go wrong before anything starts is said in one line."""
    try:
        cli()
    except SettingsError as wrong:
        sys.exit(f"{wrong}")
    except Refusal as refused:
        sys.exit(f"{refused.title}：{refused.detail}")


if __name__ == "__main__":
    main()
