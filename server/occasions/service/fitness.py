"""Whether somebody may take a post by themselves: role, skill, time, and the team they name. The
desk, which knows people, may set all but the team aside."""

from sqlalchemy import exists, select

from schemas.occasions import MembershipState, SessionState
from schemas.people_words import VolunteerState
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.service.whom import VOLUNTEERS
from server.occasions.service.wording import day_and_time
from server.occasions.teams import Membership, Team
from server.people.models import Person, Volunteer
from server.people.service import holds


class NotVolunteer(Refusal):
    code, title = "not_volunteer", "还不是志愿者"
    detail = "请先在「我的」里申请成为志愿者，社区确认后就能报名"


class NeedsSkill(Refusal):
    code, title = "needs_skill", "这个岗位要有专长"

    def __init__(self, skill: str):
        super().__init__(f"需要会“{skill}”。您会的话，请社区把它记进您的专长，或请社区替您报名")


class GivenByDesk(Refusal):
    """Whoever scans others credits them: nobody makes themselves a steward."""

    code, title = "given_by_desk", "签到的岗位由社区安排"
    detail = "想帮忙签到，请和社区说一声，由社区替您报名；也可以报别的岗位"


class NotForChildren(Refusal):
    code, title, detail = "not_for_children", "签到的岗位不能安排孩子", "请给孩子选别的岗位"


class Overlaps(Refusal):
    code, title = "overlaps", "时间撞上了"

    def __init__(self, other: Session):
        when = day_and_time(other.starts_at)
        super().__init__(
            f"您已经报了{when}的{other.title}（{other.place}），退出那一场才能报这一场"
        )


def must_fit(person: Person, ids: tuple[int, ...], post: Post, *, child: bool) -> None:
    """A child's guardian is the volunteer; a post that needs a skill is a grown-up's."""
    if child:
        if post.skill:
            raise NeedsSkill(post.skill)
    elif not holds(person, VOLUNTEERS, post.session.area):
        raise NotVolunteer
    elif post.skill and post.skill not in skills(ids):
        raise NeedsSkill(post.skill)
    if other := _at_the_same_time(ids, post.session):
        raise Overlaps(other)


def may_stand_at_the_door(post: Post, *, child: bool, vouched: bool) -> None:
    """The caller holds the post: the desk may make it one that scans at this moment."""
    if post.steward and child:
        raise NotForChildren
    if post.steward and not vouched:
        raise GivenByDesk


def skills(person_ids: tuple[int, ...]) -> list[str]:
    """That a desk has confirmed."""
    mine = Volunteer.person_id.in_(person_ids), Volunteer.state == VolunteerState.CONFIRMED
    return [one for row in db.session.scalars(select(Volunteer.skills).where(*mine)) for one in row]


def _at_the_same_time(ids: tuple[int, ...], session: Session) -> Session | None:
    """Another session they have a place at. Two sign-ups at one moment may both pass: nobody is
    harmed, and presence lists who was at two places at once."""
    mine = exists().where(
        Signup.session_id == Session.id, Signup.person_id.in_(ids), Signup.is_live()
    )
    query = select(Session).where(
        Session.id != session.id,
        Session.state == SessionState.PUBLISHED,
        Session.starts_at < session.ends_at,
        Session.ends_at > session.starts_at,
        mine,
    )
    return db.session.scalar(query.order_by(Session.starts_at).limit(1))


def must_belong(team_id: int | None, person_ids: tuple[int, ...]) -> None:
    if team_id is None:
        return
    member = exists().where(
        Membership.team_id == Team.id,
        Membership.person_id.in_(person_ids),
        Membership.state == MembershipState.MEMBER,
    )
    belongs = Team.leader_id.in_(person_ids) | member
    open_team = Team.id == team_id, Team.closed_at.is_(None)
    if not db.session.scalar(select(exists().where(*open_team, belongs))):
        raise Malformed("不是这支队的队员", team_id="不是这支队的队员")
