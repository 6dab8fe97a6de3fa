"""The life of an occasion, of a place at it, and of a number in its line. A new state is added here
alone.

Traits of sessions: `planned` is not shown yet · `public` may be read by everybody · `over` is past
or off. Of sign-ups: `live` counts for something · `seat` holds a place · `yours` waits for whoever
signed up."""

from schemas.flow import Flow, State, step


class SessionState(State):
    PLANNED = "planned", "待发布", "planned"
    PUBLISHED = "published", "已发布", "public"
    ENDED = "ended", "已结束", "public over"
    CALLED_OFF = "called_off", "已取消", "public over off"
    DROPPED = "dropped", "不办了", "over"  # planned by an older rule, before anybody saw it


PLANNED, PUBLISHED, ENDED, CALLED_OFF, DROPPED = SessionState

SESSION_FLOW = Flow(
    PLANNED,
    publish=step(PLANNED, to=PUBLISHED, label="发布"),
    change=step(PLANNED, PUBLISHED, label="改时间、地点、主题"),
    call_off=step(PUBLISHED, to=CALLED_OFF, label="取消这一场"),
    end=step(PUBLISHED, to=ENDED, label="结束"),
    drop=step(PLANNED, to=DROPPED, label="不办了"),
    plan_again=step(DROPPED, to=PLANNED, label="照办"),
)


class SignupState(State):
    SIGNED = "signed", "已报名", "live seat"
    WAITING = "waiting", "候补", "live"
    INVITED = "invited", "有空位，等您确认", "live seat yours"
    WITHDRAWN = "withdrawn", "已退出"
    LAPSED = "lapsed", "没有按时确认"


SIGNED, WAITING, INVITED, WITHDRAWN, LAPSED = SignupState
SEATED = SignupState.having("seat")

SIGNUP_FLOW = Flow(
    WAITING,
    seat=step(WAITING, to=SIGNED, label="报上名"),
    invite=step(WAITING, to=INVITED, label="有空位"),
    confirm=step(INVITED, to=SIGNED, label="我来"),
    lapse=step(INVITED, to=LAPSED, label="没有按时确认"),
    withdraw=step(SIGNED, WAITING, INVITED, to=WITHDRAWN, label="不去了"),
)


class NumberState(State):
    """A number in a line: 义剪 7 号. `after`: what came of it is written down, and may be put right
    or, while it is under way, be told later."""

    WAITING = "waiting", "排队中", "live"
    CALLED = "called", "轮到您了", "live yours"
    SERVED = "served", "办好了", "done after"
    NOT_SERVED = "not_served", "没办成", "done after"
    UNDER_WAY = "under_way", "还在办", "after"
    LEFT = "left", "不等了"


WRITTEN = NumberState.having("after")

NUMBER_FLOW = Flow(
    NumberState.WAITING,
    call=step(NumberState.WAITING, to=NumberState.CALLED, label="叫号"),
    serve=step(NumberState.WAITING, NumberState.CALLED, to=NumberState.SERVED, label="办好了"),
    fail=step(NumberState.WAITING, NumberState.CALLED, to=NumberState.NOT_SERVED, label="没办成"),
    keep=step(NumberState.WAITING, NumberState.CALLED, to=NumberState.UNDER_WAY, label="还在办"),
    correct_serve=step(*WRITTEN, to=NumberState.SERVED, label="改成办好了"),
    correct_fail=step(*WRITTEN, to=NumberState.NOT_SERVED, label="改成没办成"),
    correct_keep=step(*WRITTEN, to=NumberState.UNDER_WAY, label="改成还在办"),
    call_again=step(NumberState.CALLED, label="再叫一次"),
    put_off=step(NumberState.CALLED, to=NumberState.WAITING, label="过号，稍后再叫"),
    rebook=step(NumberState.WAITING, label="改时间"),
    leave=step(
        NumberState.WAITING,
        NumberState.CALLED,
        to=NumberState.LEFT,
        label="不等了",
        booked="取消预约",
    ),
)


class RepairState(State):
    """补记: a check-out that was forgotten, asked for and judged."""

    ASKED = "asked", "等社区核实", "live"
    APPROVED = "approved", "已补记", "added"
    REFUSED = "refused", "没有同意"


REPAIR_FLOW = Flow(
    RepairState.ASKED,
    approve=step(RepairState.ASKED, to=RepairState.APPROVED, label="同意补记"),
    refuse=step(RepairState.ASKED, to=RepairState.REFUSED, label="不同意"),
)


class MembershipState(State):
    ASKED = "asked", "等队长同意", "live"
    MEMBER = "member", "队员", "live in"
    DECLINED = "declined", "没有同意"
    LEFT = "left", "已退队"


MEMBERSHIP_FLOW = Flow(
    MembershipState.ASKED,
    accept=step(MembershipState.ASKED, to=MembershipState.MEMBER, label="同意入队"),
    decline=step(MembershipState.ASKED, to=MembershipState.DECLINED, label="不同意"),
    leave=step(
        MembershipState.ASKED, MembershipState.MEMBER, to=MembershipState.LEFT, label="退队"
    ),
    join=step(
        MembershipState.LEFT,
        MembershipState.DECLINED,
        to=MembershipState.ASKED,
        label="申请入队",
    ),
    add=step(
        MembershipState.ASKED,
        MembershipState.LEFT,
        MembershipState.DECLINED,
        to=MembershipState.MEMBER,
        label="加入本队",
    ),
)
