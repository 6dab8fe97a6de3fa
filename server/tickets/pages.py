"""Papers of tickets by signed address, for whatever opens PDFs on a phone."""

from flask import Blueprint, request

from server.files.paper.answer import inline
from server.tickets.service import papers, slip_papers

pages = Blueprint("ticket_papers", __name__)


@pages.get("/papers/<token>.pdf")
def open_receipt(token):
    """The receipt. The signature says that somebody was allowed to print it within the hour."""
    return inline(papers.opened_receipt(token, request.args.get("s", "")), "receipt.pdf")


@pages.get("/papers/<token>/slip.pdf")
def open_slip(token):
    """办结反馈单, in the same way."""
    return inline(papers.opened_slip(token, request.args.get("s", "")), "slip.pdf")


@pages.get("/papers/s/<token>.pdf")
def open_printed_slip(token):
    """现场交办单, 部门联办单 or 办结反馈单 of one printing."""
    paper = slip_papers.opened_printed(token, request.args.get("s", ""))
    return inline(paper, "slip.pdf")
