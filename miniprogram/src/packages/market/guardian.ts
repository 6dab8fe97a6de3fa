/** What a guardian agrees to for a child under 14 (PIPL 31). A new text gets a new version, and is agreed to anew. */
export const GUARDIAN_VERSION = '2026-11'

export const GUARDIAN_WORDS = [
  '孩子全程由监护人陪同，只做适合年龄的事，不单独值守、不上门。',
  '我们只记孩子的称呼、报名和到场时间，用来安排岗位和出服务记录，不公开，也不给别人。',
  '监护人的姓名和电话只给这一场的负责人看，有事好找到您。',
  '您随时可以退出报名、收回同意，到「我的 → 隐私」或社区服务台都行。',
]
