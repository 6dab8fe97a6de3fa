"""Papers of tickets by signed address, for whatever opens PDFs on a phone."""

from flask import Blueprint, Response, request

from server.tickets.service import papers

pages = Blueprint("ticket_papers", __name__)


@pages.get("/papers/<token>.pdf")
def open_receipt(token):
    """The receipt. The signature says that somebody was allowed to print it within the hour."""
    return _inline(papers.opened_receipt(token, request.args.get("s", "")), "receipt.pdf")


@pages.get("/papers/<token>/slip.pdf")
def open_slip(token):
    """办结反馈单, in the same way."""
    return _inline(papers.opened_slip(token, request.args.get("s", "")), "slip.pdf")


def _inline(paper: bytes, name: str) -> Response:
    response = Response(paper, mimetype="application/pdf")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = f"inline; filename={name}"
    return response
