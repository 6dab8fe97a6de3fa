"""Posts and places at them, with the buttons that hold for whoever asks."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from schemas.occasions import SIGNUP_FLOW, WAITING, SessionState
from server.core import clock
from server.core.db import db
from server.core.paging import Page
from server.occasions import duty_rules
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.rules import runs
from server.occasions.service import seats
from server.occasions.service.signups import who_came
from server.occasions.service.words import ended_early
from server.people.actor import Actor

POST = ("id", "label", "skill", "capacity", "taken", "minimum", "steward")
FOR_ONESELF = {"action": "sign_up", "label": "报名"}
FOR_A_CHILD = {"action": "sign_up_child", "label": "带孩子报名"}
OF_ONES_OWN = (FOR_ONESELF, FOR_A_CHILD)
FOR_OTHERS = {"action": "sign_up_for", "label": "替人报名"}
OF_THE_DESK = [{"action": "change", "label": "改岗位"}, {"action": "remove", "label": "删除岗位"}]


def posts(actor: Actor | None, session: Session, *, has_place: bool) -> list[dict]:
    """`has_place`: whoever asks has one there already, and needs no button for another."""
    waits = select(func.count()).where(Signup.post_id == Post.id, Signup.state == WAITING)
    query = select(Post, waits.scalar_subquery()).where(Post.session_id == session.id)
    rows = db.session.execute(query.order_by(Post.id)).all()
    buttons = _post_actions(actor, session, has_place=has_place)
    return [_post(row, waiting, buttons) for row, waiting in rows]


def post(actor: Actor, row: Post) -> dict:
    waits = select(func.count()).where(Signup.post_id == row.id, Signup.state == WAITING)
    buttons = _post_actions(actor, row.session, has_place=False)
    return _post(row, db.session.scalar(waits), buttons)


def _post(row: Post, waiting: int, actions: list[dict]) -> dict:
    """At the door stands whom the desk has put there; what needs a skill is a grown-up's."""
    closed = OF_ONES_OWN if row.steward else (FOR_A_CHILD,) if row.skill else ()
    may = [one for one in actions if one not in closed]
    return {name: getattr(row, name) for name in POST} | {"waiting": waiting, "actions": may}


def _post_actions(actor: Actor | None, session: Session, *, has_place: bool) -> list[dict]:
    over = session.state.has("over") or session.ends_at <= clock.now()
    if actor is None or over:
        return []
    opened, here = session.state is SessionState.PUBLISHED, session.area.path
    if runs(actor, here):
        return ([FOR_OTHERS] if opened else []) + OF_THE_DESK
    if not opened or not duty_rules.volunteers(actor, here):
        return []
    return ([] if has_place else [FOR_ONESELF]) + [FOR_A_CHILD]


def signup(actor: Actor | None, row: Signup) -> dict:
    return _signup(actor, row, seats.ranks([row]))


def signups(actor: Actor, page: Page) -> Page:
    ranks, came = seats.ranks(page.items), who_came(page.items)
    return Page([_of_a_list(actor, row, ranks, came) for row in page.items], page.next)


def _of_a_list(actor: Actor, row: Signup, ranks: dict[int, int], came: set[int]) -> dict:
    """Whoever is there already cannot step down: the button would only be refused."""
    shown = _signup(actor, row, ranks)
    return shown | ({"actions": []} if row.id in came else {})


def mine(actor: Actor | None, session: Session) -> list[dict]:
    """Live places of oneself and of one's children; oneself first."""
    if actor is None:
        return []
    parts = (Signup.post, Signup.person, Signup.team)
    query = select(Signup).options(*map(joinedload, parts))
    theirs = Signup.session_id == session.id, duty_rules.own_signups(actor), Signup.is_live()
    rows = list(db.session.scalars(query.where(*theirs).order_by(Signup.id)))
    ranks = seats.ranks(rows)
    rows.sort(key=lambda row: row.person_id not in actor.ids)
    return [_signup(actor, row, ranks) for row in rows]


ROW = "id session_id post_id person_id child state walk_in late confirm_by made_at"


def _signup(actor: Actor | None, row: Signup, ranks: dict[int, int]) -> dict:
    session = row.session
    return {name: getattr(row, name) for name in ROW.split()} | {
        "post_label": row.post.label,
        "person_name": row.person.display_name,
        "team_name": row.team and row.team.name,
        "state_label": row.state.label,
        "rank": ranks.get(row.id),
        "session_title": session.title,
        "session_state": session.state,
        "session_state_label": session.state.label,
        "ended_early": ended_early(session),
        "area_name": session.area.name,
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
        "place": session.place,
        "guardian_name": row.guardian_name,
        "guardian_phone": row.guardian_phone,
        "actions": _actions(actor, row),
    }


def _actions(actor: Actor | None, row: Signup) -> list[dict]:
    """Of a session that is over nothing is left to decide."""
    session = row.session
    opened = session.state is SessionState.PUBLISHED and session.ends_at > clock.now()
    if actor is None or not opened or not duty_rules.withdraw_signup(actor, row):
        return []
    steps = [step for step in SIGNUP_FLOW.actions(row.state) if step in ("confirm", "withdraw")]
    return [{"action": step, "label": SIGNUP_FLOW.label(step)} for step in steps]
