"""Who is waited for, or has waited, is told: in words, once for each reason."""

from datetime import datetime

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.messages import service as messages
from server.people import service as people
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.parts import Assignment, Note, Support
from server.tickets.present.names import doer, holder
from server.tickets.present.names import title as title_of
from server.tickets.relations import has_proxy


def tell(ticket: Ticket, person_ids, title: str, words: str, *, reason: str, opens=True) -> None:
    """`reason` names the event; with the ticket and the moment it is told once. `opens`: whoever
    is told may read it."""
    once = f"ticket:{ticket.id}:{reason}:{ticket.round}:{clock.now():%Y%m%d%H%M%S%f}"
    for person_id in sorted({person for person in person_ids if person}):
        messages.tell(
            person_id,
            title,
            words,
            reason=f"{once}:{person_id}",
            link=("ticket", ticket.id) if opens else None,
        )


def party(ticket: Ticket) -> list[int]:
    """The wisher, and a neighbour who spoke for them; the desk has its queue."""
    return [ticket.wisher_id, *([ticket.entered_by_id] if has_proxy(ticket) else [])]


def doers(assignments) -> list[int]:
    """The persons behind assignments; of a unit, whoever acts for it today."""
    assignments = list(assignments)
    persons = [a.person_id for a in assignments if a.person_id]
    units = {a.unit_id for a in assignments if a.unit_id}
    return persons + [person for unit in units for person in people.officers_of(unit)]


def name(ticket: Ticket) -> str:
    """What an inbox may show: the approved headline, else the number as it is read out."""
    return f"「{ticket.card.headline}」" if ticket.card else by_number(ticket)


def by_number(ticket: Ticket) -> str:
    return f"编号 {ticket.number[:4]} {ticket.number[4:]} 的事"


def own(ticket: Ticket) -> str:
    """To whoever wished it, their own words; nobody else reads their inbox."""
    return f"「{title_of(ticket)}」"


def day(moment: datetime) -> str:
    """3月12日 17:30"""
    here = clock.local(moment)
    return f"{here.month}月{here.day}日 {here:%H:%M}"


def named(ticket: Ticket) -> dict[str, str]:
    """What an alarm says of a ticket."""
    return {"name": name(ticket), "holder": holder(ticket)}


def offered(ticket: Ticket) -> None:
    lead = next(a for a in reversed(ticket.assignments) if a.role == "lead")
    words = f"社区请您办理{name(ticket)}，请接单；办不了请写明原因退回。"
    tell(ticket, doers([lead]), "有一张新的单子", words, reason="offered")


def published(ticket: Ticket) -> None:
    words = f"您的心愿已经受理，放上了心愿墙：{own(ticket)}。"
    tell(ticket, party(ticket), "心愿已受理", words, reason="published")


def accepted(ticket: Ticket, taken: Assignment) -> None:
    words = f"{doer(taken)}接了{own(ticket)}，会和您联系。"
    tell(ticket, party(ticket), "有人接单了", words, reason="accepted")


def claim_answered(ticket: Ticket, person_id: int, words: str) -> None:
    tell(ticket, [person_id], "您想认领的心愿", f"{name(ticket)}：{words}", reason="claim")


def came_back(ticket: Ticket, how: str, words: str) -> None:
    tell(ticket, [ticket.receiver_id], f"工单{how}", f"{name(ticket)}：{words}", reason="back")


def sought_again(ticket: Ticket) -> None:
    words = f"接单的人临时来不了，{own(ticket)}又放回了心愿墙，等别的志愿者来。"
    tell(ticket, party(ticket), "在等别的志愿者", words, reason="sought")


def backstopped(ticket: Ticket, share: Assignment) -> None:
    words = f"{name(ticket)}一直没有单位办成，请贵单位兜底办理。"
    tell(ticket, doers([share]), "请您兜底办理", words, reason="backstop")
    told = f"{own(ticket)}交给{doer(share)}来办，会和您联系。"
    tell(ticket, party(ticket), "换了单位来办", told, reason="backstopped")
    tell(
        ticket, [ticket.receiver_id], "转兜底单位", f"{name(ticket)}：{doer(share)}", reason="back"
    )


