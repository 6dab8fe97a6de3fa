"""Oneself."""

from schemas.people_me import (
    ClosedView,
    CloseForm,
    ConsentForm,
    ConsentView,
    CopyView,
    EstateForm,
    MeForm,
    MeView,
    PasswordForm,
    PhoneForm,
    ResidencyView,
)
from server.core.db import db
from server.people import account, closing, consents, homes, me, own_copy, own_merge, rules
from server.people.models import Consent, Person, Residency
from server.people.routes.api import api


def as_me(actor, one) -> dict:
    """`one` is the person, or the actor that is one."""
    return me.me_of(one.id)


def myself(actor) -> Person:
    return db.session.get_one(Person, actor.id)


ME = {"gives": MeView, "shows": as_me}


@api.get("/me", may=rules.show_me, **ME)
def show_me(actor):
    """Who I am, where I live, and which faces I may show."""
    return actor


@api.post("/me", takes=MeForm, may=rules.change_me, **ME)
def change_me(actor, form):
    """Change what I am called, or how the pages look."""
    return me.change_me(myself(actor), form)


@api.post("/me/estate", takes=EstateForm, may=rules.join_estate, **ME)
def join_estate(actor, form):
    """Say where I live."""
    person = myself(actor)
    homes.join_estate(person, form)
    return person


@api.post(
    "/residencies/<id:residency_id>/leave",
    on=Residency,
    visible=rules.visible_residencies,
    lock=True,
    may=rules.leave_residency,
    gives=ResidencyView,
)
def leave_residency(actor, residency):
    """I no longer live there."""
    return homes.leave(residency)


@api.post("/me/phone", takes=PhoneForm, may=rules.change_me, once=False, also=(429,), **ME)
def add_phone(actor, form):
    """Add or change my telephone number, which also becomes a way to sign in. No key is needed:
    the code is good once."""
    return account.add_phone(actor.id, form)


@api.post("/me/merge", takes=PhoneForm, may=rules.change_me, once=False, also=(429,), **ME)
def merge_me(actor, form):
    """The number belongs to another account of mine: put the two together. Asked with what proves
    that it is mine, like adding a number; no key, for the proof is good once."""
    return own_merge.merge_me(form, by=actor)


@api.post(
    "/me/close", takes=CloseForm, may=rules.change_me, gives=ClosedView, once=False, also=(429,)
)
def close_me(actor, form):
    """Close my account: what names me is deleted, and nobody signs in to it again. No key: the
    proof is good once."""
    closing.close_me(form, by=actor)
    return {"closed": True}


@api.post("/me/password", takes=PasswordForm, may=rules.change_me, once=False, also=(429,), **ME)
def change_password(actor, form):
    """Change my password; my other devices are signed out. The first one, which somebody else
    chose, is changed with what proves that it is me, if I have it. No key is needed: the old
    password is good once."""
    return account.change_password(form, by=actor)


@api.post("/me/consents", takes=ConsentForm, may=rules.change_me, gives=ConsentView)
def give_consent(actor, form):
    """Agree to one purpose."""
    return consents.give_consent(form, by=actor)


@api.post(
    "/me/consents/<id:consent_id>/withdraw",
    on=Consent,
    visible=rules.visible_consents,
    lock=True,
    may=rules.withdraw_consent,
    gives=ConsentView,
)
def withdraw_consent(actor, consent):
    """Take it back; from now on it no longer holds."""
    return consents.withdraw_consent(consent)


@api.get("/me/copy", may=rules.show_me, gives=CopyView)
def copy_me(actor):
    """Everything that is kept about me."""
    return own_copy.own_copy(myself(actor))
