"""The ways in which some of the invented deals are broken: each changes the text of a file that was right."""

import re
from collections.abc import Callable

from story import STAGES, TODAY, Story, iso


def broken(story: Story, text: str) -> str:
    """The file with one fault that its stage allows."""
    possible = [change for stage, change in FAULTS if story.stage >= stage]
    changed = story.dice.pick(possible)(text)
    if changed == text:
        raise AssertionError(f"deal {story.number} has nothing to break that way")
    return changed


def _replace(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def _without_approval(text: str) -> str:
    """The paper that showed the approval is only our opinion now."""
    return re.sub(r"(for: approval/reference\n    grade: )customer_document", r"\1seller_opinion", text)


def _second_of_an_id(text: str) -> str:
    """The second person has the first one's id."""
    found = re.search(r"\npeople:\n  - id: ([a-z]+)\n(?:    .*\n)+  - id: ([a-z]+)\n", text)
    assert found is not None
    return text[: found.start(2)] + found.group(1) + text[found.end(2) :]


def _expired_waiver(text: str) -> str:
    """The consent is lacking, and the waiver that stood for it has run out."""
    waiver = (
        "waivers:\n  - for: step0_incubate/consent\n    reason: asked by telephone, the answer is on its way\n"
        f"    by: he-jun\n    until: {iso(TODAY.toordinal() - 10)}\n"
    )
    return _without_consent(text).replace("waivers: []\n", waiver)


_without_consent = _replace("      - step0_incubate/consent\n", "")

FAULTS: tuple[tuple[int, Callable[[str], str]], ...] = (
    (0, _replace("currency: CNY\n", "curency: CNY\n")),
    (0, _replace("    level: decision\n", "    level: boss\n")),
    (0, _replace("rigour: ", "rigour: [")),
    (0, _replace("owner: ", "owner:\t- ")),
    (0, _second_of_an_id),
    (0, _replace("    team: [", "    team: [nobody, ")),
    (0, _replace("format: 1\n", "format: 1\nformat: 1\n")),
    (1, _without_consent),
    (1, _expired_waiver),
    (
        1,
        _replace(
            f"  - stage: {STAGES[0]}\n    entered: 2026-", f"  - stage: {STAGES[0]}\n    entered: 2026-13-"
        ),
    ),
    (1, _replace("    owner: ", "    owner: not-")),
    (2, _replace(f"stage: {STAGES[1]}", f"stage: {STAGES[1]}s")),
    (4, _without_approval),
)
"""From which stage on a file can be broken so, and how."""
