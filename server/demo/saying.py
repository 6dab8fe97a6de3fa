"""How a wish is said: on one's telephone, at the desk, on a doorstep without network, aloud."""

from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from schemas.ticket_words import Channel
from schemas.wishes import WishForm
from server.core import clock
from server.core.db import db
from server.demo.people import acting
from server.demo.pictures import send_picture, send_voice
from server.demo.story import Life
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.wishes.service import intake


def submit(life: Life) -> None:
    story, by = life.story, acting(life.enterer)
    said = {"estate_id": life.wisher.estate_id, "channel": story.channel, "group": story.group}
    said |= {"text": story.text} if story.text else {}
    said |= {"hoped": story.hoped} if story.hoped else {}
    said |= {"place": life.door} if life.door else {}
    if life.wisher is not life.enterer:
        said["on_behalf"] = {"person_id": life.wisher.id}
    if story.photo:
        said["photo_ids"] = [send_picture(story.photo, by=by).id]
    if story.seconds:
        said["voice_id"] = send_voice(story.seconds, by=by).id
    life.ticket = _submitted(said, by)
    life.tickets[story.key or f"#{len(life.tickets)}"] = life.ticket


def _submitted(said: dict, by: Actor) -> Ticket:
    """At the doors there is no network: written down first, sent when the worker is back."""
    if said["channel"] != Channel.DOOR_KNOCK:
        return intake.submit_wish(WishForm().load(said), by=by)
    written_at = clock.now().replace(microsecond=0) - timedelta(minutes=95)
    said["client_id"] = str(uuid5(NAMESPACE_URL, said["text"]))
    said["written_at"] = written_at.isoformat()
    (answer,) = intake.submit_offline_wishes([said], by=by)["items"]
    return db.session.get_one(Ticket, answer["id"])
