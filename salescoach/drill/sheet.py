"""The score sheet of a run, in Markdown: the result, every row with the lines that decided, what was uncovered."""

from collections import Counter
from collections.abc import Iterator, Sequence

from salescoach import markdown
from salescoach.drill import clock, naming
from salescoach.drill.better import better, is_weak
from salescoach.drill.heard import QUESTIONS, Heard
from salescoach.drill.run import Run, Shown
from salescoach.drill.scene import Fact, Scene
from salescoach.drill.score import Score, Scored, not_found, passed, uncovered, wanted
from salescoach.drill.talk import Turn
from salescoach.messages import Say
from salescoach.playbook.scenario import Mine, Objection

MOST_LINES = 6
"""Lines that are listed for one row of the rubric."""


def render(run: Run, score: Score, say: Say, seed: int, exam: bool) -> str:
    """The whole sheet. In an exam what stayed hidden is not told: others play it, too."""
    parts = [
        *_head(run, score, say, seed, exam),
        *_passing(run, score, say),
        *_rows(run, score, say),
        *_weak(run, say),
        *_mood(run, say),
        *_found(run, say, exam),
        *_numbers(run, say),
        *_debrief(run, say),
        *_transcript(run, say),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def minute(seconds: float) -> str:
    """`3:05`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def decided(heard: Heard, say: Say) -> str:
    """What told the type of a line besides its words, "" for nothing."""
    if heard.corrected:
        return say("drill.by-correction")
    return say("drill.by-question", question=heard.question) if heard.question else ""


def invented_in(scene: Scene, turn: Turn) -> set[str]:
    """What the buyer says to a line that a drill of a real deal made up."""
    return {fact.says for fact in scene.facts if fact.at in turn.told and fact.is_invented}


def _text(run: Run, text: object) -> str:
    return markdown.text(run.scene.pick(text) if isinstance(text, dict) else text)


def _head(run: Run, score: Score, say: Say, seed: int, exam: bool) -> Iterator[str]:
    scenario = run.scene.scenario
    yield f"# {say('drill.sheet', title=_text(run, scenario.title))}"
    verdict = say("drill.passed" if passed(run, score) else "drill.not-passed")
    yield f"**{say('drill.total', total=score.total)} · {verdict}**"
    facts = {
        "day": run.scene.today,
        "rubric": _text(run, run.scene.rubric.title),
        "level": say(f"drill.level-{scenario.level}"),
        "seed": seed,
        "time": minute(run.seconds),
        "of": minute(run.talk.limit),
        "mode": say("drill.exam" if exam else "drill.practice"),
    }
    yield say("drill.sheet-facts", **facts)
    yield naming.made_of(run.scene, say)


def _passing(run: Run, score: Score, say: Say) -> Iterator[str]:
    yield f"## {say('drill.to-pass')}"
    lines = []
    for one in wanted(run, score):
        mark = "✓" if one.holds else "✗"
        if one.kind == "critical":
            listed = [say("drill.wants-critical", of=_critical(run, score, at, say)) for at in score.critical]
        else:
            listed = naming.wanted(run.scene, one.kind, one.of, say)
        lines += [f"- {mark} {of}" for of in listed]
    yield "\n".join(lines)


def _critical(run: Run, score: Score, ident: str, say: Say) -> str:
    """What was critical: what it is called, or why it is, and the first line that set it off."""
    row = next((one for one in score.rows if one.row.id == ident), None)
    if row is not None:
        title, lines = _text(run, row.row.title), list(map(_said, row.measured.lost))
    else:
        moment = next(one for one in run.scene.scenario.moments if one.id == ident)
        title, lines = _text(run, moment.why), [_line(one) for one in run.turns if _sets_off(one, moment)]
    more = [say("drill.and-more", count=len(lines) - 1)] if len(lines) > 1 else []
    return " · ".join([title, *lines[:1], *more])


def _sets_off(turn: Turn, moment: Mine | Objection) -> bool:
    """Whether a line stepped on a mine, or met an objection as it must not be met."""
    if isinstance(moment, Mine):
        return turn.mine == moment.id
    return turn.objection == moment.id and any(act.name in moment.bad for act in turn.acts)


def act_name(run: Run, act: str, say: Say) -> str:
    """What an act is called, as Markdown."""
    return markdown.text(naming.act(run.scene, act, say))


def place(run: Run, address: str) -> str:
    """A fact's place in words."""
    return naming.place(run.scene, address)


def _rows(run: Run, score: Score, say: Say) -> Iterator[str]:
    yield f"## {say('drill.by-rubric')}"
    head = [say(f"drill.head-{name}") for name in ("behaviour", "counted", "points", "of")]
    cells = [
        [_text(run, one.row.title), f"{one.measured.number:g}", f"{one.points:g}", str(one.row.points)]
        for one in score.rows
        if not one.row.critical
    ]
    yield markdown.table(head, cells)
    for one in score.rows:
        yield from _why(run, one, say)


def _why(run: Run, one: Scored, say: Say) -> Iterator[str]:
    """The lines that earned or lost the points of a row."""
    lines = [*(("+", s) for s in one.measured.earned), *(("−", s) for s in one.measured.lost)]
    is_short = one.points < one.row.points or one.failed
    if not lines and not (is_short and one.row.better):
        return
    listed = [f"- {sign} {_said(shown)}" for sign, shown in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        listed.append(f"- {say('drill.and-more', count=len(lines) - MOST_LINES)}")
    if is_short and one.row.better:
        listed.append(f"- → {_text(run, one.row.better)}")
    points = say("drill.critical-row") if one.row.critical else f"{one.points:g}/{one.row.points}"
    yield say("drill.row-points", title=_text(run, one.row.title), points=points)
    yield "\n".join(listed)


def _said(shown: Shown) -> str:
    return f"[{minute(shown.at)}] “{markdown.text(shown.words)}”"


def _line(turn: Turn) -> str:
    return f"[{minute(turn.at)}] “{markdown.text(turn.heard.text)}”"


def _weak(run: Run, say: Say) -> Iterator[str]:
    found: dict[str, Turn] = {}
    for turn in run.turns:
        if is_weak(turn) and (words := better(run, turn, found)):
            found[words] = turn
    if found:
        yield f"## {say('drill.better')}"
        yield "\n".join(f"- {_line(turn)} → {markdown.text(words)}" for words, turn in found.items())


def _mood(run: Run, say: Say) -> Iterator[str]:
    scenario, state = run.scene.scenario, run.talk.state
    mines = {mine.id: mine for mine in scenario.mines}
    lines = [f"- ✗ {_line(turn)} {_text(run, mines[turn.mine].why)}" for turn in run.turns if turn.mine]
    lines += [
        f"- {'✓' if state.settled[one.id] else '✗'} “{_text(run, one.says)}” {_text(run, one.why)}"
        for one in scenario.objections
        if one.id in state.settled
    ]
    if lines:
        yield f"## {say('drill.moments')}"
        yield "\n".join(lines)


def _found(run: Run, say: Say, exam: bool) -> Iterator[str]:
    yield f"## {say('drill.uncovered')}"
    told = [(fact, turn) for fact, turn in run.facts_told()]
    lines = [f"- ✓ [{minute(t.at)}] {_fact(run, f, say)}" for f, t in told]
    hidden = not_found(run)
    if hidden and exam:
        lines.append(f"- {say('drill.hidden', count=len(hidden))}")
    else:
        lines += [f"- ✗ {_fact(run, f, say)}" for f in hidden]
    yield "\n".join(lines)
    head = [say("drill.head-criterion"), say("drill.head-before"), say("drill.head-after")]
    cells = [
        [
            markdown.text(one.title),
            "✓" if one.before else "–",
            "✓" if one.after else "✗" if one.possible else "–",
        ]
        for one in uncovered(run)
    ]
    yield say("drill.gate", stage=_text(run, run.scene.stage.title))
    yield markdown.table(head, cells)


def _fact(run: Run, fact: Fact, say: Say) -> str:
    mark = f" {say('drill.invented')}" if fact.is_invented else ""
    told = say("drill.says", name=markdown.text(place(run, fact.at)), words=f"“{markdown.text(fact.says)}”")
    return told + mark


def _numbers(run: Run, say: Say) -> Iterator[str]:
    counts = Counter(turn.heard.type for turn in run.turns)
    ratio = " : ".join(str(counts[kind]) for kind in QUESTIONS)
    need = run.need
    before = [turn for turn in run.turns if need is None or turn.number <= need]
    own = sum(clock.amount(turn.heard.text) for turn in before)
    lines = [
        say("drill.ratio", ratio=ratio),
        say("drill.share", share=round(100 * run.share)),
        say("drill.talk-before-need" if need is not None else "drill.no-need", seconds=round(own)),
        say(f"drill.outcome-{run.outcome}"),
    ]
    yield f"## {say('drill.numbers')}"
    yield "\n".join(f"- {line}" for line in lines)


def _debrief(run: Run, say: Say) -> Iterator[str]:
    yield f"## {say('drill.debrief')}"
    yield "\n".join(f"{at}. {_text(run, one)}" for at, one in enumerate(run.scene.scenario.debrief, 1))


def _transcript(run: Run, say: Say) -> Iterator[str]:
    yield f"## {say('drill.transcript')}"
    opening = run.talk.opening
    lines = [f"- [0:00] {_speaks(run.scene.person(opening.person), opening.words, say)}"]
    for turn in run.turns:
        lines += _turn(run, turn, say)
    yield "\n".join(lines)


def _turn(run: Run, turn: Turn, say: Say) -> Sequence[str]:
    kind = act_name(run, turn.heard.type, say)
    if why := decided(turn.heard, say):
        kind = say("drill.type-why", type=kind, why=why)
    said = markdown.text(turn.heard.text)
    own = say("drill.you-said", kind=kind, words=said)
    lines = [f"- **{turn.number}** [{minute(turn.at)}] {own}"]
    invented = invented_in(run.scene, turn)
    for one in turn.says:
        mark = f" {say('drill.invented')}" if one.words in invented else ""
        who = run.scene.person(one.person) if one.person else ""
        told = _speaks(who, one.words, say) + mark if who else f"*{markdown.text(one.words)}{mark}*"
        lines.append(f"- {told}")
    return lines


def _speaks(name: str, words: str, say: Say) -> str:
    return say("drill.says", name=f"**{markdown.text(name)}**", words=markdown.text(words))
