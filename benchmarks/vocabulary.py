"""What the invented deals of the benchmarks talk about, in English and in Chinese. Everyone here is invented."""

from typing import NamedTuple


class Trouble(NamedTuple):
    """One pain with what follows from it through all stages; `id` and `chain` are ids, the rest are sentences."""

    id: str
    chain: str
    symptom: str
    root: str
    process: str
    future: str
    need: str
    value: str
    criterion: str
    measure: str
    harm: str
    check: str


class Words(NamedTuple):
    """The words of one language, chosen from by chance."""

    places: tuple[str, ...]
    firms: dict[str, tuple[str, ...]]
    projects: dict[str, tuple[str, ...]]
    troubles: dict[str, tuple[Trouble, ...]]
    family: tuple[str, ...]
    given: tuple[str, ...]
    titles: tuple[str, ...]
    departments: tuple[str, ...]
    signs: tuple[str, ...]
    wants: tuple[str, ...]
    events: tuple[str, ...]
    comments: tuple[str, ...]
    summaries: tuple[str, ...]
    reasons: tuple[str, ...]
    worries: tuple[str, ...]
    rivals: tuple[str, ...]
    strengths: tuple[str, ...]
    said: dict[str, tuple[str, ...]]
    fixed: dict[str, str]


FAMILY_IDS = (
    "shen", "zhang", "gao", "luo", "wei", "tang", "fang", "xu", "qiao", "meng", "ruan", "cai",
    "lu", "ding", "bai", "jiang", "shao", "yuan", "zheng", "he", "peng", "song", "tian", "xiong",
)  # fmt: skip
"""The ids of the customer's people, in the order of `Words.family`."""

