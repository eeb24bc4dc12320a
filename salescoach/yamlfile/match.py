"""Which item of an old list became which item of the new one."""

from collections.abc import Iterator
from difflib import SequenceMatcher


def same(one: object, other: object) -> bool:
    """Equal in value and in type: 1, 1.0 and true differ in a file."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def pairs(old: list[object], new: list[object]) -> Iterator[tuple[int | None, int | None]]:
    """(old index, new index) in file order; None for an item that came or went.

    Rows with an `id` are the same row if the id is; others if they are equal, and what then remains
    between two matches is paired one by one.
    """
    before, after = [_name(item) for item in old], [_name(item) for item in new]
    for kind, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(range(i, i_end), range(j, j_end), strict=True)
            continue
        at = j
        for index in range(i, i_end):
            partner = at < j_end and not (_has_id(old[index]) and _has_id(new[at]))
            yield index, at if partner else None
            at += partner
        for index in range(at, j_end):
            yield None, index


def _has_id(item: object) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str)


def _name(item: object) -> object:
    if isinstance(item, dict) and _has_id(item):
        return "id", item["id"]
    return _canonical(item)


def _canonical(item: object) -> object:
    if isinstance(item, dict):
        return frozenset((key, _canonical(value)) for key, value in item.items())
    if isinstance(item, list):
        return tuple(map(_canonical, item))
    return type(item).__name__, item
