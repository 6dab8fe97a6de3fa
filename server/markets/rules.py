"""Who may do what about stalls, vehicles, themes, and wishes that a market day can meet."""

from sqlalchemy import select

from schemas.occasions import SIGNED
from schemas.people_words import Role
from schemas.ticket_words import Kind
from server.core.db import db
from server.markets.models import Stall, Theme, Vehicle, VehicleVisit
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.rules import RUNS_IT, at_work, runs, runs_session, visible_sessions
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.relations import handles, is_party

# ---- stalls


def visible_stalls(actor: Actor | None):
    """As the session at which it stands."""
    return Stall.session.has(visible_sessions(actor))


add_stall = runs_session


def change_stall(actor: Actor, stall: Stall, form=None) -> bool:
    return runs(actor, stall.session.area.path)


remove_stall = change_stall


def held_posts(actor: Actor | None, session: Session) -> dict[int, bool]:
    """The duties somebody holds at a session, and whether each lets them scan; while it is on."""
    if actor is None or not at_work(session):
        return {}
    mine = Signup.session_id == session.id, Signup.person_id.in_(actor.ids)
    query = select(Post.id, Post.steward).join(Signup, Signup.post_id == Post.id)
    rows = db.session.execute(query.where(*mine, Signup.state == SIGNED))
    return dict(rows.all())


def find_at_stall(actor: Actor, stall: Stall, form=None) -> bool:
    """The desk, a steward, the crew."""
    if change_stall(actor, stall):
        return True
    held = held_posts(actor, stall.session)
    return stall.line.post_id in held or any(held.values())


print_stall_sheet = find_at_stall


# ---- vehicles and their rounds


def make_vehicle(actor: Actor, form: dict) -> bool:
    """In which area is said in the form; the service looks whether it is theirs."""
    return actor.holds(*RUNS_IT)


def change_vehicle(actor: Actor, vehicle: Vehicle, form=None) -> bool:
    return runs(actor, vehicle.area.path)


retire_vehicle = propose_visits = plan_visits = print_vehicle_sheet = change_vehicle


def show_vehicle(actor: Actor, vehicle: Vehicle) -> bool:
    """Which estates wait, and how many wishes: for whoever works somewhere, or reads figures."""
    return actor.holds(*RUNS_IT, Role.VIEWER)


def call_off_visit(actor: Actor, visit: VehicleVisit, form=None) -> bool:
    """Whoever sends the vehicle, or whoever it was to come to."""
    return change_vehicle(actor, visit.vehicle) or runs(actor, visit.area.path)


# ---- themes


def set_theme(actor: Actor, form: dict) -> bool:
    """In which area is said in the form; the service looks whether it is theirs."""
    return actor.holds(*RUNS_IT)


def remove_theme(actor: Actor, theme: Theme) -> bool:
    return runs(actor, theme.area.path)


# ---- wishes


def list_offers(actor: Actor, ticket: Ticket) -> bool:
    """Whoever wished, whoever spoke for them, and the desk."""
    return ticket.kind is Kind.WISH and (is_party(actor, ticket) or handles(actor, ticket))


def take_offer(actor: Actor, ticket: Ticket, form=None) -> bool:
    return list_offers(actor, ticket)


leave_offer = take_offer
