"""What `check` says about gates, and what it says while it works."""

TEXTS = {
    "ask-them": {
        "en": "Ask them: “{words}”",
        "zh": "问客户：“{words}”",
    },
    "back-fill": {
        "en": "Others shaped this before we came: back-fill it. ",
        "zh": "我们进来之前已被别人定调，请补课。",
    },
    "cannot-tell": {
        "en": "it cannot be told yet",
        "zh": "还无法判断",
    },
    "explain-all": {
        "en": "Exit of {stage}: {needs} of {all} criteria must hold.",
        "zh": "{stage}的出口：{all} 条中须满足 {needs} 条。",
    },
    "explain-all-by-rigour": {
        "en": "Exit of {stage}: {light} of {of_light} criteria must hold at light rigour, {full} of {of_full} at full "
        "rigour.",
        "zh": "{stage}的出口：小单（rigour: light）{of_light} 条中须满足 {light} 条，大单（rigour: full）{of_full} "
        "条中须满足 {full} 条。",
    },
    "explain-ask": {
        "en": "Ask them: {words}",
        "zh": "问客户：{words}",
    },
    "explain-forbid": {
        "en": "Never: {words}",
        "zh": "绝不可以：{words}",
    },
    "explain-grade": {
        "en": "Proof: {words}, or better",
        "zh": "证据：{words}，或更强的",
    },
    "explain-must": {
        "en": "The gate cannot pass without it.",
        "zh": "没有它就不能过关。",
    },
    "explain-must-full": {
        "en": "At full rigour the gate cannot pass without it.",
        "zh": "大单（rigour: full）没有它就不能过关。",
    },
    "explain-only-full": {
        "en": "Only deals at full rigour need it.",
        "zh": "只有大单（rigour: full）需要。",
    },
    "explain-what": {
        "en": "Says: {words}",
        "zh": "提示：{words}",
    },
    "explain-why": {
        "en": "Why: {words}",
        "zh": "为什么：{words}",
    },
    "find-out": {
        "en": "Find out: {words}",
        "zh": "请弄清：{words}",
    },
    "gate-faded": {
        "en": "{title}: held when {stage} was left, and holds no more: {lacks}",
        "zh": "{title}：离开“{stage}”时满足，如今不再满足：{lacks}",
    },
    "gate-late": {
        "en": "{title}: missed before we came: {lacks}",
        "zh": "{title}：我们进来之前就错过了：{lacks}",
    },
    "gate-missing": {
        "en": "{title}: {lacks}. The exit of {stage} needs {needs} of {all}, {held} hold",
        "zh": "{title}：{lacks}。“{stage}”的出口 {all} 条须满足 {needs} 条，现在 {held} 条",
    },
    "gate-open": {
        "en": "{title}: {lacks}",
        "zh": "{title}：{lacks}",
    },
    "progress": {
        "en": "{done} of {all} …",
        "zh": "{done} / {all} …",
    },
}
