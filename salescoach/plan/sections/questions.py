"""The questions, in the order of the talk: few, each for one person, each with what it is to bring."""

from salescoach.coach.room import Chosen
from salescoach.plan.brief import Brief
from salescoach.plan.markdown import paragraphs, text


def render(brief: Brief) -> str:
    """A numbered list; then which ones wait for an admitted pain, and where to sum up."""
    lines = [f"{n}. {_line(brief, one)}" for n, one in enumerate(brief.questions, 1)]
    return paragraphs("\n".join(lines), brief.sentences(_waiting(brief), _summing_up(brief)))


def _line(brief: Brief, one: Chosen) -> str:
    kind = brief.deal.playbook.types.get(one.type)
    label = brief.pick(kind.label) if kind else brief.say("own-words")
    who = f" · {brief.name(one.person)}" if one.person else ""
    dimension = _dimension(brief, one)
    where = f"{brief.say('comma')}{dimension}" if dimension else ""
    return f"{label}{who}{where}{brief.say('colon')}{text(one.text)}{_brings(brief, one)}"


def _dimension(brief: Brief, one: Chosen) -> str:
    """The cell that the answer fills: a dimension of the impact."""
    for address in one.opens:
        parts = address.split("/")
        sheet = brief.deal.worksheets.get(parts[0])
        if sheet is not None and len(parts) == 4:
            field = sheet.fields[parts[2]]
            return next((brief.pick(k.label) for k in field.keys if k.id == parts[3]), "")
    return ""


def _brings(brief: Brief, one: Chosen) -> str:
    """Which missing criterion the answer serves."""
    unmet = {j.address: j for j in brief.gate.judged if not j.holds}
    won = [unmet[address] for address in one.wins if address in unmet]
    served = [j for j in unmet.values() if {g.address for g in j.verdict.gaps} & set(one.opens)]
    return f" → {brief.clause((won + served)[0].criterion.title)}" if won + served else ""


def _waiting(brief: Brief) -> str:
    waiting = [n for n, one in enumerate(brief.questions, 1) if one.waits]
    if not waiting:
        return ""
    people = dict.fromkeys(brief.name(brief.questions[n - 1].person) for n in waiting)
    return brief.say("only-once", numbers=_range(waiting, brief), person=brief.say("comma").join(people))


def _summing_up(brief: Brief) -> str:
    """After each loop: where the next question is about another pain or of another kind."""
    ends = [
        n
        for n, (one, following) in enumerate(zip(brief.questions, brief.questions[1:], strict=False), 1)
        if one.about.startswith("pains/") and following.about != one.about and _is_loop(brief, n)
    ]
    return brief.say("sum-up", numbers=brief.say("and").join(map(str, ends))) if ends else ""


def _is_loop(brief: Brief, number: int) -> bool:
    """Whether the question before is about the same pain: one question alone needs no summing up."""
    return number > 1 and brief.questions[number - 2].about == brief.questions[number - 1].about


def _range(numbers: list[int], brief: Brief) -> str:
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return brief.say("range", first=numbers[0], last=numbers[-1])
    return brief.say("and").join(map(str, numbers))
