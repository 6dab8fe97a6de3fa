"""What an operator types: `python -m server.cli <command>`."""

import click
from flask import Flask

from server.app import create_app


@click.group()
def cli() -> None:
    """近邻 on the command line."""


@cli.command()
def contract() -> None:
    """Write schemas/openapi.json and the client's words of states and steps."""
    from server import contract as papers

    app = create_app(**placeholder())
    with app.app_context():
        papers.write(app)


def placeholder() -> dict:
    """Settings of an app that will answer nobody: it only describes itself."""
    keys = dict.fromkeys(("SECRET", "DATA_KEY", "LOOKUP_KEY"), "x" * 32)
    return {**keys, "SQLALCHEMY_DATABASE_URI": "postgresql+psycopg://", "DEMO": False}


def app() -> Flask:
    return create_app()


if __name__ == "__main__":
    cli()
