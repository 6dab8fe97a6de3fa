"""What is said at reception days of the demo: category / what was said / on the board / what was
done. On the spot that is an answer: nobody puts up ten sockets in five minutes."""


def _told(lines: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(part.strip() for part in line.split("/")) for line in lines.split("\n") if line
    )


MATTERS = _told("""
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
""")

ON_THE_SPOT = _told("""
parking / 外来车能不能停小区里，亲戚来了没地方停 / 外来车能不能停 / 晚上十点以前可以，在门卫登记
parking / 车位是怎么排的，我排了两年还没有轮到 / 车位怎么排 / 按登记先后排，名单贴在公告栏
charging / 充电桩扫码不退钱，找谁退 / 充电扣的钱找谁退 / 打充电柜上的电话退，三天到账；当场帮忙打了
charging / 电瓶能不能拿回家充 / 电瓶能不能拿回家充 / 不能，会引火；车棚有插座
greenery / 楼下的树是谁管的，修一修要找谁 / 树归谁管 / 归物业管，三月和十月修
greenery / 花坛能不能自己种点菜 / 花坛能不能种菜 / 不能种菜，可以报名认养种花
public_repair / 家里水表转得快，是不是坏了 / 水表转得快怎么办 / 打供水所电话免费校表，号码写给了本人
public_repair / 公共维修金怎么用，谁说了算 / 公共维修金怎么用 / 三分之二业主同意才能用
public_repair / 门禁卡丢了在哪里补 / 门禁卡在哪里补 / 物业前台补，工本费十元
safety / 灭火器在哪里，怎么用 / 灭火器在哪里 / 每层电梯口都有；下周六上午教一次
safety / 楼道里堆的东西谁来清 / 楼道堆物谁来清 / 先请自己搬，七天不搬由物业清，通知今天贴
reception_other / 物业费多少钱一平方，减免怎么办 / 物业费怎么减免 / 低保户减半，带证到物业办
reception_other / 装修几点可以动工 / 装修几点可以动工 / 早八点到十二点，下午两点半到六点，周末不动
reception_other / 广场舞几点要停 / 广场舞几点停 / 晚上八点半，广场有牌子；太响可以打社区电话
reception_other / 居住证明在哪里开 / 居住证明在哪里开 / 现在不用开了，社区窗口可以直接核实
""")
