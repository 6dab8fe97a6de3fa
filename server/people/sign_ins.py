"""Sign-ins: one row for each device that is signed in, and the refresh tokens it has used."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from server.core import clock
from server.core.db import db
from server.people.models import Person


class SignIn(db.Model):
    """A device that is signed in. Its refresh tokens are one family and end with it."""

    __tablename__ = "sign_ins"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    way: Mapped[str]  # wechat | sms | password | demo
    began_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]
    why_ended: Mapped[
        str | None
    ]  # signed_out | signed_out_everywhere | token_stolen | switched_off

    person: Mapped[Person] = relationship()


class RefreshToken(db.Model):
    """Good once. Kept as a hash: who reads the database signs in as nobody."""

    __tablename__ = "refresh_tokens"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    sign_in_id: Mapped[int] = mapped_column(ForeignKey("sign_ins.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]


def begin_sign_in(person: Person, way: str) -> SignIn:
    sign_in = SignIn(person_id=person.id, way=way)
    db.session.add(sign_in)
    db.session.flush()
    return sign_in
