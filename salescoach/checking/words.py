"""Findings in words: what is wrong, why it matters, what to do next; and rules explained."""

from collections.abc import Iterable
from hashlib import sha256

from salescoach.checking.judging import Judgement
from salescoach.coach.gate import Gate, Judged
from salescoach.coach.words import lacks, next_question
from salescoach.findings import LEVELS, Finding
from salescoach.formats.lines import sentence
from salescoach.messages import speaker, texts
from salescoach.report import Told
from salescoach.rules import Case
from salescoach.text import clause, pick
from salescoach.visible import visible


def told(judgement: Judgement, language: str, level: str = LEVELS[0]) -> list[Told]:
    """Every finding of a deal of a level or above in words, each with its mark."""
    lowest = LEVELS.index(level)
    lines = judgement.document.text.splitlines()
    seen: dict[str, int] = {}
    found = []
    for finding in judgement.findings:
        quoted = (
            lines[finding.line - 1].strip() if 0 < finding.line <= len(lines) and not finding.said else ""
        )
        same = f"{finding.path}\0{finding.rule}\0{quoted}"
        seen[same] = seen.get(same, 0) + 1
        if LEVELS.index(finding.level) >= lowest:
            case = judgement.case
            one = _gate(case, finding, language) if case and finding.said else plain(finding, language)
            found.append(one._replace(mark=mark(f"{same}\0{seen[same]}")))
    return found


def mark(identity: str) -> str:
    """A fingerprint: what the finding is about, whatever its line."""
    return sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def plain(finding: Finding, language: str) -> Told:
    """A finding that has all its words in itself."""
    whys = texts("whys")
    why = pick(whys[finding.rule], language) if finding.rule in whys else ""
    place = (finding.path, finding.line, finding.column, finding.rule, finding.level)
    return Told(*place, sentence(finding, language), why, "", mark(f"{finding.path}\0{finding.rule}"))


def _gate(case: Case, finding: Finding, language: str) -> Told:
    """A criterion that does not hold: what it lacks, why it is asked, the question that would fill it."""
    judged, gate = finding.facts["judged"], finding.facts["gate"]
    assert isinstance(judged, Judged) and isinstance(gate, Gate)
    say = speaker(language)
    view = case.deal.seen(case.today, gate.stage.quote_alone)
    title = clause(pick(judged.criterion.title, language), language)
    what = say(
        f"check.{finding.said}",
        title=title,
        lacks=lacks(case.deal, judged, language) or say("check.cannot-tell"),
        stage=clause(pick(gate.stage.title, language), language),
        held=gate.held, all=len(gate.judged), needs=gate.needs,
    )  # fmt: skip
    question = next_question(case.deal, view, judged, language)
    ask = pick(judged.criterion.ask, language)
    todo = (
        say("check.ask-them", words=question) if question else say("check.find-out", words=ask) if ask else ""
    )
    if finding.said == "gate-late":
        todo = say("check.back-fill") + todo
    place = (finding.path, finding.line, finding.column, finding.rule, finding.level)
    return Told(*place, visible(what), pick(judged.criterion.why, language), visible(todo))


def all_plain(findings: Iterable[Finding], language: str) -> list[Told]:
    """Findings that belong to no deal, in words."""
    return [plain(f, language) for f in findings]
