"""A new deal."""

TEXTS = {
    "comment": {
        "en": "Written by salescoach, kept by people: edit it as you like, every line stays yours.",
        "zh": "由 salescoach 生成，归你维护：随意修改，每一行都会保留。",
    },
    "customer": {"en": "Who is the customer?", "zh": "客户是谁？"},
    "first": {"en": "No deals here yet: making {path}.", "zh": "这里还没有商机，新建 {path}。"},
    "industry": {"en": "Which industry?", "zh": "哪个行业？"},
    "next": {"en": "Next: salescoach prep {deal}", "zh": "下一步：salescoach prep {deal}"},
    "nothing": {"en": "Nothing was written.", "zh": "没有写入任何内容。"},
    "owner": {"en": "Who leads on our side?", "zh": "我方谁负责？"},
    "title": {"en": "What is it about?", "zh": "是什么项目？"},
    "written": {"en": "{path}", "zh": "{path}"},
}
