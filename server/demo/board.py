"""公告 and 便民电话 of each place."""

from datetime import datetime, timedelta

from server.core import clock
from server.people import board

HOURS = "周一至周五 8:00–12:00，14:30–17:30"
EVENINGS = "每天 8:00–21:00"
ALWAYS = "全天"

# where, what, number, hours
HOTLINES = (
    ("county", "县便民服务热线", "0595-23512345", ALWAYS),
    ("county", "县委社会工作部意见箱", "0595-23500100", HOURS),
    ("county", "县总医院急诊", "0595-23522999", ALWAYS),
    ("longxun", "龙浔镇党建办", "0595-23522001", HOURS),
    ("longxun", "龙浔供电所", "0595-23595598", ALWAYS),
    ("xunzhong", "浔中镇党建办", "0595-23522301", HOURS),
    ("xiangbing", "庠柄社区服务台", "0595-23522110", HOURS),
    ("xiangbing", "社工小苏", "0595-23522111", HOURS),
    ("xiangbing", "网格员小郑", "0595-23522112", EVENINGS),
    ("xiangbing", "庠柄物业", "0595-23522120", ALWAYS),
    ("xiangbing", "庠柄社区卫生服务站", "0595-23522150", "每天 8:00–17:30"),
    ("baomei", "宝美社区服务台", "0595-23522210", HOURS),
    ("baomei", "社工小黄", "0595-23522211", HOURS),
    ("baomei", "网格员小林", "0595-23522212", EVENINGS),
    ("baomei", "宝美物业服务中心", "0595-23522220", ALWAYS),
    ("baomei", "宝美社区卫生服务站", "0595-23522250", "每天 8:00–17:30"),
    ("xundong", "浔东社区服务台", "0595-23522310", HOURS),
    ("xundong", "社工小赖", "0595-23522311", HOURS),
    ("xundong", "浔东安居物业", "0595-23522320", ALWAYS),
    ("xundong", "浔东社区卫生服务站", "0595-23522350", "每天 8:00–17:30"),
    ("xiangbing_estate", "庠柄小区门卫", "0595-23522121", ALWAYS),
    ("xiangbing_estate", "庠柄小区业委会", "0595-23522130", "周二、周五 19:00–21:00"),
)

# where, days ago, by whom, title, body
NOTICES = (
    ("county", 40, "admin", "“点亮微心愿”开始啦",
     "灯管坏了够不着、想学用手机、想请人陪着去医院——说出来，邻居来帮忙。"
     "扫小区门口的二维码，或者打社区电话，都能许心愿。"),
    ("longxun", 21, "admin", "敲门行动：本月走访独居长者",
     "网格员和社工会佩戴工作证上门，不收任何费用，不推销任何产品。如有疑问请打社区电话核实。"),
    ("xiangbing", 12, "liping", "每月18日是志愿服务日",
     "上午9点到11点，庠柄小区凉亭前：义剪、磨刀、修小家电、量血压。不用预约，来了领号。"),
    ("xiangbing", 3, "su", "周五下午业主接待日",
     "本周五15点到17点，红色会客厅。社区、物业、业委会和法律顾问都在，有事可以当面说。"),
    ("xiangbing_estate", 1, "liping", "周三上午停水通知",
     "因清洗二次供水水箱，周三8点到12点停水，请提前储水。来水后先放一放再用。"),
    ("baomei", 6, "qiaoyun", "银发手机课下周开班",
     "每周二、周四上午，社区二楼活动室，教挂号、视频通话和防诈骗。可以带着自己的手机来。"),
    ("xundong", 8, "simin", "旧物传递角开放",
     "用不上的童车、书架、轮椅可以拿来，需要的邻居直接领走。周末上午有志愿者值班。"),
)  # fmt: skip


def hang_up(places: dict, people: dict, last_night: datetime) -> None:
    for position, (where, label, phone, hours) in enumerate(HOTLINES, start=1):
        known = {"label": label, "phone": phone, "hours": hours, "position": position}
        board.post_hotline(places[where], known)
    for where, days_ago, author, title, body in NOTICES:
        with clock.at(last_night - timedelta(days=days_ago, hours=11)):
            board.post_notice(places[where], {"title": title, "body": body}, by=people[author])
