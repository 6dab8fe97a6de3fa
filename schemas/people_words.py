"""The words of the people domain: roles, relations, levels of areas, kinds of units."""

from schemas.flow import Flow, State, step


class Role(State):
    """What somebody may do, in the subtree of one area. Traits: `desk` works on tickets there."""

    VOLUNTEER = "volunteer", "志愿者"
    TEAM_LEADER = "team_leader", "队长"
    GRID_WORKER = "grid_worker", "网格员", "desk"
    SOCIAL_WORKER = "social_worker", "社工", "desk"
    COMMUNITY_STAFF = "community_staff", "社区工作者", "desk"
    UNIT_OFFICER = "unit_officer", "联办单位经办人"
    SHOP_KEEPER = "shop_keeper", "积分超市店员"
    VIEWER = "viewer", "镇县查看"
    ADMINISTRATOR = "administrator", "管理员"
    AUDITOR = "auditor", "审计员"


DESK = Role.having("desk")


class Level(State):
    COUNTY = "county", "县"
    TOWN = "town", "镇（街道）"
    COMMUNITY = "community", "社区"
    GRID = "grid", "网格"
    ESTATE = "estate", "小区"


class Relation(State):
    OWNER = "owner", "业主"
    TENANT = "tenant", "租户"
    FAMILY = "family", "家人"


class UnitKind(State):
    DESK = "desk", "社区服务台"  # first receiver of what nobody has in hand yet
    DEPARTMENT = "department", "职能部门"
    PROPERTY = "property", "物业公司"
    OWNERS = "owners", "业委会"
    BRANCH = "branch", "小区党支部"
    ORGANISATION = "organisation", "社会组织"
    MERCHANT = "merchant", "爱心商家"


class PersonState(State):
    ACTIVE = "active", "正常"
    OFF = "off", "已停用"
    CLOSED = "closed", "已注销"  # by whoever it belonged to; nothing of them is left


class VolunteerState(State):
    APPLIED = "applied", "待确认"
    CONFIRMED = "confirmed", "已确认"
    DECLINED = "declined", "未通过"


PERSON_FLOW = Flow(
    PersonState.ACTIVE,
    switch_off=step(PersonState.ACTIVE, to=PersonState.OFF, label="停用"),
    switch_on=step(PersonState.OFF, to=PersonState.ACTIVE, label="恢复"),
    close=step(PersonState.ACTIVE, to=PersonState.CLOSED, label="注销"),
)

VOLUNTEER_FLOW = Flow(
    VolunteerState.APPLIED,
    confirm=step(VolunteerState.APPLIED, to=VolunteerState.CONFIRMED, label="确认"),
    decline=step(VolunteerState.APPLIED, to=VolunteerState.DECLINED, label="不通过"),
    apply=step(VolunteerState.DECLINED, to=VolunteerState.APPLIED, label="再次申请"),
)


class Face(State):
    """The faces of the client between which somebody may switch. A face shows; rights stay."""

    RESIDENT = "resident", "居民"
    VOLUNTEER = "volunteer", "志愿者"
    STAFF = "staff", "社区"
    UNIT = "unit", "联办单位"
    SHOP = "shop", "积分超市"
    VIEWER = "viewer", "镇县查看"
    ADMINISTRATOR = "administrator", "管理"
    AUDITOR = "auditor", "审计"


FACE_OF = {
    Role.VOLUNTEER: Face.VOLUNTEER,
    Role.TEAM_LEADER: Face.VOLUNTEER,
    Role.GRID_WORKER: Face.STAFF,
    Role.SOCIAL_WORKER: Face.STAFF,
    Role.COMMUNITY_STAFF: Face.STAFF,
    Role.UNIT_OFFICER: Face.UNIT,
    Role.SHOP_KEEPER: Face.SHOP,
    Role.VIEWER: Face.VIEWER,
    Role.ADMINISTRATOR: Face.ADMINISTRATOR,
    Role.AUDITOR: Face.AUDITOR,
}


class Purpose(State):
    """What a consent is for: one row each, never a tick for all (PIPL 14, 25, 29, 31)."""

    SERVICE = "service", "服务协议和隐私政策"
    PHOTO = "photo", "公开我的照片或姓名"
    HEALTH = "health", "记录健康情况"
    LOCATION = "location", "使用我的位置"
    MESSAGES = "messages", "通过微信或短信通知我"
    MINOR = "minor", "监护人同意未成年人使用"


class RevealReason(State):
    """Why somebody looks at a name or number that is shown masked."""

    CALL = "call", "电话联系本人"
    VISIT = "visit", "上门走访"
    VERIFY = "verify", "核对身份"
    EMERGENCY = "emergency", "紧急情况"
