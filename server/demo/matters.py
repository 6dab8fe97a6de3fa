"""What is said at reception days of the demo: category / what was said / on the board / answer."""

MATTERS = tuple(
    tuple(part.strip() for part in line.split("/"))
    for line in """
parking / 三号楼前的消防通道老有车停着，晚上进不来 / 消防通道被车占了 / 划了禁停线，物业每晚巡一次
parking / 车位只有四十个，下班回来就没有了 / 下班后没有车位 / 东侧新划十二个车位
charging / 电动车充电桩就两个，老是排队，有人从楼上拉线 / 电动车充电桩不够 / 车棚里加装十个充电口
charging / 充电桩扫了码不通电，钱也不退 / 充电桩扣了钱不通电 / 厂家换了主板，余额退回原账户
greenery / 香樟树长到四楼窗户了，屋里一点光都没有 / 树枝挡了窗户 / 园林队修剪了六棵
greenery / 花坛没有人管，都是草和垃圾 / 花坛荒了 / 补种了，楼栋认养
public_repair / 楼道灯坏了两个月，老人上下楼看不见 / 楼道灯不亮 / 换成声控灯
public_repair / 下水道一下雨就往外冒 / 雨天下水道返水 / 疏通了主管，换两处井盖
public_repair / 单元门关不上，晚上谁都能进来 / 单元门关不上 / 换了闭门器
safety / 外墙砖掉下来过，下面就是小孩玩的地方 / 外墙砖松了 / 先围起来，松动的都敲掉重贴
safety / 灭火器都过期了 / 灭火器过期 / 全部换新，贴了日期
reception_other / 物业费涨了没有贴通知，账也看不懂 / 物业费的账看不懂 / 公告栏每季度贴一次明细
reception_other / 楼上装修从早到晚，孩子没法写作业 / 装修太吵 / 约好了施工时间，午休和晚上不动工
reception_other / 广场舞音响太大，能不能定个时间 / 广场舞声音大 / 商量好晚上八点半结束
reception_other / 快递柜挪到了门外，下雨天拿不了 / 快递柜没有雨棚 / 搭了雨棚
""".strip().splitlines()
)
