"""What kind of line a rep typed: rules and a small model for each language, and what counts where they see several.

A line of several sentences is what it does in the end. Greetings, thanks and acknowledgements count only where there is
nothing else. The last question or request decides, together with what leads up to it; a check of a summary
("is that right?") is part of the summary, and a question after more talk about us than half of the line is a pitch.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from salescoach.drill.folding import Folded, fold, key, language, sentences
from salescoach.drill.heard import LISTENED, QUESTIONS, Correction, Heard
from salescoach.drill.model import Tagged, Weights, tagged

CLEAR = 0.76
"""From this likelihood on a line is clear. Of lines that were held back 97 of 100 such are right, in both languages."""
_PITCH, _SHARE = 0.75, 0.5
"""How likely a sentence is talk about us to count as such, and its share of a line that makes the line a pitch."""
_WORDS = 5
_STRONG = {"en": 6, "zh": 8}
"""How many English words or Chinese characters at most make the words that decided."""
_NONE: Mapping[str, Correction] = MappingProxyType({})
_DOTS = re.compile(r"\s*[.。．…・·⋯][\s.。．…・·⋯]*")
_ASKS = (*QUESTIONS, "commitment")
_LIGHT = {"small_talk", "other"}
"""What counts only where there is nothing else."""
_WORD = re.compile("[a-z]+(?:'[a-z]+)?|[0-9]+(?:[.,][0-9]+)*%?|[\u3400-\u9fff]")
_CHECK = re.compile(
    r"(?:is|was|does|did|do|have|has|am)? ?(?:that|this|it|i|we)? ?(?:sound|got|have|get|miss|missed|understood|forget|"
    r"forgotten|cover|sum)? ?(?:that|this|it|you|anything|everything|up|all|a fair summary)? ?"
    r"(?:right|correct|correctly|so|fair|accurate|about right|yes|yeah|agree|agreed|ok|okay|true)? ?[?.!]*|"
    r"(?:对|对吧|对吗|对不|对不对|是吧|是吗|是不是|是这样吗|是这样吧|是这个意思吗|没错吧|没理解错吧|我理解得?对吗|我说得?对吗|这样理解对吗|有没有遗漏)[?.!]*"
)
_OPEN = {
    "en": r"\b(?:what|how|why|which|who|whom|whose|where|when|tell me|walk me|talk me|describe|explain)\b",
    "zh": r"什么|啥|怎|咋|如何|为何|哪|谁|几|多少|多[大久长高快]|何时|说说|讲讲|聊聊|谈谈|介绍",
}
_CLOSED = re.compile(
    r"^(?:(?:and|so|but|ok|well|um|right|now) )*(?:do|does|did|is|are|was|were|has|have|had|will|would|should|could|"
    r"can|isnt|arent|dont|doesnt|wouldnt) (?!you (?:tell|walk|describe|explain|say|show|give))"
)


def recognise(text: str, corrections: Mapping[str, Correction] = _NONE) -> Heard:
    """What a line is heard as. `corrections`: a line's `folding.key` to what a trainer says that it is."""
    folded = fold(text[:LISTENED])
    tongue = language(folded.text)
    if _DOTS.fullmatch(folded.whole):
        return Heard(text, "silence", 1.0, True, is_open=False, language=tongue)
    corrected = corrections.get(key(text)) if corrections else None
    decided = decide(folded, tongue)
    is_open = decided is not None and _is_open(decided.folded.text, tongue)
    if corrected is not None:
        told = Heard(text, corrected.type, 1.0, True, is_open=is_open, language=tongue)
        return told._replace(corrected=True, fact=corrected.fact)
    if decided is None:
        return Heard(text, "other", 0.0, True, is_open=False, language=tongue)
    best, second = sorted(decided.types, key=lambda name: -decided.types[name])[:2]
    sure = round(decided.types[best], 3)
    clear = sure >= CLEAR
    return Heard(text, best, sure, clear, "" if clear else second, _words(decided, tongue), is_open, tongue)


def decide(folded: Folded, tongue: str, weights: Weights | None = None) -> Tagged | None:
    """The part of a line that decides, with its types; None where there are no words. `weights`: others than ours."""
    parts = sentences(folded)
    if len(parts) < 2:
        return tagged(folded, tongue, weights) if parts else None
    each = [tagged(part, tongue, weights) for part in parts]
    kinds = [_best(one) for one in each]
    checks = [_CHECK.fullmatch(part.text.strip()) is not None for part in parts]
    weighty = [i for i, kind in enumerate(kinds) if kind not in _LIGHT and not checks[i]]
    if not weighty:
        return tagged(folded, tongue, weights)
    if checks[-1] and "summary" in kinds:
        return each[kinds.index("summary")]
    length = {i: len(parts[i].text) for i in weighty}
    pitched = [i for i in weighty if each[i].types["feature"] > _PITCH]
    if sum(length[i] for i in pitched) > _SHARE * sum(length.values()):
        return max((each[i] for i in pitched), key=lambda one: one.types["feature"])
    asked = [i for i in weighty if kinds[i] in _ASKS]
    whole = tagged(_joined(parts[weighty[0] : weighty[-1] + 1]), tongue, weights)
    if not asked:
        return whole
    last = each[asked[-1]]
    return Tagged(
        last.folded, {name: (share + whole.types[name]) / 2 for name, share in last.types.items()}, last.why
    )


def _joined(parts: list[Folded]) -> Folded:
    """Sentences that follow each other as one text."""
    spans = tuple(span for part in parts for span in part.spans)
    return Folded("".join(part.text for part in parts), spans, parts[0].whole)


def _best(one: Tagged) -> str:
    return max(one.types, key=lambda name: one.types[name])


def _words(one: Tagged, tongue: str) -> tuple[str, ...]:
    """The words that spoke most for the likeliest type, as the rep wrote them; neighbours come as one."""
    text = one.folded.text
    weight = [0.0] * (len(text) + 1)
    for start, end, speaks in one.why:
        for at in range(start, end):
            weight[at] += speaks / (end - start)
    spans = [found.span() for found in _WORD.finditer(text)]
    worth = {span: sum(weight[span[0] : span[1]]) for span in spans}
    strong = sorted(spans, key=lambda span: -worth[span])[: _STRONG[tongue]]
    runs: list[tuple[int, int]] = []
    for start, end in sorted(span for span in strong if worth[span] > 0):
        if runs and not text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return tuple(one.folded.words(*run) for run in runs[:_WORDS])


@cache
def _pattern(tongue: str) -> re.Pattern[str]:
    return re.compile(_OPEN[tongue])


def _is_open(text: str, tongue: str) -> bool:
    """Whether a question asks for more than yes or no."""
    return _pattern(tongue).search(text) is not None and not _CLOSED.match(text)
