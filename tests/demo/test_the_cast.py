"""Who is in the demo, and how they come in."""

import pytest

from bin.house import banner
from schemas.people_words import Role, VolunteerState
from server.core.db import db
from server.demo.cast import CAST
from server.demo.places import AREAS
from server.demo.seed import CannotSeed, seed, sign_ins
from server.demo.shops_told import SHOPS
from server.people.models import Identity, Person, RoleGrant, Volunteer
from server.people.places import Area
from server.points.earning import Award
from tests.browser import Browser


def test_the_county_has_its_towns_communities_and_estates(dehua):
    levels = list(db.session.scalars(db.select(Area.level)))
    assert len(levels) == len(AREAS)
    assert [levels.count(level) for level in ("county", "town", "community", "estate")] == [
        1, 2, 3, 6,
    ]  # fmt: skip


def test_every_role_is_held_by_somebody(dehua):
    held = set(db.session.scalars(db.select(RoleGrant.role)))
    assert held == set(Role)


def test_one_volunteer_still_waits_to_be_confirmed(dehua):
    states = list(db.session.scalars(db.select(Volunteer.state)))
    assert states.count(VolunteerState.APPLIED) == 1


def test_some_elders_have_no_telephone_and_no_way_in(dehua):
    without = set(db.session.scalars(db.select(Person.id).where(Person.phone.is_(None))))
    ways_in = set(db.session.scalars(db.select(Identity.person_id)))
    assert len(without) >= 4
    assert without.isdisjoint(ways_in)


def test_they_were_written_down_by_a_daughter_and_by_workers(dehua):
    theirs = db.select(Person.made_by_id).where(Person.phone.is_(None))
    makers = {db.session.get_one(Person, maker_id) for maker_id in db.session.scalars(theirs)}
    assert "小雯" in {maker.display_name for maker in makers}
    assert any(grant.role.has("desk") for maker in makers for grant in maker.live_grants)


def test_the_chooser_offers_a_face_of_each_kind_and_no_more_than_one_screenful(dehua):
    dehua.config["DEMO"] = True
    people = Browser(dehua).get("/api/people/demo_people").json["items"]
    dehua.config["DEMO"] = False
    assert {"居民", "志愿者", "社区", "管理", "审计"} <= {person["face_label"] for person in people}
    assert len(people) <= 24


@pytest.mark.parametrize(("who", "name", "password"), sign_ins())
def test_staff_come_in_with_the_printed_name_and_password(dehua, who, name, password):
    dehua.config["DEMO"] = True
    said = {"name": name, "password": password}
    came_in = Browser(dehua).post("/api/people/sign_in/password", **said, key=None)
    dehua.config["DEMO"] = False
    assert came_in.status_code == 200
    assert who.startswith(came_in.json["me"]["display_name"])
    assert came_in.json["me"]["must_change_password"] is False


def test_whoever_keeps_a_shop_can_be_tried_out_at_a_tap_and_by_name(dehua):
    keepers = {stall.keeper for stall in SHOPS}
    assert {part.key for part in CAST if part.demo} >= keepers
    assert {part.key for part in CAST if part.staff} >= keepers
    printed = banner.one_of_each(sign_ins())
    assert {shop.name for shop in SHOPS if any(shop.name in who for who, *_ in printed)} == {
        shop.name for shop in SHOPS
    }


def test_somebody_who_can_be_tried_out_has_points_that_are_still_announced(dehua):
    theirs = db.select(Award.id).join(Person, Person.id == Award.person_id)
    assert db.session.scalars(theirs.where(Award.pending > 0, Person.is_demo)).first()


def test_every_part_is_played_by_somebody_of_their_own(dehua):
    assert db.session.scalar(db.select(db.func.count(Person.id))) == len(CAST)


def test_a_database_that_is_not_empty_is_left_alone(dehua):
    with pytest.raises(CannotSeed, match="not empty"):
        seed()


def test_production_is_left_alone(app):
    app.config["PRODUCTION"] = True
    with pytest.raises(CannotSeed, match="production"):
        seed()
    app.config["PRODUCTION"] = False
