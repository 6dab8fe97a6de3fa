"""What is told of the shops: three, two of them merchants'; thirty goods, who supplies them."""

from dataclasses import dataclass

from schemas.shop_words import Buyers, GoodsKind, ShopKind


@dataclass(frozen=True)
class Stall:
    """A shop. `opened`: days ago. `manager`: who fills its shelf; `keeper`: who stands there."""

    key: str
    area: str
    kind: ShopKind
    name: str
    place: str
    hours: str
    phone: str
    opened: int
    manager: str
    keeper: str
    unit: str | None = None


@dataclass(frozen=True)
class Ware:
    """Something on the shelf. `stock`: how many come at first, and each time it is filled up again
    unless it is `once`; `yuan`: what one costs; `limit`: (to each, within days)."""

    key: str
    shop: str
    name: str
    words: str
    price: int
    picture: str  # shape, colour
    stock: int
    yuan: float = 0
    supplier: str = ""
    limit: tuple[int, int] | None = None
    buyers: Buyers = Buyers.EVERYBODY
    once: bool = False
    kind: GoodsKind = GoodsKind.GOODS


SHOPS = (
    Stall("mart", "xiangbing", ShopKind.SHOP, "庠柄积分超市", "社区服务中心一楼，服务台旁边",
          "每天 8:30–17:30", "0595-23522185", 330, "su", "you"),
    Stall("barber", "xiangbing", ShopKind.MERCHANT, "阿琴理发店", "庠柄小区东门 12 号店",
          "周二至周日 9:00–19:00", "0595-23522180", 320, "su", "qin", "barber"),
    Stall("grocer", "baomei", ShopKind.MERCHANT, "惠民粮油店", "宝美小区 1 栋楼下",
          "每天 7:30–20:00", "0595-23522280", 310, "qiaoyun", "xue", "grocer"),
)  # fmt: skip

# In which scheme, name, unit
SUPPLIERS = (
    ("xiangbing", "龙浔粮油批发部", None),
    ("xiangbing", "百姓日化批发部", None),
    ("xiangbing", "瓷韵陶瓷厂", None),
    ("baomei", "惠民粮油店", "grocer"),
)

GRAIN, DAILY, PORCELAIN, OWN = (name for _, name, _ in SUPPLIERS)
SERVICE, VOLUNTEERS, NEIGHBOURS = GoodsKind.SERVICE, Buyers.VOLUNTEERS, Buyers.NEIGHBOURS

