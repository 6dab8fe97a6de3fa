"""The life of a ticket: its states, its steps and their words. A new state is added here alone.

One flow for wishes, reception items, feedback and whatever desk comes next; what differs by kind is
words. Traits: `intake` waits for the first look · `wall` may be shown and claimed · `offer` waits
for a yes · `open` is not finished · `ticking` runs to its due date · `working` is in somebody's
hands · `answered` waits for the resident's key · `rated` has got it · `closed` is over · `callback`
wants a call · `public` keeps its card in sight · `yours` waits for the resident."""

from schemas.flow import Flow, State, step


class TicketState(State):
    RECEIVED = "received", "待受理", "open ticking intake"
    OPEN = "open", "待认领", "open ticking wall public"
    OFFERED = "offered", "待接单", "open ticking offer"
    WORKING = "working", "办理中", "open ticking working public"
    WAITING = "waiting", "待补充", "open working public yours"
    DONE = "done", "待评价", "answered public yours"
    CLOSED = "closed", "已办结", "closed rated public"
    UNRATED = "unrated", "已办结·未评价", "closed callback public"
    CANNOT_DO = "cannot_do", "暂办不了", "closed"
    WITHDRAWN = "withdrawn", "已撤回", "closed withdrawn"
    MERGED = "merged", "已并单", "closed merged"
    HANDED_OVER = "handed_over", "已转出", "closed"


RECEIVED, OPEN, OFFERED, WORKING, WAITING, DONE, CLOSED, UNRATED, *NOT_DONE = TicketState
CANNOT_DO, WITHDRAWN, MERGED, HANDED_OVER = NOT_DONE
UNFINISHED = TicketState.having("open")
IN_HAND = TicketState.having("working")
DISPATCHED = (OFFERED, *IN_HAND)  # while parts of a joint slip are worked on

# What the resident reads of their own, where it is they who are waited for.
YOURS = {WAITING: "等您补充", DONE: "等您评一评"}

