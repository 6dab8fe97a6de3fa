"""The ways in and out. They need no Idempotency-Key: nobody is known yet, or doing it twice does
no harm."""

from schemas.people_sign_in import (
    CodeSentView,
    DemoPeople,
    DemoSignInForm,
    PasswordSignInForm,
    RefreshForm,
    SessionView,
    SignedOutView,
    SmsCodeForm,
    SmsSignInForm,
    WechatSignInForm,
)
from server.core.api import anyone
from server.core.db import db
from server.people import me, rules, sign_in, sms_codes
from server.people.models import Person
from server.people.routes.api import api


def session(actor, session: dict) -> dict:
    return session | {"me": me.me_of(session["me"].id)}


def demo_list(actor, people: list[Person]) -> dict:
    return {"items": [demo_line(person) for person in people]}


def demo_line(person: Person) -> dict:
    named = {"id": person.id, "display_name": person.display_name}
    return named | {"about": me.about(person), "face_label": me.face_label(person)}


IN = {"may": anyone, "gives": SessionView, "shows": session, "once": False, "also": (401,)}
NOT_HERE = {"also": (401, 404)}  # a demonstration has them, no other deployment
OUT = {"may": rules.sign_out, "gives": SignedOutView, "once": False}
SIGNED_OUT = {"signed_out": True}


@api.post("/sign_in/wechat", takes=WechatSignInForm, **IN)
def sign_in_wechat(actor, form):
    """Sign in with the code of wx.login; the first time makes a person."""
    return sign_in.sign_in_wechat(form["code"])


@api.post("/sign_in/sms_code", takes=SmsCodeForm, may=anyone, gives=CodeSentView, once=False)
def send_sms_code(actor, form):
    """Send a code to a telephone, once a minute, five times a day."""
    sms_codes.send_code(form["phone"])
    good_for = int(sms_codes.LIFE.total_seconds())
    return {"again_in_seconds": 60, "good_for_seconds": good_for}


@api.post("/sign_in/sms", takes=SmsSignInForm, **IN)
def sign_in_sms(actor, form):
    """Sign in with the code that was sent; the first time makes a person."""
    return sign_in.sign_in_sms(**form)


@api.post("/sign_in/password", takes=PasswordSignInForm, **IN)
def sign_in_password(actor, form):
    """Sign in with a staff name and a password."""
    return sign_in.sign_in_password(**form)


@api.get("/demo_people", may=anyone, gives=DemoPeople, shows=demo_list, also=(404,))
def list_demo_people(actor):
    """Who may be tried out; 404 outside a demonstration."""
    return sign_in.demo_people()


@api.post("/sign_in/demo", takes=DemoSignInForm, **IN | NOT_HERE)
def sign_in_demo(actor, form):
    """Be somebody of the demonstration; 404 outside of one."""
    return sign_in.sign_in_demo(form["person_id"])


@api.post("/refresh", takes=RefreshForm, **IN)
def refresh_session(actor, form):
    """A new access token, and the refresh token that comes after this one."""
    return sign_in.refresh_session(form["refresh_token"])


@api.post("/sign_out", **OUT)
def sign_out(actor):
    """Sign out on this device."""
    sign_in.sign_out(actor)
    return SIGNED_OUT


@api.post("/sign_out_everywhere", **OUT)
def sign_out_everywhere(actor):
    """Sign out on every device, this one too."""
    sign_in.sign_out_everywhere(db.session.get_one(Person, actor.id))
    return SIGNED_OUT
