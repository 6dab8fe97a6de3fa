"""Whoever loses a role, or their account, hands back what they have in hand, once."""

from datetime import date

import pytest

from schemas.people_words import Role
from server.people import upward
from server.people.jobs import leave_ended_roles
from tests import make


@pytest.fixture
def told(monkeypatch):
    """Who is gone, as a domain above people hears it."""
    heard = []
    monkeypatch.setattr(upward, "gone", [])
    upward.when_gone(lambda person, *, roles, by: heard.append((person.id, roles, by.kind)))
    return heard


@pytest.fixture
def end(post):
    return lambda grant: post(f"/api/people/grants/{grant.id}/end", by=make.administrator())


def test_a_role_that_is_ended_is_left_at_once(told, end):
    worker = make.staff()
    end(worker.live_grants[0])

    assert told == [(worker.id, {Role.SOCIAL_WORKER}, "person")]


def test_ended_twice_it_is_left_once(told, end):
    (grant,) = make.staff().live_grants
    end(grant)
    end(grant)

    assert len(told) == 1


def test_a_role_that_is_held_elsewhere_too_is_not_lost(told, end):
    """It is told all the same: what they have in hand may lie where they hold it no longer."""
    worker = make.staff()
    elsewhere = make.grant(worker, Role.SOCIAL_WORKER, make.community("城东社区"))
    end(elsewhere)

    assert told == [(worker.id, set(), "person")]


def test_a_role_that_runs_out_is_left_on_the_first_day_without_it(told, clock):
    worker = make.staff()
    make.grant(worker, Role.TEAM_LEADER, make.county(), until=date(2026, 3, 8))
    clock.travel_to("2026-03-07 23:59")
    leave_ended_roles(timestamp=0)
    assert told == []

    clock.travel_to("2026-03-08 00:07")
    leave_ended_roles(timestamp=0)
    leave_ended_roles(timestamp=0)
    assert told == [(worker.id, {Role.TEAM_LEADER}, "job")]


def test_who_is_switched_off_leaves_everything_their_other_account_too(
    told, post, administrator, estate
):
    person = make.person(estate=estate)
    double = make.person(merged_into_id=person.id)
    post(f"/api/people/persons/{person.id}/switch_off", by=administrator)

    assert told == [(person.id, None, "person"), (double.id, None, "person")]
