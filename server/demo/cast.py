"""Who is in it. Nobody of them exists; the numbers beginning 1380000 are nobody's."""

from dataclasses import dataclass

from schemas.people_words import Relation, Role

PASSWORD = "Jinlin-2026"


@dataclass(frozen=True)
class Part:
    """One of them. `door`: 栋-单元-室. `role`: (role, area, unit). `staff`: a name to sign in."""

    key: str
    called: str
    name: str
    estate: str | None = None
    door: str = ""
    phone: bool = True
    relation: Relation = Relation.OWNER
    elder_look: bool | None = None
    made_by: str | None = None
    role: tuple | None = None
    staff: str = ""
    skills: str = ""
    about: str = ""
    applied: bool = False
    demo: bool = False


def resident(key, called, name, estate, door, **known) -> Part:
    return Part(key, called, name, estate, door, **known)


def assisted(key, called, name, estate, door, made_by) -> Part:
    """Without a telephone; somebody wrote them down."""
    return Part(key, called, name, estate, door, phone=False, made_by=made_by)


def volunteer(key, called, name, estate, skills, about, **known) -> Part:
    return Part(key, called, name, estate, skills=skills, about=about, **known)


def worker(key, name, role, area, staff="", unit=None, demo=True) -> Part:
    return Part(key, name, name, role=(role, area, unit), staff=staff, demo=demo)


OFFICE = (
    worker("admin", "郑文彬", Role.ADMINISTRATOR, "county", "zhengwenbin"),
    worker("auditor", "傅立新", Role.AUDITOR, "county", "fulixin"),
    worker("county_viewer", "邓晓岚", Role.VIEWER, "county", "dengxiaolan"),
    worker("town_viewer", "黄启明", Role.VIEWER, "longxun", "huangqiming"),
    worker("su", "苏雅琴", Role.SOCIAL_WORKER, "xiangbing", "suyaqin"),
    worker("liping", "陈丽萍", Role.COMMUNITY_STAFF, "xiangbing", "chenliping"),
    worker("zhiqiang", "郑志强", Role.GRID_WORKER, "xiangbing", "zhengzhiqiang"),
    worker("qiaoyun", "黄巧云", Role.SOCIAL_WORKER, "baomei", "huangqiaoyun"),
    worker("guodong", "林国栋", Role.GRID_WORKER, "baomei", "linguodong", demo=False),
    worker("simin", "赖思敏", Role.SOCIAL_WORKER, "xundong", "laisimin"),
    worker("yan", "颜文斌", Role.COMMUNITY_STAFF, "xundong", "yanwenbin", demo=False),
    worker("zhang", "张经理", Role.UNIT_OFFICER, "xiangbing", "zhangjingli", "xiangbing_property"),
    worker("liu", "刘班长", Role.UNIT_OFFICER, "baomei", "liubanzhang", "baomei_property", False),
    worker("lan", "蓝主管", Role.UNIT_OFFICER, "xundong", "lanzhuguan", "xundong_property", False),
    worker("wu_power", "吴所长", Role.UNIT_OFFICER, "longxun", "wusuozhang", "power"),
    worker("liao", "廖队长", Role.UNIT_OFFICER, "county", "liaoduizhang", "order", False),
    worker("wen", "温主任", Role.UNIT_OFFICER, "xiangbing_estate", "wenzhuren", "owners", False),
    worker("you", "尤姐", Role.SHOP_KEEPER, "xiangbing", "youjie"),
    worker("xue", "薛老板", Role.SHOP_KEEPER, "baomei", "xuelaoban"),
)

