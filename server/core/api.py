"""The road every request takes. Read `Endpoint.run` once and you know them all."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Response, g, request
from flask_smorest import Blueprint
from marshmallow import Schema, ValidationError
from sqlalchemy import Select, select, true

from schemas.form import Nothing
from server.core import idempotency
from server.core.body import limit_body
from server.core.db import db
from server.core.errors import NotAllowed, NotFound, NotSignedIn
from server.core.openapi import describe
from server.core.views import Gives, as_gives, respond

NOTHING = Nothing()


def anyone(*_) -> bool:
    """The rule of public endpoints."""
    return True


def everything(actor):
    """The visibility of what is public."""
    return true()


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    method: str
    path: str
    view: Callable
    may: Callable[..., bool]  # (actor[, row][, form]); no default
    gives: Gives
    takes: Schema | None = None
    on: type | None = None  # the model of the row that the path names
    by: str = "id"  # by which column it names it: a printed code by its token
    makes: type | None = None  # or the model of the row it makes; an answer is told by audience
    lists: type | None = None  # or the model of which the view gets a SELECT
    visible: Callable | None = None  # actor → WHERE clause, for each; no default where they are
    lock: bool = False  # the view changes that row
    shows: Callable | None = None  # (actor, what the view gave) → what is dumped
    status: int = 200
    once: bool = False  # needs an Idempotency-Key
    upload: str | None = None  # the form's file field
    also: tuple[int, ...] = ()  # statuses of refusals that nobody would expect of it

    def __post_init__(self):
        if (self.on or self.lists or self.makes) and self.visible is None:
            raise TypeError(f"{self.path}: rows are named, but not who may see them")
        if self.once and self.gives.judges and not (self.on or self.makes):
            raise TypeError(f"{self.path}: kept as a row to be told anew; of which model?")

    def run(self, **ids: int | str):
        limit_body(self.upload)  # 413: is it more than anybody writes?
        actor = self.identify()  # 401: who is asking?
        if self.once and (answered := self.again(actor)):  # 400, 409, 422: asked before?
            return answered
        form = self.read_form()  # 422: is it well formed?
        row = self.fetch_row(actor, **ids)  # 404: does it exist, for them?
        args = [actor, *(part for part in (row, form) if part is not None)]
        if not self.may(*args):  # 403: may they?
            raise NotAllowed
        result = self.view(*args)  # 409: does it make sense now?
        db.session.flush()
        body = self.told(actor, result)
        if self.once and self.gives.kept:
            kept = str(result.id) if self.gives.judges else body
            idempotency.keep(actor, self.status, self.gives.mimetype, kept)
        db.session.commit()  # the only commit of a request
        return respond(self.gives, body, self.status)

    def identify(self):
        """A token that no longer holds is not taken for nobody: a page would be a stranger's."""
        if g.actor is None and self.may is not anyone:
            raise g.why_nobody or NotSignedIn
        if self.method == "GET" and g.why_nobody and g.why_nobody.status == NotSignedIn.status:
            raise g.why_nobody
        return g.actor

    def again(self, actor) -> Response | None:
        """The answer that was given before: kept, or of the row as the actor may read it now."""
        if (kept := idempotency.recall(actor)) is None:
            return None
        body = self.told_anew(actor, int(kept.body)) if self.gives.judges else kept.body
        return respond(self.gives, body, kept.status)

    def told_anew(self, actor, row_id: int):
        """Who may see the row no longer learns only that it was done."""
        model = self.on or self.makes
        row = db.session.scalar(select(model).where(model.id == row_id, self.visible(actor)))
        if row is None:
            raise idempotency.AnsweredBefore
        return self.told(actor, row)

    def told(self, actor, result):
        return self.gives.body(actor, self.shows(actor, result) if self.shows else result)

    def read_form(self) -> dict | None:
        """The query string of a GET, the body of a POST; what nobody asked for is refused."""
        reads_query = self.method == "GET" and self.takes is not None
        query = None
        if reads_query or request.args:
            query = (self.takes if reads_query else NOTHING).load(single_valued(request.args))
        if self.takes is None:
            return None
        if self.upload:
            return self.takes.load(request.form) | {"file": the_file(self.upload)}
        return query if reads_query else self.takes.load(request.get_json())

    def fetch_row(self, actor, **ids: int | str) -> Any:
        if self.lists is not None:
            return select(self.lists).where(self.visible(actor))
        if self.on is None:
            return None
        (name,) = ids.values()  # a row is reached by its own id, never through another's
        row = db.session.scalar(self.one(actor, name))
        if row is None:
            raise NotFound
        return row

    def one(self, actor, name: int | str) -> Select:
        """The row if the actor may see it; if locked, then as it is now and not as the session
        recalls it."""
        query = select(self.on).where(getattr(self.on, self.by) == name, self.visible(actor))
        if self.lock:
            query = query.with_for_update(key_share=True, of=self.on)
            query = query.execution_options(populate_existing=True)
        return query


def single_valued(args) -> dict:
    doubled = {name: ["只能填写一次"] for name, values in args.lists() if len(values) > 1}
    if doubled:
        raise ValidationError(doubled)
    return args.to_dict()


def the_file(name: str):
    if name not in request.files:
        raise ValidationError("请选择文件", name)
    return request.files[name]


class Api(Blueprint):
    """A blueprint whose endpoints each say who may call, what they take and what they give.

    Forms and views are made once, at start-up. Every POST is `once` unless it says otherwise."""

    def __init__(self, name: str, path: str | None = None):
        super().__init__(name, __name__, url_prefix=f"/api/{path or name}")
        self.endpoints: list[Endpoint] = []

    def get(self, path: str, **spec):
        return self._register(method="GET", path=path, **spec)

    def post(self, path: str, **spec):
        return self._register(method="POST", path=path, **{"once": True, **spec})

    def _register(self, *, gives, takes=None, **spec):
        def register(view):
            form = takes and takes()
            endpoint = Endpoint(view=view, gives=as_gives(gives), takes=form, **spec)
            self.endpoints.append(endpoint)

            @self.route(endpoint.path, methods=[endpoint.method])
            @self.doc(**describe(endpoint, public=endpoint.may is anyone))
            @wraps(view)
            def road(**ids):
                return endpoint.run(**ids)

            return view

        return register
