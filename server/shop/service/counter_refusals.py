"""What the counter refuses while somebody stands there: each with what to do next."""

from server.core.errors import Refusal


class ConfirmedTooLate(Refusal):
    code, title = "confirmed_too_late", "超过 5 分钟了"
    detail = "请让店员再扫一次"


class SurnameUnchecked(Refusal):
    code, title = "surname_unchecked", "请先核对姓氏"
    detail = "请问一声“您贵姓”，与屏幕上的姓对上了再办"


class PinNeeded(Refusal):
    code, title = "pin_needed", "要输兑换密码"

    def __init__(self, free_left: int, *, has_pin: bool):
        more = "请本人输入 4 位兑换密码" if has_pin else "还没有设兑换密码，请到社区服务台设一个"
        super().__init__(f"不输密码，今天刷卡还能换 {free_left} 分。{more}")


class PinUsed(Refusal):
    code, title = "pin_used", "兑换密码只管一次"
    detail = "刚才输的密码已经办过一份了，请再扫一次、再请本人输"


class PinForLess(Refusal):
    code, title = "pin_for_less", "要再输一次兑换密码"
    detail = "刚才输的密码只管说好的那么多积分，多换请本人再输一次"


class PinSetByYou(Refusal):
    code, title = "pin_set_by_you", "这个密码是您代设的"
    detail = "请让另一位同事来办，或请本人自己改一个密码"


class StillAsked(Refusal):
    code, title = "still_asked", "还有一份等本人确认"
    detail = "请本人先在手机上点“确认兑换”或“不兑换”，5 分钟没点会自动作废"
