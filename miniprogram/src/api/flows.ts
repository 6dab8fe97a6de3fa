// Generated from schemas/ by `make contract`. Never edited by hand.

export const AssignmentState = {
  "asked": {
    "label": "想认领，等社区同意",
    "traits": []
  },
  "offered": {
    "label": "待接单",
    "traits": [
      "live"
    ]
  },
  "accepted": {
    "label": "已接单",
    "traits": [
      "did",
      "live"
    ]
  },
  "done": {
    "label": "已办好",
    "traits": [
      "did",
      "live"
    ]
  },
  "bounced": {
    "label": "已退回",
    "traits": []
  },
  "released": {
    "label": "已放回",
    "traits": [
      "did"
    ]
  },
  "declined": {
    "label": "没有同意",
    "traits": []
  },
  "taken_back": {
    "label": "不认领了",
    "traits": []
  },
  "dropped": {
    "label": "社区撤回",
    "traits": []
  },
  "set_aside": {
    "label": "办好了，整件事换人办",
    "traits": [
      "did"
    ]
  }
} as const

export const TicketState = {
  "received": {
    "label": "待受理",
    "traits": [
      "intake",
      "open",
      "ticking"
    ]
  },
  "open": {
    "label": "待认领",
    "traits": [
      "open",
      "public",
      "ticking",
      "wall"
    ]
  },
  "offered": {
    "label": "待接单",
    "traits": [
      "offer",
      "open",
      "ticking"
    ]
  },
  "working": {
    "label": "办理中",
    "traits": [
      "open",
      "public",
      "ticking",
      "working"
    ]
  },
  "waiting": {
    "label": "待补充",
    "traits": [
      "open",
      "public",
      "working",
      "yours"
    ]
  },
  "done": {
    "label": "待评价",
    "traits": [
      "answered",
      "public",
      "yours"
    ]
  },
  "closed": {
    "label": "已办结",
    "traits": [
      "closed",
      "public",
      "rated"
    ]
  },
  "unrated": {
    "label": "已办结·未评价",
    "traits": [
      "callback",
      "closed",
      "public"
    ]
  },
  "cannot_do": {
    "label": "暂办不了",
    "traits": [
      "closed"
    ]
  },
  "withdrawn": {
    "label": "已撤回",
    "traits": [
      "closed",
      "withdrawn"
    ]
  },
  "merged": {
    "label": "已并单",
    "traits": [
      "closed",
      "merged"
    ]
  },
  "handed_over": {
    "label": "已转出",
    "traits": [
      "closed"
    ]
  }
} as const

export const CannotDo = {
  "policy": {
    "label": "政策不允许",
    "traits": []
  },
  "money": {
    "label": "目前没有经费",
    "traits": []
  },
  "nobody": {
    "label": "暂时没有人能办",
    "traits": []
  },
  "unreachable": {
    "label": "多次联系不上",
    "traits": []
  },
  "other": {
    "label": "其他原因",
    "traits": []
  }
} as const

export const Channel = {
  "app": {
    "label": "手机",
    "traits": []
  },
  "desk": {
    "label": "服务台",
    "traits": []
  },
  "door_knock": {
    "label": "敲门走访",
    "traits": []
  },
  "market_stall": {
    "label": "圩日摊位",
    "traits": []
  },
  "reception_day": {
    "label": "业主接待日",
    "traits": []
  },
  "hotline": {
    "label": "热线电话",
    "traits": []
  },
  "tea_stall": {
    "label": "书记茶摊",
    "traits": []
  }
} as const

export const Difficulty = {
  "easy": {
    "label": "容易",
    "traits": []
  },
  "medium": {
    "label": "一般",
    "traits": []
  },
  "hard": {
    "label": "难",
    "traits": []
  }
} as const

export const Elsewhere = {
  "emergency": {
    "label": "110 / 119 / 120",
    "traits": []
  },
  "hotline": {
    "label": "12345 政务服务便民热线",
    "traits": []
  },
  "petition": {
    "label": "信访部门",
    "traits": []
  },
  "court": {
    "label": "法院、仲裁或调解",
    "traits": []
  },
  "other": {
    "label": "其他部门",
    "traits": []
  }
} as const

export const Group = {
  "anybody": {
    "label": "一户居民",
    "traits": []
  },
  "elder": {
    "label": "一位长者",
    "traits": []
  },
  "living_alone": {
    "label": "一位独居长者",
    "traits": [
      "guarded"
    ]
  },
  "child": {
    "label": "一个孩子",
    "traits": [
      "guarded"
    ]
  },
  "disabled": {
    "label": "一位行动不便的邻居",
    "traits": [
      "guarded"
    ]
  },
  "hardship": {
    "label": "一户困难家庭",
    "traits": []
  },
  "new_worker": {
    "label": "一位新就业群体朋友",
    "traits": []
  },
  "many": {
    "label": "多户邻居",
    "traits": []
  }
} as const

export const Kind = {
  "wish": {
    "label": "微心愿",
    "traits": []
  },
  "feedback": {
    "label": "意见与投诉",
    "traits": []
  },
  "reception": {
    "label": "接待日事项",
    "traits": []
  }
} as const

