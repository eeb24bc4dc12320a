"""A rule explained: an exit criterion in the words of the playbook, any other in ours."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from salescoach.call import Call
from salescoach.checking import method
from salescoach.errors import RequestError
from salescoach.fields import RIGOURS
from salescoach.files import playbooks
from salescoach.messages import texts
from salescoach.playbook import rigour
from salescoach.report import Rule, Told
from salescoach.text import clause, pick

if TYPE_CHECKING:
    from salescoach.playbook.model import Criterion, Playbook, Stage


def explain(call: Call, root: Path | None, rule: str) -> str:
    """What a rule asks, why, and how to meet it. Raises RequestError for one that there is not."""
    sentences, whys = texts("findings"), texts("whys")
    if rule in sentences:
        said = call.say("check.explain-what", words=open_sentence(pick(sentences[rule], call.language)))
        why = [call.say("check.explain-why", words=pick(whys[rule], call.language))] if rule in whys else []
        return "\n".join([rule, said, *why])
    names = [folder.name for folder in playbooks.list_playbooks(root, call.playbooks)]
    found = [method.load(root or Path.cwd(), call, name).playbook for name in names]
    methods = [playbook for playbook in found if playbook]
    stage_id, _, wanted = rule.partition("/")
    for playbook in methods:
        for stage in playbook.stages:
            for criterion in stage.exit.criteria if stage.id == stage_id else []:
                if criterion.id == wanted:
                    return "\n".join(_criterion(call, playbook, stage, criterion))
    criteria = [f"{s.id}/{c.id}" for p in methods for s in p.stages for c in s.exit.criteria]
    raise RequestError("no-such-rule", name=rule, names=[*criteria, *sentences])


def _criterion(call: Call, playbook: "Playbook", stage: "Stage", criterion: "Criterion") -> Iterator[str]:
    from salescoach.playbook.outline import grades

    address = f"{stage.id}/{criterion.id}"
    yield f"{address}: {pick(criterion.title, call.language)}"
    if criterion.why:
        yield call.say("check.explain-why", words=pick(criterion.why, call.language))
    if criterion.applies == "full":
        yield call.say("check.explain-only-full")
    if criterion.must:
        yield call.say("check.explain-must" if criterion.must == "always" else "check.explain-must-full")
    for grade in dict.fromkeys(grades(criterion.requires)):
        yield call.say("check.explain-grade", words=clause(call.say(f"evidence.{grade}"), call.language))
    yield _passing(call, stage)
    for question in playbook.questions:
        if address in question.wins:
            yield call.say("check.explain-ask", words=pick(question.text, call.language))
            break
    gates = [pick(g.title, call.language) for g in playbook.compliance if g.id in stage.exit.forbid]
    if gates:
        yield call.say("check.explain-forbid", words=call.say("formats.comma").join(gates))


def _passing(call: Call, stage: "Stage") -> str:
    """How many criteria of how many must hold: by rigour, where that makes a difference."""
    title = pick(stage.title, call.language)
    criteria = stage.exit.criteria
    light, full = ((rigour.needed(stage.exit, r), len(rigour.applying(criteria, r))) for r in RIGOURS)
    if light == full:
        return call.say("check.explain-all", stage=title, needs=full[0], all=full[1])
    return call.say(
        "check.explain-all-by-rigour",
        stage=title, light=light[0], of_light=light[1], full=full[0], of_full=full[1],
    )  # fmt: skip


def rules(findings: Iterable[Told], playbooks_: Iterable["Playbook"], language: str) -> dict[str, Rule]:
    """Every rule that findings name, in the playbook's words or ours."""
    criteria = {f"{s.id}/{c.id}": c for p in playbooks_ for s in p.stages for c in s.exit.criteria}
    found = {}
    for rule in sorted({f.rule for f in findings}):
        if rule in criteria:
            one = criteria[rule]
            found[rule] = Rule(
                rule, pick(one.title, language), pick(one.why, language), pick(one.ask, language)
            )
        else:
            why = pick(texts("whys").get(rule), language)
            found[rule] = Rule(rule, open_sentence(pick(texts("findings")[rule], language)), why)
    return found


def open_sentence(sentence: str) -> str:
    """A sentence whose facts are not known here: each stands as …"""
    names = {name for _, name, _, _ in Formatter().parse(sentence) if name}
    return sentence.format(**dict.fromkeys(names, "…"))
