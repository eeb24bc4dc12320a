"""Lines not to cross, as far as a plan shows them (METHOD.md §0.4)."""

from collections.abc import Iterator

from salescoach.coach.compliance import barred, level_of, signs_in
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.checks import Flaw, Path, flaw, in_visit, question_place
from salescoach.plan.sections.opener import OURS
from salescoach.plan.sections.shield import lacks
from salescoach.text import mentioned

SAID = ("reason", "objective", "stop_if", "place")
LISTED = ("tasks", "objections")


def check(brief: Brief) -> Iterator[Flaw]:
    """Words in the plan, then what the worksheets say about this visit."""
    for path, words in _ours(brief):
        yield from _signs(brief, path, words)
    for path, words in _to_them(brief):
        yield from _signs(brief, path, words)
        for name in mentioned(words, brief.rivals):
            yield flaw(path, "rival-named", value=name)
    yield from _tender(brief)
    yield from _harms(brief)
    yield from _panel(brief)


def _ours(brief: Brief) -> Iterator[tuple[Path, str]]:
    """Texts of the plan that are for us."""
    for key in SAID:
        if known(brief.visit.get(key)):
            yield in_visit(brief, key), str(brief.visit[key])
    for key in LISTED:
        entries = brief.visit.get(key)
        for at, words in enumerate(entries if isinstance(entries, list) else []):
            yield in_visit(brief, key, at), str(words)


def _to_them(brief: Brief) -> Iterator[tuple[Path, str]]:
    """What is said to the customer: questions, the acts asked for, the words for who decides."""
    for at, one in enumerate(brief.questions):
        yield question_place(brief, at), one.text
    entries = brief.visit.get("commitments")
    for at, one in enumerate(entries if isinstance(entries, list) else []):
        if isinstance(one, dict) and known(one.get("action")):
            yield in_visit(brief, "commitments", at, "action"), str(one["action"])
    for form in brief.rows("brief") if brief.deciders else []:
        for name in (n for names in OURS.values() for n in names):
            if known(brief.view.value(form, name)):
                yield ("brief", name), str(brief.view.value(form, name))


def _signs(brief: Brief, path: Path, words: str) -> Iterator[Flaw]:
    for gate, sign in signs_in(words, brief.deal.playbook):
        yield flaw(path, "line-crossed", level_of(gate), value=sign, title=gate.title, gate=gate.id)


def _tender(brief: Brief) -> Iterator[Flaw]:
    """Once a tender is open nobody meets an evaluator (G3)."""
    out_of_bounds = barred(brief.deal, brief.view)
    for row in brief.present:
        if row.id in out_of_bounds:
            name = brief.deal.title(row, brief.language)
            yield flaw(in_visit(brief, "people"), "tender-open", value=name)


def _harms(brief: Brief) -> Iterator[Flaw]:
    """A harm is talked about only with something to show that was looked at within a year (G6)."""
    about = {one.about for one in brief.questions}
    for row in brief.rows("harms"):
        missing = lacks(brief, row)
        if f"harms/{row.id}" in about and missing:
            yield flaw(
                ("harms", row.at), "harm-unproven", value=brief.deal.title(row, brief.language), lacks=missing
            )


def _panel(brief: Brief) -> Iterator[Flaw]:
    """Members of an evaluation panel are in nobody's plan (G3)."""
    for row in brief.rows("allies"):
        if brief.view.value(row, "on_panel") is True and known(brief.view.value(row, "occasion")):
            person = brief.view.value(row, "person")
            name = brief.deal.person(person) if known(person) else brief.deal.title(row, brief.language)
            yield flaw(("allies", row.at), "ally-on-panel", value=name)
