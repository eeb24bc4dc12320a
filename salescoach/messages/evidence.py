"""Evidence: its grades, and the questions for a record (METHOD.md §0.3)."""

TEXTS = {
    "customer_action": {"en": "They did it: we saw the act", "zh": "客户做了：我们看到了行动"},
    "customer_action-hint": {
        "en": "brought the boss, gave data, ran a test, visited us, moved a meeting forward",
        "zh": "引见领导、给数据、做测试、来访、把会议提前",
    },
    "customer_document": {"en": "Their document", "zh": "客户出具的文件"},
    "customer_document-hint": {
        "en": "approval, list, minutes, contract: made or signed by them",
        "zh": "批文、标准清单、纪要、合同，由客户出具或签字",
    },
    "customer_quote": {"en": "Their words", "zh": "客户亲口说的"},
    "customer_quote-hint": {
        "en": "said by a named person, noted within 24 hours",
        "zh": "有名有姓的人说的，24小时内记下",
    },
    "customer_written": {"en": "They wrote it", "zh": "客户书面确认"},
    "customer_written-hint": {
        "en": "their e-mail or message, or “correct” to ours",
        "zh": "对方的邮件、消息，或对我方小结回复“对”",
    },
    "date": {"en": "When was that?", "zh": "哪一天的事？"},
    "how": {"en": "How did that reach us?", "zh": "这句话是怎么来的？"},
    "needs": {"en": "for this exit: {grade}, or better", "zh": "本阶段出口要求：{grade}，或更强的证据"},
    "none": {"en": "Nothing yet: we assume it", "zh": "还没有：只是我们的判断"},
    "none-hint": {"en": "it becomes a question for the visit", "zh": "会变成这次拜访要问的问题"},
    "person": {"en": "Who of theirs?", "zh": "是对方哪一位？"},
    "proof": {"en": "{what} · what proves it?", "zh": "{what} · 凭什么知道？"},
    "seller_action": {"en": "we did it", "zh": "是我们做的"},
    "seller_opinion": {"en": "our feeling", "zh": "是我们的感觉"},
    "words": {"en": "Their words, or the act, exactly", "zh": "原话，或具体做了什么"},
}
