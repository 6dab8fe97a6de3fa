"""Duties: posts, signing up for one, saying yes, stepping down."""

from schemas.occasion_duties import (
    ChildView,
    MySignupsForm,
    PostForm,
    PostView,
    SignUpForm,
    SignupRowView,
    SignupsForm,
    SignUpTeamForm,
    SignupView,
    TeamAnswersView,
)
from schemas.paging import listed, paged
from server.occasions import duty_rules as rules
from server.occasions.parts import Post, Signup
from server.occasions.present import duties as present
from server.occasions.routes.api import FOUND, api
from server.occasions.rules import runs_session, signed_in
from server.occasions.service import duty_lists as lists
from server.occasions.service import leaving, own_duties, posts, signups, team_signups, whom

__all__ = ["leaving", "own_duties"]  # hooked into people by being imported

POST = {"on": Post, "visible": rules.visible_posts}
A_POST = {"gives": PostView, "shows": present.post}
ONE = {"on": Signup, "visible": rules.visible_signups, "gives": SignupView, "shows": present.signup}
STEP = {**ONE, "lock": True}


@api.post(
    "/sessions/<id:session_id>/posts",
    **FOUND,
    takes=PostForm,
    may=runs_session,
    **A_POST,
    status=201,
)
def add_post(actor, session, form):
    """岗位: what is to be done there, and by how many"""
    return posts.add_post(session, form)


@api.post("/posts/<id:post_id>/change", **POST, lock=True, takes=PostForm, may=rules.change_post,
          **A_POST)  # fmt: skip
def change_post(actor, post, form):
    """改岗位: more seats go to whoever waits"""
    return posts.change_post(post, form)


@api.post("/posts/<id:post_id>/remove", **POST, lock=True, may=rules.remove_post, **A_POST)
def remove_post(actor, post):
    """删除岗位: one for which nobody has signed up"""
    return posts.remove_post(post)


@api.post("/posts/<id:post_id>/sign_up", **POST, takes=SignUpForm, may=rules.sign_up,
          gives=SignupView, shows=present.signup, status=201)  # fmt: skip
def sign_up(actor, post, form):
    """报名: a seat if there is one, else a place in the waiting list"""
    return signups.sign_up(post, form, by=actor)


@api.post("/posts/<id:post_id>/sign_up_team", **POST, takes=SignUpTeamForm,
          may=rules.sign_up_team, gives=TeamAnswersView)  # fmt: skip
def sign_up_team(actor, post, form):
    """带队报名: several members at once, each answered"""
    return team_signups.sign_up_team(post, form, by=actor)


@api.get(
    "/sessions/<id:session_id>/signups",
    **FOUND,
    takes=SignupsForm,
    may=rules.list_signups,
    gives=paged(SignupRowView),
    shows=present.signups,
)
def list_signups(actor, session, form):
    """报名名单: who has a place there or waits for one, in the order of arrival"""
    return lists.list_signups(session, form)


@api.get("/signups/mine", takes=MySignupsForm, may=signed_in, gives=paged(SignupView),
         shows=present.signups)  # fmt: skip
def list_my_signups(actor, form):
    """我的报名: what is to come, or what is past; of one's children, too"""
    return lists.list_my_signups(form, by=actor)


@api.get("/signups/children", may=signed_in, gives=listed(ChildView))
def list_children(actor):
    """我带过的孩子: whom one has signed up before"""
    return {"items": whom.children_of(actor)}


@api.get("/signups/<id:signup_id>", **ONE, may=rules.show_signup)
def show_signup(actor, signup):
    """One place: to whoever has it, a child's guardian, the desk"""
    return signup


@api.post("/signups/<id:signup_id>/confirm", **STEP, may=rules.confirm_signup)
def confirm_signup(actor, signup):
    """我来: a seat that became free is taken"""
    return signups.confirm(signup, by=actor)


@api.post("/signups/<id:signup_id>/withdraw", **STEP, may=rules.withdraw_signup)
def withdraw_signup(actor, signup):
    """不去了: the seat goes to whoever waits longest"""
    return signups.withdraw(signup, by=actor)