export const PartAct = {
  "accept": {
    "label": "接单",
    "traits": []
  },
  "bounce": {
    "label": "退回",
    "traits": []
  },
  "finish": {
    "label": "办好了",
    "traits": []
  }
} as const

export const ProxyRelation = {
  "child": {
    "label": "子女",
    "traits": []
  },
  "grandchild": {
    "label": "孙辈",
    "traits": []
  },
  "partner": {
    "label": "老伴",
    "traits": []
  },
  "relative": {
    "label": "亲戚",
    "traits": []
  },
  "neighbour": {
    "label": "邻居",
    "traits": []
  },
  "worker": {
    "label": "社区工作人员",
    "traits": []
  },
  "other": {
    "label": "代办人",
    "traits": []
  }
} as const

export const RatingRoute = {
  "tap": {
    "label": "本人点评",
    "traits": []
  },
  "phone": {
    "label": "电话回访",
    "traits": []
  },
  "paper": {
    "label": "纸质签字",
    "traits": []
  }
} as const

export const Satisfied = {
  "yes": {
    "label": "满意",
    "traits": [
      "good"
    ]
  },
  "basically": {
    "label": "基本满意",
    "traits": [
      "good"
    ]
  },
  "no": {
    "label": "不满意",
    "traits": []
  }
} as const

export const SlipKind = {
  "spot": {
    "label": "现场交办单",
    "traits": []
  },
  "joint": {
    "label": "部门联办单",
    "traits": []
  },
  "feedback": {
    "label": "办结反馈单",
    "traits": []
  }
} as const

export const Solved = {
  "yes": {
    "label": "办好了",
    "traits": [
      "good"
    ]
  },
  "partly": {
    "label": "好了一部分",
    "traits": []
  },
  "no": {
    "label": "还没办好",
    "traits": []
  }
} as const

export const SolvedLevel = {
  "estate": {
    "label": "小区",
    "traits": []
  },
  "community": {
    "label": "社区",
    "traits": []
  },
  "town": {
    "label": "镇（街道）",
    "traits": []
  },
  "county": {
    "label": "县",
    "traits": []
  }
} as const

export const Urgency = {
  "low": {
    "label": "不急",
    "traits": []
  },
  "normal": {
    "label": "一般",
    "traits": []
  },
  "high": {
    "label": "急",
    "traits": []
  }
} as const

export const AlarmLevel = {
  "remind": {
    "label": "快到期，提醒了办的人",
    "traits": []
  },
  "holder": {
    "label": "超期，告诉了办的人",
    "traits": []
  },
  "lead": {
    "label": "超期，告诉了首接的人",
    "traits": [
      "above"
    ]
  },
  "community": {
    "label": "超期，告诉了社区",
    "traits": [
      "above"
    ]
  },
  "town": {
    "label": "超期，告诉了镇（街道）",
    "traits": [
      "above"
    ]
  },
  "backstop": {
    "label": "超期，交给了兜底单位",
    "traits": [
      "above"
    ]
  },
  "unanswered": {
    "label": "到时没有接单，提醒了单位、告诉了社区",
    "traits": []
  },
  "waiting": {
    "label": "居民没有补充，提醒了居民、告诉了首接的人",
    "traits": []
  }
} as const

export const ExtensionAnswer = {
  "approved": {
    "label": "同意延期",
    "traits": []
  },
  "declined": {
    "label": "没有同意延期",
    "traits": []
  },
  "lapsed": {
    "label": "没有用上",
    "traits": []
  }
} as const

export const LimitKind = {
  "whole": {
    "label": "从登记到办好",
    "traits": []
  },
  "spot": {
    "label": "现场交办单",
    "traits": []
  },
  "joint": {
    "label": "部门联办单",
    "traits": []
  },
  "feedback": {
    "label": "办结反馈单：没办好再办",
    "traits": []
  }
} as const

export const LimitUnit = {
  "days": {
    "label": "个工作日",
    "traits": []
  },
  "hours": {
    "label": "个工作小时",
    "traits": []
  }
} as const

export const RepeatWhy = {
  "place": {
    "label": "本小区 30 天内同类 3 件以上",
    "traits": []
  },
  "person": {
    "label": "同一人 90 天内同类又来",
    "traits": []
  }
} as const

export const TemplateKind = {
  "answer": {
    "label": "当场答复",
    "traits": []
  },
  "finish": {
    "label": "办结反馈",
    "traits": []
  },
  "cannot_do": {
    "label": "暂办不了",
    "traits": []
  },
  "hand_over": {
    "label": "转给其他部门",
    "traits": []
  },
  "ask": {
    "label": "请居民补充",
    "traits": []
  },
  "extend": {
    "label": "延期说明",
    "traits": []
  }
} as const

export const VisitResult = {
  "good": {
    "label": "还好着",
    "traits": []
  },
  "came_back": {
    "label": "又出问题了",
    "traits": []
  },
  "unreached": {
    "label": "没有联系上",
    "traits": []
  }
} as const

