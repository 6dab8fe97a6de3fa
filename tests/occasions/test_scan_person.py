"""Personal codes and cards, scanned by staff."""

import pytest

from server.core.clock import now
from server.core.db import db
from server.occasions.devices import Card
from server.occasions.presence import Attendance, Scan
from server.occasions.service.people import card_hash
from tests import make
from tests import make_occasions as occasions
from tests.occasions.at_the_door import said


def card(person, revoked_at=None, token="CARDTOKEN234567"):
    row = Card(person_id=person.id, printed_by_id=person.id, token_hash=card_hash(token))
    row.revoked_at = revoked_at
    make.saved(row)
    return f"https://jinlin.example/q/k/{token}"


@pytest.mark.parametrize("scanner", ["steward", "worker"])
def test_a_steward_and_the_desk_may_scan(door, scanner):
    who = getattr(door, scanner)()
    volunteer = door.volunteer()
    told = door.scanned(who, occasions.own_code(volunteer))

    assert said(told) == ("accepted", None)
    assert told.json["person_name"] == "王**"


def test_who_holds_another_duty_may_not_scan(door):
    told = door.scanned(door.volunteer("小王"), occasions.own_code(door.volunteer()))

    assert told.status_code == 403


def test_nobody_scans_their_own_code(door):
    steward = door.steward()

    assert said(door.scanned(steward, occasions.own_code(steward))) == ("refused", "self")


@pytest.mark.parametrize(("seconds", "code"), [(0, None), (30, None), (61, "expired")])
def test_a_personal_code_lives_a_minute_too(door, seconds, code):
    told = door.scanned(door.worker(), occasions.own_code(door.volunteer(), ago=seconds))

    assert told.json["code"] == code


def test_the_code_of_the_screen_means_nobody(door):
    told = door.scanned(door.worker(), occasions.screen_code(door.session))

    assert said(told) == ("refused", "screen")


def test_a_changed_personal_code_is_forged(door):
    mine, other = door.volunteer(), door.volunteer("二")
    mark, _, step, mac = occasions.own_code(mine).split(".")

    assert said(door.scanned(door.worker(), f"{mark}.{other.id}.{step}.{mac}"))[1] == "forged"


def test_a_card_checks_in_whoever_has_no_telephone(door):
    volunteer = door.volunteer()
    told = door.scanned(door.worker(), card(volunteer))

    assert said(told) == ("accepted", None)
    assert db.session.query(Scan).one().route == "card"


def test_a_revoked_card_checks_nobody_in(door):
    told = door.scanned(door.worker(), card(door.volunteer(), revoked_at=now()))

    assert said(told) == ("refused", "revoked")


def test_who_closed_their_account_is_nobody(door):
    volunteer = door.volunteer()
    code = occasions.own_code(volunteer)
    volunteer.state = "closed"
    make.saved(volunteer)

    assert said(door.scanned(door.worker(), code)) == ("refused", "nobody")


def test_whoever_was_merged_is_there_as_who_they_are_now(door):
    old, kept = make.person("老王"), door.volunteer()
    code = card(old)
    old.merged_into_id = kept.id
    make.saved(old)
    door.scanned(door.worker(), code)

    assert db.session.query(Attendance).one().person_id == kept.id


def test_what_to_do_next_is_said_to_whoever_holds_the_scanner(door):
    old = door.scanned(door.steward(), occasions.own_code(door.volunteer(), 90)).json
    unknown = door.scanned(door.worker(), "https://weixin.qq.com/r/abc").json

    assert (old["code"], unknown["code"]) == ("expired", "unknown_code")
    assert "请对方打开“我的码”" in old["words"]
    assert "按姓名找" in unknown["words"]
