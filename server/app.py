"""The application: settings in, a ready Flask app out."""

from flask import Flask
from flask_migrate import Migrate

from server import settings
from server.core.body import StrictJson
from server.core.db import ENGINE, db
from server.core.errors import errors
from server.core.headers import register_headers
from server.core.openapi import Document
from server.core.trace import register_trace
from server.files.routes import api as files
from server.files.routes import pages as file_pages
from server.health import health
from server.markets.routes import api as markets
from server.messages.routes import api as messages
from server.occasions.pages import pages as calendar_feeds
from server.occasions.papers import pages as presence_papers
from server.occasions.routes import api as occasions
from server.pages import register_pages
from server.people.routes import api as people
from server.people.session import register_session
from server.points.routes import api as points
from server.reception.routes import api as reception
from server.reports.routes import api as reports
from server.shop.papers import pages as shop_papers
from server.shop.routes import api as shop
from server.tickets.pages import pages as ticket_papers
from server.tickets.routes import api as tickets
from server.wishes.routes import api as wishes

APIS = [
    people,
    messages,
    files,
    points,
    tickets,
    occasions,
    wishes,
    markets,
    shop,
    reception,
    reports,
]


def create_app(**given) -> Flask:
    """The environment decides unless a test says otherwise: `create_app(SECRET=…, …)`."""
    app = Flask(__name__, static_folder=None)
    app.config |= {
        "SQLALCHEMY_ENGINE_OPTIONS": ENGINE,
        "MAX_CONTENT_LENGTH": 11 * 1024 * 1024,
        **(given or settings.from_environment()),
    }
    app.json = StrictJson(app)
    db.init_app(app)
    Migrate(app, db, "server/migrations", compare_server_default=True, render_as_batch=False)
    register_trace(app)
    register_headers(app)
    register_session(app)
    document = Document(app)
    for api in APIS:
        document.register_blueprint(api)
    app.register_blueprint(file_pages)
    app.register_blueprint(ticket_papers)
    app.register_blueprint(presence_papers)
    app.register_blueprint(calendar_feeds)
    app.register_blueprint(shop_papers)
    app.register_blueprint(health)
    register_pages(app)
    app.register_blueprint(errors)
    return app
