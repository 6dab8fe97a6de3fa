"""Telephones of the desk that are enrolled and revoked; personal codes on paper."""

import pytest

from schemas.people_words import PersonState
from server.core.db import db
from server.occasions.devices import Card, Device
from server.occasions.presence import Repair
from server.people.leaving import leave_all
from tests import make
from tests import make_occasions as occasions
from tests import make_tickets as tickets
from tests.files.paper.pages import scanned, words
from tests.occasions.at_the_door import said

DEVICES = "/api/occasions/devices"


@pytest.fixture
def enrol(door):
    def enrol(worker, area=None):
        form = {"area_id": (area or door.session.area).id, "name": "服务台平板"}
        return door.post(DEVICES, by=worker, **form)

    return enrol


def test_its_secret_is_told_once_and_kept_by_nobody(door, enrol, get):
    worker = door.worker()
    secret = enrol(worker).json["secret"]
    (listed,) = get(DEVICES, by=worker).json["items"]

    assert (len(secret), listed["secret"]) == (32, None)
    assert secret.encode() not in bytes(db.session.query(Device).one().secret_hash)


def test_with_it_the_screen_shows_codes(door, enrol):
    secret = enrol(door.worker()).json["secret"]
    steward = door.steward()
    shown = door.post(f"{door.path}/codes", by=steward, device=secret, direction="in").json
    volunteer = door.volunteer()

    assert shown["seconds_left"] == 30
    assert said(door.scan(volunteer, code=shown["items"][0]["link"])) == ("accepted", None)


def test_revoked_it_shows_none(door, enrol):
    worker = door.worker()
    device = enrol(worker).json
    revoked = door.post(f"{DEVICES}/{device['id']}/revoke", by=worker).json
    form = {"device": device["secret"], "direction": "in"}
    shown = door.post(f"{door.path}/codes", by=worker, **form)

    assert (revoked["actions"], shown.json["code"]) == ([], "not_enrolled")


def test_in_another_community_one_enrols_nothing(door, enrol):
    assert enrol(door.worker(), make.community("城东社区")).status_code == 403


# ---- cards


@pytest.fixture
def aunt(door):
    """She has no telephone and has signed up at the counter."""
    person = make.person("陈阿姨", estate=door.session.area)
    occasions.signup(person, occasions.post(door.session))
    return person


@pytest.fixture
def card_of(door):
    def card_of(person, worker=None):
        path = f"/api/occasions/persons/{person.id}/cards/print"
        return door.post(path, by=worker or door.worker()).json

    return card_of


def test_a_card_on_paper_checks_its_owner_in(door, aunt, card_of, get):
    card = card_of(aunt)
    sheet = get(card["paper"])
    told = door.scanned(door.worker(), scanned(sheet.data).url)

    assert sheet.mimetype == "application/pdf"
    assert "陈阿姨" in words(sheet.data)
    assert card["number"] in words(sheet.data)
    assert said(told) == ("accepted", None)


def test_what_is_kept_prints_no_card(aunt, card_of, get):
    url = scanned(get(card_of(aunt)["paper"]).data).url
    kept = db.session.query(Card).one()

    assert url.startswith("https://jinlin.example/q/k/")
    assert url.rsplit("/", 1)[1].encode() not in bytes(kept.token_hash)


def test_lost_it_is_revoked_and_checks_nobody_in(door, aunt, card_of, get, post):
    card = card_of(aunt)
    url = scanned(get(card["paper"]).data).url
    post(f"/api/occasions/cards/{card['id']}/revoke", by=door.worker())

    assert said(door.scanned(door.worker(), url)) == ("refused", "revoked")
    assert get(card["paper"]).status_code == 404


def test_its_owner_may_revoke_it_but_not_open_its_paper(aunt, card_of, get, post):
    card_of(aunt)
    (mine,) = get(f"/api/occasions/persons/{aunt.id}/cards", by=aunt).json["items"]
    revoked = post(f"/api/occasions/cards/{mine['id']}/revoke", by=aunt)

    assert (mine["paper"], revoked.status_code) == (None, 200)


def test_nobody_reads_a_neighbours_cards(aunt, card_of, get):
    card_of(aunt)

    assert get(f"/api/occasions/persons/{aunt.id}/cards", by=make.person()).status_code == 404


def test_a_card_signs_nobody_in_and_its_link_opens_only_itself(aunt, card_of, get):
    card = card_of(aunt)
    path, _, signed = card["paper"].partition("?s=")
    other = path.replace(f"{card['id']}.pdf", f"{card['id'] + 1}.pdf")

    assert [get(f"{path}?s=1.2").status_code, get(f"{other}?s={signed}").status_code] == [404, 404]


def test_of_a_closed_account_there_is_none(door, aunt, post):
    aunt.state = "off"
    make.saved(aunt)
    told = post(f"/api/occasions/persons/{aunt.id}/cards/print", by=door.worker())

    assert told.json["code"] == "account_is_off"


def test_who_closes_their_account_leaves_no_card_and_no_words(door, aunt, card_of, post, clock):
    card_of(aunt)
    clock.forward(minutes=60)
    form = {"client_id": occasions.scan_id(), "minutes": 30, "reason": "孩子发烧先走了"}
    post(f"{door.path}/repairs", by=aunt, **form)
    aunt.state = PersonState.CLOSED
    leave_all(aunt, by=tickets.actor(aunt))
    db.session.commit()

    assert db.session.query(Card).one().revoked_at is not None
    assert "发烧" not in db.session.query(Repair).one().reason
