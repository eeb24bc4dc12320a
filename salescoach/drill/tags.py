"""A tagged transcript as Markdown: each line of the rep with its type and why, then the points."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from salescoach import markdown
from salescoach.drill.heard import QUESTIONS
from salescoach.drill.score import Score
from salescoach.drill.sheet import decided, minute
from salescoach.drill.spoken import Spoken
from salescoach.messages import Say
from salescoach.text import pick

if TYPE_CHECKING:
    from salescoach.drill.score import Scored
    from salescoach.drill.spoken import Tagged


def render(spoken: Spoken, score: Score, say: Say, language: str) -> str:
    """The sheet of a transcript."""
    return "\n\n".join(_parts(spoken, score, say, language)) + "\n"


def plain(spoken: Spoken, score: Score, language: str) -> dict[str, Any]:
    """The same for programs: every line of the rep with its type, how sure, and the words that decided."""
    return {
        "seller": spoken.seller,
        "rubric": spoken.rubric.id,
        "lines": [
            {
                "line": one.line.number,
                "speaker": one.line.speaker,
                "text": one.line.text,
                "type": one.heard.type,
                "sure": one.heard.sure,
                "clear": one.heard.clear,
                "other": one.heard.other,
                "words": list(one.heard.words),
                "corrected": one.heard.corrected,
                "question": one.heard.question,
                "open": one.heard.is_open,
                "acts": [act for act in one.acts if act != one.heard.type],
            }
            for one in spoken.tagged
        ],
        "counts": dict(Counter(one.heard.type for one in spoken.tagged)),
        "rows": [
            {
                "row": one.row.id,
                "title": pick(one.row.title, language),
                "counted": one.measured.number,
                "points": one.points,
                "of": one.row.points,
                "earned": [shown.number for shown in one.measured.earned],
                "lost": [shown.number for shown in one.measured.lost],
            }
            for one in score.rows
        ],
        "total": score.total,
        "possible": possible(score),
        "critical": list(score.critical),
    }


def possible(score: Score) -> int:
    """How many points the rows come to that words alone show."""
    return sum(one.row.points for one in score.rows)


def _parts(spoken: Spoken, score: Score, say: Say, language: str) -> Iterator[str]:
    yield f"# {say('drill.tags', seller=markdown.text(spoken.seller))}"
    yield f"**{say('drill.tags-total', total=score.total, of=possible(score))}**"
    yield say("drill.consent")
    counts = Counter(one.heard.type for one in spoken.tagged)
    numbers = [
        say("drill.ratio", ratio=" : ".join(str(counts[kind]) for kind in QUESTIONS)),
        say("drill.share", share=round(100 * spoken.share)),
        say(f"drill.outcome-{spoken.outcome}"),
    ]
    yield "\n".join(f"- {line}" for line in numbers)
    head = [say(f"drill.head-{name}") for name in ("behaviour", "counted", "points", "of")]
    yield markdown.table(head, [_row(one, language) for one in score.rows if not one.row.critical])
    broken = [markdown.text(pick(one.row.title, language)) for one in score.rows if one.failed]
    if broken:
        yield "\n".join(f"- ✗ {say('drill.wants-critical', of=title)}" for title in broken)
    yield f"## {say('drill.tags-lines')}"
    yield "\n".join(_line(one, say) for one in spoken.tagged)


def _row(one: "Scored", language: str) -> list[str]:
    title = markdown.text(pick(one.row.title, language))
    return [title, f"{one.measured.number:g}", f"{one.points:g}", str(one.row.points)]


def _line(one: "Tagged", say: Say) -> str:
    heard = one.heard
    kind = say(f"drill.type-{heard.type}")
    if not heard.clear and heard.other:
        kind = say("drill.perhaps", type=kind, other=say(f"drill.type-{heard.other}"))
    words = f" ← {markdown.text(' · '.join(heard.words))}" if heard.words else ""
    why = decided(heard, say) or f"{round(100 * heard.sure)} %{words}"
    text = markdown.text(one.line.text)
    return (
        f"- **{one.line.number}** [{minute(one.at)}] {text}\n  - {say('drill.type-why', type=kind, why=why)}"
    )
