"""办结反馈单: on paper, while the resident's word is waited for."""

from io import BytesIO
from urllib.parse import parse_qsl, urlsplit

import pytest
from pypdf import PdfReader

from server.tickets.service import closing
from tests import make
from tests import make_tickets as tickets


def fetched(get, address):
    path, query = urlsplit(address)[2:4]
    return get(path, **dict(parse_qsl(query)))


def slip_url(get, ticket, by):
    return get(f"/api/tickets/{ticket.id}", by=by).json["slip_url"]


def test_the_party_and_the_desk_print_a_slip_while_their_word_is_waited_for(get):
    worker = make.staff()
    ticket = tickets.done_wish()

    for who in (ticket.wisher, worker):
        paper = fetched(get, slip_url(get, ticket, who))
        words = PdfReader(BytesIO(paper.data)).pages[0].extract_text().replace(" ", "")
        assert (paper.status_code, paper.mimetype) == (200, "application/pdf")
        assert ticket.number in words
        assert "灯管换好了，试过会亮" in words


def test_a_slip_can_still_be_printed_when_nobody_rated_in_time(get):
    ticket = tickets.done_wish()
    closing.close_unrated(ticket)

    assert fetched(get, slip_url(get, ticket, ticket.wisher)).status_code == 200


@pytest.mark.parametrize("made", [tickets.claimed_wish, tickets.closed_wish])
def test_there_is_no_slip_before_it_is_done_nor_after_the_word_was_given(get, made):
    ticket = made()

    assert slip_url(get, ticket, ticket.wisher) is None


def test_whoever_did_it_is_given_no_slip(get):
    volunteer = make.volunteer()
    ticket = tickets.done_wish(volunteer=volunteer)

    assert "slip_url" not in get(f"/api/tickets/{ticket.id}", by=volunteer).json
    assert "slip_url" not in get(f"/api/tickets/{ticket.id}").json


def test_an_address_does_not_open_a_slip_that_is_answered(get):
    ticket = tickets.done_wish()
    address = slip_url(get, ticket, ticket.wisher)
    closing.rate(ticket, tickets.rating(), by=tickets.actor(ticket.wisher))

    assert fetched(get, address).status_code == 409


def test_the_signature_of_a_receipt_does_not_open_the_slip(get):
    ticket = tickets.done_wish()
    shown = get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json
    receipt, slip = (urlsplit(shown[name]) for name in ("receipt_url", "slip_url"))

    assert fetched(get, f"{slip.path}?{receipt.query}").status_code == 404
    assert fetched(get, slip.path).status_code == 404


def test_a_slip_of_yesterday_has_to_be_asked_for_anew(clock, get):
    ticket = tickets.done_wish()
    address = slip_url(get, ticket, ticket.wisher)
    clock.forward(days=1)

    assert fetched(get, address).json["code"] == "link_expired"
