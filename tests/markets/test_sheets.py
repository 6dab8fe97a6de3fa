"""What is printed of market days, for when nothing is online."""

from schemas.market_words import StallKind
from schemas.occasions import NumberState
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests.files.paper.pages import words


def sheet(get, stall) -> str:
    path = f"/api/markets/stalls/{stall.id}/sheet.pdf"
    return words(get(path, by=make.staff(at=stall.session.area)).data)


def test_a_stalls_sheet_has_its_numbers_in_order_each_with_its_boxes(get):
    stall = markets.stall(kind=StallKind.REPAIR, last=3, capacity=5)
    markets.number(stall, 2, make.person("陈阿姨"))
    markets.number(stall, 1, None)
    markets.number(stall, 3, make.person("黄婶"), NumberState.LEFT)
    text = sheet(get, stall)

    assert text.index("1林伯") < text.index("2陈阿姨")
    assert "黄婶" not in text
    assert text.count("□修好了□带回去修□没修好□不等了") == 2 + 2  # and two numbers that are left
    assert "原因" in text


def test_of_a_health_check_the_sheet_has_no_place_for_anything_else(get):
    stall = markets.stall(kind=StallKind.CLINIC, capacity=3)
    text = sheet(get, stall)

    assert text.count("□已服务") == 3
    assert "原因" not in text
    assert "不写病情" in text


def test_numbers_with_a_time_of_their_own_say_it(get, clock):
    session = occasions.session()
    stall = markets.stall(session, last=2)
    stall.line.slot_minutes = 15
    markets.number(stall, 2, make.person())

    assert "09:15" in sheet(get, stall)


def test_a_route_sheet_says_where_when_and_whom_to_look_for(get, clock):
    boss = make.administrator()
    vehicle = markets.vehicle(unit_id=make.unit(name="惠民理发店").id)
    lead = make.staff(display_name="小苏")
    market = occasions.session(make.estate("庠柄小区"), lead_id=lead.id, place="凉亭前")
    markets.visit(vehicle, market.area, session_id=market.id)
    markets.visit(vehicle, make.estate("丁溪花园"))
    path = f"/api/markets/vehicles/{vehicle.id}/sheet.pdf"
    text = words(get(path, by=boss, on=market.on.isoformat()).data)

    assert "惠民理发店" in text
    assert "庠柄小区凉亭前09:00–11:00小苏" in text
    assert "当天没有圩日" in text
