"""The test house itself: an answer that does not keep to the document is noticed."""

import pytest
from flask import Response, json

from tests.answers import keep_to_the_document


def told(body) -> Response:
    return Response(json.dumps(body), 200, mimetype="application/json")


def test_what_is_promised_is_held(app):
    keep_to_the_document(app, "GET", "/api/tickets/categories", told({"items": []}))


@pytest.mark.parametrize("body", [{}, {"items": [{}]}, {"items": None}])
def test_what_is_not_promised_is_noticed(app, body):
    with pytest.raises(AssertionError, match="does not keep to its document"):
        keep_to_the_document(app, "GET", "/api/tickets/categories?x=1", told(body))
