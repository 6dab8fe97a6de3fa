"""What people do on their phones in the mini-program, page by page."""

from tests.journeys.mini import Phone

WISH = "厨房的灯管坏了，够不着，想请人来换一下"
CARD = "够不着，想请人换根灯管"
DONE = "灯管换好了，试过会亮"
ASKED = "您想请大家帮什么忙？"
THANKED = "您的心愿，社区收到了"


def sign_in(phone: Phone) -> None:
    phone.tap("登录")
    phone.tap("微信一键登录")
    phone.tap("同意并登录")


def introduce_oneself(phone: Phone, name: str, estate: str) -> None:
    phone.sees("先认识一下")
    phone.type("怎么称呼您？", name)
    phone.tap(estate)
    phone.tap("就这样")
    phone.sees(name)


def take_photo(phone: Phone, photo: str) -> None:
    phone.give("photos", photo)
    phone.tap("拍照片")
    phone.sees("再拍一张")
    phone.misses("正在传")


def wish(phone: Phone, photo: str) -> None:
    phone.tap("首页")
    phone.tap("许个心愿", near="近邻圩日")  # the tile; an empty wall offers it, too
    phone.type(ASKED, WISH)
    take_photo(phone, photo)
    phone.tap("许下心愿")
    phone.sees(THANKED)


def claim(phone: Phone) -> None:
    phone.tap("待认领")
    phone.tap("我来认领", near=CARD)
    phone.sees("您就能看到门牌和电话")
    phone.tap("我来认领")
    phone.sees("办理中", WISH)


def finish(phone: Phone, photo: str) -> None:
    phone.tap("办好了")
    phone.type("办得怎么样？", DONE)
    take_photo(phone, photo)
    phone.tap("办好了")
    phone.sees("待评价", "办之后")


def rate(phone: Phone) -> None:
    phone.sees("办好了吗？请您说句实话。", DONE)
    phone.tap("办好了")
    phone.tap("满意")
    phone.tap("就说“办好了”")
    phone.sees("已办结", "本人点评")


def opened_paper(phone: Phone) -> bytes:
    phone.tap("打开回执")
    [paper] = [options for name, options in phone.asked if name == "openDocument"]
    return phone.file(paper["filePath"]).read_bytes()
