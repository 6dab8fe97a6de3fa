"""Content on disk: found by its token, by nothing else, and swept when nobody knows it."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from server.core.errors import NotFound
from server.files.store import Store

NOW = datetime(2026, 11, 22, 7, 20, tzinfo=UTC)
YESTERDAY = NOW - timedelta(days=1)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "content")


def test_what_is_put_is_found_by_its_token(store):
    token = store.put(b"a picture", ".jpg")

    assert store.path(token).read_bytes() == b"a picture"


def test_a_name_cannot_be_guessed_from_the_content_or_from_another_name(store):
    tokens = {store.put(b"the same", ".jpg") for _ in range(3)}

    assert len(tokens) == 3
    assert all(len(bytes.fromhex(token.removesuffix(".jpg"))) * 8 == 256 for token in tokens)


def test_only_the_server_may_read_it_and_nothing_else_lies_about(store):
    path = store.path(store.put(b"a picture", ".jpg"))

    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [other.name for other in path.parent.iterdir()] == [path.name]
    assert len(path.relative_to(store.root).parts) == 3


def test_what_is_removed_is_gone_and_may_be_removed_again(store):
    token = store.put(b"a picture", ".jpg")

    store.remove(token)
    store.remove(token)

    assert not store.path(token).exists()


@pytest.mark.parametrize(
    "name",
    [
        "", "..", "../../etc/passwd", "/etc/passwd", "ab/../../x.jpg", "a" * 64, "a" * 64 + ".exe",
        "A" * 64 + ".jpg", "a" * 64 + ".jpg\n", "a" * 60 + "/../.jpg", "a" * 63 + "\0.jpg",
        "０" * 64 + ".jpg",
    ],
)  # fmt: skip
def test_what_is_no_token_is_not_found(store, name):
    with pytest.raises(NotFound):
        store.path(name)
    with pytest.raises(NotFound):
        store.remove(name)


def test_a_kind_of_content_we_do_not_keep_is_a_mistake_of_ours(store):
    with pytest.raises(ValueError, match=r"\.html"):
        store.put(b"<script>", ".html")


def test_a_sweep_takes_the_old_that_nobody_knows(store):
    known, unknown, young = (store.put(b"x", ".jpg") for _ in range(3))
    for token in (known, unknown):
        age(store.path(token), YESTERDAY - timedelta(hours=1))
    age(store.path(young), YESTERDAY + timedelta(hours=1))

    removed = store.sweep(known={known}.intersection, older_than=YESTERDAY)

    assert removed == 1
    assert [store.path(token).exists() for token in (known, unknown, young)] == [True, False, True]


def test_a_sweep_takes_what_a_crash_left_unfinished(store):
    token = store.put(b"x", ".jpg")
    half = store.path(token).with_name("half.unfinished")
    half.write_bytes(b"x")
    age(half, YESTERDAY - timedelta(hours=1))

    store.sweep(known=set, older_than=YESTERDAY)

    assert not half.exists()
    assert store.path(token).exists()


def test_a_sweep_of_an_empty_house_is_nothing(store):
    assert store.sweep(known=set, older_than=NOW) == 0


def age(path, moment):
    os.utime(path, (moment.timestamp(), moment.timestamp()))
