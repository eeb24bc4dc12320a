"""The outline of a playbook."""

TEXTS = {
    "actions": {"en": "What to do:", "zh": "关键动作："},
    "bad": {"en": "What bad looks like: ", "zh": "做坏了是什么样："},
    "comma": {"en": ", ", "zh": "、"},
    "entry": {"en": "Entry:", "zh": "进入条件："},
    "exit": {
        "en": "Exit: {needs} of {all} (● must hold)",
        "zh": "出口条件：{all} 项满足 {needs} 项（● 必须满足）",
    },
    "goal": {"en": "Goal: ", "zh": "目标："},
    "library": {
        "en": "Library: {entries}",
        "zh": "素材库：{entries}",
    },
    "mistakes": {"en": "Typical mistakes:", "zh": "常见错误："},
    "objections": {"en": "Objections", "zh": "异议"},
    "proof": {"en": "proof: ", "zh": "证据："},
    "questions": {"en": "Questions: {count} ({types})", "zh": "问题：{count} 个（{types}）"},
    "rigours": {
        "en": "Exit: {needs} of {all}, at light rigour {light} (● must hold)",
        "zh": "出口条件：{all} 项满足 {needs} 项，小单（rigour: light）{light} 项（● 必须满足）",
    },
    "steps": {"en": "Steps:", "zh": "步骤："},
    "stories": {"en": "Stories", "zh": "故事"},
    "tips": {"en": "The coach asks:", "zh": "教练会问："},
    "worksheets": {"en": "Worksheets: ", "zh": "工作表："},
}
