"""What is told of points: a scheme of each community, who gives, who is thanked each month."""

from dataclasses import dataclass

from schemas.points_words import DonorKind, Given


@dataclass(frozen=True)
class Duty:
    """`months`: in which of the year's months it is thanked for; 0 is a year ago."""

    who: str
    points: int
    words: str
    months: range = range(13)


@dataclass(frozen=True)
class Book:
    """A scheme and its year. `lasts`: how long points last at first; a year later on. `keeper`
    takes in what is given; `asks` and `agrees` give points by hand. `donors`: (kind, name, unit,
    given, words, yuan, points, every how many months, into which pool)."""

    area: str
    name: str
    lasts: int
    keeper: str
    asks: str
    agrees: str
    pools: tuple[str, ...]
    donors: tuple
    duties: tuple[Duty, ...]


BUDGET, ENTERPRISE = DonorKind.BUDGET, DonorKind.ENTERPRISE
MERCHANT, MONEY, GOODS = DonorKind.MERCHANT, Given.MONEY, Given.GOODS
LATER = range(4, 13)

BOOKS = (
    Book("xiangbing", "庠柄积分", 12, "liping", "zhiqiang", "su", ("社区经费池", "爱心池"),
         ((BUDGET, "庠柄社区工作经费", None, MONEY, "当月经费 2,500 元", 2500, 250, 1, 0),
          (ENTERPRISE, "瓷韵陶瓷厂", None, GOODS, "白瓷茶杯 40 只", 600, 60, 3, 1),
          (MERCHANT, "阿琴理发店", "barber", GOODS, "理发 20 次", 240, 24, 4, 1)),
         (Duty("bai", 8, "楼栋长，每周巡楼一次"),
          Duty("chen", 10, "路口文明劝导四次"),
          Duty("linbo", 20, "重新上漆小区凉亭的长椅", range(1)),
          Duty("linbo", 6, "小区故事会，给孩子讲瓷都往事", range(1, 13)),
          Duty("lin", 8, "更换楼道灯泡", range(0, 13, 2)),
          Duty("wubo", 5, "帮忙看管棋牌室"),
          Duty("zhou", 5, "参加环境整治", range(2, 6)),
          Duty("zeng", 6, "社区书屋整理图书", range(3, 13)),
          Duty("xu", 6, "垃圾分类督导", LATER))),
    Book("baomei", "宝美积分", 6, "admin", "guodong", "qiaoyun", ("社区经费池",),
         ((BUDGET, "宝美社区工作经费", None, MONEY, "当月经费 2,000 元", 2000, 200, 1, 0),
          (ENTERPRISE, "宝美工艺陶瓷公司", None, MONEY, "捐助 1,500 元", 1500, 150, 4, 0),
          (MERCHANT, "惠民粮油店", "grocer", GOODS, "大米 20 袋", 500, 50, 3, 0)),
         (Duty("gong", 8, "楼栋长，每周巡楼一次"),
          Duty("huang", 6, "垃圾分类督导"),
          Duty("xu_potter", 6, "教孩子们拉坯"),
          Duty("lian", 5, "清早打扫老榕树下"))),
    Book("xundong", "浔东积分", 12, "yan", "simin", "yan", ("社区经费池",),
         ((BUDGET, "浔东社区工作经费", None, MONEY, "当月经费 2,000 元", 2000, 200, 1, 0),
          (ENTERPRISE, "戴云建材公司", None, MONEY, "捐助 1,000 元", 1000, 100, 4, 0),
          (MERCHANT, "浔东老街面馆", None, GOODS, "面线 60 份", 480, 48, 6, 0)),
         (Duty("jian", 8, "协助带操、收放音响"),
          Duty("fang", 6, "文明劝导"),
          Duty("ke", 4, "老人活动室值日", LATER))),
)  # fmt: skip

# Which scheme, days ago, whom, points, why, what became of it (None: it waits), and why not.
SINGLE = (
    ("xundong", 200, "ma", 6, "防汛值守一晚", "approve", ""),
    ("xundong", 150, "ma", -10, "防汛值守记重了，退回", "approve", ""),
    ("xundong", 120, "ma", 8, "帮独居老人搬家具", "approve", ""),
    (
        "xiangbing",
        40,
        "zhou",
        20,
        "上月值勤四天",
        "decline",
        "签到记录里没有，请找楼栋长核实",
    ),
    ("xiangbing", 1, "xu", 6, "周末清洗楼道扶手", None, ""),
)

# Of the rule: (days ago it was written, what it says).
RULES = (
    (0, {"per_half_hour": 1, "per_ticket": 1, "day_most": 8}),
    (290, {"per_half_hour": 1, "per_ticket": 2, "day_most": 8, "month_most": 60,
           "festival_times": 2}),
)  # fmt: skip