def asked(ticket: Ticket, words: str) -> None:
    tell(ticket, party(ticket), "需要您补充一点情况", words, reason="asked")


def replied(ticket: Ticket) -> None:
    tell(
        ticket,
        doers(ticket.hands),
        "居民补充了情况",
        f"{name(ticket)}有了新的说明。",
        reason="replied",
    )


def noted(ticket: Ticket, line: Note, *, by: Actor, said="有人写了几句", title="有新进展") -> None:
    """Everybody who has to do with it, except whoever wrote it. The words are read in the ticket,
    where they fade for whoever did it."""
    whom = {*party(ticket), *doers(ticket.hands)} - {by.id}
    words = f"{name(ticket)}{said}，请打开看看。"
    tell(ticket, whom, title, words, reason=f"noted:{line.id}")


def done(ticket: Ticket) -> None:
    """The wisher, whoever made the wish for them, and everybody who waits for the same."""
    words = f"办的人说{own(ticket)}办好了。您看行不行？请您评一评。"
    tell(ticket, party(ticket), "请您评一评", words, reason="done")
    others(ticket, "有结果了", "办的人说办好了")


def others(ticket: Ticket, title: str, how: str) -> None:
    """Who said 「我也是」 to it, and whose own ticket was merged into it: these open their own."""
    query = select(Ticket).where(Ticket.merged_into_id == ticket.id)
    told = set(party(ticket))
    for merged in db.session.scalars(query).all():
        tell(
            merged,
            set(party(merged)) - told,
            title,
            f"{name(merged)}：{how}。",
            reason="merged-end",
        )
        told |= set(party(merged))
    supporters = select(Support.person_id).where(Support.ticket_id == ticket.id)
    whom = set(db.session.scalars(supporters)) - told
    tell(ticket, whom, title, f"您也关心的{name(ticket)}，{how}。", reason="others")


def rated(ticket: Ticket) -> None:
    did = doers(a for a in ticket.assignments if a.state.has("did"))
    title = "居民确认办好了" if ticket.state.has("rated") else "居民说还没办好"
    words = f"{name(ticket)}：{ticket.solved.label}。"
    tell(ticket, [*did, ticket.receiver_id], title, words, reason="rated")


def withdrawn(ticket: Ticket) -> None:
    others(ticket, "许愿的人撤回了", "如果您家还需要，请自己再写一个")


def recalled(ticket: Ticket, had_it: list[int], words: str) -> None:
    tell(ticket, had_it, "社区收回了单子", f"{name(ticket)}：{words}", reason="recalled")
    if had_it:
        rearranged(ticket)


def rearranged(ticket: Ticket) -> None:
    words = f"{own(ticket)}换人来办，社区会再安排。"
    tell(ticket, party(ticket), "正在重新安排", words, reason="rearranged")


def transferred(ticket: Ticket, words: str) -> None:
    told = f"{own(ticket)}转给{ticket.receiver_unit.name}办：{words}"
    tell(ticket, party(ticket), "转给了别的社区", told, reason="transferred")


def cannot_do(ticket: Ticket) -> None:
    words = f"{own(ticket)}暂时办不了：{ticket.outcome}。不同意可以在这里说明，社区会再看。"
    tell(ticket, party(ticket), "暂时办不了", words, reason="cannot_do")
    others(ticket, "暂时办不了", f"暂时办不了：{ticket.cannot_do.label}")


def handed_over(ticket: Ticket) -> None:
    words = f"{own(ticket)}不归社区办，请找{ticket.elsewhere.label}：{ticket.outcome}。"
    tell(ticket, party(ticket), "已转给其他部门", words, reason="handed_over")
    others(ticket, "已转给其他部门", f"请找{ticket.elsewhere.label}")


def merged(ticket: Ticket, target: Ticket) -> None:
    words = f"和您一样的事已经在办（{name(target)}），有结果会一起告诉您。"
    tell(ticket, party(ticket), "和别人的并在一起办", words, reason="merged")
