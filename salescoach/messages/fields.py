"""Words inside values."""

TEXTS = {
    "no": {"en": "no", "zh": "否"},
    "yes": {"en": "yes", "zh": "是"},
}
