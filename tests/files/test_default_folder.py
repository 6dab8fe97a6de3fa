"""The settings nobody made are good enough to run with: what is kept can be opened."""

from contextvars import Context

import pytest

from server import settings
from server.app import create_app
from server.files import service
from tests.files.pictures import colours, jpeg


@pytest.fixture
def started(tmp_path, monkeypatch):
    """The app as `make run` starts it: from the environment, in a folder of its own."""
    keys = {f"JINLIN_{name}": "good for this one test and no other" for name in settings.SECRETS}
    monkeypatch.chdir(tmp_path)
    app = create_app(**settings.from_environment(keys | {"DATABASE_URL": "postgresql+psycopg://"}))
    with app.app_context():
        yield app


@pytest.mark.parametrize(("suffix", "kind"), [(".jpg", "image/jpeg"), (".mp3", "audio/mpeg")])
def test_what_is_kept_can_be_opened(started, suffix, kind):
    sent = jpeg(colours(40, 30))
    address = service.address(service.store().put(sent, suffix))

    answer = Context().run(started.test_client().get, address, buffered=True)

    assert (answer.status_code, answer.data, answer.mimetype) == (200, sent, kind)


def test_it_is_kept_where_the_server_was_started(started, tmp_path):
    service.store().put(b"", ".mp3")

    assert list((tmp_path / ".run/files").glob("*/*/*.mp3"))


@pytest.mark.parametrize("page", ["/", "/docs"])
def test_pages_are_found_too(started, tmp_path, page):
    built = tmp_path / "miniprogram/dist/build/h5/index.html"
    built.parent.mkdir(parents=True)
    built.write_text("the client")

    assert Context().run(started.test_client().get, page, buffered=True).status_code == 200
