"""Why a scan does not count, in words for whoever holds the telephone."""

from schemas.flow import State


class Refused(State):
    """Kept with the scan. The label is the headline, WHAT_NEXT what to do."""

    UNKNOWN = "unknown_code", "这不是近邻的签到码"
    FORGED = "forged", "这个码不对"
    EXPIRED = "expired", "这个码过期了"
    OTHER_SESSION = "other_session", "这是另一场的码"
    NOT_OPEN = "not_open", "现在不能签到"
    OVER = "over", "这一场已经结束"
    CALLED_OFF = "called_off", "这一场已经取消"
    REVOKED = "revoked", "这张卡已经作废"
    NOBODY = "nobody", "没有找到这个人"
    NOT_VOLUNTEER = "not_volunteer", "还不是志愿者"
    NO_ROOM = "no_room", "岗位已经满了"
    OFFICIAL = "official", "工作人员不用签到"
    SELF = "self", "不能给自己签到"
    WRONG_DIGITS = "wrong_digits", "数字不对"
    TOO_LATE = "too_late", "交得太晚了"
    IN_THE_FUTURE = "in_the_future", "时间不对"
    POSTER = "poster", "这是海报上的码"
    SCREEN = "screen", "这是签到屏的码"
    UNDONE = "undone", "这次签到已被负责人撤销"
    NOT_YOURS = "not_yours", "您不能给这一场签到"  # not kept: a colleague may send it
    BY_NAME = "by_name", "您不能按姓名签到"  # nor this
    OTHER_SCAN = "other_scan", "这一次没有记上"  # its number is another scan's


WHAT_NEXT = {
    Refused.UNKNOWN: "请扫签到屏上的码，或出示您的“我的码”",
    Refused.FORGED: "请扫现场签到屏上正在显示的码",
    Refused.EXPIRED: "码每 30 秒换一次，请对着屏幕再扫一次，截图不能用",
    Refused.OTHER_SESSION: "请确认您要签到的是哪一场",
    Refused.NOT_OPEN: "开始前 1 小时到结束后 1 小时可以签到、签退；错过了可以申请补记",
    Refused.OVER: "来过的人还可以签退；漏了签到的可以申请补记",
    Refused.CALLED_OFF: "请看取消通知，或打电话问社区",
    Refused.REVOKED: "请在服务台换一张新卡",
    Refused.NOBODY: "请输入姓名查找，或在服务台登记",
    Refused.NOT_VOLUNTEER: "请先申请成为志愿者；来逛圩可以签“来访”",
    Refused.NO_ROOM: "请找现场负责人安排；来逛圩可以签“来访”",
    Refused.OFFICIAL: "上班时间的工作不计服务时长",
    Refused.SELF: "请扫签到屏，或请另一位负责人扫您的码",
    Refused.WRONG_DIGITS: "请看签到屏，重新输入六位数",
    Refused.TOO_LATE: "离线签到要在 24 小时内交上来，请改为申请补记",
    Refused.IN_THE_FUTURE: "请把手机时间设为自动，再请本人申请补记",
    Refused.POSTER: "海报只能打开页面，请扫现场签到屏上正在变的码",
    Refused.SCREEN: "请扫对方的“我的码”或纸质卡",
    Refused.UNDONE: "有疑问请找现场负责人",
    Refused.BY_NAME: "请扫对方的“我的码”或纸质卡；或请社区工作人员登录这台设备再交一次",
    Refused.OTHER_SCAN: "它的编号和另一次扫码重了，请再扫一次",
    Refused.NOT_YOURS: "请让社区工作人员登录这台设备再交一次",
}

# What a steward who scans somebody else can do; of the rest the same words hold.
WHAT_NEXT_AT_THE_GATE = WHAT_NEXT | {
    Refused.UNKNOWN: "请对方打开“我的码”或出示纸质卡，也可以按姓名找",
    Refused.FORGED: "请对方打开“我的码”再扫一次，也可以按姓名找",
    Refused.EXPIRED: "码每 30 秒换一次，截图不能用：请对方打开“我的码”，再扫一次",
    Refused.NOT_OPEN: "开始前 1 小时到结束后 1 小时可以签到、签退；错过了请本人申请补记",
    Refused.NOT_VOLUNTEER: "请先在服务台登记成志愿者；来逛圩的，改选“来访”再扫",
    Refused.NO_ROOM: "请负责人在到场名单里安排岗位；来逛圩的，改选“来访”再扫",
    Refused.POSTER: "海报只能打开页面，请扫对方的“我的码”或纸质卡",
}