export const Face = {
  "resident": {
    "label": "居民",
    "traits": []
  },
  "volunteer": {
    "label": "志愿者",
    "traits": []
  },
  "staff": {
    "label": "社区",
    "traits": []
  },
  "unit": {
    "label": "联办单位",
    "traits": []
  },
  "shop": {
    "label": "积分超市",
    "traits": []
  },
  "viewer": {
    "label": "镇县查看",
    "traits": []
  },
  "administrator": {
    "label": "管理",
    "traits": []
  },
  "auditor": {
    "label": "审计",
    "traits": []
  }
} as const

export const Level = {
  "county": {
    "label": "县",
    "traits": []
  },
  "town": {
    "label": "镇（街道）",
    "traits": []
  },
  "community": {
    "label": "社区",
    "traits": []
  },
  "grid": {
    "label": "网格",
    "traits": []
  },
  "estate": {
    "label": "小区",
    "traits": []
  }
} as const

export const PersonState = {
  "active": {
    "label": "正常",
    "traits": []
  },
  "off": {
    "label": "已停用",
    "traits": []
  },
  "closed": {
    "label": "已注销",
    "traits": []
  }
} as const

export const Purpose = {
  "service": {
    "label": "服务协议和隐私政策",
    "traits": []
  },
  "photo": {
    "label": "公开我的照片或姓名",
    "traits": []
  },
  "health": {
    "label": "记录健康情况",
    "traits": []
  },
  "location": {
    "label": "使用我的位置",
    "traits": []
  },
  "messages": {
    "label": "通过微信或短信通知我",
    "traits": []
  },
  "minor": {
    "label": "监护人同意未成年人使用",
    "traits": []
  }
} as const

export const Relation = {
  "owner": {
    "label": "业主",
    "traits": []
  },
  "tenant": {
    "label": "租户",
    "traits": []
  },
  "family": {
    "label": "家人",
    "traits": []
  }
} as const

export const RevealReason = {
  "call": {
    "label": "电话联系本人",
    "traits": []
  },
  "visit": {
    "label": "上门走访",
    "traits": []
  },
  "verify": {
    "label": "核对身份",
    "traits": []
  },
  "emergency": {
    "label": "紧急情况",
    "traits": []
  }
} as const

export const Role = {
  "volunteer": {
    "label": "志愿者",
    "traits": []
  },
  "team_leader": {
    "label": "队长",
    "traits": []
  },
  "grid_worker": {
    "label": "网格员",
    "traits": [
      "desk"
    ]
  },
  "social_worker": {
    "label": "社工",
    "traits": [
      "desk"
    ]
  },
  "community_staff": {
    "label": "社区工作者",
    "traits": [
      "desk"
    ]
  },
  "unit_officer": {
    "label": "联办单位经办人",
    "traits": []
  },
  "shop_keeper": {
    "label": "积分超市店员",
    "traits": []
  },
  "viewer": {
    "label": "镇县查看",
    "traits": []
  },
  "administrator": {
    "label": "管理员",
    "traits": []
  },
  "auditor": {
    "label": "审计员",
    "traits": []
  }
} as const

export const UnitKind = {
  "desk": {
    "label": "社区服务台",
    "traits": []
  },
  "department": {
    "label": "职能部门",
    "traits": []
  },
  "property": {
    "label": "物业公司",
    "traits": []
  },
  "owners": {
    "label": "业委会",
    "traits": []
  },
  "branch": {
    "label": "小区党支部",
    "traits": []
  },
  "organisation": {
    "label": "社会组织",
    "traits": []
  },
  "merchant": {
    "label": "爱心商家",
    "traits": []
  }
} as const

export const VolunteerState = {
  "applied": {
    "label": "待确认",
    "traits": []
  },
  "confirmed": {
    "label": "已确认",
    "traits": []
  },
  "declined": {
    "label": "未通过",
    "traits": []
  }
} as const

export const FileKind = {
  "picture": {
    "label": "照片",
    "traits": []
  },
  "voice": {
    "label": "录音",
    "traits": []
  }
} as const

export const MembershipState = {
  "asked": {
    "label": "等队长同意",
    "traits": [
      "live"
    ]
  },
  "member": {
    "label": "队员",
    "traits": [
      "in",
      "live"
    ]
  },
  "declined": {
    "label": "没有同意",
    "traits": []
  },
  "left": {
    "label": "已退队",
    "traits": []
  }
} as const

export const NumberState = {
  "waiting": {
    "label": "排队中",
    "traits": [
      "live"
    ]
  },
  "called": {
    "label": "轮到您了",
    "traits": [
      "live",
      "yours"
    ]
  },
  "served": {
    "label": "办好了",
    "traits": [
      "after",
      "done"
    ]
  },
  "not_served": {
    "label": "没办成",
    "traits": [
      "after",
      "done"
    ]
  },
  "under_way": {
    "label": "还在办",
    "traits": [
      "after"
    ]
  },
  "left": {
    "label": "不等了",
    "traits": []
  }
} as const

export const RepairState = {
  "asked": {
    "label": "等社区核实",
    "traits": [
      "live"
    ]
  },
  "approved": {
    "label": "已补记",
    "traits": [
      "added"
    ]
  },
  "refused": {
    "label": "没有同意",
    "traits": []
  }
} as const

