"""What people say to reception days: how one is set out, who sits there, a time that is booked,
what becomes of a number, what goes on the agenda and on the board."""

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.form import Form, choice, line, phone, query_id, row_id, whole, words
from schemas.paging import PageForm
from schemas.reception_words import AgendaState, Party, SeatState
from schemas.ticket_forms import file_ids
from schemas.ticket_words import ProxyRelation, SolvedLevel

MOST_SEATS, MOST_TABLES = 20, 20


class PartySeatForm(Form):
    """A unit, or words (法律顾问 王律师), or both."""

    party = choice(Party)
    unit_id = row_id(required=False, load_default=None, allow_none=True)
    words = line(30, required=False, load_default="")


class SetOutForm(Form):
    """Tables, minutes for each number, how many numbers are kept for the door; and all seats."""

    tables = whole(1, MOST_TABLES)
    slot_minutes = whole(5, 60, required=False, load_default=10)
    kept = whole(0, 50, required=False, load_default=0)
    seats = fields.List(
        fields.Nested(PartySeatForm),
        required=True,
        validate=validate.Length(0, MOST_SEATS, error=f"最多 {MOST_SEATS} 个席位"),
    )

    @validates_schema
    def _each_is_somebodys(self, form, **_):
        if not all(seat["unit_id"] or seat["words"] for seat in form["seats"]):
            raise ValidationError("每个席位请选一个单位，或写明是谁", "seats")


class MarkForm(Form):
    """`deputy`: which office came in its stead (办公室副主任), never a name."""

    state = choice(SeatState)
    deputy = line(20, required=False, load_default=None, allow_none=True)

    @validates_schema
    def _a_deputy_is_named(self, form, **_):
        if (form["state"] is SeatState.DEPUTY) != (form["deputy"] is not None):
            said = "请写代表的职务" if form["state"] is SeatState.DEPUTY else "只有代表到会才写职务"
            raise ValidationError(said, "deputy")


class BookForm(Form):
    """`n`: which time; without one the first that is free. `called`: for somebody without a
    telephone, how they are called out. `person_id`: for whom the desk knows."""

    n = whole(1, 500, required=False)
    topic = words(100, required=False, load_default=None)
    called = line(10, required=False)
    person_id = row_id(required=False)

    @validates_schema
    def _for_one(self, form, **_):
        if "called" in form and "person_id" in form:
            raise ValidationError("请写称呼，或选一位居民", "called")
        if form.get("called", "").startswith("我"):  # it is called out by somebody else
            raise ValidationError("叫号时喊不了“我妈”，请写大家怎么称呼，比如：陈阿婆", "called")


class WalkInForm(BookForm):
    """At the door; neither a name nor a person: 「12 号」 is called out."""


class TableForm(Form):
    table = whole(1, MOST_TABLES)


class CallForm(TableForm):
    """`again`: they were called before, and are called once more, perhaps to another table."""

    again = fields.Boolean(load_default=False)


class ReceiveForm(Form):
    """What was said at the table. `text`: without one, what was written when it was booked. The
    visitor is who holds the number; else `person_id`, or `name` and `phone`. `relation`: as what
    whoever took the number for them speaks for them."""

    text = words(500, required=False, load_default=None)
    place = line(60, required=False, load_default=None)
    category_id = row_id(required=False, load_default=None, allow_none=True)
    estate_id = row_id(required=False, load_default=None, allow_none=True)
    person_id = row_id(required=False)
    name = line(20, required=False, load_default=None)
    phone = phone(required=False, load_default=None)
    relation = choice(ProxyRelation, required=False, load_default=ProxyRelation.OTHER)
    photo_ids = file_ids()


class ReceiveAndAnswerForm(ReceiveForm):
    """首接首问即时答: opened and answered in one."""

    answer = words(500)
    level = choice(SolvedLevel, required=False, load_default=SolvedLevel.ESTATE)


class DeskNumbersForm(PageForm):
    """`live`: those who wait or were called; else all, the last to come first in turn."""

    live = fields.Boolean(load_default=False)


class AgendaForm(PageForm):
    state = choice(AgendaState, required=False)


class AddItemForm(Form):
    number = line(9)  # the ticket's, as somebody reads it out


class AnswerItemForm(Form):
    words = words(500)


class ReceptionsForm(PageForm):
    """Of an area and all around it; one's own estate where none is named. `past`: the latest
    first, with what came of them."""

    area_id = query_id()
    past = fields.Boolean(load_default=False)


class BoardLineForm(Form):
    headline = line(24)
    outcome = line(100, required=False, load_default="")
