"""The words of owner reception days: who sits there, what stands on the agenda, what comes of a
number."""

from schemas.flow import Flow, State, step


class Party(State):
    """1+5+N: who is expected at the table. Traits: `one` leads · `five` is one of the five parties,
    whose missing is said · experts may be any number."""

    LEAD = "lead", "社区大党委", "one"
    COUNTY_UNIT = "county_unit", "挂钩县直单位", "five"
    BRANCH = "branch", "小区党支部", "five"
    OWNERS = "owners", "业委会", "five"
    PROPERTY = "property", "物业公司", "five"
    SOCIETY = "society", "社会组织", "five"
    EXPERT = "expert", "专家"


UNRECORDED = "未登记"  # of a seat that was expected, once the session is over


class SeatState(State):
    """到会记录, of a party and never of a person."""

    EXPECTED = "expected", "应到"
    PRESENT = "present", "到会", "came"
    DEPUTY = "deputy", "代表到会", "came"
    ABSENT = "absent", "没有到"


class AgendaWhy(State):
    """AgendaWhy something stands on the agenda; the first that holds is said."""

    ROLLED = "rolled", "上次没有答复"
    REOPENED = "reopened", "居民说没办好"
    REPEATED = "repeated", "反复出现"
    OVERDUE = "overdue", "超过期限"
    ASKED = "asked", "另外提请"


class AgendaState(State):
    OPEN = "open", "等答复"
    ANSWERED = "answered", "已答复"
    ROLLED = "rolled", "转到下一场"


AGENDA_FLOW = Flow(
    AgendaState.OPEN,
    answer=step(AgendaState.OPEN, to=AgendaState.ANSWERED, label="记答复"),
    settle=step(AgendaState.OPEN, to=AgendaState.ANSWERED, label="已经有结果"),
    roll=step(AgendaState.OPEN, to=AgendaState.ROLLED, label="转到下一场"),
)


class ReceptionOutcome(State):
    """What came of a number. Traits: `ticket` it became one · `served` · `by_hand` may be written
    down, or put right, by itself."""

    ANSWERED = "answered", "当场答复", "ticket served"
    RECEIVED = "received", "已登记办理", "ticket served"
    TALKED = "talked", "谈过了，不用登记", "served by_hand"
    NO_SHOW = "no_show", "叫号没有来", "by_hand"
    NOT_SERVED = "not_served", "没办成", "by_hand why"


class Source(State):
    """Whose count it is: our own records, or what was reported before there were any."""

    SYSTEM = "system", "系统记录"
    REPORTED = "reported", "上报口径"
