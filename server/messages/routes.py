"""The inbox."""

from schemas.messages import InboxView, MessagePage, ReadForm
from schemas.paging import PageForm
from server.core.api import Api
from server.core.paging import page
from server.messages import rules, service
from server.messages.models import Message

api = Api("messages")


@api.get(
    "/",
    lists=Message,
    visible=rules.visible_messages,
    takes=PageForm,
    may=rules.list_messages,
    gives=MessagePage,
)
def list_messages(actor, messages, form):
    """What I was told, newest first."""
    return page(messages, form, order=(Message.id.desc(),))


@api.post("/read", takes=ReadForm, may=rules.read_messages, gives=InboxView, once=False)
def read_messages(actor, form):
    """Mark everything up to a message as read. Doing it twice does no harm, so it needs no key."""
    service.read_messages(actor, form["up_to"])
    return {"unread": service.unread(actor.ids)}
