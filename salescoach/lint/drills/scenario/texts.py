"""Texts and words of a scenario in every language of its playbook, those in the two deals, too."""

from collections.abc import Iterator

from salescoach.findings import Finding
from salescoach.lint._texts import texts_in
from salescoach.lint.drills._case import Case
from salescoach.lint.translations import check_each


def check(case: Case) -> Iterator[Finding]:
    """All of them."""
    scenario = case.scenario
    yield from case.texts(scenario)
    for part in ("start", "truth"):
        placed = texts_in(getattr(scenario, part), (part,))
        yield from check_each(case.loaded, placed, case.languages)
    for name in ("reactions", "freely", "advances"):
        for at, one in enumerate(getattr(scenario, name)):
            yield from case.words((name, at, "about"), one.about)
            yield from case.words((name, at, "ask_like"), one.ask_like)
    for sign, words in scenario.signs.items():
        yield from case.words(("signs", sign), words)
    for at, mine in enumerate(scenario.mines):
        yield from case.words(("mines", at, "words"), mine.words)
