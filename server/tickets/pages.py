"""Papers of tickets by signed address, for whatever opens PDFs on a phone."""

from flask import Blueprint, Response, request

from server.tickets.service import papers

pages = Blueprint("ticket_papers", __name__)


@pages.get("/papers/<token>.pdf")
def open_receipt(token):
    """The receipt. The signature says that somebody was allowed to print it within the hour."""
    paper = papers.opened_receipt(token, request.args.get("s", ""))
    response = Response(paper, mimetype="application/pdf")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = "inline; filename=receipt.pdf"
    return response
