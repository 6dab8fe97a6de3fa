"""Market days of the demo: every kind of rule, twelve weeks past, a month ahead, honest minutes."""

from collections import Counter
from datetime import timedelta

from schemas.occasion_words import OccasionKind, RuleKind
from schemas.occasions import CALLED_OFF, ENDED, PLANNED, PUBLISHED, NumberState, RepairState
from server.core import clock
from server.core.db import db
from server.demo.fairs import FAIRS, TEAMS, VEHICLES
from server.markets.models import Vehicle, VehicleVisit
from server.occasions.models import Series, Session
from server.occasions.parts import Headcount, QueueNumber, Signup
from server.occasions.presence import Attendance, Repair, Scan
from server.occasions.service.gates import lacking
from server.occasions.teams import Membership, Team
from server.people.models import Person


def all_of(model, *where) -> list:
    return list(db.session.scalars(db.select(model).where(*where)))


def test_six_estates_have_a_series_each_of_another_kind(dehua):
    series = all_of(Series, Series.kind != OccasionKind.RECEPTION)
    assert len({one.area_id for one in series}) == len(series) == 6
    assert {one.rule_kind for one in series} == set(RuleKind) - {RuleKind.SOLAR_DIGIT}


def test_twelve_weeks_lie_behind_and_one_session_was_rained_off(dehua):
    past = all_of(Session, Session.on < clock.today())
    assert min(one.on for one in past) <= clock.today() - timedelta(weeks=11)
    states = Counter(one.state for one in past)
    assert set(states) == {ENDED, CALLED_OFF}
    assert all_of(Session, Session.changed_words == "因雨取消")


def test_the_next_month_is_published_and_some_of_it_lacks_something(dehua):
    coming = all_of(Session, Session.on.between(clock.today(), clock.today() + timedelta(days=30)))
    markets = [one for one in coming if one.kind is OccasionKind.MARKET]
    assert {one.area_id for one in markets if one.state is PUBLISHED} == {
        one.area_id for one in all_of(Series, Series.kind == OccasionKind.MARKET)
    }
    waiting = [lacking([one])[one.id] for one in markets if one.state is PLANNED]
    assert ["定人（负责人）"] in waiting
    assert any("有载体（摊位或服务车）" in one for one in waiting)


def test_every_past_session_left_a_trace(dehua):
    there = set(db.session.scalars(db.select(Attendance.session_id)))
    held = all_of(Session, Session.state == ENDED, Session.kind != OccasionKind.RECEPTION)
    assert {one.id for one in held} <= there


def test_no_scan_was_refused_and_minutes_are_those_of_the_scans(dehua):
    assert all_of(Scan, Scan.refused.is_not(None)) == []
    for stay in all_of(Attendance):
        length = (stay.session.ends_at - stay.session.starts_at) / timedelta(minutes=1)
        assert stay.minutes_credited <= min(length, stay.minutes_actual + stay.minutes_added)
        assert stay.minutes_added == sum(
            repair.minutes_approved or 0
            for repair in all_of(
                Repair,
                Repair.session_id == stay.session_id,
                Repair.person_id == stay.person_id,
                stay.minutes_added > 0,
            )
        )


def test_some_forgot_to_check_out_and_were_judged_by_somebody_else(dehua):
    repairs = all_of(Repair)
    assert {one.state for one in repairs} == set(RepairState)
    assert all(one.judged_by_id != one.person_id for one in repairs)


def test_walk_ins_waiting_lists_head_counts_and_outcomes_are_there(dehua):
    assert all_of(Signup, Signup.walk_in)
    assert all_of(Signup, Signup.state == "waiting")
    assert all_of(Headcount)
    states = {one.state for one in all_of(QueueNumber)}
    assert {NumberState.SERVED, NumberState.NOT_SERVED, NumberState.WAITING} <= states


def test_somebody_takes_a_wish_to_a_market_day(dehua):
    taken = all_of(QueueNumber, QueueNumber.subject_kind == "tickets")
    (number,) = [one for one in taken if one.session.kind is OccasionKind.MARKET]
    assert (number.state, number.session.state) == ("waiting", PUBLISHED)


def test_each_estate_has_two_teams(dehua):
    teams = all_of(Team)
    assert set(Counter(team.area_id for team in teams).values()) == {2}
    assert len(teams) == len(TEAMS)
    assert {one.team_id for one in all_of(Membership)} == {team.id for team in teams}


def test_five_vehicles_go_round_and_no_estate_is_forgotten(dehua):
    assert len(all_of(Vehicle)) == len(VEHICLES)
    for vehicle in all_of(Vehicle):
        visits = all_of(VehicleVisit, VehicleVisit.vehicle_id == vehicle.id)
        assert len({visit.area_id for visit in visits}) == len(FAIRS)
        assert max(visit.on for visit in visits) > clock.today()
    assert all_of(VehicleVisit, VehicleVisit.called_off_at.is_not(None))


def test_market_days_have_the_themes_of_their_month_or_festival(dehua):
    assert all(one.theme for one in all_of(Session, Session.kind == OccasionKind.MARKET))


def test_whoever_works_there_is_on_no_list_of_volunteers(dehua):
    """Nobody counts the working hours of officials as service (国办函〔2026〕12号)."""
    for stay in all_of(Attendance):
        person = db.session.get_one(Person, stay.person_id)
        assert not any(grant.role.has("desk") for grant in person.live_grants)