export const SessionState = {
  "planned": {
    "label": "待发布",
    "traits": [
      "planned"
    ]
  },
  "published": {
    "label": "已发布",
    "traits": [
      "public"
    ]
  },
  "ended": {
    "label": "已结束",
    "traits": [
      "over",
      "public"
    ]
  },
  "called_off": {
    "label": "已取消",
    "traits": [
      "off",
      "over",
      "public"
    ]
  },
  "dropped": {
    "label": "不办了",
    "traits": [
      "over"
    ]
  }
} as const

export const SignupState = {
  "signed": {
    "label": "已报名",
    "traits": [
      "live",
      "seat"
    ]
  },
  "waiting": {
    "label": "候补",
    "traits": [
      "live"
    ]
  },
  "invited": {
    "label": "有空位，等您确认",
    "traits": [
      "live",
      "seat",
      "yours"
    ]
  },
  "withdrawn": {
    "label": "已退出",
    "traits": []
  },
  "lapsed": {
    "label": "没有按时确认",
    "traits": []
  }
} as const

export const Capacity = {
  "duty": {
    "label": "服务",
    "traits": []
  },
  "visit": {
    "label": "来访",
    "traits": []
  }
} as const

export const Direction = {
  "in": {
    "label": "签到",
    "traits": []
  },
  "out": {
    "label": "签退",
    "traits": []
  }
} as const

export const OccasionKind = {
  "market": {
    "label": "近邻圩日",
    "traits": []
  },
  "duty": {
    "label": "志愿服务日",
    "traits": []
  },
  "reception": {
    "label": "业主接待日",
    "traits": []
  },
  "course": {
    "label": "技能培训",
    "traits": []
  },
  "meeting": {
    "label": "居民议事",
    "traits": []
  }
} as const

export const Route = {
  "screen": {
    "label": "扫现场码",
    "traits": []
  },
  "personal": {
    "label": "出示我的码",
    "traits": []
  },
  "card": {
    "label": "出示纸质卡",
    "traits": []
  },
  "digits": {
    "label": "输六位数",
    "traits": []
  },
  "named": {
    "label": "工作人员找人",
    "traits": []
  }
} as const

export const RuleKind = {
  "solar_day": {
    "label": "每月几号",
    "traits": []
  },
  "weekday": {
    "label": "每周几",
    "traits": []
  },
  "solar_digit": {
    "label": "公历逢几",
    "traits": []
  },
  "lunar_digit": {
    "label": "农历逢几",
    "traits": []
  },
  "lunar_day": {
    "label": "农历初几",
    "traits": []
  },
  "branch": {
    "label": "地支日",
    "traits": []
  },
  "daily": {
    "label": "每天",
    "traits": []
  }
} as const

export const Refused = {
  "unknown_code": {
    "label": "这不是近邻的签到码",
    "traits": []
  },
  "forged": {
    "label": "这个码不对",
    "traits": []
  },
  "expired": {
    "label": "这个码过期了",
    "traits": []
  },
  "other_session": {
    "label": "这是另一场的码",
    "traits": []
  },
  "not_open": {
    "label": "现在不能签到",
    "traits": []
  },
  "over": {
    "label": "这一场已经结束",
    "traits": []
  },
  "called_off": {
    "label": "这一场已经取消",
    "traits": []
  },
  "revoked": {
    "label": "这张卡已经作废",
    "traits": []
  },
  "nobody": {
    "label": "没有找到这个人",
    "traits": []
  },
  "not_volunteer": {
    "label": "还不是志愿者",
    "traits": []
  },
  "no_room": {
    "label": "岗位已经满了",
    "traits": []
  },
  "official": {
    "label": "工作人员不用签到",
    "traits": []
  },
  "self": {
    "label": "不能给自己签到",
    "traits": []
  },
  "wrong_digits": {
    "label": "数字不对",
    "traits": []
  },
  "too_late": {
    "label": "交得太晚了",
    "traits": []
  },
  "in_the_future": {
    "label": "时间不对",
    "traits": []
  },
  "poster": {
    "label": "这是海报上的码",
    "traits": []
  },
  "screen": {
    "label": "这是签到屏的码",
    "traits": []
  },
  "undone": {
    "label": "这次签到已被负责人撤销",
    "traits": []
  },
  "not_yours": {
    "label": "您不能给这一场签到",
    "traits": []
  },
  "by_name": {
    "label": "您不能按姓名签到",
    "traits": []
  },
  "other_scan": {
    "label": "这一次没有记上",
    "traits": []
  }
} as const

export const Oddity = {
  "two_places": {
    "label": "同一时间在两处",
    "traits": []
  },
  "long_hours": {
    "label": "时长过长",
    "traits": []
  },
  "one_phone": {
    "label": "一部手机签了多人",
    "traits": []
  },
  "no_seat": {
    "label": "没有报名就签到",
    "traits": []
  },
  "out_without_in": {
    "label": "只有签退",
    "traits": []
  },
  "never_out": {
    "label": "没有签退",
    "traits": []
  },
  "revoked_card": {
    "label": "用了后来作废的卡",
    "traits": []
  }
} as const

