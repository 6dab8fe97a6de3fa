"""Keyset paging: a page goes on where the one before ended, however many rows came in between."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

from flask import request
from itsdangerous import BadData, URLSafeSerializer
from marshmallow import ValidationError
from sqlalchemy import Select, and_, literal, or_
from sqlalchemy.sql import operators

from server.core.db import db
from server.core.keys import keys


class Page(NamedTuple):
    items: list
    next: str | None


class Key(NamedTuple):
    """A rising order that is no column of the row: an expression, and how to read it off a row."""

    column: Any
    read: Callable[[Any], Any]


def page(query: Select, form: dict, *, order: tuple) -> Page:
    """`order`: columns of the selected model, each plain (rising) or `.desc()`, or a Key; none
    nullable, the last one unique and unchanging."""
    limit, cursor = form["limit"], form.get("cursor")
    order = tuple(map(_as_key, order))
    if cursor is not None:
        query = query.where(_after(order, _read(cursor, len(order))))
    rows = db.session.scalars(query.order_by(*[key.column for key in order]).limit(limit + 1)).all()
    if len(rows) <= limit:
        return Page(rows, None)
    rows = rows[:limit]
    return Page(rows, _cursors().dumps([key.read(rows[-1]) for key in order]))


def edge(form: dict, length: int) -> list | None:
    """The keys after which the page begins: for a query that limits before it is put together."""
    cursor = form.get("cursor")
    return None if cursor is None else _read(cursor, length)


def _as_key(ordered) -> Key:
    if isinstance(ordered, Key):
        return ordered
    return Key(ordered, attrgetter(_bare(ordered).key))


def _after(order: tuple[Key, ...], last: list):
    """What comes after `last`: written out column by column, for rising and falling ones mix. The
    first condition alone bounds the index scan."""
    either, same = [], []
    for key, value in zip(order, last, strict=True):
        bare = _bare(key.column)
        edge = literal(value, bare.type)
        either.append(and_(*same, bare < edge if _falls(key.column) else bare > edge))
        same.append(bare == edge)
    first = _bare(order[0].column)
    edge = literal(last[0], first.type)
    return and_(first <= edge if _falls(order[0].column) else first >= edge, or_(*either))


def _bare(ordered):
    return ordered.element if _falls(ordered) else ordered


def _falls(ordered) -> bool:
    return getattr(ordered, "modifier", None) is operators.desc_op


def _read(cursor: str, length: int) -> list:
    try:
        last = _cursors().loads(cursor)
    except BadData as error:
        raise ValidationError("这一页已经失效，请从第一页看起", "cursor") from error
    if len(last) != length:  # the same list in another order
        raise ValidationError("这一页已经失效，请从第一页看起", "cursor")
    return last


def _cursors() -> URLSafeSerializer:
    """Signed, so that what comes back is what was given, and for this list; moments as text."""
    salt = f"cursor:{request.endpoint}"
    return URLSafeSerializer(keys("SECRET", "cursors"), salt, serializer_kwargs={"default": str})
