"""What falls due at market days."""

from sqlalchemy import select

from server.core.db import db
from server.core.jobs import job
from server.markets.service import offers
from server.occasions.parts import QueueNumber


@job
def leave_number(number_id: int) -> None:
    """Of a wish that has ended. The number is held before the ticket is read, as at a stall."""
    query = select(QueueNumber).where(QueueNumber.id == number_id)
    offers.leave_number(
        db.session.scalars(query.with_for_update(key_share=True, of=QueueNumber)).one()
    )