export const WhoIsThere = {
  "all": {
    "label": "全部",
    "traits": []
  },
  "here": {
    "label": "在场",
    "traits": []
  },
  "missing": {
    "label": "没来",
    "traits": []
  }
} as const

export const Booked = {
  "open": {
    "label": "这一场还没有结束",
    "traits": []
  },
  "announced": {
    "label": "公示中",
    "traits": []
  },
  "booked": {
    "label": "已入账",
    "traits": []
  },
  "none": {
    "label": "不计时长",
    "traits": []
  }
} as const

export const PaperState = {
  "valid": {
    "label": "有效",
    "traits": []
  },
  "corrected": {
    "label": "开出后有更正",
    "traits": []
  },
  "revoked": {
    "label": "已作废",
    "traits": []
  }
} as const

export const RevokedWhy = {
  "mistake": {
    "label": "内容有误",
    "traits": []
  },
  "replaced": {
    "label": "已另开一份",
    "traits": []
  },
  "lost": {
    "label": "纸张遗失",
    "traits": []
  },
  "misused": {
    "label": "被他人使用",
    "traits": []
  }
} as const

export const Outcome = {
  "done": {
    "label": "办好了",
    "traits": [
      "met",
      "served"
    ]
  },
  "repaired": {
    "label": "修好了",
    "traits": [
      "met",
      "served"
    ]
  },
  "taken_away": {
    "label": "带回去修",
    "traits": [
      "kept",
      "served"
    ]
  },
  "not_repaired": {
    "label": "没修好",
    "traits": [
      "why"
    ]
  },
  "served": {
    "label": "已服务",
    "traits": [
      "met",
      "served"
    ]
  },
  "answered": {
    "label": "答复了",
    "traits": [
      "met",
      "served"
    ]
  },
  "referred": {
    "label": "转给别处",
    "traits": [
      "served",
      "why"
    ]
  },
  "bought": {
    "label": "买到了",
    "traits": [
      "met",
      "served"
    ]
  },
  "not_bought": {
    "label": "没买到",
    "traits": [
      "why"
    ]
  },
  "not_done": {
    "label": "没办成",
    "traits": [
      "why"
    ]
  }
} as const

export const StallKind = {
  "hair": {
    "label": "义剪",
    "traits": [
      "vehicle"
    ]
  },
  "repair": {
    "label": "维修",
    "traits": [
      "vehicle"
    ]
  },
  "clinic": {
    "label": "义诊",
    "traits": [
      "silent",
      "vehicle"
    ]
  },
  "law": {
    "label": "普法",
    "traits": [
      "vehicle"
    ]
  },
  "shopping": {
    "label": "代购",
    "traits": [
      "vehicle"
    ]
  },
  "other": {
    "label": "其他",
    "traits": []
  }
} as const

export const ThemeKind = {
  "month": {
    "label": "每月主题",
    "traits": []
  },
  "solar": {
    "label": "公历节日",
    "traits": []
  },
  "lunar": {
    "label": "农历节日",
    "traits": []
  }
} as const

export const AccountKind = {
  "person": {
    "label": "可用积分",
    "traits": [
      "purse"
    ]
  },
  "pending": {
    "label": "公示中",
    "traits": []
  },
  "pool": {
    "label": "积分池",
    "traits": []
  },
  "planned": {
    "label": "活动预留",
    "traits": [
      "rests"
    ]
  },
  "donor": {
    "label": "资金来源",
    "traits": [
      "owes"
    ]
  },
  "shop": {
    "label": "积分超市",
    "traits": []
  },
  "clearing": {
    "label": "兑换中",
    "traits": [
      "rests"
    ]
  },
  "expired": {
    "label": "已过期",
    "traits": []
  }
} as const

export const DonorKind = {
  "budget": {
    "label": "社区经费",
    "traits": []
  },
  "enterprise": {
    "label": "企业捐助",
    "traits": []
  },
  "merchant": {
    "label": "爱心商家",
    "traits": []
  },
  "citizen": {
    "label": "个人捐助",
    "traits": []
  }
} as const

export const Given = {
  "money": {
    "label": "资金",
    "traits": []
  },
  "goods": {
    "label": "物品",
    "traits": []
  }
} as const

export const GrantState = {
  "asked": {
    "label": "待第二人确认",
    "traits": []
  },
  "approved": {
    "label": "已生效",
    "traits": []
  },
  "declined": {
    "label": "未同意",
    "traits": []
  }
} as const

export const Less = {
  "day_cap": {
    "label": "当天已到上限",
    "traits": []
  },
  "month_cap": {
    "label": "当月已到上限",
    "traits": []
  },
  "official": {
    "label": "工作人员履职不记积分",
    "traits": []
  }
} as const

