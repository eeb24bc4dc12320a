"""A better question for a weak line: from the scenario's examples or the playbook's bank, for what was open then."""

from collections.abc import Collection

from salescoach.drill.run import Run
from salescoach.drill.scene import Fact
from salescoach.drill.talk import Turn
from salescoach.text import fill, pick

WEAK = (
    "vague",
    "default",
    "too-early",
    "no-context",
    "pitch",
    "pitch-again",
    "summary-empty",
    "commitment-vague",
)
"""What a buyer says to a line that led nowhere."""


def is_weak(turn: Turn) -> bool:
    """Whether a line led nowhere: nothing was told or agreed, and the buyer said so."""
    return turn.situation in WEAK and not turn.told and not turn.granted


def better(run: Run, turn: Turn, but: Collection[str] = ()) -> str:
    """A question that would have brought something at that moment, and is not in `but`; "" where there is none."""
    told = {at for one in run.turns if one.number < turn.number for at in one.told}
    hidden = [
        fact
        for fact in run.scene.facts
        if fact.at not in told and not fact.reaction.unasked and set(fact.reaction.after) <= told
    ]
    first = sorted(hidden, key=lambda fact: (fact.at != turn.about, _rank(run, fact, told)))
    return next((words for fact in first if (words := _question(run, fact)) and words not in but), "")


def _rank(run: Run, fact: Fact, told: set[str]) -> tuple[int, int]:
    """What can be told now comes first: rows that were opened, then their openings, in the order of the types."""
    order = list(run.scene.playbook.types)
    types = [order.index(kind) for kind in fact.types if kind in order]
    depth = min(types, default=len(order))
    same = [one for one in run.scene.facts if one.row == fact.row and one.at in told]
    reached = max((order.index(k) for one in same for k in one.types if k in order), default=0)
    return max(0, depth - reached - 1), depth


def _question(run: Run, fact: Fact) -> str:
    language = run.scene.language
    examples = fact.reaction.ask_like.get("zh" if language.startswith("zh") else "en", [])
    if examples:
        return examples[0]
    chain = next((c for c in run.scene.playbook.chains if c.id == run.scene.chain_of(fact)), None)
    wanted = {f"{fact.sheet}.{fact.field}", f"{fact.sheet}.{fact.field}.{fact.key}"}
    for question in run.scene.playbook.questions:
        reveals = {r.partition("=")[0] for r in question.reveals}
        if wanted & reveals and (chain is None or question.id in chain.order):
            words = fill(pick(question.text, language), {})
            if words is not None:
                return words
    return ""
