"""What recurs in the demo: six estates, a rule of every kind, who prepares it and who comes."""

from dataclasses import dataclass, field

from schemas.occasion_words import OccasionKind, RuleKind

INCENTIVE = "记志愿服务时长，年底评星级志愿者"


@dataclass(frozen=True)
class Fair:
    """`weeks`: since when. `crew` sign up, `visitors` come; `stalls`: (kind, label, crew, numbers,
    minutes each). `rain`: which time was rained off, counted from the last."""

    key: str
    estate: str
    title: str
    rule: RuleKind
    numbers: tuple[int, ...]
    hours: tuple[str, str]
    place: str
    weeks: int
    desk: str
    crew: str
    visitors: str = ""
    stalls: tuple = ()
    kind: OccasionKind = OccasionKind.MARKET
    rain: int = 0
    duties: tuple = field(default=(("引导签到", 2, True), ("摊位帮手", 2, False)))


HAIR, REPAIR, CLINIC = "hair", "repair", "clinic"
LAW, SHOPPING, OTHER = "law", "shopping", "other"

FAIRS = (
    Fair("eighteenth", "xiangbing_estate", "18号志愿服务日", RuleKind.SOLAR_DAY, (18,),
         ("09:00", "11:00"), "小区凉亭前", 12, "su", "zhuang bai fan qin lin",
         "chen linbo zhou xu lai wubo",
         ((HAIR, "义剪", "阿琴理发店 2 人", 24, None),
          (REPAIR, "修小家电", "老范、林师傅", 20, None),
          (CLINIC, "量血压", "庠柄社区卫生服务站 2 人", None, None))),
    Fair("saturday", "dingxi", "周六圩日", RuleKind.WEEKDAY, (6,),
         ("15:00", "17:00"), "丁溪花园南门广场", 12, "liping", "qiu wen_master pan lin",
         "zeng he xie jiang",
         ((REPAIR, "维修", "温师傅", 16, 15), (OTHER, "磨刀", "志愿者轮流", None, None)), rain=3),
    Fair("third_and_eighth", "baomei_estate", "逢三八圩日", RuleKind.LUNAR_DIGIT, (3, 8),
         ("08:30", "10:30"), "宝美小区中心花园", 6, "qiaoyun", "li tu_aunt gong dai",
         "huang cai sun guo",
         ((HAIR, "义剪", "涂阿姨", 12, None), (LAW, "普法咨询", "戴律师", 8, 15))),
    Fair("second_and_sixteenth", "ciyuan", "初二十六赶圩", RuleKind.LUNAR_DAY, (2, 16),
         ("09:00", "11:00"), "瓷苑新村老榕树下", 12, "qiaoyun", "ye kang qi",
         "xu_potter ruan lian",
         ((CLINIC, "义诊", "县医院志愿服务队 3 人", 30, None),
          (SHOPPING, "代购", "小阮", 10, None))),
    Fair("dragon_and_dog", "xundong_estate", "辰戌日圩", RuleKind.BRANCH, (4, 10),
         ("09:00", "11:00"), "浔东小区物业楼前", 6, "simin", "hong guan tong",
         "fang tu ke",
         ((HAIR, "义剪", "童姐", 12, None), (OTHER, "手机门诊", "小洪", 10, None)), rain=2),
    Fair("evening", "daiyun", "每晚八段锦", RuleKind.DAILY, (),
         ("18:30", "19:30"), "戴云新城健身广场", 2, "simin", "gan jian xiao",
         "luo ma", kind=OccasionKind.DUTY, duties=(("领操", 2, True), ("看场子", 2, False))),
)  # fmt: skip

# Two of each estate: name, leader, who else belongs to it.
TEAMS = (
    ("xiangbing_estate", "su", "庠柄红马甲队", "zhuang", "bai fan"),
    ("xiangbing_estate", "su", "庠柄巧手队", "fan", "qin lin"),
    ("dingxi", "liping", "丁溪维修队", "wen_master", "lin pan"),
    ("dingxi", "liping", "丁溪暖心队", "qiu", "pan"),
    ("baomei_estate", "qiaoyun", "宝美先锋队", "gong", "li dai"),
    ("baomei_estate", "qiaoyun", "宝美银剪队", "tu_aunt", "gong"),
    ("ciyuan", "qiaoyun", "瓷苑白衣队", "ye", "kang"),
    ("ciyuan", "qiaoyun", "瓷苑针线队", "kang", "qi"),
    ("xundong_estate", "simin", "浔东跑腿队", "guan", "hong"),
    ("xundong_estate", "simin", "浔东手机队", "hong", "tong"),
    ("daiyun", "simin", "戴云八段锦队", "gan", "jian"),
    ("daiyun", "simin", "戴云骑手队", "xiao", "gan"),
)

# 五车: kind, name, whose crew, how many estates on one day, on which weekdays it goes out.
VEHICLES = (
    (HAIR, "义剪一号车", "barber", 1, (2, 4)),
    (REPAIR, "维修一号车", "neighbours", 1, (3, 6)),
    (CLINIC, "义诊一号车", "neighbours", 1, (2,)),
    (LAW, "普法一号车", "legal_aid", 2, (5,)),
    (SHOPPING, "代购一号车", "neighbours", 2, (1, 4)),
)

# 月月有主题, and festivals: kind, month, day, title
THEMES = (
    ("month", 1, 0, "迎新送福"), ("month", 2, 0, "暖冬敲门"), ("month", 3, 0, "学雷锋"),
    ("month", 4, 0, "邻里读书"), ("month", 5, 0, "家庭和美"), ("month", 6, 0, "安全进家"),
    ("month", 7, 0, "红色记忆"), ("month", 8, 0, "清凉一夏"), ("month", 9, 0, "开学助学"),
    ("month", 10, 0, "敬老爱老"), ("month", 11, 0, "消防平安"), ("month", 12, 0, "志愿者日"),
    ("solar", 3, 5, "学雷锋日"), ("solar", 4, 5, "清明追思"), ("solar", 5, 1, "劳动最光荣"),
    ("solar", 6, 1, "童趣六一"), ("solar", 10, 1, "同庆国庆"), ("solar", 12, 5, "国际志愿者日"),
    ("solar", 12, 22, "冬至搓圆"),
    ("lunar", 1, 1, "春节送福"), ("lunar", 1, 15, "元宵灯会"), ("lunar", 5, 5, "粽香端午"),
    ("lunar", 7, 7, "七夕邻里情"), ("lunar", 8, 15, "中秋团圆"), ("lunar", 9, 9, "重阳敬老"),
    ("lunar", 12, 8, "腊八送粥"),
)  # fmt: skip
