"""The sheets themselves: a service record, made anew each time its link is opened."""

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.core.errors import NotFound
from server.files.paper.record import Record, RecordRow, record_pdf
from server.files.service import check_signature
from server.occasions.models import Session
from server.occasions.presence import ServicePaper
from server.occasions.service.cards import desk_name
from server.occasions.service.records import hours
from server.occasions.service.service_papers import Item, code_address, holds, items_now


def opened_record(token: str, sent: str) -> bytes:
    """Only while it still says what it said when it was made; else a new one is made."""
    check_signature(token, "record", sent)
    paper = db.session.scalar(select(ServicePaper).where(ServicePaper.token == token))
    if paper is None or paper.revoked_at:
        raise NotFound
    items = items_now(paper)
    if not holds(paper, items):
        raise NotFound("这份记录开出后有更正，请重新打印一份")
    return record_pdf(_record(paper, items))


def _record(paper: ServicePaper, items: list[Item]) -> Record:
    person = paper.person
    return Record(
        community=desk_name(person),
        name=person.real_name or person.display_name,
        number=f"F{paper.id:06}",
        url=code_address(paper),
        since=paper.since,
        until=paper.until,
        made_on=clock.local(paper.made_at).date(),
        rows=tuple(_row(*item) for item in items),
        hours=hours(paper.minutes),
    )


def _row(session: Session, minutes: int) -> RecordRow:
    return RecordRow(session.on, session.title, session.area.name, minutes)
