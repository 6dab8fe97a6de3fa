"""Who may see and judge presence: scans, cards, devices, what was forgotten, records."""

from sqlalchemy import false, or_, select

from schemas.people_words import Role
from server.occasions.devices import Card, Device
from server.occasions.models import Session
from server.occasions.presence import Attendance, Repair, Scan, ServicePaper
from server.occasions.rules import RUNS_IT, runs, runs_session, runs_somewhere, scans_at, signed_in
from server.people import person_rules
from server.people.actor import Actor, within
from server.people.models import Person
from server.people.tree import area_path, ids_in

# ---- scans: whoever runs a session answers for what is done by name

list_present = find_to_scan = seat_person = list_oddities = review_oddity = runs_session
scan_by_name = runs_session
list_roster = scans_at
upload_scans = signed_in  # at which sessions, the service looks for each


def visible_scans(actor: Actor | None):
    return _desks(actor, Scan.session_id)


def undo_scan(actor: Actor, scan: Scan) -> bool:
    """Visibility said that it is of their sessions; nobody takes back their own."""
    return scan.person_id not in actor.ids


# ---- devices and cards


def visible_devices(actor: Actor | None):
    return false() if actor is None else within(Device.area_id, actor.paths(*RUNS_IT))


list_devices = runs_somewhere


def revoke_device(actor: Actor, device: Device) -> bool:
    return runs(actor, device.area.path)


def visible_cards(actor: Actor | None):
    """One's own, and of whoever the desk may look up."""
    return _theirs(actor, Card.person_id)


prints_cards = print_card = runs_somewhere  # for whom, visibility says


def list_cards(actor: Actor, person: Person) -> bool:
    return runs_somewhere(actor) or person.id in actor.ids


def revoke_card(actor: Actor, card: Card) -> bool:
    """Whoever lost it, or the desk."""
    return card.person_id in actor.ids or runs_somewhere(actor)


def visible_holders(actor: Actor | None):
    """Whose cards may be looked at."""
    return _theirs(actor, Person.id)


# ---- what was forgotten


def visible_repairs(actor: Actor | None):
    if actor is None:
        return false()
    return or_(Repair.person_id.in_(actor.ids), _desks(actor, Repair.session_id))


def ask_repair(actor: Actor, session: Session, form: dict | None = None) -> bool:
    return True  # for oneself; whether one was there is judged


def list_repairs(actor: Actor, *_) -> bool:
    return True  # each their own


def judges_repair(actor: Actor, repair: Repair, form: dict | None = None) -> bool:
    """Whoever runs the session; never one's own."""
    here = runs(actor, repair.session.area.path)
    return here and not {repair.person_id, repair.asked_by_id} & set(actor.ids)


approve_repair = refuse_repair = judges_repair


# ---- records


def visible_own(actor: Actor | None):
    return false() if actor is None else Attendance.person_id.in_(actor.ids)


show_my_record = list_my_days = print_my_record = signed_in


def show_record(actor: Actor, person: Person, form: dict | None = None) -> bool:
    """The desk, for a reason that is kept; one's own is looked at elsewhere."""
    return runs_somewhere(actor) and person.id not in actor.ids


print_record = show_record


def visible_papers(actor: Actor | None):
    return _theirs(actor, ServicePaper.person_id)


def revoke_paper(actor: Actor, paper: ServicePaper, form: dict | None = None) -> bool:
    return runs_somewhere(actor) and paper.person_id not in actor.ids


def list_announced(actor: Actor, session: Session) -> bool:
    """公示: for the neighbours of that place, and whoever serves there."""
    if actor.holds(*Role, at=session.area.path):
        return True
    return bool(actor.estate_id) and session.area_id in ids_in(area_path(actor.estate_id))


def _desks(actor: Actor | None, column):
    if actor is None:
        return false()
    here = select(Session.id).where(within(Session.area_id, actor.paths(*RUNS_IT)))
    return column.in_(here)


def _theirs(actor: Actor | None, column):
    if actor is None:
        return false()
    seen = select(Person.id).where(person_rules.visible_persons(actor))
    return or_(column.in_(actor.ids), column.in_(seen))
