"""For who decides: the report in four steps, three minutes, order fixed (METHOD.md §5.2, §5.3)."""

from salescoach.coach.slots import slots
from salescoach.deal.deal import Row
from salescoach.deal.evidence import COUNTING
from salescoach.fields import known
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, table, text
from salescoach.text import fill, pick

PARTS = (
    ("label", "0:00"),
    ("praise", "0:15"),
    ("challenge", "0:35"),
    ("pains", "1:10"),
    ("value", "2:10"),
    ("ask", "2:45"),
)
OURS = {
    "label": ("label",),
    "praise": ("praise",),
    "challenge": ("outside_change", "inside_change"),
    "ask": ("ask",),
}
FEWEST_PAINS, MOST_PAINS = 2, 4
ENDS = (".", "。", "!", "！", "?", "？")
"""Of a sentence that needs no frame around it."""


def render(brief: Brief) -> str:
    """The script: the rep's own line where there is one, else the frame to fill, never a question."""
    if not brief.deciders:
        return ""
    rows = [
        [start, brief.say(f"part-{part}"), _line(brief, part) or brief.say("opener-open")]
        for part, start in PARTS
    ]
    names = brief.say("comma").join(brief.title(r) for r in brief.deciders)
    return paragraphs(
        brief.say("opener", who=names),
        table([brief.say("from"), brief.say("step"), brief.say("say-this")], rows),
    )


def _line(brief: Brief, part: str) -> str:
    form = next(iter(brief.rows("brief")), None)
    own = [brief.show(form, n) for n in OURS.get(part, ())] if form is not None else []
    if any(own):
        whole = all(o.endswith(ENDS) for o in own if o)
        words = brief.sentences(*own) if whole else brief.say("semicolon").join(o for o in own if o)
        frame = _frame(brief, part)
        return brief.sentences(frame, words) if frame.endswith((":", "：")) and not whole else words
    deciders = {row.id for row in brief.deciders}
    if part == "ask" and brief.request is not None and brief.request.person in deciders:
        return text(brief.request.text)
    if part == "pains":
        return _pains(brief)
    if part == "value":
        return _value(brief)
    return _frame(brief, part)


def _pains(brief: Brief) -> str:
    """Two to four admitted pains with their weight, in the customer's terms."""
    shown = []
    for row in brief.pains:
        if brief.room.ever.value(row, "need") == "hypothesis":
            continue
        impact = next(filter(None, (_proven_impact(brief, row, key) for key in ("future", "process"))), "")
        shown.append(brief.title(row) + (brief.say("in-brackets", what=impact) if impact else ""))
    few = brief.say("opener-few-pains") if 0 < len(shown) < FEWEST_PAINS else ""
    return brief.say("semicolon").join(shown[:MOST_PAINS]) + few


def _proven_impact(brief: Brief, row: Row, key: str) -> str:
    """What the customer said of a dimension; our own estimate is not for this room (METHOD.md §0.4, G6)."""
    proven = any(r.grade in COUNTING for r in brief.deal.records_for(row.address("impacts", key)))
    return brief.cell(row, "impacts", key) if proven else ""


def _value(brief: Brief) -> str:
    """One headline number: only what the customer confirmed in writing."""
    form = next(iter(brief.rows("brief")), None)
    if form is None or not known(brief.view.value(form, "headline")):
        return ""
    return brief.say("headline", amount=brief.money(brief.show(form, "headline")))


def _frame(brief: Brief, part: str) -> str:
    """The playbook's first frame for this part whose slots are all known."""
    known_slots = slots(brief.deal, brief.view, brief.language, None, brief.deciders[0].id)
    for question in brief.deal.playbook.questions:
        kind = brief.deal.playbook.types[question.type]
        if kind.style == "report" and question.part == part:
            filled = fill(pick(question.text, brief.language), known_slots)
            if filled:
                return text(filled)
    return ""
