"""The preparation: progress, turns of a table, the review of the questions, what is said on the way."""

TEXTS = {
    "add": {"en": "add one", "zh": "新增一条"},
    "add-question": {"en": "+ add a question of my own", "zh": "＋ 加一个自己的问题"},
    "after-stop": {
        "en": "Your answers are kept. Go on with: {command}",
        "zh": "回答都已保存。继续请运行：{command}",
    },
    "already-written": {
        "en": "The answers kept on {date} are in the deal already.",
        "zh": "{date} 留下的回答已经写入商机文件。",
    },
    "changed": {"en": "Written to {path}:", "zh": "已写入 {path}："},
    "cleared": {
        "en": "Cleared, because it depended on that: {what}",
        "zh": "以下内容取决于刚才的回答，已清除：{what}",
    },
    "colon": {"en": ": ", "zh": "："},
    "comma": {"en": ", ", "zh": "、"},
    "done": {"en": "done", "zh": "完成"},
    "drop": {"en": "drop it", "zh": "去掉"},
    "edit": {"en": "edit: {row}", "zh": "修改：{row}"},
    "exit-holds": {
        "en": "The exit of “{stage}” holds. Next stage: {next}.",
        "zh": "“{stage}”的出口条件已满足。下一阶段：{next}。",
    },
    "exit-holds-last": {"en": "The exit of “{stage}” holds.", "zh": "“{stage}”的出口条件已满足。"},
    "file-problems": {
        "en": "To be looked at in {path}: {count}. Until then they count as missing:",
        "zh": "{path} 中有 {count} 处需要处理，在此之前按缺失计：",
    },
    "flaws": {"en": "Before you go, mend in {path}:", "zh": "出门前请补上（{path}）："},
    "for-exit": {"en": "To leave this stage: {what}", "zh": "离开本阶段需要：{what}"},
    "gate": {
        "en": "Exit: {held} of {all} hold, {needs} needed.",
        "zh": "出口条件：{all} 项中满足 {held} 项，需要 {needs} 项。",
    },
    "journal-bad": {
        "en": "the waiting answers could not be read in full; the file is kept as {path}.",
        "zh": "等待写入的回答有一部分无法读取，原文件保存为 {path}。",
    },
    "keep-all": {"en": "keep them all", "zh": "全部保留"},
    "new-row": {"en": "{table}: which one is missing?", "zh": "{table}：还缺哪一条？"},
    "new-row-for": {"en": "{table}, {value}: who is it?", "zh": "{table}（{value}）：是谁？"},
    "not-fitting": {
        "en": "Answers that this playbook has no place for were left out: {keys}",
        "zh": "以下回答在这套打法里没有位置，未采用：{keys}",
    },
    "nothing-changed": {"en": "The deal is unchanged.", "zh": "商机文件没有变化。"},
    "own-question": {"en": "Your question", "zh": "你的问题"},
    "part-of-cell": {"en": "{prompt} ({part})", "zh": "{prompt}（{part}）"},
    "plan-good": {"en": "The plan is good enough to go.", "zh": "这份计划可以出门。"},
    "plan-kept": {
        "en": "{path} was edited by hand and stays as it is; the new plan is {new}. --force replaces it.",
        "zh": "{path} 被手工改过，原样保留；新计划写在 {new}。--force 可覆盖。",
    },
    "plan-written": {"en": "Call plan: {path}", "zh": "拜访计划：{path}"},
    "progress": {"en": "{at} of {all}, about {minutes} min", "zh": "第 {at}/{all} 题，约 {minutes} 分钟"},
    "resumed": {
        "en": "Answers kept on {date}: {count}. Going on from there.",
        "zh": "{date} 留下 {count} 个回答，从那里继续。",
    },
    "review": {
        "en": "The {count} questions for the visit, in this order. Keep them, or pick one to change.",
        "zh": "这次拜访的 {count} 个问题，按此顺序。保留，或选一个修改。",
    },
    "review-why": {
        "en": "Few questions, each for one person and one gap. Your own wording works better than ours.",
        "zh": "问题不在多，每个只问一个人、补一个缺口。换成你自己的话更好用。",
    },
    "reword": {"en": "say it in my own words", "zh": "换成自己的话"},
    "reworded": {"en": "Your wording", "zh": "你的说法"},
    "stage": {"en": "This stage", "zh": "本阶段"},
    "stage-line": {"en": "Stage {stage}", "zh": "阶段：{stage}"},
    "swap": {"en": "swap for: {text}", "zh": "换成：{text}"},
    "table": {"en": "{table}: {count} rows", "zh": "{table}：共 {count} 条"},
    "torn": {
        "en": "the last answer was cut off while it was being kept; everything before it is here.",
        "zh": "最后一条回答在保存时被中断，之前的都在。",
    },
    "visit": {"en": "The visit", "zh": "这次拜访"},
    "waiting": {
        "en": "Answers of a preparation are waiting ({count}). Go on with: salescoach prep {deal}",
        "zh": "上次准备有 {count} 个回答还没写入。继续请运行：salescoach prep {deal}",
    },
    "withheld": {
        "en": "Left out of the page for the customer, because it names another supplier: {what}",
        "zh": "因提到其他供应商，未放进给客户的页面：{what}",
    },
}
