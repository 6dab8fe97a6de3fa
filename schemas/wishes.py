"""Micro-wishes (微心愿) on the wire: making one, screening it, claiming it, the wall."""

from marshmallow import Schema, fields, validate

from schemas.form import Form, choice, flag, line, phone, query_id, row_id, whole, words
from schemas.paging import PageForm
from schemas.ticket_forms import ReasonForm, file_ids
from schemas.ticket_words import Channel, Difficulty, Group, ProxyRelation, Urgency


class BehalfForm(Form):
    """For whom, when not oneself: somebody known, or a name (and a phone, if they have one)."""

    person_id = row_id(required=False)
    name = line(20, required=False)
    phone = phone(required=False, load_default=None)
    relation = choice(ProxyRelation, required=False)


class WishForm(Form):
    """Said or written: `text`, or `voice_id`, or both. Everything else may be left out."""

    estate_id = row_id()
    text = words(500, required=False, load_default=None)
    voice_id = row_id(required=False)
    photo_ids = file_ids()
    place = line(60, required=False, load_default=None)
    hoped = line(60, required=False, load_default=None)
    contact_name = line(20, required=False, load_default=None)
    contact_phone = phone(required=False, load_default=None)
    category_id = row_id(required=False)
    group = choice(Group, required=False, load_default=Group.ANYBODY)
    on_behalf = fields.Nested(BehalfForm, required=False)
    channel = choice(Channel, required=False, load_default=Channel.APP)


class HelpedView(Schema):
    """Somebody for whom one has asked before."""

    person_id = fields.Integer(required=True)
    name = fields.String(required=True)
    relation = choice(ProxyRelation)


class OfflineWishForm(WishForm):
    """Written at a door without network: its own id and its own time."""

    client_id = fields.UUID(required=True)
    written_at = fields.AwareDateTime(required=True)


class ScreenForm(Form):
    """The four tests, and the card that the wall will show."""

    headline = line(24)
    need = line(60, required=False, load_default="")
    effort = line(16, required=False, load_default="")
    hoped = line(16, required=False, load_default="")  # when it suits them
    small = flag()
    wide = flag()
    doable = flag()
    useful = flag()
    category_id = row_id()
    group = choice(Group)
    urgency = choice(Urgency, required=False, load_default=Urgency.NORMAL)
    difficulty = choice(Difficulty, required=False, load_default=Difficulty.MEDIUM)
    helpers_needed = whole(1, 20, required=False, load_default=1)
    text = words(500, required=False, load_default=None)  # what was said in the voice note


class ReleaseForm(ReasonForm):
    """Why it goes back to the wall."""


class ClaimChoiceForm(Form):
    """Which of those who asked."""

    assignment_id = row_id()
    words = words(200, required=False, load_default=None)


class WallForm(PageForm):
    """`view`: `open` can be claimed, `mine` I claimed, `done` was fulfilled."""

    view = fields.String(
        load_default="open",
        validate=validate.OneOf(["open", "mine", "done"], error="没有这个筛选"),
    )
    area_id = query_id()
    category_id = query_id()
    group = choice(Group, required=False)
    q = line(30, required=False)
