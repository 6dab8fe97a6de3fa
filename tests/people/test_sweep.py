"""At night what has ended is swept away, and what holds is left."""

from sqlalchemy import func, select

from server.core.db import db
from server.people.jobs import sweep_sign_ins
from server.people.sign_ins import RefreshToken, SignIn
from server.people.sms_codes import SmsCode
from server.people.throttle import Tries


def left():
    db.session.expire_all()
    kinds = (RefreshToken, SmsCode, Tries, SignIn)
    return [db.session.scalar(select(func.count()).select_from(kind)) for kind in kinds]


def test_what_holds_is_left_and_what_ended_goes(clock, post, session_of):
    session_of()
    post("/api/people/sign_in/sms_code", phone="13859740001")
    sweep_sign_ins(timestamp=0)
    assert left() == [1, 1, 4, 1]

    clock.forward(days=30)
    sweep_sign_ins(timestamp=0)
    assert left() == [0, 0, 0, 1]
