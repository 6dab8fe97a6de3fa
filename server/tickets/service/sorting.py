"""What a ticket is about, and the day that the desk names. Neither makes it later in the hands of
whoever has it: that is 延期, with another's consent."""

from datetime import date, datetime, timedelta

from server.core.clock import now, today
from server.core.errors import Malformed, Refusal
from server.people.actor import Actor
from server.tickets.categories import UNSORTED
from server.tickets.models import Category, Ticket
from server.tickets.relations import in_charge
from server.tickets.rules import approve_extension
from server.tickets.service import ranks, telling
from server.tickets.service.due import limit, name_day
from server.tickets.service.intake import category_of
from server.tickets.service.repeats import look_for_repeats
from server.tickets.service.talking import write
from server.workdays.calendar import closing, is_workday, known_days

FARTHEST = timedelta(days=365)


class NotLaterAlone(Refusal):
    code, title = "not_later_alone", "期限不能自己改晚"
    detail = "这样改，期限会晚几天。请点“申请延期”写明原因；还没有人办的，请社工或社区工作者来改"


def sort(ticket: Ticket, form: dict, *, by: Actor) -> None:
    """`category_id`: another one counts its limit from when the ticket came in; the one it has is
    no change. `due_on`: until the end of that day; later than it was due, it wants `words`, which
    the resident reads too. Whoever looks at it first sorts it, though that may give more days."""
    before, first = ticket.due_at, _first_look(ticket, by)
    if "category_id" in form:
        _sort_into(ticket, category_of(ticket.kind, form["category_id"]))
    if "due_on" in form:
        check_day(form["due_on"])
        name_day(ticket, form["due_on"])
        if ticket.due_at > before and not form.get("words"):
            raise Malformed(words="期限改晚了，请写明原因，居民也看得到")
    if ticket.due_at != before and ("due_on" in form or not first):
        _changed(ticket, before, form.get("words") or f"改成了“{ticket.category.label}”", by=by)


def _sort_into(ticket: Ticket, category: Category) -> None:
    if category is not ticket.category:
        ticket.category = category
        limit(ticket)
        look_for_repeats(ticket)


def _first_look(ticket: Ticket, by: Actor) -> bool:
    sorted_already = ticket.category.code not in UNSORTED
    return not (sorted_already or in_charge(by, ticket) or ticket.due_at <= now())


def check_day(day: date) -> None:
    if day > today() + FARTHEST:
        raise Malformed(due_on="期限要在一年以内")
    if closing(day) <= now():
        raise Malformed(due_on="期限要在今天之后")
    if not is_workday(day, known_days()):
        raise Malformed(due_on="这一天不上班，请选一个工作日")


def _changed(ticket: Ticket, before: datetime, why: str, *, by: Actor) -> None:
    later, day = ticket.due_at > before, telling.day(ticket.due_at)
    if later and not approve_extension(by, ticket):
        raise NotLaterAlone
    holders = set(ranks.holders(ticket)) - {*by.ids}
    told = f"{telling.name(ticket)}的期限改为{day}：{why}"
    telling.tell(ticket, holders, "期限变了", told, reason="due-named")
    if later:
        ticket.lengthened += 1
        write(ticket, f"期限改到{day}：{why}", by=by)
        said = f"{telling.own(ticket)}改到{day}办好：{why}"
        telling.tell(ticket, telling.party(ticket), "要多等几天", said, reason="due-later")
