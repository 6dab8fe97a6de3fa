"""Awards as they are shown: from what was served to what is in the purse, and why it is less."""

from datetime import timedelta

from server.core.paging import Page
from server.people.actor import Actor
from server.points import upward
from server.points.earning import Award
from server.points.present.purses import SUBJECTS
from server.points.service.earning_rules import in_words

WAITS = "积分池里暂时不够，注入后补发"


def awards(actor: Actor, found: Page) -> Page:
    words = {kind: upward.tell(kind, _subjects(found.items, kind)) for kind in SUBJECTS}
    return Page([_award(row, words) for row in found.items], found.next)


def award(actor: Actor, row: Award) -> dict:
    (shown,) = awards(actor, Page([row], None)).items
    return shown


def _subjects(rows: list[Award], kind: str) -> set[int]:
    return {row.subject_id for row in rows if row.subject_kind == kind}


def _award(row: Award, words: dict) -> dict:
    rule, waiting = row.reserve.rule, row.granted - row.pending - row.paid
    columns = "id scheme_id earned_on units due granted less pending paid matures_on"
    less = [row.less.label] if row.less else []
    return {column: getattr(row, column) for column in columns.split()} | {
        "words": words[row.subject_kind].get(row.subject_id),
        "link_kind": SUBJECTS[row.subject_kind],
        "link_id": row.subject_id,
        "units_words": _units(row),
        "rule_version": rule.version,
        "rule_words": in_words(rule, row.subject_kind, festival=row.reserve.times > 1),
        "less_words": "；".join(less + ([WAITS] if waiting else [])) or None,
        "waiting": waiting,
        "arrives_on": row.matures_on and row.matures_on + timedelta(days=1),
    }


def _units(row: Award) -> str:
    if row.subject_kind == "sessions":
        return f"服务 {row.units / 2:g} 小时"
    return f"办结 {row.units} 个心愿"
