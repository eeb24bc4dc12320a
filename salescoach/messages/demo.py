"""The demonstration."""

TEXTS = {
    "answer": {"en": "  > {text}", "zh": "  > {text}"},
    "go-on": {
        "en": "The whole plan: {plan}\nThe deal behind it: {deal}\nGo on: cd {folder}, then salescoach prep {ident} {flags}",
        "zh": "完整计划：{plan}\n背后的商机：{deal}\n继续：cd {folder}，再运行 salescoach prep {ident} {flags}",
    },
    "recorded": {
        "en": "No terminal to ask on: the story's own answers are played.",
        "zh": "这里没有可以提问的终端：播放故事里的回答。",
    },
    "skipped": {"en": "(skipped)", "zh": "（跳过）"},
    "stopped": {
        "en": "Your answers are kept. Go on: cd {folder}, then salescoach prep {ident} {flags}",
        "zh": "回答都已保存。继续：cd {folder}，再运行 salescoach prep {ident} {flags}",
    },
    "story": {
        "en": "A made-up deal, copied to {folder}. The story's day is {today}: you leave for the customer soon.",
        "zh": "一个虚构的商机，已复制到 {folder}。故事里的今天是 {today}：你马上要去见客户。",
    },
    "unknown": {"en": "(unknown)", "zh": "（不知道）"},
}
