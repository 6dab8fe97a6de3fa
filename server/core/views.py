"""What an endpoint gives: one view, a view for each audience, or a file."""

from dataclasses import dataclass
from typing import Any

from flask import Response, json, request
from marshmallow import Schema

JSON = "application/json"


class Gives:
    """The shape of a success: how the road writes it, and how the document describes it."""

    mimetype = JSON
    kept = True  # may be kept and given again to whoever asks twice
    judges = False  # tells each what they may read at the moment
    asked_often = False

    def body(self, actor, result) -> Any:
        raise NotImplementedError

    def schema(self) -> Any:
        raise NotImplementedError


class Shape(Gives):
    """Always the same view."""

    def __init__(self, view: type[Schema]):
        self.view = view

        self._dump = view().dump

    def body(self, actor, result) -> str:
        return json.dumps(self._dump(result))

    def schema(self):
        return self.view


class AskedOften(Shape):
    """Asked for every few seconds, by everybody: whoever has it already gets 304 and no body."""

    asked_often = True


class ByAudience(Gives):
    """A view per audience: `by_audience(choose, public=…, party=…)`, where `choose(actor, result)`
    names one. Each view's own `audience` field tells the client which it got."""

    judges = True

    def __init__(self, choose, views: dict[str, type[Schema]]):
        self.choose, self.views = choose, views
        self._dumps = {name: view().dump for name, view in views.items()}

    def body(self, actor, result) -> str:
        return json.dumps(self._dumps[self.choose(actor, result)](result))

    def schema(self):
        return {"oneOf": list(self.views.values())}


def by_audience(choose, **views: type[Schema]) -> ByAudience:
    return ByAudience(choose, views)


@dataclass
class FileBody(Gives):
    """Bytes of one kind: a PDF, a picture. Not kept: who asks twice gets it made twice."""

    mimetype: str = "application/pdf"
    kept = False

    def body(self, actor, result) -> bytes:
        return result

    def schema(self):
        return {"type": "string", "format": "binary"}


PDF = FileBody("application/pdf")


def as_gives(given) -> Gives:
    return given if isinstance(given, Gives) else Shape(given)


def respond(gives: Gives, body, status: int) -> Response:
    response = Response(body, status, mimetype=gives.mimetype)
    if not gives.asked_often:
        response.headers["Cache-Control"] = "no-store"
        return response
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)
