"""Who plays what when: a class in groups, every group at once, everybody in every role (METHOD.md §13.3, §13.4)."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple
from zlib import crc32

SELLER, CUSTOMER, OBSERVER = "seller", "customer", "observer"
ROLES = (SELLER, CUSTOMER, OBSERVER)
LARGEST = 5
"""People of a group whose orders are all tried; larger ones are turned in one or the other direction."""


class Part(NamedTuple):
    """One part of a case, from one time of the day to another, in minutes since midnight."""

    name: str
    begins: int
    ends: int


class Case(NamedTuple):
    """One case: which scenario, its parts, and for each group who plays which role. `pause`: the break after it."""

    scenario: str
    parts: tuple[Part, ...]
    groups: tuple[tuple[tuple[str, str], ...], ...]
    pause: Part | None


class Schedule(NamedTuple):
    """The cases of a class. `whole`: so many let everybody play every role; `spoiled`: who sells to somebody whose card
    they had before, with the scenario.
    """

    cases: tuple[Case, ...]
    whole: int
    spoiled: tuple[tuple[str, str], ...]


class Lengths(NamedTuple):
    """Minutes of the parts of a case, and after how many cases there is a break."""

    prepare: int
    debrief: int
    replay: int
    change: int
    pause: int
    pause_after: int


def plan(
    names: Sequence[str],
    scenarios: Sequence[tuple[str, int]],
    roles: Sequence[str],
    cases: int,
    start: int,
    lengths: Lengths,
    seed: int,
) -> Schedule:
    """The schedule of a class. `scenarios`: ids with their minutes, taken in turn; `cases`: how many, 0 for as many as
    let everybody play every role; `start`: minutes since midnight.

    The same seed gives the same groups. There are at least as many names as roles.
    """
    groups = [tuple(group) for group in split(_shuffled(names, seed), len(roles))]
    whole = max(map(len, groups))
    cases = cases or whole
    order = [scenarios[at % len(scenarios)] for at in range(cases)]
    ids = [ident for ident, _ in order]
    turned = [_turned(group, roles, ids) for group in groups]
    found, now = [], start
    for at, (ident, minutes) in enumerate(order):
        parts = tuple(_parts(now, minutes, lengths))
        now = parts[-1].ends
        last = at == cases - 1
        is_pause = not last and (at + 1) % lengths.pause_after == 0
        pause = Part("pause", now, now + lengths.pause) if is_pause else None
        now = pause.ends if pause else now if last else now + lengths.change
        found.append(Case(ident, parts, tuple(group[at] for group in turned), pause))
    spoiled = tuple(
        (name, ident) for group in turned for name, ident, role in _known(group, ids) if role == CUSTOMER
    )
    return Schedule(tuple(found), whole, tuple(dict.fromkeys(spoiled)))


def split(names: Sequence[str], size: int) -> list[list[str]]:
    """Groups of `size`; what is left over joins them, one by one."""
    count = max(1, len(names) // size)
    groups = [list(names[at * size : (at + 1) * size]) for at in range(count)]
    for at, name in enumerate(names[count * size :]):
        groups[at % count].append(name)
    return groups


def _shuffled(names: Sequence[str], seed: int) -> list[str]:
    return [
        name
        for _, name in sorted((crc32(f"{seed}/{at}/{name}".encode()), name) for at, name in enumerate(names))
    ]


def _parts(now: int, minutes: int, lengths: Lengths) -> Iterator[Part]:
    for name, takes in (
        ("prepare", lengths.prepare),
        ("play", minutes),
        ("debrief", lengths.debrief),
        ("replay", lengths.replay),
    ):
        yield Part(name, now, now + takes)
        now += takes


Turned = list[tuple[tuple[str, str], ...]]
"""For each case who plays which role."""


def _turned(group: Sequence[str], roles: Sequence[str], ids: Sequence[str]) -> Turned:
    """A group turned through its roles, in the direction in which the fewest sell what they know."""
    last = roles[-1]
    all_ = (*roles, *[last] * (len(group) - len(roles)))
    orders = dict.fromkeys(permutations(all_)) if len(group) <= LARGEST else [all_]
    tried = [_turn(group, order, ids, step) for order in orders for step in (1, -1)]
    return min(tried, key=lambda turned: sum(10 if r == CUSTOMER else 1 for *_, r in _known(turned, ids)))


def _turn(group: Sequence[str], roles: Sequence[str], ids: Sequence[str], step: int) -> Turned:
    return [
        tuple((name, roles[(at + step * case) % len(roles)]) for at, name in enumerate(group))
        for case in range(len(ids))
    ]


def _known(turned: Turned, ids: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Who sells in a scenario that they know, with the role in which they came to know it."""
    for at, case in enumerate(turned):
        for name, role in case:
            if role != SELLER:
                continue
            before = [dict(turned[n])[name] for n in range(at) if ids[n] == ids[at]]
            for known in sorted({r for r in before if r != SELLER}):
                yield name, ids[at], known
