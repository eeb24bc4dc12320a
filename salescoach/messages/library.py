"""What the command-line library says in English, to be replaced in help and usage."""

TEXTS = {
    "arguments": {"en": "Arguments:", "zh": "参数："},
    "commands": {"en": "Commands:", "zh": "命令："},
    "default": {"en": "[default:", "zh": "[默认："},
    "help": {"en": "Show this message and exit.", "zh": "显示帮助。"},
    "options": {"en": "Options:", "zh": "选项："},
    "required": {"en": "[required]", "zh": "[必填]"},
    "usage": {"en": "Usage:", "zh": "用法："},
}
