"""Around findings: suggestions, numbers of them, how values are shown."""

TEXTS = {
    "comma": {"en": ", ", "zh": "、"},
    "did-you-mean": {"en": " Did you mean '{name}'?", "zh": "是不是“{name}”？"},
    "error-many": {"en": "{count} errors", "zh": "{count} 个错误"},
    "error-one": {"en": "1 error", "zh": "1 个错误"},
    "none": {"en": "nothing found", "zh": "没有发现问题"},
    "note-many": {"en": "{count} notes", "zh": "{count} 条提示"},
    "note-one": {"en": "1 note", "zh": "1 条提示"},
    "nothing": {"en": "none", "zh": "无"},
    "warning-many": {"en": "{count} warnings", "zh": "{count} 个警告"},
    "warning-one": {"en": "1 warning", "zh": "1 个警告"},
}