EN = Words(
    places=(
        "Haichuan", "Northmere", "Yunze", "Beiling", "Qingyu", "Hengyue", "Ashdown", "Wangjiang", "Linfeng",
        "Sutherby", "Canghe", "Jinshan Bay", "Elmford", "Yanling", "Duxi", "Harrowgate West", "Songpu", "Liyang East",
        "Taihe", "Millbrook", "Wushan", "Ruoshui", "Pinghu", "Kestrel",
    ),
    firms={
        "printing": ("Foods", "Cosmetics", "Tea", "Pharma", "Beverages"),
        "telecom": ("Telecom", "Networks", "Mobile", "Broadband"),
        "equipment": ("Bearings", "Castings", "Motors", "Glass", "Forgings"),
    },
    projects={
        "printing": ("gift boxes", "seasonal cartons", "labels and inserts"),
        "telecom": ("real-time charging", "billing renewal", "fault desk"),
        "equipment": ("line 3 renewal", "grinding cell", "furnace control"),
    },
    troubles={
        "printing": (
            Trouble(
                "colour", "PP-colour", "two blues of one box stand side by side on the shelf",
                "proofs are approved by eye and nobody keeps the reading", "three days of sorting at every receipt",
                "two chains ask for a refund each spring", "We need one blue, measured, on every batch.",
                "sorting hours per receipt × receipts a year × hourly cost", "colour difference between batches",
                "at most 1.5 on their own meter, every batch", "a batch that has to be sorted by hand before a launch",
                "a blind test of ten boxes out of three batches",
            ),
            Trouble(
                "late-boxes", "PP-time", "boxes come three days after the filling was planned",
                "changes of the text reach the printer by telephone", "filling is planned twice every week",
                "a promotion began without its boxes", "We need a date that still holds a week later.",
                "shifts planned twice × cost of a shift", "dates kept over a quarter",
                "49 of 50 orders on the day, their list counts", "a filling line that stands on a Friday night",
                "the delivery list of the last quarter, unedited",
            ),
            Trouble(
                "old-text", "PP-version", "boxes with last year's text were found in the store",
                "two versions lie in the same folder", "every pallet is opened at goods-in",
                "the authority asked about one article", "We need a box with an old text to be stopped before us.",
                "opened pallets × minutes × hourly cost", "text checked before printing",
                "one wrong text on purpose, the run stops", "a recall because of one line of text",
                "one wrong file among twenty, sent without notice",
            ),
        ),
        "telecom": (
            Trouble(
                "late-tariffs", "TI-tariff", "a new tariff follows the others' by a quarter",
                "three people change the rules by hand", "nine days of manual tests before every launch",
                "about 1,200 good customers left last year", "We need new tariffs live within two weeks.",
                "customers kept × margin a year × launches", "time from request to first right bill",
                "ten working days, shown on a tariff of theirs", "a launch that is withdrawn in its first week",
                "one tariff of theirs, from request to bill, timed by them",
            ),
            Trouble(
                "wrong-bills", "TI-data", "first bills are corrected at every month end",
                "rate tables are copied from test to live", "three days of overtime at month end",
                "the shops explain bills until the eighth", "We need the first bill to be the right one.",
                "overtime hours × hourly cost × 12", "difference between test and live tables",
                "one wrong table on purpose, the load stops", "a month end that runs until four in the morning",
                "a copied table with one wrong line",
            ),
            Trouble(
                "slow-faults", "TI-fault", "faults are handed on four times before anyone starts",
                "each desk keeps its own list", "forty minutes lost per fault at night",
                "two corporate customers asked for credit", "We need one list that everybody works from.",
                "faults a year × minutes × cost of a desk", "time until somebody works on a fault",
                "ten minutes at night, out of their own log", "a stop that three desks believe to be closed",
                "a fault put in at two in the night",
            ),
        ),
        "equipment": (
            Trouble(
                "stops", "IE-stop", "the line stands twice a week for half an hour",
                "bearings are changed when they are heard", "two people wait at each stop",
                "one customer moved a contract to another plant", "We need to know a day before it stands.",
                "stops a year × minutes × margin per minute", "stops that were announced",
                "eight of ten announced a day before, their log", "a stop on the night before a delivery",
                "three months of their own vibration data",
            ),
            Trouble(
                "long-change", "IE-change", "a change of size takes a whole shift",
                "the tools are set by feel", "four hours of scrap after every change",
                "small orders are refused since spring", "We need small orders to pay again.",
                "changes a year × hours saved × cost per hour", "time from last good part to first good part",
                "ninety minutes, their fitter, our tools", "a fitter who leaves with the settings in his head",
                "a change done by their youngest fitter",
            ),
            Trouble(
                "energy", "IE-energy", "the furnace burns at night as by day",
                "nobody may switch it below six hundred degrees", "the night shift keeps it warm for nothing",
                "the permit of 2028 asks for a fifth less", "We need a fifth less gas, or we lose the permit.",
                "cubic metres a year × price of gas", "gas per ton of good parts",
                "a fifth less over four weeks, their meter", "a saving that exists only in the brochure",
                "four weeks on one furnace, meter read by them",
            ),
        ),
    },
    family=(
        "Shen", "Zhang", "Gao", "Luo", "Wei", "Tang", "Fang", "Xu", "Qiao", "Meng", "Ruan", "Cai",
        "Lu", "Ding", "Bai", "Jiang", "Shao", "Yuan", "Zheng", "He", "Peng", "Song", "Tian", "Xiong",
    ),
    given=("Yu", "Min", "Ming", "Jing", "Hao", "Lan", "Qing", "Rui", "Bo", "Xin", "Ying", "Kai"),
    titles=("operations manager", "managing director", "planning engineer", "shift leader", "accounts supervisor"),
    departments=("Operations", "Management", "Engineering", "Production", "Accounts"),
    signs=(
        "wants every number in writing", "thinks before speaking, never interrupts", "cut the second page",
        "asks who else has done it", "writes down names, not features", "came ten minutes early",
    ),
    wants=(
        "a quiet month end", "no surprise in front of the director", "a result before the next budget round",
        "less work by hand for the team", "to be asked before a decision",
    ),
    events=(
        "the audit of January", "the budget round of December", "the trade fair in March",
        "the new regulation from July on", "the start of the second shift",
    ),
    comments=(
        "they said so in the corridor, not for the minutes", "ask again next time", "our guess, nobody has said it",
        "number from their own list", "to be checked with the plant", "not yet agreed with finance",
    ),
    summaries=(
        "Heard the whole story from the beginning. The number came from their side, we wrote it down and read it back. "
        "Next step was proposed by them.",
        "Short, in a meeting room without a window. Two people came who had not been announced; both asked about the "
        "same thing, so it matters to more than one desk.",
        "They showed the list on their own screen. We were not allowed to take a picture, but may quote the total.",
        "Half an hour became an hour. The question about the budget was answered with a date instead of a sum.",
    ),
    reasons=(
        "they asked for it themselves", "the next person has a name and a date", "agreed in their meeting",
        "everything that was open is in writing",
    ),
    worries=(
        "that the change falls into the busiest month", "that nobody at night knows the new way",
        "that the old supplier is needed for one more year",
    ),
    rivals=("Xunheng Technology", "Beize Information", "Oakline Systems"),
    strengths=("knows the present system", "two people in the building", "lowest price last year"),
    said={
        "tier": ("We run four plants and about nine hundred people.", "Two shifts, three sites, all in one province."),
        "lead": ("Send it to my office address. Before {event} we want to know where we stand.",
                 "Yes, write to me. It comes up every month and {event} will not wait."),
        "open": ("Please keep this between us: two of last year's launches were withdrawn.",
                 "This is not public. The director looks at this line first."),
        "role": ("named in the project list of their department", "wrote the request and put us in copy",
                 "introduced by the director as the one who decides this"),
        "act": ("sent the list without being asked", "came to our test room with a colleague and brought data",
                "moved the meeting forward by a week"),
        "recap": ("Correct. Add the night shift, please.", "Nothing to change, this is what we said."),
        "raise": ("Put me down for the meeting of the {day}. I speak, not you.",
                  "I take it to the meeting on the {day}, with your page."),
        "decider": ("The direction is right. Have the figures checked.", "Half a page more on the risk, then yes."),
        "value": ("The sum is right, we counted again.", "Take out the second line, the rest stands."),
        "paper": ("item 6 of the minutes, with the amount", "project number on page 2, budget line named"),
        "window": ("The contract before spring, running by summer.", "Signed this quarter, or not this year."),
        "list": ("list of fourteen lines with weights, second version", "requirements as they go to every supplier"),
        "killer": ("That would do, if it stands in the annex.", "With two people on call we could live with it."),
        "harm": ("If that happens to us before {event}, nobody sleeps.", "We had that once, never again."),
        "place": ("First of two, as things stand.", "You are on the list of three."),
        "signed": ("both stamps, last page", "signed by both sides, two copies"),
        "paid": ("prepayment, transferred in full", "first instalment, bank slip attached"),
        "accepted": ("acceptance signed, two points open", "acceptance without reservation"),
        "use": ("Six of six without correction.", "Since May all of it runs this way."),
        "refer": ("showed it to two visitors, we were not in the room", "called a colleague at another plant"),
    },
    fixed={
        "minutes": "minutes of {day}", "mail": "mail of {day}", "slip": "bank slip of {day}", "at": "their office",
        "objective": "hear where it hurts and agree the next step",
        "why": "they asked how others did it in two weeks; we bring one page",
        "action": "puts it on the agenda and names who attends", "stop": "If they doubt the number: ask who checks it.",
        "reference": "minutes of the investment board, item 6", "contact": "finance clerk, second floor",
        "terms": "30 % prepayment, 60 % on acceptance, 10 % after three months",
        "level": "all new runs without correction by hand", "limit": "moved to next week, by telephone",
        "show": "shows it to visitors for an hour, questions open", "lost": "the budget went to another plant",
        "plan": "two of ours on site in the first two weeks", "written": "annex 3, item 2",
        "prepay": "prepayment 30 %", "rest": "on acceptance 60 %", "trigger": "acceptance signed, then 30 days",
        "waiver": "their board signs in its next meeting, the director confirmed it by telephone",
        "goal": "first in the province for corporate customers", "fair": "trade fair", "kept": "kept by {owner}",
        "role_of": "roles as in the project list", "proof": "test record, released by the customer",
        "mechanism": "the way it is built allows no check before it runs", "back": "the board reopened the budget",
    },
)  # fmt: skip

