"""Listing playbooks."""

TEXTS = {
    "broken": {
        "en": "{name}  has faults: salescoach playbook lint {name}",
        "zh": "{name}  有错误：salescoach playbook lint {name}",
    },
    "line": {
        "en": "{name}  {title}  {version}  {languages}",
        "zh": "{name}  {title}  {version}  {languages}",
    },
}