WARES = (
    Ware("rice", "mart", "大米 5 斤", "东北珍珠米，真空装", 25,
         "sack #b4472e", 20, 17.5, GRAIN, (2, 30)),
    Ware("soap", "mart", "洗衣液 2 公斤", "薰衣草香，瓶装", 18, "bottle #3f6d8a", 15, 13, DAILY),
    Ware("bags", "mart", "垃圾袋 5 卷", "加厚，45×50 厘米，共 100 只", 5,
         "roll #3c3a36", 40, 3.2, DAILY),
    Ware("umbrella", "mart", "晴雨伞", "折叠伞，防晒", 25,
         "umbrella #2f7d6d", 8, 19, DAILY, (1, 180)),
    Ware("cup", "mart", "白瓷茶杯", "德化白瓷，带盖，300 毫升", 15,
         "cup #7d5a86", 30, 15, PORCELAIN, (2, 90)),
    Ware("teaset", "mart", "白瓷盖碗一套", "德化白瓷，盖碗加两只品茗杯", 45,
         "cup #b4472e", 4, 38, PORCELAIN, (1, 365)),
    Ware("towel", "mart", "毛巾", "纯棉，一条", 6, "cloth #c97b63", 30, 4.5, DAILY),
    Ware("tissue", "mart", "抽纸 3 包", "原木浆，每包 120 抽", 4, "box #d5a84b", 36, 3, DAILY),
    Ware("gloves", "mart", "防割手套", "清洁、搬运时用，加厚", 10,
         "cloth #5f8f5a", 20, 7, DAILY, buyers=VOLUNTEERS),
    Ware("bulb", "mart", "LED 灯泡", "9 瓦，暖光，螺口", 5, "lamp #ffd76a", 25, 3.5, DAILY),
    Ware("kettle", "mart", "电热水壶", "1.5 升，自动断电", 30,
         "kettle #9fb0b8", 1, 45, DAILY, (1, 365),
         once=True),
    Ware("thermos", "mart", "保温杯", "500 毫升，不锈钢", 22,
         "bottle #7d5a86", 6, 18, DAILY, once=True),
    Ware("raincoat", "mart", "儿童雨衣", "身高 110–130 厘米", 15,
         "umbrella #e8a33a", 2, 12, DAILY, once=True),
    Ware("couplets", "mart", "春联一副", "书法志愿者手写，送完为止", 3,
         "roll #b4472e", 30, once=True),
    Ware("haircut", "barber", "理发一次", "洗、剪、吹；请先打电话约时间", 12,
         "scissors #b4472e", 40, kind=SERVICE, limit=(1, 28)),
    Ware("home_cut", "barber", "上门理发", "行动不便的老人，周一上门", 18,
         "scissors #2f7d6d", 6, kind=SERVICE, limit=(1, 28), buyers=NEIGHBOURS),
    Ware("child_cut", "barber", "儿童理发", "12 岁以下", 8, "comb #e8a33a", 20, kind=SERVICE),
    Ware("dye", "barber", "染发一次", "植物染膏，约一个半小时", 40,
         "comb #4a4238", 4, kind=SERVICE, limit=(1, 90)),
    Ware("wash", "barber", "洗头吹干", "约二十分钟", 6, "bottle #c97b63", 30, kind=SERVICE),
    Ware("trim", "barber", "修面", "热毛巾敷面", 5, "scissors #3f6d8a", 20, kind=SERVICE),
    Ware("grocer_rice", "grocer", "大米 5 斤", "本地晚稻米", 24,
         "sack #5f8f5a", 20, 16, OWN, (2, 30)),
    Ware("oil", "grocer", "花生油 900 毫升", "小榨，瓶装", 28,
         "bottle #d5a84b", 10, 22, OWN, (1, 30)),
    Ware("noodles", "grocer", "德化面线 2 斤", "手工面线，晒干", 8, "sack #d5a84b", 24, 6, OWN),
    Ware("eggs", "grocer", "土鸡蛋 10 个", "农家散养", 12, "box #a9743f", 15, 9, OWN, (2, 14)),
    Ware("soy", "grocer", "酱油 500 毫升", "酿造酱油", 7, "bottle #4a2f22", 18, 5, OWN),
    Ware("vinegar", "grocer", "永春老醋 500 毫升", "陈酿", 7, "bottle #6b3a2e", 18, 5.5, OWN),
    Ware("sugar", "grocer", "红糖 1 斤", "古法熬制", 6, "box #8a4b32", 20, 4.5, OWN),
    Ware("salt", "grocer", "食盐 2 包", "每包 400 克", 3, "box #3f6d8a", 40, 2, OWN),
    Ware("mushroom", "grocer", "干香菇半斤", "戴云山香菇", 16, "box #5f8f5a", 8, 13, OWN),
    Ware("flour", "grocer", "面粉 4 斤", "中筋", 9, "sack #c97b63", 16, 6.5, OWN),
)  # fmt: skip

FILLED_UP = 100  # days between two looks at the shelf
LOW = 12  # what is fewer then is filled up

# days ago, what, what is done, how many (of a stocktake: more or fewer than known), why
COUNTED = (
    (160, "tissue", "stocktake", -1, "盘点少一份，查不到去向"),
    (90, "soy", "spoiled", 2, "瓶盖漏了"),
    (70, "noodles", "stocktake", 2, "上次进货多送了两份，当时没点出来"),
    (60, "raincoat", "spoiled", 1, "搭扣断了"),
)

DEARER = (100, "rice", 28)  # days ago, what, the price since then
OVER = (12, "couplets")  # days ago, what is off the shelf since then
