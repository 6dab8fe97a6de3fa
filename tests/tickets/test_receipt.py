"""回执: an A5 page for whoever has no telephone."""

from io import BytesIO

from pypdf import PdfReader

from tests import make
from tests import make_tickets as tickets


def test_the_receipt_names_number_and_telephone(get):
    worker = make.staff()
    ticket = tickets.wish(make.person("李伯"), by=worker, channel="door_knock")
    answer = get(f"/api/tickets/{ticket.id}/receipt.pdf", by=worker)
    words = PdfReader(BytesIO(answer.data)).pages[0].extract_text().replace(" ", "")

    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert ticket.number in words
    assert make.desk().phone in words


def test_somebody_elses_receipt_is_not_given(get):
    ticket, shown = tickets.wish(), tickets.open_wish(make.person("李伯"))
    stranger = make.person("路人")

    assert get(f"/api/tickets/{ticket.id}/receipt.pdf", by=stranger).status_code == 404
    assert get(f"/api/tickets/{shown.id}/receipt.pdf", by=stranger).status_code == 403
    assert get(f"/api/tickets/{shown.id}/receipt.pdf").status_code == 401
