"""The public board in words: a share is never without its numerator and base, an item never with
anybody's name."""

from schemas.reception_words import Source
from schemas.ticket_words import Solved
from server.core import clock
from server.core.paging import Page
from server.people.actor import Actor
from server.reception.models import BoardLine
from server.reception.service.board import lines_of
from server.reports.board_figures import COUNTS, DEFINITIONS, RATES
from server.reports.boards import of_the_desk, opened_again
from server.tickets.categories import UNSORTED
from server.tickets.models import Ticket
from server.tickets.relations import is_party
from server.tickets.service.intake import AGAIN

COMMUNITY, VOLUNTEERS = "社区", "志愿者"
NOT_SORTED = "还没有分类"
REPORTED_SOLVED, REPORTED_OTHER = "上报口径：已解决", "上报口径：没有写明解决"


def board(actor: Actor | None, told: dict) -> dict:
    since, until, now = told["since"], told["until"], clock.local(told["as_of"])
    return {
        "area_id": told["area"].id,
        "area_name": told["area"].name,
        "since": since,
        "until": until,
        "period_words": f"{_day(since)}–{_day(until)}",
        "until_words": f"截至{now.month}月{now.day}日 {now:%H:%M}",
        "sources": [
            _source(source, row or dict.fromkeys(COUNTS, 0), told["sessions"].get(source, 0))
            for source, row in told["counts"].items()
            if source is Source.SYSTEM or row
        ],
    }


def _day(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _source(source: Source, row, sessions: int) -> dict:
    return {
        "source": source,
        "source_label": source.label,
        "definition": DEFINITIONS[source],
        "sessions": sessions,
        "figures": [_figure(name, row, source) for name in COUNTS],
        "rates": [_rate(name, row, source) for name in RATES if _known(RATES[name].base, source)],
    }


def _known(name: str, source: Source) -> bool:
    return source is Source.SYSTEM or COUNTS[name].reported


def _figure(name: str, row, source: Source) -> dict:
    return {
        "name": name,
        "label": COUNTS[name].label,
        "value": row[name] if _known(name, source) else None,
        "definition": COUNTS[name].definition,
    }


def _rate(name: str, row, source: Source) -> dict:
    rate = RATES[name]
    part, base = row[rate.numerator], row[rate.base]
    percent = f"{100 * part / base:.1f} %" if base else None
    ours = source is Source.SYSTEM
    return {
        "name": name,
        "label": rate.label if ours else f"{source.label}：{rate.label}",
        "words": percent and f"{percent} · {part}/{base}",
        "sentence": rate.sentence.format(part=part, base=base) if base and ours else None,
        "percent": percent,
        "numerator": part,
        "base": base,
        "numerator_label": COUNTS[rate.numerator].label,
        "base_label": COUNTS[rate.base].label,
        "definition": rate.definition,
    }


def items(actor: Actor | None, page: Page) -> Page:
    both = {known for ticket in page.items for known in (ticket.id, ticket.follows_id) if known}
    lines = lines_of(list(both))
    people = {a.person_id for ticket in page.items for a in ticket.hands if a.person_id}
    desk = of_the_desk(people)
    rows = [_item(actor, ticket, lines, desk) for ticket in page.items]
    past = opened_again(list(lines))
    return Page([row | ({"outcome": None} if row["id"] in past else {}) for row in rows], page.next)


def _item(actor: Actor | None, ticket: Ticket, lines: dict[int, BoardLine], desk) -> dict:
    source = Source(ticket.source)
    ours = source is Source.SYSTEM
    line = None if ticket.state.has("withdrawn") else lines.get(ticket.id)
    return {
        "id": ticket.id,
        "is_mine": is_party(actor, ticket),
        "ticket_id": ticket.id if is_party(actor, ticket) else None,
        "area_name": ticket.area.name,
        "category_label": _category(ticket),
        "headline": _headline(ticket, line, lines.get(ticket.follows_id)),
        "received_on": clock.local(ticket.received_at).date(),
        "works_on": _works_on(ticket, desk) if ours else [],
        "due_on": clock.local(ticket.due_at).date() if ours else None,
        "due_provisional": ours and ticket.due_provisional,
        "open": ours and ticket.state.has("open"),
        "state_label": ticket.state.label if ours else _reported(ticket),
        "outcome": (line.outcome or None) if line else None,
        "answered_on_spot": ticket.answered_at is not None,
        "reopens": ticket.reopens,
        "source": source,
        "source_label": source.label,
    }


def _headline(ticket: Ticket, line: BoardLine | None, before: BoardLine | None) -> str:
    """As staff wrote it; of what came back as they wrote it the time before; else its category."""
    if line:
        return line.headline
    again = AGAIN if ticket.follows_id else ""
    called = before.headline if before and not ticket.state.has("withdrawn") else None
    return (called or _category(ticket)).removesuffix(again) + again


def _category(ticket: Ticket) -> str:
    return NOT_SORTED if ticket.category.code in UNSORTED else ticket.category.label


def _reported(ticket: Ticket) -> str:
    return REPORTED_SOLVED if ticket.solved is Solved.YES else REPORTED_OTHER


def _works_on(ticket: Ticket, desk: set[int]) -> list[str]:
    """Each once, in the order in which they took it; nobody yet: the community."""
    who = [
        a.unit.name if a.unit else (COMMUNITY if a.person_id in desk else VOLUNTEERS)
        for a in ticket.hands
    ]
    return list(dict.fromkeys(who)) or [COMMUNITY]
