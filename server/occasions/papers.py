"""Papers of presence by signed address, for whatever opens PDFs on a phone."""

from flask import Blueprint, request

from server.files.paper.answer import inline
from server.occasions.service import cards, printing

pages = Blueprint("presence_papers", __name__)


@pages.get("/papers/cards/<int:card_id>.pdf")
def open_card(card_id):
    """A printed personal code. The signature says that somebody was allowed to print it within the
    hour."""
    return inline(cards.opened(card_id, request.args.get("s", "")), "card.pdf")


@pages.get("/papers/records/<token>.pdf")
def open_record(token):
    """平台服务记录, in the same way."""
    return inline(printing.opened_record(token, request.args.get("s", "")), "record.pdf")