ZH = Words(
    places=(
        "海川", "北麓", "云泽", "北岭", "青屿", "恒岳", "岑安", "望江", "临枫", "苏岭", "沧禾", "金杉湾",
        "榆渡", "雁岭", "渡西", "禾洛", "松浦里", "溧东", "泰禾沅", "磨溪", "梧杉", "若川", "屏浦", "隼川",
    ),
    firms={
        "printing": ("食品", "日化", "茶业", "制药", "饮料"),
        "telecom": ("电信", "网络", "移动通信", "宽带"),
        "equipment": ("轴承", "铸造", "电机", "玻璃", "锻压"),
    },
    projects={
        "printing": ("礼盒", "季节彩盒", "标签与说明书"),
        "telecom": ("实时计费", "账务系统更新", "故障台"),
        "equipment": ("三号线改造", "磨削单元", "窑炉控制"),
    },
    troubles={
        "printing": (
            Trouble(
                "colour", "PP-colour", "货架上同一款盒子有两种蓝", "打样靠眼睛定，读数没人留",
                "每批到货要挑三天", "两家连锁每年春天都来要退款", "我们要每一批都量得出来的同一种蓝。",
                "每次挑拣工时 × 每年到货次数 × 每小时成本", "批次之间的色差", "用他们自己的仪器量，每批不超过1.5",
                "上新之前整批要人工挑", "三批里抽十个盒子盲测",
            ),
            Trouble(
                "late-boxes", "PP-time", "盒子比灌装计划晚到三天", "改稿靠电话通知印厂",
                "灌装计划每周排两遍", "有一次促销开始了盒子还没到", "我们要的是过一周还算数的日期。",
                "重排的班次 × 每班成本", "一个季度的准时率", "五十单里准四十九单，按他们的清单数",
                "星期五晚上灌装线停着等盒子", "上季度的交货清单，不许改",
            ),
            Trouble(
                "old-text", "PP-version", "仓库里翻出印着去年文字的盒子", "两个版本放在同一个文件夹",
                "收货时每板都要拆开看", "主管部门来问过一款", "旧文字的盒子要在到我们这里之前就拦下。",
                "拆看板数 × 分钟 × 每小时成本", "付印前核对文字", "故意放一处错，机器要停",
                "一行字印错就要召回", "二十个文件里混一个错的，不打招呼",
            ),
        ),
        "telecom": (
            Trouble(
                "late-tariffs", "TI-tariff", "新资费总比别家晚一个季度", "计费规则靠三个人手工改",
                "每次上线前手工测试九天", "去年大约走了1200个高价值用户", "新资费要两周之内上线。",
                "留住的用户 × 每年毛利 × 上线次数", "从提需求到第一张正确账单的时间",
                "十个工作日，拿他们的一个资费演示",
                "上线第一周就撤回来", "拿他们一个资费，从需求到账单，他们计时",
            ),
            Trouble(
                "wrong-bills", "TI-data", "首张账单一到月底就要更正", "费率表从测试库手工拷到生产库",
                "月底加班三天", "营业厅到八号还在解释账单", "第一张账单就要对。",
                "加班工时 × 每小时成本 × 12", "测试表和生产表的差异", "故意放一张错表，装载要停",
                "月底跑批跑到凌晨四点", "拷一张表，里面错一行",
            ),
            Trouble(
                "slow-faults", "TI-fault", "一个故障转四道手才有人动", "每个台各记各的单",
                "夜里每个故障白等四十分钟", "两家集团客户要求补偿", "所有人要看同一张单子。",
                "每年故障数 × 分钟 × 席位成本", "多久有人着手处理", "夜里十分钟，按他们自己的日志",
                "三个台都以为已经关了的故障", "凌晨两点报一个故障进去",
            ),
        ),
        "equipment": (
            Trouble(
                "stops", "IE-stop", "产线每周停两回，一回半小时", "轴承听出声音才换",
                "每停一次两个人干等", "有个客户把合同挪到别的厂了", "停之前一天我们要知道。",
                "每年停机次数 × 分钟 × 每分钟毛利", "提前报出来的停机", "十次里有八次提前一天，按他们的记录",
                "交货前一晚停机", "他们自己三个月的振动数据",
            ),
            Trouble(
                "long-change", "IE-change", "换一次型要一个班", "模具凭手感调",
                "每次换型后四个小时都是废品", "开春以来小单都不接了", "小单要重新接得起。",
                "每年换型次数 × 省下的小时 × 每小时成本", "从最后一件好品到第一件好品",
                "九十分钟，他们的师傅，我们的模具",
                "师傅走了，参数都在他脑子里", "让他们最年轻的师傅换一次",
            ),
            Trouble(
                "energy", "IE-energy", "窑炉夜里和白天烧得一样多", "谁也不敢降到六百度以下",
                "夜班白白保温", "2028年的排放许可要再少两成", "要么少用两成气，要么许可就没了。",
                "每年立方数 × 气价", "每吨好品的用气", "四周少两成，看他们的表",
                "只写在样本里的节能", "一座窑跑四周，他们自己抄表",
            ),
        ),
    },
    family=(
        "沈", "张", "高", "罗", "魏", "唐", "方", "徐", "乔", "孟", "阮", "蔡",
        "陆", "丁", "白", "蒋", "邵", "袁", "郑", "何", "彭", "宋", "田", "熊",
    ),
    given=("瑜", "敏", "明", "静", "浩", "岚", "庆", "睿", "波", "昕", "颖", "凯"),
    titles=("运营经理", "分管副总经理", "规划工程师", "班长", "账务主管"),
    departments=("运营部", "总经办", "技术部", "生产部", "财务部"),
    signs=(
        "每个数都要落到书面", "想好了才开口，从不打断别人", "把第二页直接划掉", "先问还有谁做过",
        "记的是人名，不是功能", "提前十分钟到",
    ),
    wants=("月底少出岔子", "别在领导面前出意外", "下一轮预算之前见到结果", "手下的人少干手工活", "定之前先问过他"),
    events=("一月的审计", "十二月的预算会", "三月的展会", "七月起的新规", "第二个班次开班"),
    comments=(
        "走廊里说的，没进纪要", "下次再问", "我们自己的判断，没人说过", "数字出自他们的清单", "要跟工厂核一下",
        "还没跟财务谈过",
    ),
    summaries=(
        "从头听了一遍来龙去脉。数字是对方先说的，我们记下来又念了一遍，下一步也是对方提的。",
        "在没有窗的小会议室，时间很短。来了两位没打过招呼的人，问的是同一件事，看来在意的不止一个部门。",
        "对方在自己屏幕上给看了清单，不让拍照，总数可以引用。",
        "半小时聊成一小时。问到预算，没说数，给了一个日子。",
    ),
    reasons=("对方自己提出来的", "下一个人有名有姓有日子", "对方会上定的", "没定的事都落了书面"),
    worries=("改造正好赶上最忙的那个月", "夜里没人懂新办法", "原来的厂家还得再用一年"),
    rivals=("迅恒科技", "北泽信息", "橡线系统"),
    strengths=("熟悉现有系统", "楼里常驻两个人", "去年报价最低"),
    said={
        "tier": ("我们四个厂，九百来人。", "两班倒，三个点，都在省内。"),
        "lead": ("发我单位邮箱吧，{event}之前要心里有数。", "可以，写给我。每个月都来一回，{event}可不等人。"),
        "open": ("这话先别往外说，去年有两次是撤回来的。", "没公开的，领导先看的就是这一行。"),
        "role": ("写在部门的项目名单里", "提了需求单，抄送给我们", "领导介绍说这事归他定"),
        "act": ("没等我们要，主动发来清单", "带同事来我们实验室，还带了数据", "主动把会提前了一周"),
        "recap": ("没问题，把夜班也加上。", "不用改，就是这么说的。"),
        "raise": ("{day}的会算我一个，我来讲，不用你讲。", "{day}的会我带过去，带上你那一页。"),
        "decider": ("方向对的，数要核一下。", "风险再写半页，就可以。"),
        "value": ("数没错，我们又算了一遍。", "第二行去掉，其余成立。"),
        "paper": ("纪要第六项，写明了金额", "第二页有项目编号，预算科目也列了"),
        "window": ("春节前签，夏天之前上线。", "要么这个季度签，要么今年不签。"),
        "list": ("清单十四条，带权重，第二稿", "发给各家的要求，一字不差"),
        "killer": ("写进附件就可以。", "有两个人随叫随到，也能接受。"),
        "harm": ("{event}之前要是出这种事，谁都睡不着。", "出过一回，再也不想了。"),
        "place": ("目前两家里排第一。", "三家名单里有你们。"),
        "signed": ("双方盖章，末页", "双方签字，一式两份"),
        "paid": ("预付款，全额到账", "首笔款，附银行回单"),
        "accepted": ("验收签字，遗留两项", "验收，没有保留意见"),
        "use": ("六次都没有人工更正。", "五月以后全都这么跑。"),
        "refer": ("给两位来访的人演示，我们不在场", "打电话给另一个厂的同行"),
    },
    fixed={
        "minutes": "{day}纪要", "mail": "{day}邮件", "slip": "{day}银行回单", "at": "对方办公室",
        "objective": "听清楚难处在哪里，定下一步", "why": "对方问过别家怎么做到两周以内，带一页对比",
        "action": "列入会议议程，定下谁参加", "stop": "如果对方怀疑数字：先问该由谁来核。",
        "reference": "投资评审会纪要第6项", "contact": "财务部二楼经办",
        "terms": "预付30%，验收60%，三个月后10%", "level": "新业务都不用人工更正", "limit": "电话里改到下周",
        "show": "给来访的人演示一小时，随便问", "lost": "预算给了另一个厂", "plan": "头两周我们派两个人在现场",
        "written": "附件三第2条", "prepay": "预付款30%", "rest": "验收款60%", "trigger": "验收签字后30天",
        "waiver": "对方董事会下次会上签，分管领导电话里确认过", "goal": "集团客户全省第一", "fair": "行业展会",
        "kept": "由{owner}维护", "role_of": "角色按项目名单", "proof": "测试记录，客户同意对外用",
        "mechanism": "做法本身决定了上线之前没法检查", "back": "预算会上重新讨论了",
    },
)  # fmt: skip
