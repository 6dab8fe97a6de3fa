from urllib.parse import parse_qsl, urlsplit

from tests import make_tickets as tickets


def fetched(get, address):
    path, query = urlsplit(address)[2:4]
    return get(path, **dict(parse_qsl(query)))


def test_a_receipt_opens_by_its_signed_address_without_signing_in(get):
    ticket = tickets.wish()
    address = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json["receipt_url"]
    paper = fetched(get, address)

    assert paper.status_code == 200
    assert paper.data.startswith(b"%PDF")


def test_the_token_on_a_receipt_does_not_open_it(get):
    ticket = tickets.wish()

    assert get(f"/papers/{ticket.token}.pdf").status_code == 404


def test_a_signature_of_another_receipt_does_not_open_it(get):
    mine, other = tickets.wish(), tickets.wish()
    address = get(f"/api/tickets/{mine.id}", by=mine.wisher).json["receipt_url"]

    assert fetched(get, address.replace(mine.token, other.token)).status_code == 404


def test_a_receipt_of_yesterday_has_to_be_asked_for_anew(clock, get):
    ticket = tickets.wish()
    address = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json["receipt_url"]
    clock.forward(days=1)

    assert fetched(get, address).json["code"] == "link_expired"
