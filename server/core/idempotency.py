"""Asked twice, done once: the first answer is kept with its effect and given again, as long as
whoever asks has the rights they had."""

import re
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from flask import request
from sqlalchemy import text
from sqlalchemy.orm import Mapped, mapped_column

from server.core.crypto import seal, unseal
from server.core.db import db
from server.core.errors import Refusal

KEY = re.compile(r'("?)([0-9A-Za-z-]{8,64})\1')  # "quoted" as in RFC 8941, or bare


# The lock tells "still running" at once instead of waiting for it; it falls with the transaction.
# The primary key sees what was committed after this statement began, which a SELECT would not.
CLAIM = text("""
    INSERT INTO kept_answers (actor_id, operation, key, request_hash, kept_at)
    SELECT :actor_id, :operation, :key, :request_hash, now()
    WHERE pg_try_advisory_xact_lock(hashtextextended(:scope, 0))
    ON CONFLICT DO NOTHING RETURNING key""")
LOOK = text("""
    SELECT request_hash, status, body FROM kept_answers
    WHERE (actor_id, operation, key) = (:actor_id, :operation, :key)""")
BY_AN_ALIAS = text("""
    SELECT EXISTS (SELECT FROM kept_answers
    WHERE actor_id = ANY(:aliases) AND (operation, key) = (:operation, :key))""")
KEEP = text("""
    UPDATE kept_answers SET status = :status, mimetype = :mimetype, body = :body
    WHERE (actor_id, operation, key) = (:actor_id, :operation, :key)""")


class KeyMissing(Refusal):
    status, code, title = 400, "key_missing", "请求不完整"
    detail = "请更新到最新版本后再试"


class KeyReused(Refusal):
    status, code, title = 422, "key_reused", "请求重复而内容不同"
    detail = "请返回上一页，重新提交一次"


class StillRunning(Refusal):
    code, title, detail = "still_running", "正在办理", "请稍等几秒，不要重复提交"
    headers = {"Retry-After": "1"}


class AnsweredBefore(Refusal):
    code, title = "answered_before", "已经办过了"
    detail = "这件事之前已经办好，不用再办；返回后请刷新再看"


class KeptAnswer(db.Model):
    """What somebody was told, per operation and key, for 7 days. A claim without an answer is never
    committed. No foreign key: it would lock the person's row for each request."""

    __tablename__ = "kept_answers"

    actor_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    operation: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    request_hash: Mapped[bytes]
    status: Mapped[int | None]
    mimetype: Mapped[str | None]
    body: Mapped[str | None]  # sealed: answers hold telephone numbers; before it a line of rights
    kept_at: Mapped[datetime] = mapped_column(index=True)


class Answer(NamedTuple):
    status: int
    body: str  # or the id of a row that is told by audience, and told anew


def recall(actor) -> Answer | None:
    """Claim the key for this transaction, or give the answer it has. If the first try fails, its
    claim is rolled back with everything else and the next try is a first one."""
    name, asked = _name(actor), _fingerprint()
    scope = "{actor_id}:{operation}:{key}".format(**name)
    if db.session.scalar(CLAIM, {**name, "request_hash": asked, "scope": scope}):
        if actor.aliases and _asked_by_an_alias(actor, name):
            raise AnsweredBefore
        return None
    kept = db.session.execute(LOOK, name).one_or_none()
    if kept is None:
        raise StillRunning
    if bytes(kept.request_hash) != asked:
        raise KeyReused
    rights, _, body = unseal(kept.body).partition("\n")
    if rights != _rights(actor):
        raise AnsweredBefore
    return Answer(kept.status, body)


def _asked_by_an_alias(actor, name: dict) -> bool:
    """Sent before two accounts of one person were put together, and again afterwards."""
    return db.session.scalar(BY_AN_ALIAS, {**name, "aliases": list(actor.aliases)})


def keep(actor, status: int, mimetype: str, body: str) -> None:
    answer = {"status": status, "mimetype": mimetype, "body": seal(f"{_rights(actor)}\n{body}")}
    db.session.execute(KEEP, {**_name(actor), **answer})


def _rights(actor) -> str:
    """Whoever lost a role since, or an account that was theirs, must not read what it opened."""
    held = (sorted(map(repr, actor.grants)), sorted(actor.aliases))
    return sha256(repr(held).encode()).hexdigest()


def _name(actor) -> dict:
    key = KEY.fullmatch(request.headers.get("Idempotency-Key", ""))
    if key is None:
        raise KeyMissing
    return {"actor_id": actor.id, "operation": request.endpoint, "key": key[2]}


def _fingerprint() -> bytes:
    """Of which row, and of what was said: a key serves one intention only. An uploaded file is
    parsed from the stream; its own hash is part of what the form says."""
    said = request.get_data(parse_form_data=True)
    for name, upload in sorted(request.files.items()):
        said += name.encode() + sha256(upload.stream.read()).digest()
        upload.stream.seek(0)
    return sha256(request.full_path.encode() + b"\n" + said).digest()
