"""What the prompts say: keys, help, and why an answer was not taken."""

TEXTS = {
    "answer-needed": {
        "en": "an answer is needed here. Type one, or press ? for help.",
        "zh": "这一题需要回答。请输入内容，或按 ? 查看帮助。",
    },
    "bad": {"en": "weak answer: {text}", "zh": "不好的回答：{text}"},
    "cannot-skip": {
        "en": "this question cannot be skipped. Answer it, or leave with Ctrl-S: what you said is kept.",
        "zh": "这一题不能跳过。请作答，或按 Ctrl-S 保存退出，已答内容不会丢。",
    },
    "filter": {"en": "(type to filter)", "zh": "（输入可筛选）"},
    "form-date": {
        "en": "dates: 2026-12-02, 12-02, 2 Dec, tomorrow, fri, +7",
        "zh": "日期写法：2026-12-02、12月2日、明天、周五、下周五、+7",
    },
    "form-money": {
        "en": "amounts: 480000, 480,000, 300k, 1.2m, 100万",
        "zh": "金额写法：480000、480,000、48万、1.2亿、300k",
    },
    "form-number": {"en": "numbers: 12, 1,200, 0.5, 3k", "zh": "数字写法：12、1,200、0.5、3万"},
    "form-percent": {"en": "percentages: 30% or 30", "zh": "百分比写法：30% 或 30"},
    "form-time": {"en": "times: 14:00, 2pm", "zh": "时间写法：14:00、14点、下午2点半"},
    "good": {"en": "good answer: {text}", "zh": "好的回答：{text}"},
    "keys-back": {"en": "Ctrl-B back", "zh": "Ctrl-B 返回"},
    "keys-help": {"en": "? help", "zh": "? 帮助"},
    "keys-leave": {"en": "Ctrl-S save+leave", "zh": "Ctrl-S 保存退出"},
    "keys-plan": {"en": "Ctrl-P plan", "zh": "Ctrl-P 出计划"},
    "keys-skip": {"en": "Ctrl-N skip", "zh": "Ctrl-N 跳过"},
    "keys-unknown": {"en": "Ctrl-U unknown", "zh": "Ctrl-U 未知"},
    "left-open": {
        "en": "(left without an answer; the deal stays as it was)",
        "zh": "（本题不作答，商机里原有内容不变）",
    },
    "more-keys": {
        "en": "Enter takes the answer shown, Tab puts it into the line. Ctrl-E opens your editor."
        " Ctrl-P plans the visit with what is known. Ctrl-S saves and leaves, Ctrl-C stops: either way every"
        " answer given is kept.",
        "zh": "回车采用显示的答案，Tab 把它放进输入行修改。Ctrl-E 打开编辑器。"
        "Ctrl-P 用现有信息直接出拜访计划。Ctrl-S 保存退出，Ctrl-C 中断：两种方式都会保留已给出的回答。",
    },
    "more-keys-no-plan": {
        "en": "Enter takes the answer shown, Tab puts it into the line. Ctrl-E opens your editor."
        " Ctrl-S saves and leaves, Ctrl-C stops: either way every answer given is kept.",
        "zh": "回车采用显示的答案，Tab 把它放进输入行修改。Ctrl-E 打开编辑器。"
        "Ctrl-S 保存退出，Ctrl-C 中断：两种方式都会保留已给出的回答。",
    },
    "must-be-known": {
        "en": "this one cannot stay unknown. Type an answer, or press ? for help.",
        "zh": "这一题不能填“未知”。请输入内容，或按 ? 查看帮助。",
    },
    "no": {"en": "no", "zh": "否 (n)"},
    "no-choice": {
        "en": "'{typed}' is not in the list. Choose one of: {choices}",
        "zh": "“{typed}”不在列表中。请选择：{choices}",
    },
    "no-date": {
        "en": "'{typed}' is no date, or could mean two. Write it as 2026-12-02, 2 Dec or fri.",
        "zh": "“{typed}”不是日期，或有两种读法。请写成 2026-12-02、12月2日 或 周五。",
    },
    "no-match": {
        "en": "nothing in the list holds '{typed}'. Type another part of it, or use the arrow keys.",
        "zh": "列表里没有“{typed}”。请换几个字再筛，或用方向键选择。",
    },
    "no-money": {
        "en": "'{typed}' cannot be read as an amount for certain. Write it as 480000, 480,000, 300k or 1.2m.",
        "zh": "“{typed}”无法确定是多少金额。请写成 480000、48万 或 1.2亿。",
    },
    "no-number": {
        "en": "'{typed}' cannot be read as a number for certain. Write it as 12, 1,200 or 0.5.",
        "zh": "“{typed}”无法确定是什么数字。请写成 12、1,200 或 0.5。",
    },
    "no-percent": {
        "en": "'{typed}' is not a percentage from 0 to 100. Write 30%, or 0.3% with the sign.",
        "zh": "“{typed}”不是 0 到 100 之间的百分比。请写成 30%；小于 1 时带上百分号，如 0.3%。",
    },
    "no-time": {
        "en": "'{typed}' is not a time of day. Write it as 14:00 or 2pm.",
        "zh": "“{typed}”不是有效的时间。请写成 14:00 或 下午2点。",
    },
    "no-yes-or-no": {
        "en": "'{typed}' is neither yes nor no. Type y or n.",
        "zh": "“{typed}”不是“是”或“否”。请输入 y 或 n。",
    },
    "none": {"en": "(none)", "zh": "（无）"},
    "nothing-ticked": {
        "en": "nothing is ticked: space ticks a row, Ctrl-N skips the question",
        "zh": "还没有勾选：按空格勾选当前行，按 Ctrl-N 跳过本题",
    },
    "skipped": {"en": "(skipped)", "zh": "（跳过）"},
    "tick": {
        "en": "(space ticks, Enter is done, type to filter)",
        "zh": "（空格勾选，回车完成，输入可筛选）",
    },
    "tick-or-type": {
        "en": "(type to filter or add, Tab or space ticks, Enter is done)",
        "zh": "（输入可筛选或新增，Tab 或空格勾选，回车完成）",
    },
    "tidied": {
        "en": "line breaks or hidden characters were taken out of that text",
        "zh": "已去掉这段文字里的换行或隐藏字符",
    },
    "tip": {"en": "tip: {text}", "zh": "提示：{text}"},
    "too-long": {
        "en": "that is {length} characters, {most} is the most. Keep what matters, the rest in a document.",
        "zh": "这段文字有 {length} 个字符，最多 {most} 个。请只留要点，其余放进文档。",
    },
    "type-another": {"en": "another: type it …", "zh": "其他：自己输入……"},
    "unknown": {"en": "unknown", "zh": "未知"},
    "until-empty-line": {"en": "(an empty line ends it)", "zh": "（空行结束）"},
    "weekdays": {"en": "Mon Tue Wed Thu Fri Sat Sun", "zh": "周一 周二 周三 周四 周五 周六 周日"},
    "went-back": {"en": "(back)", "zh": "（返回）"},
    "why": {"en": "why: {text}", "zh": "为什么问：{text}"},
    "yes": {"en": "yes", "zh": "是 (y)"},
}
