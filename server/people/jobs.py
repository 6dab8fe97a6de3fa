"""What falls due at night: roles that run out; used tokens, old codes and tries are swept away."""

from datetime import timedelta
from itertools import groupby

from sqlalchemy import delete, select

from server.core import clock
from server.core.db import db
from server.core.jobs import every
from server.core.moves import Job
from server.people import leaving
from server.people.models import RoleGrant
from server.people.sign_ins import RefreshToken
from server.people.sms_codes import SmsCode
from server.people.throttle import Tries

LONGEST_WINDOW = timedelta(days=1)


@every("41 19 * * *")
def sweep_sign_ins() -> None:
    """At 3:41 in Dehua. The sign-ins themselves stay: the record of who came in when is kept
    (网络安全法 21)."""
    now = clock.now()
    db.session.execute(delete(RefreshToken).where(RefreshToken.expires_at <= now))
    db.session.execute(delete(SmsCode).where(SmsCode.expires_at <= now))
    db.session.execute(delete(Tries).where(Tries.last_at <= now - LONGEST_WINDOW))


@every("7 16 * * *")
def leave_ended_roles() -> None:
    """Just after midnight in Dehua (the worker's hours are UTC): roles that had a last day. A role
    no longer holds from that midnight on, job or no job; here its tasks are handed back."""
    ended = select(RoleGrant).where(RoleGrant.until <= clock.today(), RoleGrant.left_at.is_(None))
    ended = ended.order_by(RoleGrant.person_id, RoleGrant.id)
    grants = db.session.scalars(ended.with_for_update(key_share=True)).all()
    for _, theirs in groupby(grants, key=lambda grant: grant.person_id):
        leaving.leave_roles(list(theirs), by=Job("leave_ended_roles"))
