"""`advance`: what it asks, what it says when a deal moves or may not."""

TEXTS = {
    "moved": {"en": "{deal}: {before} → {now}", "zh": "{deal}：{before} → {now}"},
    "next": {
        "en": "What this stage asks: salescoach status {deal}. Get ready for it: salescoach prep {deal}",
        "zh": "本阶段的要求：salescoach status {deal}；做准备：salescoach prep {deal}",
    },
    "not-earned": {
        "en": "“{stage}” cannot be left yet: {held} of {all} hold, {needs} needed. Missing:",
        "zh": "还不能离开“{stage}”：{all} 项中满足 {held} 项，需要 {needs} 项。还缺：",
    },
    "not-moved": {
        "en": "\nThe deal is unchanged. To be asked for what is missing: salescoach prep {deal}",
        "zh": "\n商机文件没有变化。逐项补齐请运行：salescoach prep {deal}",
    },
    "nothing": {"en": "Nothing was written.", "zh": "什么都没有写入。"},
    "until": {
        "en": "Until when does the waiver hold? At most {most} days from today.",
        "zh": "豁免到哪一天为止？从今天起最多 {most} 天。",
    },
    "who": {"en": "Who waives it?", "zh": "由谁批准豁免？"},
    "why-back": {
        "en": "Why does the deal go back? What changed at the customer?",
        "zh": "为什么退回？客户那边变了什么？",
    },
    "why-waive": {"en": "Why may it be passed unmet?", "zh": "为什么可以不满足就放行？"},
    "wrong": {"en": "To be mended first:", "zh": "请先改正："},
}
