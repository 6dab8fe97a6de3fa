"""The words of the clock, and of what comes after the end: limits, alarms, extensions, return
visits, repeats, words that are kept."""

from schemas.flow import State
from schemas.ticket_words import Elsewhere

LONGER_MAX = 30  # working days of one extension


class LimitKind(State):
    """What a limit is counted for: a ticket from its intake, a slip from when it is sent, a ticket
    of which the resident said that it was not done."""

    WHOLE = "whole", "从登记到办好"
    SPOT = "spot", "现场交办单"
    JOINT = "joint", "部门联办单"
    FEEDBACK = "feedback", "办结反馈单：没办好再办"


class LimitUnit(State):
    DAYS = "days", "个工作日"
    HOURS = "hours", "个工作小时"


class AlarmLevel(State):
    """Whom the clock tells, in the order in which it does. `above`: not only whoever has it."""

    REMIND = "remind", "快到期，提醒了办的人"
    HOLDER = "holder", "超期，告诉了办的人"
    LEAD = "lead", "超期，告诉了首接的人", "above"
    COMMUNITY = "community", "超期，告诉了社区", "above"
    TOWN = "town", "超期，告诉了镇（街道）", "above"
    BACKSTOP = "backstop", "超期，交给了兜底单位", "above"
    UNANSWERED = "unanswered", "到时没有接单，提醒了单位、告诉了社区"
    WAITING = "waiting", "居民没有补充，提醒了居民、告诉了首接的人"


APART = (AlarmLevel.UNANSWERED, AlarmLevel.WAITING)
LADDER = [level for level in AlarmLevel if level not in APART]


class ExtensionAnswer(State):
    APPROVED = "approved", "同意延期"
    DECLINED = "declined", "没有同意延期"
    LAPSED = "lapsed", "没有用上"  # it went to other hands, or was done, before anybody answered


class VisitResult(State):
    GOOD = "good", "还好着"
    CAME_BACK = "came_back", "又出问题了"
    UNREACHED = "unreached", "没有联系上"


class RepeatWhy(State):
    PLACE = "place", "本小区 30 天内同类 3 件以上"
    PERSON = "person", "同一人 90 天内同类又来"


class TemplateKind(State):
    """In which box the words are wanted."""

    ANSWER = "answer", "当场答复"
    FINISH = "finish", "办结反馈"
    CANNOT_DO = "cannot_do", "暂办不了"
    HAND_OVER = "hand_over", "转给其他部门"
    ASK = "ask", "请居民补充"
    EXTEND = "extend", "延期说明"


# Whom to call there, where there is a number that everybody knows.
PHONES = {
    Elsewhere.EMERGENCY: (("报警", "110"), ("火警", "119"), ("急救", "120")),
    Elsewhere.HOTLINE: (("政务服务便民热线", "12345"),),
    Elsewhere.COURT: (("法律援助", "12348"),),
}

# What is read out to whoever has to go elsewhere.
SAYINGS = {
    Elsewhere.EMERGENCY: "有危险请马上拨打：报警 110、火警 119、急救 120。打通以后先说地点。",
    Elsewhere.HOTLINE: "这件事归政务部门管，请拨打 12345 政务服务便民热线，24 小时有人接；"
    "记下工单号，五个工作日后可以再打去查。",
    Elsewhere.PETITION: "这是信访事项，请向信访部门提出：可以去县信访局接待窗口，"
    "也可以寄信或在国家信访局网站上写；带上身份证和材料。",
    Elsewhere.COURT: "这件事要由法院、仲裁或调解来定。可以先到社区人民调解委员会申请调解，不收费；"
    "法律援助请拨打 12348。",
    Elsewhere.OTHER: "这件事归其他部门管，请按下面写的部门和电话联系；说不清的，请再回来找我们。",
}
