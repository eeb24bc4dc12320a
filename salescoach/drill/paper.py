"""An exam in Markdown: the paper for a room, its answer key, the result with all reasons."""

from collections.abc import Iterator, Mapping

from salescoach.drill.cards import LETTERS, Posed, shown
from salescoach.drill.exam import Rules, Sat
from salescoach.drill.sheet import minute
from salescoach.markdown import table, text
from salescoach.messages import Say


def render_paper(rules: Rules, questions: tuple[Posed, ...], title: str, day: str, say: Say) -> str:
    """What everybody in the room gets."""
    parts = [f"# {say('quiz.exam-title', title=text(title))}", say("quiz.exam-name-blank")]
    parts.append(say("quiz.exam-paper", seed=rules.seed, minutes=rules.minutes, passes=rules.passes, day=day))
    for at, posed in enumerate(questions, 1):
        parts += [f"**{at}.** {text(posed.asks)}", _options(posed) or say("quiz.exam-blank")]
    return "\n\n".join(parts) + "\n"


def render_key(rules: Rules, questions: tuple[Posed, ...], title: str, day: str, say: Say) -> str:
    """What the trainer keeps: the right answers at a glance, then the reasons."""
    parts = [f"# {say('quiz.exam-key', title=text(title))}"]
    parts.append(say("quiz.exam-paper", seed=rules.seed, minutes=rules.minutes, passes=rules.passes, day=day))
    parts.append(" · ".join(f"{at} **{_mark(posed)}**" for at, posed in enumerate(questions, 1)))
    for at, posed in enumerate(questions, 1):
        lines = [
            text(posed.asks),
            say("quiz.exam-right", answer=_right(posed)),
            text(posed.why),
            text(posed.where),
        ]
        parts.append(f"**{at}.** " + "  \n".join(lines))
    return "\n\n".join(parts) + "\n"


def render_result(sat: Sat, title: str, day: str, titles: Mapping[str, str], say: Say) -> str:
    """How it went: the result, by kind, then every question with the answer given, the right one, and why."""
    return "\n\n".join([*_head(sat, title, day, say), _by_kind(sat, titles, say), *_reasons(sat, say)]) + "\n"


def _head(sat: Sat, title: str, day: str, say: Say) -> Iterator[str]:
    rules = sat.rules
    yield f"# {say('quiz.exam-title', title=text(title))}"
    if rules.name:
        yield say("quiz.exam-name", name=text(rules.name))
    verdict = say("drill.passed" if sat.passed else "drill.not-passed")
    facts = {"right": sat.right, "count": len(sat.questions), "total": sat.total, "verdict": verdict}
    yield f"**{say('quiz.exam-result', **facts)}**"
    yield say(
        "quiz.exam-day",
        day=day,
        seed=rules.seed,
        minutes=rules.minutes,
        used=say("quiz.exam-untimed") if sat.seconds is None else minute(sat.seconds),
        passes=rules.passes,
    )
    if sat.breaks:
        yield say("quiz.exam-breaks", count=sat.breaks)


def _by_kind(sat: Sat, titles: Mapping[str, str], say: Say) -> str:
    rows = [
        [text(titles.get(kind, kind)), f"{right}/{asked}"] for kind, (right, asked) in sat.by_kind.items()
    ]
    return f"## {say('quiz.exam-by-kind')}\n\n" + table([say("quiz.exam-kind"), say("quiz.exam-score")], rows)


def _reasons(sat: Sat, say: Say) -> Iterator[str]:
    yield f"## {say('quiz.exam-reasons')}"
    for at, posed in enumerate(sat.questions):
        lines = [f"{'✓' if sat.is_right(at) else '✗'} **{at + 1}.** {text(posed.asks)}"]
        if at not in sat.answers:
            lines.append(say("quiz.exam-unanswered"))
        elif not sat.is_right(at):
            lines.append(say("quiz.exam-yours", answer=text(shown(posed, sat.answers[at]))))
        lines += [say("quiz.exam-right", answer=_right(posed)), text(posed.why), text(posed.where)]
        yield "  \n".join(lines)


def _options(posed: Posed) -> str:
    lines = (f"- {LETTERS[at]}. {text(option)}" for at, option in enumerate(posed.options))
    return "\n".join(lines)


def _mark(posed: Posed) -> str:
    return LETTERS[posed.right] if posed.options else text(posed.answer)


def _right(posed: Posed) -> str:
    return text(shown(posed, posed.right) if posed.options else posed.answer)