VOLUNTEERS = (
    volunteer("lin", "林师傅", "林建国", "dingxi", "水电 家电", "三十年电工，中共党员", demo=True),
    volunteer("qin", "阿琴师傅", "王素琴", "xiangbing_estate", "理发", "开理发店，周一可以上门",
              staff="aqinshifu", demo=True),
    volunteer("li", "李老师", "李明哲", "baomei_estate", "辅导 书法", "小学退休教师，中共党员"),
    volunteer("ye", "叶护士", "叶丹", "ciyuan", "陪诊 健康", "县医院护士，轮休有空"),
    volunteer("hong", "小洪", "洪嘉诚", "xundong_estate", "手机 电脑", "职校学生，周末有空"),
    volunteer("xiao", "肖哥", "肖志鹏", "daiyun", "跑腿 搬运", "骑手，路上顺便就办了"),
    volunteer("qiu", "邱姐", "邱丽华", "dingxi", "打扫 陪伴", "做过养老护理"),
    volunteer("dai", "戴律师", "戴文娟", "baomei_estate", "法律", "律师事务所执业，中共党员"),
    volunteer("zhuang", "庄队长", "庄海燕", "xiangbing_estate", "组织 陪伴",
              "瓷都好厝边志愿服务队队长", role=(Role.TEAM_LEADER, "county", None), demo=True),
    volunteer("fan", "老范", "范志明", "xiangbing_estate", "家电 磨刀", "退休机修工"),
    volunteer("bai", "白姐", "白雪梅", "xiangbing_estate", "组织", "楼栋长，周末都在"),
    volunteer("wen_master", "温师傅", "温国强", "dingxi", "家电 水电", "开维修铺，周六下午可以来"),
    volunteer("pan", "小潘", "潘晓东", "dingxi", "搬运", "职校学生"),
    volunteer("tu_aunt", "涂阿姨", "涂美玉", "baomei_estate", "理发", "理过三十年发"),
    volunteer("gong", "龚先生", "龚建华", "baomei_estate", "磨刀 木工", "中共党员"),
    volunteer("kang", "康阿姨", "康桂香", "ciyuan", "陪伴 缝补", "退休裁缝"),
    volunteer("qi", "齐师傅", "齐永福", "ciyuan", "家电", "家电维修二十年"),
    volunteer("guan", "官大哥", "官志平", "xundong_estate", "跑腿 搬运", "货车司机，轮休有空"),
    volunteer("tong", "童姐", "童丽萍", "xundong_estate", "理发 陪伴", "理发店店员"),
    volunteer("gan", "甘教练", "甘振国", "daiyun", "八段锦", "社会体育指导员，每晚带操", demo=True),
    volunteer("jian", "简阿姨", "简淑珍", "daiyun", "陪伴", "跟着练了三年"),
    volunteer("lu", "卢先生", "卢俊杰", "xiangbing_estate", "木工", "在家具厂上班，周日有空",
              applied=True, demo=True),
)  # fmt: skip

RESIDENTS = (
    resident("chen", "陈阿姨", "陈玉兰", "xiangbing_estate", "5-1-302", demo=True),
    resident("linbo", "林伯伯", "林金水", "xiangbing_estate", "3-2-501", elder_look=True,
             demo=True),
    resident("xiaowen", "小雯", "林小雯", "dingxi", "1-1-1203", relation=Relation.FAMILY,
             demo=True),
    resident("zhou", "周先生", "周建平", "xiangbing_estate", "6-1-104", relation=Relation.TENANT),
    resident("xu", "许姐", "许美珍", "xiangbing_estate", "2-1-603"),
    resident("abudu", "阿卜杜热合曼·吐尔逊江", "阿卜杜热合曼·吐尔逊江", "xiangbing_estate",
             "1-1-101", relation=Relation.TENANT),
    resident("zeng", "曾老师", "曾淑华", "dingxi", "2-1-802", elder_look=True),
    resident("he", "何妈妈", "何晓燕", "dingxi", "4-2-1501"),
    resident("xie", "谢小姐", "谢欣怡", "dingxi", "3-1-906", relation=Relation.TENANT),
    resident("jiang", "江叔", "江培元", "dingxi", "1-2-402"),
    resident("huang", "黄婶", "黄秀英", "baomei_estate", "7-1-203"),
    resident("cai", "蔡先生", "蔡明德", "baomei_estate", "2-2-701"),
    resident("sun", "孙妈妈", "孙莉", "baomei_estate", "9-1-504"),
    resident("xu_potter", "徐老", "徐长庚", "ciyuan", "1-1-201", elder_look=True),
    resident("ruan", "小阮", "阮秋红", "ciyuan", "4-1-605", relation=Relation.TENANT),
    resident("fang", "方阿姨", "方桂花", "xundong_estate", "8-1-302"),
    resident("tu", "涂先生", "涂志勇", "xundong_estate", "5-2-1101"),
    resident("luo", "罗妈妈", "罗雨桐", "daiyun", "3-1-1802"),
    resident("ma", "老马", "马卫东", "daiyun", "6-2-703", relation=Relation.TENANT),
    assisted("wubo", "吴伯", "吴天赐", "xiangbing_estate", "4-1-101", "su"),
    assisted("lai", "赖阿婆", "赖招弟", "xiangbing_estate", "2-2-402", "xiaowen"),
    assisted("guo", "郭阿婆", "郭阿勤", "baomei_estate", "3-1-102", "guodong"),
    assisted("lian", "连叔", "连文海", "ciyuan", "2-1-101", "qiaoyun"),
    assisted("ke", "柯伯", "柯水木", "xundong_estate", "1-1-302", "simin"),
)  # fmt: skip

CAST = (*OFFICE, *VOLUNTEERS, *RESIDENTS)
