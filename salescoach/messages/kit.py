"""Role cards, sheets and schedules for people who play in a room."""

TEXTS = {
    "advances": {
        "en": "What you would agree to",
        "zh": "您会答应的事",
    },
    "after": {
        "en": "Only after you have told no. {numbers}",
        "zh": "先说过第{numbers}条，才说这条",
    },
    "after-one": {
        "en": "Only after you have told no. {numbers}: too early before that",
        "zh": "至少说过第{numbers}条之一，才说这条；之前问都算太早",
    },
    "after-shown": {
        "en": "Only after they showed: {acts}",
        "zh": "对方做到以下各点才行：{acts}",
    },
    "after-silence": {
        "en": "Only if they keep silent for {seconds} seconds just before or after asking",
        "zh": "对方问之前或问完之后沉默{seconds}秒才说",
    },
    "after-summaries": {
        "en": "Only after they have summed up {count} times in your words",
        "zh": "对方用您的话小结过{count}次之后才说",
    },
    "all-at-once": {
        "en": "All tables play at once; nobody plays before the class.",
        "zh": "各桌同时演练，没有人当众表演。",
    },
    "also-in-place": {
        "en": " · in its place: {boxes}",
        "zh": " · 到位：{boxes}",
    },
    "also-keys": {
        "en": " · dimensions: {boxes}",
        "zh": " · 维度：{boxes}",
    },
    "also-play": {
        "en": "You also speak for {who}",
        "zh": "您也替这个人说话：{who}",
    },
    "also-rows": {
        "en": " · different: {boxes}",
        "zh": " · 不同的：{boxes}",
    },
    "and": {
        "en": " and ",
        "zh": "和",
    },
    "asked": {
        "en": "Opens with: {types}",
        "zh": "打开方式：{types}",
    },
    "asked-for": {
        "en": "Asked for, such as “{example}”",
        "zh": "对方要提出来，例如“{example}”",
    },
    "asked-like": {
        "en": "Opens with: {types}, such as “{example}”",
        "zh": "打开方式：{types}，例如“{example}”",
    },
    "at-minute": {
        "en": "minute {minute}",
        "zh": "第{minute}分钟",
    },
    "blank-percent": {
        "en": "\\_\\_\\_ %",
        "zh": "\\_\\_\\_ %",
    },
    "blank-seconds": {
        "en": "\\_\\_\\_ s",
        "zh": "\\_\\_\\_ 秒",
    },
    "came-out": {
        "en": "To tick, with the time",
        "zh": "打勾并记时间",
    },
    "card": {
        "en": "{title} · {role}",
        "zh": "{title} · {role}",
    },
    "case": {
        "en": "{number}. {title}",
        "zh": "{number}. {title}",
    },
    "comma": {
        "en": ", ",
        "zh": "、",
    },
    "copies": {
        "en": "To print for a case ({groups} tables): {listed}, and a debrief sheet for each table.",
        "zh": "每个案例打印（{groups}桌）：{listed}；另外每桌一张复盘表。",
    },
    "count": {
        "en": "Count",
        "zh": "计数",
    },
    "counts-as": {
        "en": "{title} ← {acts}",
        "zh": "{title} ← {acts}",
    },
    "critical": {
        "en": "Critical, at most {cap} points in all: {text}",
        "zh": "一票否决（总分至多{cap}分）：{text}",
    },
    "customer": {
        "en": "Customer",
        "zh": "客户",
    },
    "debrief": {
        "en": "Debrief",
        "zh": "复盘",
    },
    "dislikes": {
        "en": "Dislikes: {text}",
        "zh": "反感：{text}",
    },
    "events": {
        "en": "What happens",
        "zh": "中途会发生的事",
    },
    "facts": {
        "en": "{minutes} minutes · {level} · passed with {score} points",
        "zh": "{minutes}分钟 · {level} · {score}分通过",
    },
    "fallback": {
        "en": "Fallback: {text}",
        "zh": "退一步：{text}",
    },
    "feel": {
        "en": "Telling it moves your mood by {change}",
        "zh": "说出来之后情绪{change}",
    },
    "freely": {
        "en": "What you tell whoever asks",
        "zh": "问到就可以说的",
    },
    "freely-told": {
        "en": "“{words}” Asked, for example: “{example}”",
        "zh": "“{words}”例如被问到：“{example}”",
    },
    "from-mood": {
        "en": "Only while your mood is at {mood} or better",
        "zh": "情绪在{mood}或以上才行",
    },
    "goal-critical": {
        "en": "0, critical",
        "zh": "0，一票否决",
    },
    "goal-in-place": {
        "en": ", and {count} in its place",
        "zh": "，且到位{count}次",
    },
    "goal-keys": {
        "en": ", {count} dimensions",
        "zh": "，{count}个维度",
    },
    "goal-rows": {
        "en": ", {count} different",
        "zh": "，{count}个不同的",
    },
    "grants": {
        "en": "Then: “{words}”",
        "zh": "答应：“{words}”",
    },
    "happened": {
        "en": "happened: {of}",
        "zh": "出现：{of}",
    },
    "head-behaviour": {
        "en": "behaviour",
        "zh": "行为",
    },
    "head-code": {
        "en": "code",
        "zh": "代码",
    },
    "head-key": {
        "en": "key",
        "zh": "按键",
    },
    "head-points": {
        "en": "points",
        "zh": "分值",
    },
    "head-say": {
        "en": "you say, for example",
        "zh": "可以这样说",
    },
    "head-tally": {
        "en": "tally",
        "zh": "画勾",
    },
    "head-target": {
        "en": "target",
        "zh": "目标",
    },
    "head-time": {
        "en": "time",
        "zh": "时间",
    },
    "head-when": {
        "en": "when",
        "zh": "情况",
    },
    "head-who": {
        "en": "who",
        "zh": "谁",
    },
    "head-words": {
        "en": "words",
        "zh": "原话",
    },
    "hidden": {
        "en": "What you know, and what opens it",
        "zh": "您知道的事，以及什么能打开",
    },
    "hint": {
        "en": "First only half a sentence: “{words}” The rest when they ask on.",
        "zh": "先只说半句：“{words}”对方追问再说全。",
    },
    "ignored": {
        "en": "Passed over altogether: “{words}” (−1)",
        "zh": "对方根本没理会：“{words}”（−1）",
    },
    "is": {
        "en": "{what}: {value}",
        "zh": "{what}：{value}",
    },
    "is-critical": {
        "en": "Critical: it fails the run",
        "zh": "一票否决：出现即不通过",
    },
    "keep-hidden": {
        "en": "Do not show this card to the seller.",
        "zh": "此卡不给销售看。",
    },
    "knows": {
        "en": "{name} ({title})",
        "zh": "{name}（{title}）",
    },
    "manner": {
        "en": "Such a person: {text}",
        "zh": "这类人：{text}",
    },
    "material": {
        "en": "With you: {text}",
        "zh": "随身材料：{text}",
    },
    "mine": {
        "en": "**Mine {number}** ({change}): “{words}”",
        "zh": "**第{number}号雷区**（{change}）：“{words}”",
    },
    "mine-number": {
        "en": "mine {number}",
        "zh": "第{number}号雷区",
    },
    "mines": {
        "en": "What spoils your mood",
        "zh": "雷区：什么会惹您不高兴",
    },
    "minutes": {
        "en": "{minutes} min",
        "zh": "{minutes}分钟",
    },
    "moments": {
        "en": "Why it turned",
        "zh": "为什么气氛变了",
    },
    "mood": {
        "en": "Your mood now stands in brackets; move it with a pencil: {scale}. Up when they listen and sum up in your words, down after a pitch, two down after an insult. At {cold} or below you tell nothing more.",
        "zh": "您的情绪从括号里的数开始，边演边用铅笔改：{scale}。对方认真听、用您的话小结，就上升；推销就下降；出言不逊降两格。到{cold}或更低，什么都不再透露。",
    },
    "names-blank": {
        "en": "Seller: \\_\\_\\_\\_\\_\\_\\_\\_ · Customer: \\_\\_\\_\\_\\_\\_\\_\\_ · Observer: \\_\\_\\_\\_\\_\\_\\_\\_ · Began: \\_\\_:\\_\\_",
        "zh": "销售：\\_\\_\\_\\_\\_\\_\\_\\_ · 客户：\\_\\_\\_\\_\\_\\_\\_\\_ · 观察者：\\_\\_\\_\\_\\_\\_\\_\\_ · 开始：\\_\\_:\\_\\_",
    },
    "names-blank-meeting": {
        "en": "Observer: \\_\\_\\_\\_\\_\\_\\_\\_ · Began: \\_\\_:\\_\\_",
        "zh": "观察者：\\_\\_\\_\\_\\_\\_\\_\\_ · 开始：\\_\\_:\\_\\_",
    },
    "never-if": {
        "en": "Never again after: {acts}",
        "zh": "一旦出现以下情况就再也不行：{acts}",
    },
    "not-everybody": {
        "en": "Cases: {cases}. For everybody to play every role it takes {whole}: --cases {whole}",
        "zh": "案例数：{cases}。每个人轮完所有角色需要{whole}个：--cases {whole}",
    },
    "not-settled": {
        "en": "Not settled in two lines: “{words}” (−1)",
        "zh": "两句之内没化解：“{words}”（−1）",
    },
    "nothing-fits": {
        "en": "When nothing above fits",
        "zh": "上面都不适用时",
    },
    "objections": {
        "en": "Objections, each once",
        "zh": "异议，每条只提一次",
    },
    "objective": {
        "en": "Objective: {text}",
        "zh": "目标：{text}",
    },
    "observer": {
        "en": "Observer",
        "zh": "观察者",
    },
    "one-thing": {
        "en": "The one thing",
        "zh": "只改一点",
    },
    "one-thing-blank": {
        "en": "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_",
        "zh": "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_",
    },
    "only-you": {
        "en": "What only you know",
        "zh": "只有您知道",
    },
    "or": {
        "en": " or ",
        "zh": "或",
    },
    "order": {
        "en": "Who speaks",
        "zh": "发言顺序",
    },
    "part-debrief": {
        "en": "debrief",
        "zh": "复盘",
    },
    "part-pause": {
        "en": "break",
        "zh": "休息",
    },
    "part-play": {
        "en": "play",
        "zh": "演练",
    },
    "part-prepare": {
        "en": "preparation",
        "zh": "准备",
    },
    "part-replay": {
        "en": "replay",
        "zh": "重演",
    },
    "people": {
        "en": "Whom you know there",
        "zh": "对方的人",
    },
    "questions": {
        "en": "Questions",
        "zh": "讨论问题",
    },
    "refuses": {
        "en": "Else: “{words}”",
        "zh": "否则：“{words}”",
    },
    "rules": {
        "en": "Rules",
        "zh": "规则",
    },
    "says-as": {
        "en": "{name}: “{words}”",
        "zh": "{name}：“{words}”",
    },
    "schedule": {
        "en": "Schedule",
        "zh": "日程",
    },
    "scored": {
        "en": "How it is scored",
        "zh": "怎么评分",
    },
    "seller": {
        "en": "Seller",
        "zh": "销售",
    },
    "semicolon": {
        "en": "; ",
        "zh": "；",
    },
    "settled": {
        "en": "Settled in their next two lines by {acts}: “{words}” (+1)",
        "zh": "对方接下来两句里做到其一就化解：{acts}。您说“{words}”（+1）",
    },
    "situation": {
        "en": "What you know",
        "zh": "背景",
    },
    "spoiled": {
        "en": "These sell in a scenario whose customer card they have had: {listed}. Name more scenarios, one for each case.",
        "zh": "以下的人拿过客户卡，后面又在同一情景里当销售：{listed}。请多给几个情景，每个案例一个。",
    },
    "table": {
        "en": "table",
        "zh": "桌号",
    },
    "target": {
        "en": "Practise: {text}",
        "zh": "练习重点：{text}",
    },
    "task": {
        "en": "Your task",
        "zh": "任务",
    },
    "they-did": {
        "en": "as soon as they show: {acts}",
        "zh": "对方一出现：{acts}",
    },
    "they-do": {
        "en": "They show: {acts}",
        "zh": "对方的表现：{acts}",
    },
    "they-say": {
        "en": "They say, for example: {words}",
        "zh": "对方说到，例如：{words}",
    },
    "to-pass": {
        "en": "To pass",
        "zh": "通过条件",
    },
    "too-early": {
        "en": "Asked too early: “{words}”",
        "zh": "问早了就说：“{words}”",
    },
    "unasked": {
        "en": "Say it of your own accord, as soon as all of this holds:",
        "zh": "不用问，下列条件齐了就主动说：",
    },
    "unless": {
        "en": "Not once they have shown: {acts}",
        "zh": "对方已做到以下之一则不算：{acts}",
    },
    "until": {
        "en": "Only in the first {minute} minutes",
        "zh": "仅限前{minute}分钟",
    },
    "wants": {
        "en": "Likes: {text}",
        "zh": "喜欢：{text}",
    },
    "when-cold": {
        "en": "your mood is at its worst",
        "zh": "情绪已经很差",
    },
    "when-default": {
        "en": "a question about nothing on this card",
        "zh": "问到卡片上没有的事",
    },
    "when-pitch": {
        "en": "a pitch",
        "zh": "推销",
    },
    "when-silence": {
        "en": "silence",
        "zh": "沉默",
    },
    "when-small-talk": {
        "en": "small talk",
        "zh": "寒暄",
    },
    "when-summary": {
        "en": "a summary in your words",
        "zh": "用您的话小结",
    },
    "when-time-up": {
        "en": "the time is up",
        "zh": "时间到",
    },
    "when-told-before": {
        "en": "asked a second time",
        "zh": "重复问",
    },
    "when-too-early": {
        "en": "too early",
        "zh": "问得太早",
    },
    "when-vague": {
        "en": "a vague question",
        "zh": "问得含糊",
    },
    "words": {
        "en": "Words as they fell",
        "zh": "原话记录",
    },
    "worse": {
        "en": "Worse by {acts}, or by nothing that settles it: “{words}” (−1)",
        "zh": "以下情况会更糟，没有化解也一样：{acts}。您说“{words}”（−1）",
    },
    "written": {
        "en": "written: {path}",
        "zh": "已写入：{path}",
    },
    "you-are": {
        "en": "Who you are",
        "zh": "您是谁",
    },
    "you-begin": {
        "en": "You begin",
        "zh": "您先开口",
    },
    "your-part": {
        "en": "Your part",
        "zh": "您的角色",
    },
}
