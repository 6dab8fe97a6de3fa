"""Teams and members, with the buttons that hold for whoever asks."""

from schemas.occasions import MEMBERSHIP_FLOW, MembershipState
from server.core.paging import Page
from server.occasions import team_rules as rules
from server.occasions.service import team_lists as lists
from server.occasions.teams import Membership, Team
from server.people.actor import Actor
from server.people.names import masked_name

OF_THE_DESK = [{"action": "change", "label": "改队名、队长"}, {"action": "close", "label": "解散"}]
OF_THE_LEADER = [{"action": "members", "label": "看队员"}, {"action": "add", "label": "加队员"}]
JOIN = {"action": "join", "label": MEMBERSHIP_FLOW.label("join")}
LEAVE = {"action": "leave", "label": MEMBERSHIP_FLOW.label("leave")}


def team(actor: Actor, row: Team) -> dict:
    return teams(actor, Page([row], None)).items[0]


def teams(actor: Actor, page: Page) -> Page:
    ids = [row.id for row in page.items]
    counts, minutes, mine = lists.counts(ids), lists.minutes(ids), lists.memberships(ids, actor)
    notes = lists.against_the_norm([row for row in page.items if rules.runs_team(actor, row)])
    return Page(
        [
            {
                "id": row.id,
                "area_id": row.area_id,
                "area_name": row.area.name,
                "name": row.name,
                "leader_name": _leader_name(actor, row, mine.get(row.id)),
                "members": counts.get((row.id, MembershipState.MEMBER), 0),
                **_to_whom_judges(actor, row, counts),
                "minutes": minutes.get(row.id, 0),
                "minutes_definition": lists.MINUTES,
                "closed": row.closed_at is not None,
                "area_note": notes.get(row.area_id),
                **_mine(actor, row, mine.get(row.id)),
            }
            for row in page.items
        ],
        page.next,
    )


def _to_whom_judges(actor: Actor, row: Team, counts: dict) -> dict:
    if not rules.leads_or_runs(actor, row):
        return {"leader_id": None, "waiting": None}
    asked = counts.get((row.id, MembershipState.ASKED), 0)
    return {"leader_id": row.leader_id, "waiting": asked}


def _leader_name(actor: Actor, row: Team, membership: Membership | None) -> str | None:
    """Whole to the desk and to those who belong to it; of others' names neighbours read the first
    letter."""
    belongs = membership is not None and membership.state is MembershipState.MEMBER
    name = row.leader and row.leader.display_name
    return name if belongs or rules.leads_or_runs(actor, row) else masked_name(name)


def _mine(actor: Actor, row: Team, membership: Membership | None) -> dict:
    leads = row.leader_id in actor.ids
    label = "队长" if leads else membership and membership.state.label
    return {
        "my_membership_id": membership and membership.id,
        "my_label": label,
        "actions": _actions(actor, row, membership),
    }


def _actions(actor: Actor, row: Team, membership: Membership | None) -> list[dict]:
    if row.closed_at is not None:
        return []
    shown = list(OF_THE_LEADER) if rules.leads_or_runs(actor, row) else []
    shown += OF_THE_DESK if rules.runs_team(actor, row) else []
    if membership is not None:
        return [*shown, LEAVE]
    return [*shown, JOIN] if rules.join_team(actor, row) else shown


def member(actor: Actor, row: Membership) -> dict:
    return {
        "id": row.id,
        "team_id": row.team_id,
        "person_id": row.person_id,
        "name": row.person.display_name,
        "leads": row.team.leader_id == row.person_id,
        "state": row.state,
        "state_label": row.state.label,
        "since_at": row.since_at,
        "actions": _member_actions(actor, row),
    }


def members(actor: Actor, page: Page) -> Page:
    return Page([member(actor, row) for row in page.items], page.next)


def _member_actions(actor: Actor, row: Membership) -> list[dict]:
    """Whoever asks is answered; only they themselves take it back."""
    own = row.person_id in actor.ids
    may = dict.fromkeys(("accept", "decline"), rules.judge_member(actor, row))
    may["leave"] = rules.leave_team(actor, row) and (own or row.state is MembershipState.MEMBER)
    steps = [step for step in MEMBERSHIP_FLOW.actions(row.state) if may.get(step)]
    return [{"action": step, "label": MEMBERSHIP_FLOW.label(step)} for step in steps]
