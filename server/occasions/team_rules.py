"""Who may see and do what with teams."""

from sqlalchemy import false, or_, select

from schemas.people_words import Role
from server.occasions.rules import RUNS_IT, runs, runs_somewhere
from server.occasions.teams import Membership, Team
from server.people.actor import Actor, within


def visible_teams(actor: Actor | None):
    """All that are open: who serves here is no secret among neighbours. Closed ones, the desk's."""
    if actor is None:
        return false()
    return or_(Team.closed_at.is_(None), within(Team.area_id, actor.paths(*RUNS_IT)))


def visible_memberships(actor: Actor | None):
    if actor is None:
        return false()
    led = select(Team.id).where(
        or_(Team.leader_id.in_(actor.ids), within(Team.area_id, actor.paths(*RUNS_IT)))
    )
    return or_(Membership.person_id.in_(actor.ids), Membership.team_id.in_(led))


def list_teams(actor: Actor, *_) -> bool:
    return True


def make_team(actor: Actor, form: dict) -> bool:
    """In which area is said in the form; the service looks whether it is theirs."""
    return runs_somewhere(actor)


def runs_team(actor: Actor, team: Team, form=None) -> bool:
    return runs(actor, team.area.path)


change_team = close_team = runs_team


def leads_or_runs(actor: Actor, team: Team, form=None) -> bool:
    return team.leader_id in actor.ids or runs_team(actor, team)


def list_members(actor: Actor, team: Team, form=None) -> bool:
    """Also a desk below: the team of its community serves at its sessions, name by name."""
    below = actor.paths(*RUNS_IT)
    return leads_or_runs(actor, team) or any(path.startswith(team.area.path) for path in below)


def add_member(actor: Actor, team: Team, form: dict | None = None) -> bool:
    """By their id only the desk: an id says nothing to anybody else."""
    return runs_team(actor, team) or (
        team.leader_id in actor.ids and "person_id" not in (form or {})
    )


def join_team(actor: Actor, team: Team) -> bool:
    """A volunteer of that area."""
    return actor.holds(Role.VOLUNTEER, Role.TEAM_LEADER, at=team.area.path)


def judge_member(actor: Actor, membership: Membership) -> bool:
    """Nobody lets themselves in."""
    return membership.person_id not in actor.ids and leads_or_runs(actor, membership.team)


accept_member = decline_member = judge_member


def leave_team(actor: Actor, membership: Membership) -> bool:
    return membership.person_id in actor.ids or leads_or_runs(actor, membership.team)
