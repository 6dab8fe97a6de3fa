"""A paper as an answer: shown by the browser, kept by nobody on the way."""

from flask import Response


def inline(paper: bytes, name: str) -> Response:
    """`name`: what a download is called."""
    response = Response(paper, mimetype="application/pdf")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Disposition"] = f"inline; filename={name}"
    return response
