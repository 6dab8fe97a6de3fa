"""Duties: signing up for a post, saying yes, stepping down."""

from schemas.occasion_forms import PostForm, SignUpForm
from schemas.occasion_views import PostView, SignupView
from server.occasions import rules
from server.occasions.parts import Post, Signup
from server.occasions.present import session as present
from server.occasions.routes.api import FOUND, api
from server.occasions.service import signups as service

GIVES = {"gives": SignupView, "shows": present.signup}
MINE = {"on": Signup, "visible": rules.visible_signups, "lock": True, **GIVES}


@api.post(
    "/posts/<id:post_id>/sign_up",
    on=Post,
    visible=rules.visible_posts,
    lock=True,
    takes=SignUpForm,
    may=rules.sign_up,
    status=201,
    **GIVES,
)
def sign_up(actor, post, form):
    """报名: a seat if there is one, else a place in the waiting list"""
    return service.sign_up(post, form.get("person_id", actor.id), form, by=actor)


@api.post("/signups/<id:signup_id>/confirm", **MINE, may=rules.confirm_signup)
def confirm_signup(actor, signup):
    """我来: a seat that became free is taken"""
    return service.confirm(signup, by=actor)


@api.post("/signups/<id:signup_id>/withdraw", **MINE, may=rules.withdraw_signup)
def withdraw_signup(actor, signup):
    """不去了: the seat goes to whoever waits longest"""
    return service.withdraw(signup, by=actor)


@api.post(
    "/sessions/<id:session_id>/posts",
    **FOUND,
    takes=PostForm,
    may=rules.runs_session,
    gives=PostView,
    status=201,
)
def add_post(actor, session, form):
    """岗位: what is to be done there, and by how many"""
    return service.add_post(session, form)
