"""The test house: one PostgreSQL for the run, a transaction of its own for each test."""

import os

import pytest
from flask_migrate import upgrade
from sqlalchemy import create_engine, make_url, text

from server.app import create_app
from server.core import postgres
from server.core.db import db
from tests.browser import Browser
from tests.clock import Clock
from tests.queries import counted
from tests.standins.sms import SmsGateway
from tests.standins.wechat import WeChat
from tests.work import work_off

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")  # of two in one run; alone it is none
TEMPLATE = f"jinlin_template{WORKER}"


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    """The address of a PostgreSQL in which databases may be made."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield make_url(given)
        return
    server = postgres.start(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield make_url(postgres.address(server))
    server.cleanup()


@pytest.fixture(scope="session")
def the_wechat():
    with WeChat() as standin:
        yield standin


@pytest.fixture(scope="session")
def the_sms_gateway():
    with SmsGateway() as standin:
        yield standin


@pytest.fixture(scope="session")
def house_settings(tmp_path_factory, the_wechat, the_sms_gateway):
    """All of them, said aloud: a test never reads the environment."""
    return {
        "SECRET": "a secret that is only good for tests",
        "DATA_KEY": "a data key that is only good for tests",
        "LOOKUP_KEY": "a lookup key that is only good for tests",
        "DEMO": False,
        "PRODUCTION": False,
        "TESTING": True,
        "WECHAT_APPID": the_wechat.appid,
        "WECHAT_SECRET": the_wechat.secret,
        "WECHAT_BASE": the_wechat.base,
        "SMS_BASE": the_sms_gateway.base,
        "SMS_KEY": the_sms_gateway.key,
        "PUBLIC_URL": "https://jinlin.example",
        "FILES_DIR": str(tmp_path_factory.mktemp("files")),
        "CLIENT_DIR": str(tmp_path_factory.mktemp("client")),
        "ISSUER": "jinlin-tests",
    }


@pytest.fixture(scope="session")
def maintenance(cluster):
    """A connection from which databases are made and dropped."""
    engine = create_engine(cluster, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture(scope="session")
def build_app(cluster, house_settings):
    def build(database: str):
        url = cluster.set(database=database).render_as_string(hide_password=False)
        return create_app(SQLALCHEMY_DATABASE_URI=url, **house_settings)

    return build


@pytest.fixture(scope="session")
def template_database(maintenance, build_app):
    """A database as a deployment has it, made once and copied."""
    maintenance.execute(text(f"DROP DATABASE IF EXISTS {TEMPLATE} WITH (FORCE)"))
    maintenance.execute(text(f"CREATE DATABASE {TEMPLATE}"))
    app = build_app(TEMPLATE)
    with app.app_context():
        upgrade(directory="server/migrations")
        db.engine.dispose()
    yield TEMPLATE
    maintenance.execute(text(f"DROP DATABASE {TEMPLATE} WITH (FORCE)"))


@pytest.fixture(scope="session")
def new_app(maintenance, template_database, build_app):
    """An app on a fresh database of its own, dropped in the end."""
    apps = {}

    def build(name: str):
        name += WORKER
        maintenance.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        maintenance.execute(text(f"CREATE DATABASE {name} TEMPLATE {template_database}"))
        apps[name] = build_app(name)
        return apps[name]

    yield build
    for name, app in apps.items():
        with app.app_context():
            db.engine.dispose()
        maintenance.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def application(new_app):
    return new_app("tests")


@pytest.fixture(autouse=True)
def app(application):
    """Each test lives in a transaction that is thrown away; a commit inside it is a savepoint. What
    goes wrong in one test, a lost connection too, is not handed on to the next."""
    with application.app_context():
        engine = db.engines[None]
        with engine.connect() as connection, connection.begin() as whole_test:
            try:
                db.engines[None] = connection
                db.session.configure(join_transaction_mode="create_savepoint")
                yield application
                db.session.remove()
                assert not db.session.registry.registry, "a session outlived its app context"
            finally:
                db.engines[None] = engine
                db.session.registry.registry.clear()  # by dead ids, which come back
                db.session.configure(join_transaction_mode="conditional_savepoint")
            whole_test.rollback()


@pytest.fixture
def web(app):
    return Browser(app)


@pytest.fixture
def get(web):
    """GET as somebody; what the test holds is read anew afterwards."""
    return _then_forget(web.get)


@pytest.fixture
def post(web):
    return _then_forget(web.post)


@pytest.fixture
def work(app):
    """Do every job that is due: `work()`. What the test holds is read anew afterwards."""
    return _then_forget(work_off)


def _then_forget(run):
    def then_forget(*args, **kwargs):
        answer = run(*args, **kwargs)
        db.session.expire_all()
        return answer

    return then_forget


@pytest.fixture
def clock():
    """Time stands still at 2026-03-05 09:00 in Dehua, until told to go on. Ask for it first: what
    is made before it is of another day."""
    with Clock() as clock:
        yield clock


@pytest.fixture
def count_queries(app):
    """with count_queries() as asked: …; assert len(asked) == 3. Savepoints do not count."""
    return lambda: counted(db.engines[None])


@pytest.fixture
def wechat(the_wechat):
    """WeChat as it stands in: `wechat.code_for("openid")`."""
    the_wechat.received.clear()
    return the_wechat


@pytest.fixture
def sms(the_sms_gateway):
    the_sms_gateway.received.clear()
    return the_sms_gateway
