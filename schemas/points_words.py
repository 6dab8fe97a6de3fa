"""The words of points: what accounts are, why points move, where they come from."""

from schemas.flow import Flow, State, step


class AccountKind(State):
    """`purse`: its Σ of lots is its balance. `owes`: may be below zero; `rests`: at zero as soon
    as what it was opened for is over."""

    PERSON = "person", "可用积分", "purse"
    PENDING = "pending", "公示中"
    POOL = "pool", "积分池"
    PLANNED = "planned", "活动预留", "rests"
    DONOR = "donor", "资金来源", "owes"
    SHOP = "shop", "积分超市"
    CLEARING = "clearing", "兑换中", "rests"
    EXPIRED = "expired", "已过期"


class Why(State):
    """Why points moved; the words stand on the statement."""

    FUND = "fund", "注入积分池"
    RESERVE = "reserve", "为活动预留"
    RELEASE = "release", "预留退回"
    EARN = "earn", "服务得分"
    MATURE = "mature", "公示期满，到账"
    CORRECT = "correct", "记录更正，公示中的积分减少"
    REVERSE = "reverse", "记录更正，冲回"
    REPAY = "repay", "补扣以前没扣足的"
    GRANT = "grant", "社区给的"
    DEDUCT = "deduct", "社区扣回的"
    EXPIRE = "expire", "到期"
    ORDER = "order", "兑换"
    CANCEL = "cancel", "取消兑换，退回"
    LESS = "less", "少领，退回"
    HAND_OVER = "hand_over", "已领取"
    RETURN = "return", "退回捐助方"
    SETTLE = "settle", "与供应方结算"


class DonorKind(State):
    BUDGET = "budget", "社区经费"
    ENTERPRISE = "enterprise", "企业捐助"
    MERCHANT = "merchant", "爱心商家"
    CITIZEN = "citizen", "个人捐助"


class Given(State):
    """In what form it came; in points it is worth what whoever took it in says."""

    MONEY = "money", "资金"
    GOODS = "goods", "物品"


class Less(State):
    """Why an award is less than what was served would earn."""

    DAY_CAP = "day_cap", "当天已到上限"
    MONTH_CAP = "month_cap", "当月已到上限"
    OFFICIAL = "official", "工作人员履职不记积分"


class GrantState(State):
    ASKED = "asked", "待第二人确认"
    APPROVED = "approved", "已生效"
    DECLINED = "declined", "未同意"


GRANT_FLOW = Flow(
    GrantState.ASKED,
    approve=step(GrantState.ASKED, to=GrantState.APPROVED, label="同意"),
    decline=step(GrantState.ASKED, to=GrantState.DECLINED, label="不同意"),
)