export const Why = {
  "fund": {
    "label": "注入积分池",
    "traits": []
  },
  "reserve": {
    "label": "为活动预留",
    "traits": []
  },
  "release": {
    "label": "预留退回",
    "traits": []
  },
  "earn": {
    "label": "服务得分",
    "traits": []
  },
  "mature": {
    "label": "公示期满，到账",
    "traits": []
  },
  "correct": {
    "label": "记录更正，公示中的积分减少",
    "traits": []
  },
  "reverse": {
    "label": "记录更正，冲回",
    "traits": []
  },
  "repay": {
    "label": "补扣以前没扣足的",
    "traits": []
  },
  "grant": {
    "label": "社区给的",
    "traits": []
  },
  "deduct": {
    "label": "社区扣回的",
    "traits": []
  },
  "expire": {
    "label": "到期",
    "traits": []
  },
  "order": {
    "label": "兑换",
    "traits": []
  },
  "cancel": {
    "label": "取消兑换，退回",
    "traits": []
  },
  "less": {
    "label": "少领，退回",
    "traits": []
  },
  "hand_over": {
    "label": "已领取",
    "traits": []
  },
  "return": {
    "label": "退回捐助方",
    "traits": []
  },
  "settle": {
    "label": "与供应方结算",
    "traits": []
  }
} as const

export const Buyers = {
  "everybody": {
    "label": "人人可换",
    "traits": []
  },
  "volunteers": {
    "label": "志愿者可换",
    "traits": []
  },
  "neighbours": {
    "label": "本辖区居民可换",
    "traits": []
  }
} as const

export const GoodsKind = {
  "goods": {
    "label": "物品",
    "traits": []
  },
  "service": {
    "label": "服务",
    "traits": []
  }
} as const

export const OrderChannel = {
  "app": {
    "label": "手机兑换",
    "traits": []
  },
  "counter": {
    "label": "柜台扫码",
    "traits": [
      "there"
    ]
  },
  "card": {
    "label": "柜台刷卡",
    "traits": [
      "paper",
      "there"
    ]
  },
  "desk": {
    "label": "服务台代办",
    "traits": [
      "paper"
    ]
  }
} as const

export const OrderState = {
  "asked": {
    "label": "待本人确认",
    "traits": [
      "open"
    ]
  },
  "placed": {
    "label": "待领取",
    "traits": [
      "counts",
      "holds",
      "open"
    ]
  },
  "handed": {
    "label": "已领取",
    "traits": [
      "counts"
    ]
  },
  "cancelled": {
    "label": "已取消",
    "traits": []
  },
  "expired": {
    "label": "已过期",
    "traits": []
  },
  "declined": {
    "label": "没有同意",
    "traits": []
  },
  "lapsed": {
    "label": "没有确认，已失效",
    "traits": []
  }
} as const

export const ShopKind = {
  "shop": {
    "label": "积分超市",
    "traits": []
  },
  "merchant": {
    "label": "爱心商家",
    "traits": []
  },
  "station": {
    "label": "驿站",
    "traits": []
  }
} as const

export const ShopState = {
  "preparing": {
    "label": "筹备中",
    "traits": []
  },
  "open": {
    "label": "可以兑换",
    "traits": [
      "listed"
    ]
  },
  "paused": {
    "label": "暂停兑换",
    "traits": [
      "listed"
    ]
  },
  "closed": {
    "label": "已停办",
    "traits": []
  }
} as const

export const StockKind = {
  "intake": {
    "label": "进货",
    "traits": []
  },
  "order": {
    "label": "兑换占用",
    "traits": []
  },
  "back": {
    "label": "退回货架",
    "traits": []
  },
  "stocktake": {
    "label": "盘点",
    "traits": []
  },
  "spoiled": {
    "label": "报损",
    "traits": []
  },
  "substitute": {
    "label": "替换给出",
    "traits": []
  }
} as const

export const AgendaState = {
  "open": {
    "label": "等答复",
    "traits": []
  },
  "answered": {
    "label": "已答复",
    "traits": []
  },
  "rolled": {
    "label": "转到下一场",
    "traits": []
  }
} as const

export const AgendaWhy = {
  "rolled": {
    "label": "上次没有答复",
    "traits": []
  },
  "reopened": {
    "label": "居民说没办好",
    "traits": []
  },
  "repeated": {
    "label": "反复出现",
    "traits": []
  },
  "overdue": {
    "label": "超过期限",
    "traits": []
  },
  "asked": {
    "label": "另外提请",
    "traits": []
  }
} as const

export const Party = {
  "lead": {
    "label": "社区大党委",
    "traits": [
      "one"
    ]
  },
  "county_unit": {
    "label": "挂钩县直单位",
    "traits": [
      "five"
    ]
  },
  "branch": {
    "label": "小区党支部",
    "traits": [
      "five"
    ]
  },
  "owners": {
    "label": "业委会",
    "traits": [
      "five"
    ]
  },
  "property": {
    "label": "物业公司",
    "traits": [
      "five"
    ]
  },
  "society": {
    "label": "社会组织",
    "traits": [
      "five"
    ]
  },
  "expert": {
    "label": "专家",
    "traits": []
  }
} as const

export const ReceptionOutcome = {
  "answered": {
    "label": "当场答复",
    "traits": [
      "served",
      "ticket"
    ]
  },
  "received": {
    "label": "已登记办理",
    "traits": [
      "served",
      "ticket"
    ]
  },
  "talked": {
    "label": "谈过了，不用登记",
    "traits": [
      "by_hand",
      "served"
    ]
  },
  "no_show": {
    "label": "叫号没有来",
    "traits": [
      "by_hand"
    ]
  },
  "not_served": {
    "label": "没办成",
    "traits": [
      "by_hand",
      "why"
    ]
  }
} as const

