"""Papers of presence by signed address, for whatever opens PDFs on a phone."""

from flask import Blueprint, Response, request

from server.occasions.service import cards, printing

pages = Blueprint("presence_papers", __name__)


@pages.get("/papers/cards/<int:card_id>.pdf")
def open_card(card_id):
    """A printed personal code. The signature says that somebody was allowed to print it within the
    hour."""
    return _inline(cards.opened(card_id, request.args.get("s", "")), "card.pdf")


@pages.get("/papers/records/<token>.pdf")
def open_record(token):
    """平台服务记录, in the same way."""
    return _inline(printing.opened_record(token, request.args.get("s", "")), "record.pdf")


def _inline(paper: bytes, name: str) -> Response:
    response = Response(paper, mimetype="application/pdf")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = f"inline; filename={name}"
    return response
