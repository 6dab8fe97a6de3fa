"""Telling those who have a ticket or a part of it in hand, and the desk and the lead about them."""

from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.present.names import doer
from server.tickets.service.telling import doers, name, tell


def part_offered(ticket: Ticket, part: Assignment) -> None:
    words = f"社区请您协办{name(ticket)}，请接单；办不了请写明原因退回。"
    tell(ticket, doers([part]), "有一张联办单", words, reason=f"part:{part.id}")


def part_dropped(ticket: Ticket, part: Assignment, words: str) -> None:
    told = f"{name(ticket)}：{words}"
    tell(ticket, doers([part]), "社区撤回了联办单", told, reason=f"part_dropped:{part.id}")


def part_accepted(ticket: Ticket, part: Assignment) -> None:
    words = f"{doer(part)}接了{name(ticket)}里自己的部分。"
    tell(ticket, doers(_lead(ticket)), "协办单位接单了", words, reason=f"part_taken:{part.id}")


def part_bounced(ticket: Ticket, part: Assignment, reason: str) -> None:
    """The desk reads why; the lead, that somebody is missing."""
    words = f"{doer(part)}退回了{name(ticket)}里自己的部分"
    desk = {ticket.receiver_id, part.made_by_id}
    tell(ticket, desk, "协办被退回", f"{words}：{reason}", reason=f"part_back:{part.id}")
    lead = set(doers(_lead(ticket))) - desk
    tell(ticket, lead, "协办被退回", f"{words}，社区会再安排。", reason=f"part_lost:{part.id}")


def part_left(ticket: Ticket, why: str) -> None:
    words = f"{name(ticket)}：{why}"
    tell(ticket, [ticket.receiver_id], "协办的人来不了", words, reason="part_left")


def part_done(ticket: Ticket, part: Assignment) -> None:
    words = f"{doer(part)}说{name(ticket)}里自己的部分办好了。"
    tell(ticket, doers(_lead(ticket)), "协办的部分办好了", words, reason=f"part_done:{part.id}")


def parts_ended(ticket: Ticket, had_them: list[int]) -> None:
    words = f"{name(ticket)}结束了或要重新安排，您那部分不用再办，谢谢您。"
    tell(ticket, had_them, "联办单到此为止", words, reason="parts_ended")


ENDED = {
    "withdraw": ("居民撤回了", "不用再办了，谢谢您。"),
    "merge": ("并到别的单子了", "和别的事并在一起办，您这张不用再办了，谢谢您。"),
    "cannot_do": ("写明暂办不了", "社区写明了暂办不了，您不用再办了，谢谢您。"),
    "hand_over": ("转给其他部门了", "转给了其他部门，您不用再办了，谢谢您。"),
}


def ended(ticket: Ticket, had_it: set[int], action: str) -> None:
    """Whoever had it or was asked to take it."""
    title, words = ENDED[action]
    tell(ticket, had_it, title, f"{name(ticket)}{words}", reason=f"ended-{action}")


def unit_empty(ticket: Ticket, unit_name: str, whom: list[int]) -> None:
    words = f"{unit_name}现在没有经办人，{name(ticket)}在它手里。请打电话联系，或收回重派。"
    tell(ticket, whom, "单位没有人经办了", words, reason="unit-empty")


def _lead(ticket: Ticket) -> list[Assignment]:
    return [a for a in ticket.in_hand if a.role == "lead"]