TICKET_FLOW = Flow(
    RECEIVED,
    # the first receiver
    screen=step(RECEIVED, to=OPEN, label="受理并发布", past="放上了心愿墙"),
    answer=step(RECEIVED, to=DONE, label="当场答复", past="当场答复了"),
    book=step(RECEIVED, OPEN, to=RECEIVED, label="约圩日", past="约好了圩日"),
    serve=step(RECEIVED, OPEN, to=DONE, label="圩日办好了", past="在圩日摊位办好了"),
    unserve=step(DONE, to=RECEIVED, label="圩日记错了", past="更正：圩日没有办好"),
    dispatch=step(RECEIVED, OPEN, to=OFFERED, label="派单", reception="交办", past="交办了"),
    transfer=step(RECEIVED, label="转给别的社区", past="转给了别的社区"),
    take_down=step(OPEN, to=RECEIVED, label="撤下心愿墙", past="撤下了心愿墙"),
    recall=step(OFFERED, *IN_HAND, to=RECEIVED, label="收回重派", past="收回了单子"),
    lapse=step(OPEN, to=RECEIVED, label="没有人认领，退回受理"),
    triage=step(*UNFINISHED, label="改分类和期限"),
    approve_extension=step(*IN_HAND, label="同意延期", past="同意延期"),
    decline_extension=step(*IN_HAND, label="不同意延期", past="没有同意延期"),
    # whoever does it
    accept=step(OFFERED, to=WORKING, label="接单", past="接了单"),
    bounce=step(OFFERED, to=RECEIVED, label="退回", past="退回了"),
    claim=step(OPEN, to=WORKING, label="我来认领", past="认领了"),
    join=step(WORKING, label="我也来帮忙", past="也来帮忙"),
    ask_to_claim=step(OPEN, WORKING, label="我想认领", past="想认领"),
    unask=step(OPEN, WORKING, label="不认领了"),
    confirm_claim=step(OPEN, WORKING, to=WORKING, label="同意认领", past="同意了认领"),
    decline_claim=step(OPEN, WORKING, label="不同意认领", past="没有同意认领"),
    ask=step(WORKING, to=WAITING, label="请居民补充"),
    reply=step(WAITING, to=WORKING, label="补充说明", past="补充了情况"),
    release=step(*IN_HAND, to=OPEN, label="我办不了，放回心愿墙", past="放回了心愿墙"),
    hand_back=step(*IN_HAND, to=RECEIVED, label="交回社区", reception="退回", past="交回了社区"),
    ask_extension=step(*IN_HAND, label="申请延期", past="申请延期"),
    finish=step(WORKING, to=DONE, label="办好了", past="说办好了"),
    # parts of a joint slip (部门联办单): each moves for itself, the ticket stays where it is
    add_part=step(*DISPATCHED, label="加协办单位", past="请了协办单位"),
    drop_part=step(*DISPATCHED, label="撤回协办", past="撤回了协办"),
    accept_part=step(*DISPATCHED, label="接下这部分", past="接下了自己那部分"),
    bounce_part=step(*DISPATCHED, label="退回这部分", past="退回了自己那部分"),
    finish_part=step(*DISPATCHED, label="这部分办好了", past="说自己那部分办好了"),
    # at the end of escalation, when a 兜底 office is named
    to_backstop=step(
        RECEIVED, OPEN, OFFERED, WORKING, to=WORKING, label="转兜底单位", past="交给了兜底单位"
    ),
    # the resident's key
    confirm=step(DONE, UNRATED, to=CLOSED, label="确认办好了"),
    reopen=step(DONE, UNRATED, to=WORKING, label="还没办好"),
    close_unrated=step(DONE, to=UNRATED, label="七天没有评价"),
    call_back=step(DONE, UNRATED, label="记录回访", past="打了回访电话"),
    # the other ends
    cannot_do=step(*UNFINISHED, to=CANNOT_DO, label="写明暂办不了", past="写明暂办不了"),
    contest=step(
        CANNOT_DO,
        MERGED,
        HANDED_OVER,
        to=RECEIVED,
        label="我不同意，请再看看",
        past="不同意，请再看看",
    ),
    withdraw=step(*UNFINISHED, to=WITHDRAWN, label="撤回", past="撤回了"),
    merge=step(*UNFINISHED, to=MERGED, label="并单", past="并到别的工单一起办"),
    hand_over=step(*UNFINISHED, to=HANDED_OVER, label="转给其他部门", past="转给了其他部门"),
    # the resident, of what was closed by their own word
    came_back=step(CLOSED, label="又出问题了", past="说又出问题了"),
    # at any time
    note=step(*UNFINISHED, DONE, UNRATED, label="写进展", party="补充几句"),
    me_too=step(*UNFINISHED, label="我也是"),
)


class AssignmentState(State):
    ASKED = "asked", "想认领，等社区同意"
    OFFERED = "offered", "待接单", "live"
    ACCEPTED = "accepted", "已接单", "live did"
    DONE = "done", "已办好", "live did"
    BOUNCED = "bounced", "已退回"
    RELEASED = "released", "已放回", "did"
    DECLINED = "declined", "没有同意"
    TAKEN_BACK = "taken_back", "不认领了"
    DROPPED = "dropped", "社区撤回"  # before they answered; it is no bounce of theirs
    SET_ASIDE = "set_aside", "办好了，整件事换人办", "did"


ASSIGNMENT_FLOW = Flow(
    AssignmentState.OFFERED,
    accept=step(
        AssignmentState.OFFERED, AssignmentState.ASKED, to=AssignmentState.ACCEPTED, label="接单"
    ),
    bounce=step(AssignmentState.OFFERED, to=AssignmentState.BOUNCED, label="退回"),
    decline=step(
        AssignmentState.ASKED, AssignmentState.OFFERED, to=AssignmentState.DECLINED, label="不同意"
    ),
    unask=step(AssignmentState.ASKED, to=AssignmentState.TAKEN_BACK, label="不认领了"),
    release=step(AssignmentState.ACCEPTED, to=AssignmentState.RELEASED, label="放回"),
    finish=step(AssignmentState.ACCEPTED, to=AssignmentState.DONE, label="办好了"),
    again=step(AssignmentState.DONE, to=AssignmentState.ACCEPTED, label="继续办"),
    drop=step(AssignmentState.OFFERED, to=AssignmentState.DROPPED, label="撤回"),
    set_aside=step(AssignmentState.DONE, to=AssignmentState.SET_ASIDE, label="换人办"),
)
