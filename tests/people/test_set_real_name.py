"""The name as on the identity card, written down by whoever has charge of somebody."""

import pytest
from sqlalchemy import select

from server.core.audit import AuditEntry
from server.core.db import db
from tests import make


@pytest.fixture
def set_name(post):
    def set_name(person, by, name="林小红"):
        return post(f"/api/people/persons/{person.id}/real_name", by=by, real_name=name)

    return set_name


def test_an_administrator_names_a_colleague(set_name, post, desk, administrator):
    assert set_name(desk, administrator).json["real_name_masked"] == "林**"
    shown = post(f"/api/people/persons/{desk.id}/reveal", by=administrator, reason="verify")
    assert shown.json["real_name"] == "林小红"


def test_it_is_on_record_and_told_but_not_what_it_was(set_name, get, desk, administrator):
    set_name(desk, administrator)
    named = AuditEntry.action == "set_real_name"
    entry = db.session.scalars(select(AuditEntry).where(named)).one()
    (told,) = get("/api/messages/", by=desk).json["items"]

    assert (entry.actor_id, entry.subject) == (administrator.id, f"persons:{desk.id}")
    assert administrator.display_name in told["words"]
    assert "小红" not in f"{entry.known}{told}"


def test_a_desk_names_neighbours_and_no_colleague(set_name, community, estate, desk):
    colleague = make.staff(at=community)
    colleague.estate_id = estate.id
    db.session.commit()

    assert set_name(make.person(estate=estate), desk).status_code == 200
    assert set_name(colleague, desk).status_code == 403


def test_a_name_needs_letters(set_name, desk, administrator):
    assert set_name(desk, administrator, name="…").status_code == 422
