"""Teams: made, joined, led, left."""

from schemas.occasion_teams import (
    AddMemberForm,
    ChangeTeamForm,
    MemberView,
    TeamForm,
    TeamsForm,
    TeamView,
)
from schemas.paging import PageForm, paged
from server.occasions import team_rules as rules
from server.occasions.present import teams as present
from server.occasions.routes.api import api
from server.occasions.service import team_lists as lists
from server.occasions.service import teams as service
from server.occasions.teams import Membership, Team

TEAM = {"gives": TeamView, "shows": present.team}
ON = {"on": Team, "visible": rules.visible_teams}
MEMBER = {"gives": MemberView, "shows": present.member}
STEP = {"on": Membership, "visible": rules.visible_memberships, "lock": True, **MEMBER}


@api.get("/teams", lists=Team, visible=rules.visible_teams, takes=TeamsForm, may=rules.list_teams,
         gives=paged(TeamView), shows=present.teams, also=(404,))  # fmt: skip
def list_teams(actor, teams, form):
    """志愿服务队: of an area and all below it, of whatever may serve there, or one's own"""
    return lists.list_teams(teams, form, by=actor)


@api.post("/teams", takes=TeamForm, may=rules.make_team, **TEAM, status=201)
def make_team(actor, form):
    """建队: with an estate or a community as its home"""
    return service.make_team(form, by=actor)


@api.get("/teams/<id:team_id>", **ON, **TEAM, may=rules.list_teams)
def show_team(actor, team):
    """One team"""
    return team


@api.post("/teams/<id:team_id>/change", **ON, lock=True, takes=ChangeTeamForm,
          may=rules.change_team, **TEAM)  # fmt: skip
def change_team(actor, team, form):
    """改队名、队长"""
    return service.change_team(team, form, by=actor)


@api.post("/teams/<id:team_id>/close", **ON, lock=True, may=rules.close_team, **TEAM)
def close_team(actor, team):
    """解散: nobody joins any more; its hours stay"""
    return service.close_team(team, by=actor)


@api.get("/teams/<id:team_id>/members", **ON, takes=PageForm, may=rules.list_members,
         gives=paged(MemberView), shows=present.members)  # fmt: skip
def list_members(actor, team, form):
    """队员: to its leader and the desk, and to desks below it"""
    return lists.list_members(team, form, judges=rules.leads_or_runs(actor, team))


@api.post("/teams/<id:team_id>/members", **ON, takes=AddMemberForm, may=rules.add_member,
          **MEMBER, status=201, also=(429,))  # fmt: skip
def add_member(actor, team, form):
    """加队员: a volunteer whom the desk or the leader knows; they are told"""
    return service.add_member(team, form, by=actor)


@api.post("/teams/<id:team_id>/join", **ON, may=rules.join_team, **MEMBER, status=201)
def join_team(actor, team):
    """申请入队"""
    return service.join_team(team, by=actor)


@api.post("/memberships/<id:membership_id>/accept", **STEP, may=rules.accept_member)
def accept_member(actor, membership):
    """同意入队"""
    return service.accept_member(membership, by=actor)


@api.post("/memberships/<id:membership_id>/decline", **STEP, may=rules.decline_member)
def decline_member(actor, membership):
    """不同意入队"""
    return service.decline_member(membership, by=actor)


@api.post("/memberships/<id:membership_id>/leave", **STEP, may=rules.leave_team)
def leave_team(actor, membership):
    """退队"""
    return service.leave_team(membership, by=actor)