export const SeatState = {
  "expected": {
    "label": "应到",
    "traits": []
  },
  "present": {
    "label": "到会",
    "traits": [
      "came"
    ]
  },
  "deputy": {
    "label": "代表到会",
    "traits": [
      "came"
    ]
  },
  "absent": {
    "label": "没有到",
    "traits": []
  }
} as const

export const Source = {
  "system": {
    "label": "系统记录",
    "traits": []
  },
  "reported": {
    "label": "上报口径",
    "traits": []
  }
} as const

export const ASSIGNMENT_FLOW = {
  "accept": {
    "label": "接单",
    "words": {}
  },
  "bounce": {
    "label": "退回",
    "words": {}
  },
  "decline": {
    "label": "不同意",
    "words": {}
  },
  "unask": {
    "label": "不认领了",
    "words": {}
  },
  "release": {
    "label": "放回",
    "words": {}
  },
  "finish": {
    "label": "办好了",
    "words": {}
  },
  "again": {
    "label": "继续办",
    "words": {}
  },
  "drop": {
    "label": "撤回",
    "words": {}
  },
  "set_aside": {
    "label": "换人办",
    "words": {}
  }
} as const

export const TICKET_FLOW = {
  "screen": {
    "label": "受理并发布",
    "words": {
      "past": "放上了心愿墙"
    }
  },
  "answer": {
    "label": "当场答复",
    "words": {
      "past": "当场答复了"
    }
  },
  "book": {
    "label": "约圩日",
    "words": {
      "past": "约好了圩日"
    }
  },
  "serve": {
    "label": "圩日办好了",
    "words": {
      "past": "在圩日摊位办好了"
    }
  },
  "unserve": {
    "label": "圩日记错了",
    "words": {
      "past": "更正：圩日没有办好"
    }
  },
  "dispatch": {
    "label": "派单",
    "words": {
      "reception": "交办",
      "past": "交办了"
    }
  },
  "transfer": {
    "label": "转给别的社区",
    "words": {
      "past": "转给了别的社区"
    }
  },
  "take_down": {
    "label": "撤下心愿墙",
    "words": {
      "past": "撤下了心愿墙"
    }
  },
  "recall": {
    "label": "收回重派",
    "words": {
      "past": "收回了单子"
    }
  },
  "lapse": {
    "label": "没有人认领，退回受理",
    "words": {}
  },
  "triage": {
    "label": "改分类和期限",
    "words": {}
  },
  "approve_extension": {
    "label": "同意延期",
    "words": {
      "past": "同意延期"
    }
  },
  "decline_extension": {
    "label": "不同意延期",
    "words": {
      "past": "没有同意延期"
    }
  },
  "accept": {
    "label": "接单",
    "words": {
      "past": "接了单"
    }
  },
  "bounce": {
    "label": "退回",
    "words": {
      "past": "退回了"
    }
  },
  "claim": {
    "label": "我来认领",
    "words": {
      "past": "认领了"
    }
  },
  "join": {
    "label": "我也来帮忙",
    "words": {
      "past": "也来帮忙"
    }
  },
  "ask_to_claim": {
    "label": "我想认领",
    "words": {
      "past": "想认领"
    }
  },
  "unask": {
    "label": "不认领了",
    "words": {}
  },
  "confirm_claim": {
    "label": "同意认领",
    "words": {
      "past": "同意了认领"
    }
  },
  "decline_claim": {
    "label": "不同意认领",
    "words": {
      "past": "没有同意认领"
    }
  },
  "ask": {
    "label": "请居民补充",
    "words": {}
  },
  "reply": {
    "label": "补充说明",
    "words": {
      "past": "补充了情况"
    }
  },
  "release": {
    "label": "我办不了，放回心愿墙",
    "words": {
      "past": "放回了心愿墙"
    }
  },
  "hand_back": {
    "label": "交回社区",
    "words": {
      "reception": "退回",
      "past": "交回了社区"
    }
  },
  "ask_extension": {
    "label": "申请延期",
    "words": {
      "past": "申请延期"
    }
  },
  "finish": {
    "label": "办好了",
    "words": {
      "past": "说办好了"
    }
  },
  "add_part": {
    "label": "加协办单位",
    "words": {
      "past": "请了协办单位"
    }
  },
  "drop_part": {
    "label": "撤回协办",
    "words": {
      "past": "撤回了协办"
    }
  },
  "accept_part": {
    "label": "接下这部分",
    "words": {
      "past": "接下了自己那部分"
    }
  },
  "bounce_part": {
    "label": "退回这部分",
    "words": {
      "past": "退回了自己那部分"
    }
  },
  "finish_part": {
    "label": "这部分办好了",
    "words": {
      "past": "说自己那部分办好了"
    }
  },
  "to_backstop": {
    "label": "转兜底单位",
    "words": {
      "past": "交给了兜底单位"
    }
  },
  "confirm": {
    "label": "确认办好了",
    "words": {}
  },
  "reopen": {
    "label": "还没办好",
    "words": {}
  },
  "close_unrated": {
    "label": "七天没有评价",
    "words": {}
  },
  "call_back": {
    "label": "记录回访",
    "words": {
      "past": "打了回访电话"
    }
  },
  "cannot_do": {
    "label": "写明暂办不了",
    "words": {
      "past": "写明暂办不了"
    }
  },
  "contest": {
    "label": "我不同意，请再看看",
    "words": {
      "past": "不同意，请再看看"
    }
  },
  "withdraw": {
    "label": "撤回",
    "words": {
      "past": "撤回了"
    }
  },
  "merge": {
    "label": "并单",
    "words": {
      "past": "并到别的工单一起办"
    }
  },
  "hand_over": {
    "label": "转给其他部门",
    "words": {
      "past": "转给了其他部门"
    }
  },
  "came_back": {
    "label": "又出问题了",
    "words": {
      "past": "说又出问题了"
    }
  },
  "note": {
    "label": "写进展",
    "words": {
      "party": "补充几句"
    }
  },
  "me_too": {
    "label": "我也是",
    "words": {}
  }
} as const

