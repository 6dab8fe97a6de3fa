"""A unit that says it is done shows it: by a photo, or in words; a neighbour is believed."""

import pytest

from tests import make, make_joint
from tests import make_tickets as tickets
from tests.tickets.sent import photo


@pytest.fixture
def officer(clock):
    return make.officer()


@pytest.fixture
def finish(post, officer):
    """In the name of the unit that has it."""
    ticket = tickets.accepted_wish(officer=officer)

    def send(**form):
        return post(tickets.path(ticket, "finish"), by=officer, words="修好了", **form)

    return send


def test_a_unit_shows_that_it_is_done(finish):
    answer = finish()

    assert (answer.status_code, set(answer.json["problems"])) == (422, {"photo_ids", "proof_words"})


def test_a_photo_shows_it(finish, post, officer):
    assert finish(photo_ids=[photo(post, officer)]).status_code == 200


def test_where_there_is_nothing_to_photograph_words_do(finish):
    answer = finish(proof_words="书面答复已送达")

    assert answer.json["outcome"] == "修好了\n凭据：书面答复已送达"


def test_so_does_whoever_has_a_part(post, clock):
    made = make_joint.accepted()
    said = {"assignment_id": made.part(made.green).id, "words": "清好了"}
    refused = post(made.path("finish_part"), by=made.green, **said)
    said["proof_words"] = "现场看得到"

    assert refused.status_code == 422
    assert post(made.path("finish_part"), by=made.green, **said).status_code == 200


def test_a_neighbour_is_believed(post, clock):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)

    assert post(tickets.path(ticket, "finish"), by=volunteer, words="换好了").status_code == 200
