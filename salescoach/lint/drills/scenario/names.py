"""What a scenario names exists: stage, industry, rubric, buyer, how the buyer talks; and its own name is its file's."""

from collections.abc import Iterator

from salescoach.deal.deal import PEOPLE
from salescoach.findings import Finding
from salescoach.lint.drills._case import Case
from salescoach.playbook.drills import PLAYED, talker_of


def check(case: Case) -> Iterator[Finding]:
    """Each name by itself."""
    scenario, index = case.scenario, case.index
    yield from case.named(scenario.id)
    yield from index.unknown(("stage",), "unknown-stage", scenario.stage, index.stages)
    if scenario.industry:
        yield from index.unknown(("industry",), "unknown-industry", scenario.industry, index.industries)
    yield from index.unknown(("rubric",), "unknown-rubric", scenario.rubric, case.there.rubrics)
    signs = [sign.id for sign in case.rubric.signs] if case.rubric is not None else list(scenario.signs)
    for name in scenario.signs:
        yield from index.unknown(("signs", name), "unknown-sign", name, signs, key=True)
    yield from _buyer(case)
    people = sorted(case.scene.hidden.ids(PEOPLE))
    for part in ("events", "objections"):
        for at, one in enumerate(getattr(scenario, part)):
            if one.speaker:
                path = (part, at, "speaker")
                yield from index.unknown(path, "no-such-row", one.speaker, people, table=PEOPLE)


def _buyer(case: Case) -> Iterator[Finding]:
    """Somebody answers, begins, and has something to tell: not where people play it in a room."""
    scenario = case.scenario
    if scenario.buyer:
        people = sorted(case.scene.hidden.ids(PEOPLE))
        yield from case.index.unknown(("buyer",), "no-such-row", scenario.buyer, people, table=PEOPLE)
    for key in PLAYED if not scenario.players else ():
        if not getattr(scenario, key):
            yield case.find((), "missing-key", key_name=key)
    talker = talker_of(scenario)
    if scenario.buyer and talker not in case.there.talkers:
        yield case.find(("buyer",), "no-talker", value=talker, names=list(case.there.talkers))
