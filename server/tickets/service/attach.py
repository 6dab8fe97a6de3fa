"""Hanging files on a ticket: only one's own, and each once."""

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.files.models import File
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.parts import TicketFile

# purpose: (kind of file, field of the form)
PLACES = {
    "before": ("picture", "photo_ids"),
    "inside": ("picture", "photo_ids"),  # of a note for the desk
    "after": ("picture", "photo_ids"),
    "paper": ("picture", "paper_id"),
    "unit_paper": ("picture", "paper_ids"),  # on which a unit answered
    "voice": ("voice", "voice_id"),
}


def with_proof(form: dict, by) -> str:
    """What was done, in words: with a photo, or with what shows it, if a unit says so. A neighbour
    is believed; on paper there is the photo of the paper."""
    shows = form.get("proof_words")
    if by.unit_id and not (form["photo_ids"] or shows):
        wanted = "请拍一张照片；拍不了的，在下面写明凭什么看得出办好了"
        raise Malformed(photo_ids=wanted, proof_words="例如：书面答复已送达")
    return f"{form['words']}\n凭据：{shows}" if shows else form["words"]


def attach(ticket: Ticket, file_ids: list[int], purpose: str, *, by: Actor) -> None:
    """Locks the files in the order of their ids: two requests cannot take the same one."""
    if not file_ids:
        return
    kind, field = PLACES[purpose]
    wanted = select(File).where(
        File.id.in_(file_ids),
        File.sent_by_id == by.id,
        File.attached_at.is_(None),
        File.kind == kind,
    )
    found = db.session.scalars(wanted.order_by(File.id).with_for_update()).all()
    if len(found) != len(set(file_ids)):
        raise Malformed("照片或录音没有传上来，请重新添加", **{field: "请重新添加"})
    for file in found:
        file.attached_at = clock.now()
        db.session.add(TicketFile(file_id=file.id, ticket_id=ticket.id, purpose=purpose))
