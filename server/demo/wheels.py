"""五车 on their rounds, the themes of the year, the teams; and a wish that goes to a market day."""

from datetime import datetime, timedelta

from schemas.market_themes import ThemeForm
from schemas.market_vehicles import RotaForm, VehicleForm
from schemas.occasion_teams import TeamForm
from schemas.ticket_words import Kind
from schemas.tickets import TICKET_FLOW
from server.core import clock
from server.core.db import db
from server.demo.fair_acts import acting, until
from server.demo.fairs import TEAMS, THEMES, VEHICLES
from server.demo.people import People
from server.markets.models import VehicleVisit
from server.markets.service import offers, rounds, themes, vehicles
from server.occasions.service import sessions, teams
from server.tickets.models import Category, Ticket

FOUR_WEEKS = timedelta(days=28)


def name_the_year(places: dict, people: People) -> None:
    by = acting(people["admin"])
    for kind, month, day, title in THEMES:
        form = {"area_id": places["county"].id, "kind": kind, "month": month, "day": day}
        themes.set_theme(ThemeForm().load(form | {"title": title}), by=by)


def gather_teams(places: dict, people: People) -> None:
    """Their roles are read anew: they were given a moment ago."""
    for person in people.values():
        db.session.expire(person, ["grants"])
    for estate, desk, name, leader, others in TEAMS:
        form = {"area_id": places[estate].id, "name": name, "leader_id": people[leader].id}
        team = teams.make_team(TeamForm().load(form), by=acting(people[desk]))
        for key in others.split():
            teams.add_member(team, {"person_id": people[key].id}, by=acting(people[desk]))


def generating():
    """Each week, as the worker does each night."""
    while True:
        sessions.generate_all()
        yield timedelta(days=7)


def driving(places: dict, people: People):
    """Made, and sent round four weeks at a time."""
    by = acting(people["admin"])
    fleet = [_vehicle(place, places, by) for place in VEHICLES]
    while True:
        for vehicle, (*_, weekdays) in zip(fleet, VEHICLES, strict=True):
            since = clock.today() + timedelta(days=1)
            span = {"since": since, "until": since + FOUR_WEEKS - timedelta(days=1)}
            form = {name: day.isoformat() for name, day in span.items()}
            form = RotaForm().load(form | {"weekdays": list(weekdays)})
            stops = rounds.propose_visits(vehicle, form)["stops"]
            items = [{"on": day, "area_id": stop.estate.id} for day, stop in stops]
            rounds.plan_visits(vehicle, {"items": items}, by=by)
        yield FOUR_WEEKS


def _vehicle(known: tuple, places: dict, by):
    kind, name, unit, a_day, _ = known
    form = {"area_id": places["county"].id, "kind": kind, "name": name, "a_day": a_day}
    form["unit_id"] = places[unit].id
    return vehicles.make_vehicle(VehicleForm().load(form), by=by)


def raining(people: People):
    """One stop is called off in the morning, and comes again in its turn."""
    query = db.select(VehicleVisit).where(VehicleVisit.on == clock.today())
    visit = db.session.scalar(query.order_by(VehicleVisit.id).limit(1))
    if visit is None:
        yield timedelta(days=1)
        yield from raining(people)
    else:
        vehicles.call_off_visit(visit, by=acting(people["admin"]))
        yield timedelta(days=1)


def going_to_market(last_night: datetime):
    """Whoever waits on the wall for something a stall can do takes a number, if there is one."""
    yield until(last_night - timedelta(hours=2, minutes=30))
    waits = Ticket.kind == Kind.WISH, Ticket.state.in_(TICKET_FLOW.steps["book"].sources)
    query = db.select(Ticket).join(Category).where(*waits, Category.code != "unsorted")
    for ticket in db.session.scalars(query.order_by(Ticket.id)):
        _, stalls = offers.list_offers(ticket)
        if stalls and ticket.wisher.phone:
            offers.take_offer(ticket, {"stall_id": stalls[0].id}, by=acting(ticket.wisher))
            return
