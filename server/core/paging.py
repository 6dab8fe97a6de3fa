"""Keyset paging: a page goes on where the one before ended, however many rows came in between."""

from typing import NamedTuple

from flask import request
from itsdangerous import BadData, URLSafeSerializer
from marshmallow import ValidationError
from sqlalchemy import Select, and_, literal, or_

from server.core.db import db
from server.core.keys import keys


class Page(NamedTuple):
    items: list
    next: str | None


def page(query: Select, form: dict, *, order: tuple) -> Page:
    """`order`: columns of the selected model, each plain (rising) or `.desc()`, none nullable, the
    last one unique and unchanging."""
    limit, cursor = form["limit"], form.get("cursor")
    if cursor is not None:
        query = query.where(_after(order, _read(cursor, len(order))))
    rows = db.session.scalars(query.order_by(*order).limit(limit + 1)).all()
    if len(rows) <= limit:
        return Page(rows, None)
    rows = rows[:limit]
    return Page(rows, _cursors().dumps([getattr(rows[-1], _column(o).key) for o in order]))


def _after(order: tuple, last: list):
    """What comes after `last`: written out column by column, for rising and falling ones mix. The
    first condition alone bounds the index scan."""
    either, same = [], []
    for column, value in zip(order, last, strict=True):
        bare = _column(column)
        edge = literal(value, bare.type)
        either.append(and_(*same, bare < edge if _falls(column) else bare > edge))
        same.append(bare == edge)
    first, edge = _column(order[0]), literal(last[0], _column(order[0]).type)
    bound = first <= edge if _falls(order[0]) else first >= edge
    return and_(bound, or_(*either))


def _column(ordered):
    return getattr(ordered, "element", ordered) if _falls(ordered) else ordered


def _falls(ordered) -> bool:
    return getattr(ordered, "modifier", None) is not None


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
