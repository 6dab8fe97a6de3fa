"""Keeping what people send: cleaned, stored under names nobody guesses, shown by signed address."""

from datetime import timedelta
from pathlib import Path

from flask import current_app
from sqlalchemy import select
from werkzeug.datastructures import FileStorage

from schemas.files import FileKind
from server.core import clock
from server.core.db import db
from server.core.keys import keys
from server.files import links, quota
from server.files.models import File
from server.files.pictures import clean_picture
from server.files.store import Store
from server.files.voice import clean_voice
from server.people.actor import Actor

SHOWN_FOR = timedelta(hours=1)
LONGEST_UPLOAD = 10 * 1024 * 1024 + 1  # one byte more than allowed tells that it is too large
UNATTACHED = timedelta(days=1)


def store() -> Store:
    return Store(Path(current_app.config["FILES_DIR"]))


def send_file(kind: FileKind, upload: FileStorage, *, by: Actor) -> File:
    """Clean and keep it. The bytes are on disk before the row is committed: a failed request leaves
    an orphan, which the sweep removes; a committed row never lacks its bytes."""
    quota.check_quota(by)
    sent = upload.stream.read(LONGEST_UPLOAD)
    with quota.cleaning(by):
        row = _picture(sent) if kind is FileKind.PICTURE else _voice(sent)
    row.sent_by_id = by.id
    db.session.add(row)
    return row


def _picture(sent: bytes) -> File:
    picture = clean_picture(sent)
    token, thumb = store().put(picture.full, ".jpg"), store().put(picture.thumbnail, ".jpg")
    return File(kind="picture", token=token, thumb_token=thumb, bytes=len(picture.full))


def _voice(sent: bytes) -> File:
    voice = clean_voice(sent)
    token = store().put(voice.mp3, ".mp3")
    return File(kind="voice", token=token, seconds=round(voice.seconds), bytes=len(voice.mp3))


def address(token: str) -> str:
    """Where it can be fetched for an hour, without signing in: pictures cannot send a token."""
    return f"/files/{token}?s={signature(token, 'full')}"


def signature(token: str, variant: str) -> str:
    return links.sign(token, variant, keys=_keys(), now=clock.now(), lifetime=SHOWN_FOR)


def check_signature(token: str, variant: str, signature: str) -> None:
    links.check(token, variant, signature, keys=_keys(), now=clock.now())


def opened(token: str, signature: str) -> Path:
    check_signature(token, "full", signature)
    return store().path(token)


def _keys() -> list[bytes]:
    return keys("SECRET", links.PURPOSE)


def shown(actor: Actor, file: File) -> dict:
    return {
        "id": file.id,
        "kind": FileKind(file.kind),
        "url": address(file.token),
        "thumb_url": file.thumb_token and address(file.thumb_token),
        "seconds": file.seconds,
    }


def sweep() -> int:
    """Rows never attached go after a day, bytes without a row after another."""
    old = clock.now() - UNATTACHED
    for row in db.session.scalars(
        select(File).where(File.attached_at.is_(None), File.sent_at < old)
    ):
        db.session.delete(row)
    db.session.flush()
    return store().sweep(_known, older_than=old)


def _known(tokens: set[str]) -> set[str]:
    query = select(File.token, File.thumb_token).where(
        File.token.in_(tokens) | File.thumb_token.in_(tokens)
    )
    return {token for row in db.session.execute(query) for token in row if token}
