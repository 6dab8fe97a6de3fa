"""Small repairs at home."""

from server.demo.story import Story

THEME = "home_repair"
STORIES = (
    Story("closed", 62, "chen", THEME, "厨房的灯管坏了好几天，梯子太高我不敢爬，想请人来换一下。灯管我已经买好了。",
          "够不着，想请人换根灯管 / 灯管已备好 / 约半小时", "灯管换好了，开关也紧了紧",
          group="elder", photo="lamp", word="林师傅很耐心，还帮我把开关修了"),
    Story("closed", 40, "linbo", THEME, "卫生间水龙头一直滴水，一个月多走好几吨水。",
          "水龙头滴水，想请人换个垫圈 / / 约半小时", "换了新阀芯，不滴了", group="elder", photo="tap"),
    Story("unrated", 30, "zhou", THEME, "门锁钥匙转不动，要用很大力气。",
          "门锁不好开，想请人看看 / / 约半小时", "上了油，调了锁舌"),
    Story("done", 4, "huang", THEME, "阳台晾衣架摇不上去了。",
          "晾衣架摇不动，想请人修 / / 约一小时", "换了钢丝绳"),
    Story("on_the_wall", 2, "fang", THEME, "床头的插座松了，插头插进去会冒火花。",
          "插座松动，想请人更换 / 已关掉这一路电 / 约半小时", urgency="high"),
    Story("under_way", 2, "tu", THEME, "油烟机吸力很小，做饭满屋都是烟。",
          "抽油烟机吸力小，想请人清洗 / / 约一小时", "看过了，要换一个电容，明天带过来"),
    Story("received", 0, "xie", THEME, "换灯泡。"),
)  # fmt: skip
