"""What nobody needs any more is swept away at night: used tokens, old codes, old tries."""

from datetime import timedelta

from sqlalchemy import delete

from server.core import clock
from server.core.db import db
from server.core.jobs import every
from server.people.sign_ins import RefreshToken
from server.people.sms_codes import SmsCode
from server.people.throttle import Tries

LONGEST_WINDOW = timedelta(days=1)


@every("41 3 * * *")
def sweep_sign_ins() -> None:
    """The sign-ins themselves stay: the record of who came in when is kept (网络安全法 21)."""
    now = clock.now()
    db.session.execute(delete(RefreshToken).where(RefreshToken.expires_at <= now))
    db.session.execute(delete(SmsCode).where(SmsCode.expires_at <= now))
    db.session.execute(delete(Tries).where(Tries.last_at <= now - LONGEST_WINDOW))