export const PERSON_FLOW = {
  "switch_off": {
    "label": "停用",
    "words": {}
  },
  "switch_on": {
    "label": "恢复",
    "words": {}
  },
  "close": {
    "label": "注销",
    "words": {}
  }
} as const

export const VOLUNTEER_FLOW = {
  "confirm": {
    "label": "确认",
    "words": {}
  },
  "decline": {
    "label": "不通过",
    "words": {}
  },
  "apply": {
    "label": "再次申请",
    "words": {}
  }
} as const

export const MEMBERSHIP_FLOW = {
  "accept": {
    "label": "同意入队",
    "words": {}
  },
  "decline": {
    "label": "不同意",
    "words": {}
  },
  "leave": {
    "label": "退队",
    "words": {}
  },
  "join": {
    "label": "申请入队",
    "words": {}
  },
  "add": {
    "label": "加入本队",
    "words": {}
  }
} as const

export const NUMBER_FLOW = {
  "call": {
    "label": "叫号",
    "words": {}
  },
  "serve": {
    "label": "办好了",
    "words": {}
  },
  "fail": {
    "label": "没办成",
    "words": {}
  },
  "keep": {
    "label": "还在办",
    "words": {}
  },
  "correct_serve": {
    "label": "改成办好了",
    "words": {}
  },
  "correct_fail": {
    "label": "改成没办成",
    "words": {}
  },
  "correct_keep": {
    "label": "改成还在办",
    "words": {}
  },
  "call_again": {
    "label": "再叫一次",
    "words": {}
  },
  "put_off": {
    "label": "过号，稍后再叫",
    "words": {}
  },
  "rebook": {
    "label": "改时间",
    "words": {}
  },
  "leave": {
    "label": "不等了",
    "words": {
      "booked": "取消预约"
    }
  }
} as const

export const REPAIR_FLOW = {
  "approve": {
    "label": "同意补记",
    "words": {}
  },
  "refuse": {
    "label": "不同意",
    "words": {}
  }
} as const

export const SESSION_FLOW = {
  "publish": {
    "label": "发布",
    "words": {}
  },
  "change": {
    "label": "改时间、地点、主题",
    "words": {}
  },
  "call_off": {
    "label": "取消这一场",
    "words": {}
  },
  "end": {
    "label": "结束",
    "words": {}
  },
  "drop": {
    "label": "不办了",
    "words": {}
  },
  "plan_again": {
    "label": "照办",
    "words": {}
  }
} as const

export const SIGNUP_FLOW = {
  "seat": {
    "label": "报上名",
    "words": {}
  },
  "invite": {
    "label": "有空位",
    "words": {}
  },
  "confirm": {
    "label": "我来",
    "words": {}
  },
  "lapse": {
    "label": "没有按时确认",
    "words": {}
  },
  "withdraw": {
    "label": "不去了",
    "words": {}
  }
} as const

export const GRANT_FLOW = {
  "approve": {
    "label": "同意",
    "words": {}
  },
  "decline": {
    "label": "不同意",
    "words": {}
  }
} as const

export const ORDER_FLOW = {
  "confirm": {
    "label": "确认兑换",
    "words": {}
  },
  "decline": {
    "label": "不兑换",
    "words": {}
  },
  "lapse": {
    "label": "超时失效",
    "words": {}
  },
  "hand_over": {
    "label": "交给本人",
    "words": {}
  },
  "cancel": {
    "label": "取消兑换",
    "words": {}
  },
  "expire": {
    "label": "过期退回",
    "words": {}
  }
} as const

export const SHOP_FLOW = {
  "launch": {
    "label": "开张",
    "words": {}
  },
  "pause": {
    "label": "暂停兑换",
    "words": {}
  },
  "open": {
    "label": "恢复兑换",
    "words": {}
  },
  "close": {
    "label": "停办",
    "words": {}
  }
} as const

export const AGENDA_FLOW = {
  "answer": {
    "label": "记答复",
    "words": {}
  },
  "settle": {
    "label": "已经有结果",
    "words": {}
  },
  "roll": {
    "label": "转到下一场",
    "words": {}
  }
} as const
