"""Why a rule of `check` matters: one sentence a rule, for those whose sentence does not say it."""

TEXTS = {
    "above-proof": {
        "en": "A level or an amount that nobody showed us is our wish, and the forecast is made of it.",
        "zh": "没人给过证据的级别或金额，只是我们的愿望，预测却靠它。",
    },
    "commitment-no-advance": {
        "en": "Without a person, an act, a date, what it costs them and what it moves, nothing has moved.",
        "zh": "没有人、没有行动、没有日期、没有付出、不推动任何条件，就没有进展。",
    },
    "customer-ahead": {
        "en": "A customer who compares offers does not wait until we have understood the need.",
        "zh": "客户已经在比方案了，不会等我们弄清需求。",
    },
    "derived-has-no-setter": {
        "en": "What can be computed and is typed in as well is wrong sooner or later.",
        "zh": "能推算的又手填，迟早会不一致。",
    },
    "history-differs": {
        "en": "A reader of the file must be able to trust one of the two.",
        "zh": "读文件的人总得能信其中一个。",
    },
    "level-leapt": {
        "en": "Trust grows by what they do for us, one step after the other; a gift or a dinner is no step.",
        "zh": "信任靠对方一步步的行动积累；礼物和饭局不算。",
    },
    "line-crossed": {
        "en": "It can cost the order, the company a fine and a person their freedom.",
        "zh": "轻则丢单，重则公司受罚、个人担责。",
    },
    "moved-back": {
        "en": "Why a deal went back is the lesson for the next one.",
        "zh": "为什么退回，正是下一单的教训。",
    },
    "no-advance": {
        "en": "'They liked it' is a continuation: nobody did anything for it.",
        "zh": "“客户挺满意”不算进展：没有人为此做过什么。",
    },
    "our-act": {
        "en": "A stage moves because the customer acts: what we sent or feel moves nothing.",
        "zh": "阶段因客户的行动而前进：我们发了什么、感觉如何，推动不了它。",
    },
    "private-tracked": {
        "en": "What a person told us in confidence, or about themselves, is for nobody else to read.",
        "zh": "别人私下告诉我们的、关于他本人的，不该给其他人看。",
    },
    "same-deal": {
        "en": "Two files of one deal drift apart, and both are counted.",
        "zh": "同一商机两个文件，会越走越远，还会重复计数。",
    },
    "stage-aged": {
        "en": "Age is the first sign of a deal that does not move.",
        "zh": "停留太久，是商机不动的第一个征兆。",
    },
    "stage-contradicted": {
        "en": "The stage is the customer's way of buying, and not our way of selling.",
        "zh": "阶段是客户的采购进程，不是我们的销售进程。",
    },
    "stage-skipped": {
        "en": "A stage that was skipped is work that a rival has done, or nobody.",
        "zh": "跳过的阶段，不是对手做了，就是没人做。",
    },
    "stage-stalled": {
        "en": "Deals that never leave fill the funnel and empty the forecast.",
        "zh": "一直不动的商机撑满漏斗，掏空预测。",
    },
    "stages-at-once": {
        "en": "Several stages in one change is a stage moved by hope, more often than not.",
        "zh": "一次越过几个阶段，多半是凭愿望推进的。",
    },
    "tender-open": {
        "en": "Contact with an evaluator during a tender is an offence, whoever began it.",
        "zh": "招标期间接触评委是违规的，不论谁主动。",
    },
    "waiver-by-owner": {
        "en": "Whoever wants the gate to open does not hold its key.",
        "zh": "想过关的人，不能自己拿钥匙。",
    },
    "waiver-expired": {
        "en": "A waiver is borrowed time, and it is over.",
        "zh": "豁免是借来的时间，已经到期。",
    },
    "waiver-unused": {
        "en": "A permission that nobody needs hides the next one that somebody does.",
        "zh": "没人需要的豁免，会掩盖真正需要的那一个。",
    },
}
