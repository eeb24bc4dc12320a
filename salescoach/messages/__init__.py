"""What the tool says, in every language: one module per area, both languages side by side.

A key is `area.name`: `say("errors.no-deal", deal="x")` reads `TEXTS["no-deal"]` of
`messages/errors.py`. Only the areas that speak are imported.
"""

from collections.abc import Callable, Mapping
from importlib import import_module

LANGUAGES = ("en", "zh")

Say = Callable[..., str]


def texts(area: str) -> Mapping[str, Mapping[str, str]]:
    """All texts of one area: name, then language."""
    table: Mapping[str, Mapping[str, str]] = import_module(f"salescoach.messages.{area}").TEXTS
    return table


def speaker(language: str) -> Say:
    """A function that says `area.name` in `language`, its placeholders filled with the facts given.

    `zh-Hant` falls back to `zh`, anything else to `en`.
    """
    wanted = "zh" if language.startswith("zh") else "en"

    def say(key: str, /, **facts: object) -> str:
        area, _, name = key.partition(".")
        text = texts(area)[name][wanted]
        return text.format(**facts) if facts else text

    return say


def find_language(asked: str | None, environment: Mapping[str, str]) -> str:
    """The language of this run: `--lang`, `SALESCOACH_LANG`, then the locale; English where nothing fits."""
    locale = next((environment[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(n)), "")
    for wanted in (asked, environment.get("SALESCOACH_LANG"), locale):
        found = (wanted or "").replace("_", "-").partition(".")[0].casefold()
        if found.startswith("zh"):
            return "zh-Hant" if found in ("zh-hant", "zh-tw", "zh-hk") else "zh"
        if found.startswith("en"):
            return "en"
    return "en"
