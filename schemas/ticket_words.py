"""The words of tickets that are not states: kinds, channels, groups, judgements, reasons."""

from schemas.flow import State


class Kind(State):
    WISH = "wish", "微心愿"
    FEEDBACK = "feedback", "意见与投诉"
    RECEPTION = "reception", "接待日事项"


# The line of life: (moment of the ticket, word). The client draws what it is given.
LIFELINE = {
    Kind.WISH: {
        "received_at": "点单",
        "sent_at": "派单",
        "accepted_at": "接单",
        "done_at": "办结",
        "rated_at": "评单",
    },
    Kind.FEEDBACK: {
        "received_at": "登记",
        "sent_at": "交办",
        "accepted_at": "办理",
        "done_at": "答复",
        "rated_at": "评价",
    },
    Kind.RECEPTION: {
        "received_at": "登记",
        "sent_at": "交办",
        "accepted_at": "办理",
        "done_at": "反馈",
        "rated_at": "评价",
    },
}


class Channel(State):
    APP = "app", "手机"
    DESK = "desk", "服务台"
    DOOR_KNOCK = "door_knock", "敲门走访"
    MARKET_STALL = "market_stall", "圩日摊位"
    RECEPTION_DAY = "reception_day", "业主接待日"
    HOTLINE = "hotline", "热线电话"
    TEA_STALL = "tea_stall", "书记茶摊"


class ProxyRelation(State):
    """As what somebody speaks for somebody else (代办人)."""

    CHILD = "child", "子女"
    GRANDCHILD = "grandchild", "孙辈"
    PARTNER = "partner", "老伴"
    RELATIVE = "relative", "亲戚"
    NEIGHBOUR = "neighbour", "邻居"
    WORKER = "worker", "社区工作人员"
    OTHER = "other", "代办人"


class Group(State):
    """For whom. Trait `guarded`: staff confirm each claim."""

    ANYBODY = "anybody", "一户居民"
    ELDER = "elder", "一位长者"
    LIVING_ALONE = "living_alone", "一位独居长者", "guarded"
    CHILD = "child", "一个孩子", "guarded"
    DISABLED = "disabled", "一位行动不便的邻居", "guarded"
    HARDSHIP = "hardship", "一户困难家庭"
    NEW_WORKER = "new_worker", "一位新就业群体朋友"
    MANY = "many", "多户邻居"


class Urgency(State):
    LOW = "low", "不急"
    NORMAL = "normal", "一般"
    HIGH = "high", "急"


class Difficulty(State):
    EASY = "easy", "容易"
    MEDIUM = "medium", "一般"
    HARD = "hard", "难"


class Solved(State):
    YES = "yes", "办好了", "good"
    PARTLY = "partly", "好了一部分"
    NO = "no", "还没办好"


class Satisfied(State):
    YES = "yes", "满意", "good"
    BASICALLY = "basically", "基本满意", "good"
    NO = "no", "不满意"


class RatingRoute(State):
    TAP = "tap", "本人点评"
    PHONE = "phone", "电话回访"
    PAPER = "paper", "纸质签字"


class SolvedLevel(State):
    """小事不出小区、难事不出社区: where it was solved."""

    ESTATE = "estate", "小区"
    COMMUNITY = "community", "社区"
    TOWN = "town", "镇（街道）"
    COUNTY = "county", "县"


class SlipKind(State):
    """三单: printed states of one ticket."""

    SPOT = "spot", "现场交办单"
    JOINT = "joint", "部门联办单"
    FEEDBACK = "feedback", "办结反馈单"


class PartAct(State):
    """What a unit says of its part, whichever way it says it."""

    ACCEPT = "accept", "接单"
    BOUNCE = "bounce", "退回"
    FINISH = "finish", "办好了"


class CannotDo(State):
    POLICY = "policy", "政策不允许"
    MONEY = "money", "目前没有经费"
    NOBODY = "nobody", "暂时没有人能办"
    UNREACHABLE = "unreachable", "多次联系不上"
    OTHER = "other", "其他原因"


class Elsewhere(State):
    """Not ours: who handles it, in words that can be read out."""

    EMERGENCY = "emergency", "110 / 119 / 120"
    HOTLINE = "hotline", "12345 政务服务便民热线"
    PETITION = "petition", "信访部门"
    COURT = "court", "法院、仲裁或调解"
    OTHER = "other", "其他部门"
