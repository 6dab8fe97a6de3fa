"""Where it plays: a county, two towns, three communities, six estates, and who serves them."""

from schemas.people_words import Level, UnitKind
from server.core.db import db
from server.people.places import Area, Unit

# key, level, name, parent, code on posters, latitude, longitude
AREAS = (
    ("county", Level.COUNTY, "德化县", None, "DH", 25.4915, 118.2411),
    ("longxun", Level.TOWN, "龙浔镇", "county", "LX", 25.4952, 118.2433),
    ("xunzhong", Level.TOWN, "浔中镇", "county", "XZ", 25.5021, 118.2298),
    ("xiangbing", Level.COMMUNITY, "庠柄社区", "longxun", "XB", 25.4968, 118.2462),
    ("baomei", Level.COMMUNITY, "宝美社区", "longxun", "BM", 25.4893, 118.2507),
    ("xundong", Level.COMMUNITY, "浔东社区", "xunzhong", "XD", 25.5034, 118.2341),
    ("xiangbing_estate", Level.ESTATE, "庠柄小区", "xiangbing", "SB7K", 25.4971, 118.2469),
    ("dingxi", Level.ESTATE, "丁溪花园", "xiangbing", "DX2M", 25.4959, 118.2451),
    ("baomei_estate", Level.ESTATE, "宝美小区", "baomei", "BM5C", 25.4897, 118.2513),
    ("ciyuan", Level.ESTATE, "瓷苑新村", "baomei", "CY8H", 25.4886, 118.2496),
    ("xundong_estate", Level.ESTATE, "浔东小区", "xundong", "XD3P", 25.5038, 118.2347),
    ("daiyun", Level.ESTATE, "戴云新城", "xundong", "DY6W", 25.5026, 118.2329),
)

# key, kind, name, area, telephone
UNITS = (
    ("county_desk", UnitKind.DESK, "县委社会工作部意见箱", "county", "0595-23500100"),
    ("xiangbing_desk", UnitKind.DESK, "庠柄社区服务台", "xiangbing", "0595-23522110"),
    ("baomei_desk", UnitKind.DESK, "宝美社区服务台", "baomei", "0595-23522210"),
    ("xundong_desk", UnitKind.DESK, "浔东社区服务台", "xundong", "0595-23522310"),
    ("xiangbing_property", UnitKind.PROPERTY, "庠柄物业", "xiangbing", "0595-23522120"),
    ("baomei_property", UnitKind.PROPERTY, "宝美物业服务中心", "baomei", "0595-23522220"),
    ("xundong_property", UnitKind.PROPERTY, "浔东安居物业", "xundong", "0595-23522320"),
    ("owners", UnitKind.OWNERS, "庠柄小区业委会", "xiangbing_estate", "0595-23522130"),
    ("branch", UnitKind.BRANCH, "庠柄小区党支部", "xiangbing_estate", "0595-23522140"),
    ("power", UnitKind.DEPARTMENT, "龙浔供电所", "longxun", "0595-23595598"),
    ("order", UnitKind.DEPARTMENT, "县城管大队", "county", "0595-23512319"),
    ("legal_aid", UnitKind.DEPARTMENT, "县法律援助中心", "county", "0595-23512348"),
    ("neighbours", UnitKind.ORGANISATION, "瓷都好厝边志愿服务队", "county", "0595-23500118"),
    ("barber", UnitKind.MERCHANT, "阿琴理发店", "xiangbing", "0595-23522180"),
    ("grocer", UnitKind.MERCHANT, "惠民粮油店", "baomei", "0595-23522280"),
)

# To which the codes of printed slips go. Shops have none: their copy is answered signed in.
MOBILES = {
    "xiangbing_property": "13805990120",
    "baomei_property": "13805990220",
    "xundong_property": "13805990320",
    "owners": "13805990130",
    "branch": "13805990140",
    "power": "13805995598",
    "order": "13805992319",
    "legal_aid": "13805992348",
    "neighbours": "13805990118",
}


def make_places() -> dict[str, Area | Unit]:
    """By key. There is nobody yet who could have made them."""
    places: dict[str, Area | Unit] = {}
    for key, *known in AREAS:
        places[key] = _area(places, *known)
    for key, kind, name, area, phone in UNITS:
        known = {"phone": phone, "mobile": MOBILES.get(key)}
        places[key] = Unit(kind=kind, name=name, area=places[area], **known)
        db.session.add(places[key])
        db.session.flush()
    return places


def _area(places: dict, level, name, parent, code, latitude, longitude) -> Area:
    above = places.get(parent)
    area = Area(level=level, name=name, code=code, latitude=latitude, longitude=longitude)
    area.parent_id, area.path = above and above.id, f"?{code}"  # the path holds the id: see below
    db.session.add(area)
    db.session.flush()
    area.path = f"{above.path if above else '/'}{area.id}/"
    return area
