"""The demonstration."""

TEXTS = {
    "answer": {"en": "  > {text}", "zh": "  > {text}"},
    "go-on": {
        "en": "The whole plan: {plan}\nThe deal behind it: {deal}\nGo on: cd {folder}, then salescoach prep {ident} {flags}",
        "zh": "完整计划：{plan}\n背后的商机：{deal}\n继续：cd {folder}，再运行 salescoach prep {ident} {flags}",
    },
    "recorded": {
        "en": "There is no terminal to ask on, so the story's own answers are used.",
        "zh": "这里没有可以提问的终端，改用故事里现成的回答。",
    },
    "semicolon": {"en": "; ", "zh": "；"},
    "skipped": {"en": "(skipped)", "zh": "（跳过）"},
    "stopped": {
        "en": "Your answers are kept. Go on: cd {folder}, then salescoach prep {ident} {flags}",
        "zh": "回答都已保存。继续：cd {folder}，再运行 salescoach prep {ident} {flags}",
    },
    "story": {
        "en": "A made-up deal, copied to {folder}. In the story today is {today}, and you prepare the next visit.",
        "zh": "一个虚构的商机，已复制到 {folder}。故事里的今天是 {today}：你要为下一次拜访做准备。",
    },
    "unknown": {"en": "(unknown)", "zh": "（不知道）"},
}
