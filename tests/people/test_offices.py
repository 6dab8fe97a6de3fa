"""兜底 offices and the mobiles of units: said by administrators."""

import pytest
from sqlalchemy import select

from schemas.people_words import UnitKind
from server.core.audit import AuditEntry
from server.core.db import db
from tests import make


@pytest.fixture
def name(post):
    def say(area, unit_id, by=None):
        path = f"/api/people/areas/{area.id}/backstop"
        return post(path, by=by or make.administrator(), unit_id=unit_id)

    return say


def test_the_nearest_office_counts_until_it_is_taken_back(name, get):
    here = make.community()
    town = db.session.get(type(here), here.parent_id)
    above, near = make.unit(at=town, name="镇执法队"), make.unit(at=here, name="物业")
    boss = make.administrator()

    assert name(town, above.id).json["own"] is True
    shown = get(f"/api/people/areas/{here.id}/backstop", by=boss).json
    assert (shown["name"], shown["own"]) == ("镇执法队", False)
    assert name(here, near.id).json["name"] == "物业"
    assert name(here, None).json["name"] == "镇执法队"


def test_it_serves_there_and_is_no_desk(name):
    here, other = make.community(), make.community("城东社区")

    assert name(here, make.unit(at=other).id).status_code == 422
    assert name(here, make.desk(here).id).status_code == 422
    assert name(here, 2**31 - 1).status_code == 422


def test_it_is_audited(name):
    here = make.community()
    name(here, make.unit(at=here).id)
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "name_backstop")).one()

    assert entry.subject == f"areas:{here.id}"


def test_the_mobile_of_a_unit_is_shown_masked(post):
    unit = make.unit(UnitKind.DEPARTMENT)
    path = f"/api/people/units/{unit.id}/mobile"
    told = post(path, by=make.administrator(), mobile="13859740100").json

    assert told["mobile"] == "138****0100"
    assert unit.mobile == "13859740100"
    assert post(path, by=make.administrator(), mobile=None).json["mobile"] is None
    assert post(path, by=make.administrator(), mobile="0595-23522120").status_code == 422


def test_an_administrator_reads_which_units_get_a_code_and_which_are_theirs_to_register(get):
    """By a mobile, or because the office's telephone is one; a unit of the town is the town's."""
    here = make.community()
    town = db.session.get(type(here), here.parent_id)
    silent, reached, above = make.unit(at=here), make.unit(at=here), make.unit(at=town)
    reached.mobile, silent.phone, above.phone = "13859740100", "0595-23522120", "13859740101"
    make.saved(reached)
    path = f"/api/people/areas/{here.id}/backstop"
    units = get(path, by=make.administrator(here)).json["units"]
    known = {u["id"]: (u["mobile"], u["gets_codes"], u["may_register"]) for u in units}

    assert known[silent.id] == (None, False, True)
    assert known[reached.id] == ("138****0100", True, True)
    assert known[above.id] == (None, True, False)


def test_whoever_may_name_it_is_told_which_units_there_are_and_the_desk_only_reads(get):
    here = make.community()
    near = make.unit(at=here, name="物业")
    make.unit(at=make.community("城东社区"), name="别处的物业")
    path = f"/api/people/areas/{here.id}/backstop"
    boss, desk = (get(path, by=who).json for who in (make.administrator(), make.staff(at=here)))

    assert (boss["may_name"], near.id in [unit["id"] for unit in boss["units"]]) == (True, True)
    assert "别处的物业" not in [unit["name"] for unit in boss["units"]]
    assert "desk" not in [unit["kind"] for unit in boss["units"]]
    assert (desk["may_name"], desk["units"]) == (False, [])
