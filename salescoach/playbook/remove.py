"""Taking parts out of a playbook by name, and out of every list that names them.

What then has no purpose goes as well: a question that served only what is gone, a step that filled only that.
Where a removed name stands in a condition, it stays and the linter finds it: what was meant is not plain.
"""

from collections.abc import Callable, Iterator

from salescoach.findings import Finding
from salescoach.playbook.part import Part

Gone = Callable[[str], bool]
Names = tuple[str, ...]
"""The way to a part: keys of mappings, ids of items."""

LISTS: tuple[Names, ...] = (("stages",), ("worksheets",), ("questions",), ("chains",), ("buying_stages",))


def remove(base: Part, names: Part) -> list[Finding]:
    """Take every name of the list `names` out of `base`; a finding for each that is not there."""
    found, there = [], []
    short = _short_names(base)
    for name in names.items:
        ways = short.get(str(name.held), [])
        way = ways[0] if ways else tuple(str(name.held).split("/"))
        if len(ways) > 1:
            longer = ["/".join(w) for w in ways]
            found.append(name.finding("ambiguous-name", value=name.held, longer=longer))
        elif len(way) < 2 or _walk(base, way) is None:
            found.append(name.finding("not-in-base", value=name.held, names=list(short)))
        else:
            there.append(way)
    for way in there:  # found first: one may go because of another
        _take(base, way)
    return found


def _short_names(base: Part) -> dict[str, list[Names]]:
    """What a person would call each part that can be removed, with the ways it may mean."""
    names: dict[str, list[Names]] = {}
    for name, way in _named(base):
        names.setdefault(name, []).append(way)
    return names


def _named(base: Part) -> Iterator[tuple[str, Names]]:
    library = base.mapping.get("library")
    for way in (*LISTS, *(("library", name) for name in (library.mapping if library else ()))):
        for item in _at(base, way):
            yield str(item.ident), (*way, str(item.ident))
    for stage in _at(base, ("stages",)):
        way = ("stages", str(stage.ident), "exit", "criteria")
        for item in _at(base, way):
            yield f"{stage.ident}/{item.ident}", (*way, str(item.ident))
    for sheet in _at(base, ("worksheets",)):
        fields = sheet.mapping.get("fields")
        for name in fields.mapping if fields else ():
            yield f"{sheet.ident}.{name}", ("worksheets", str(sheet.ident), "fields", name)


def _at(base: Part, way: Names) -> list[Part]:
    found = _walk(base, way)
    return [i for i in found.items if i.ident is not None] if found else []


def _walk(base: Part, way: Names) -> Part | None:
    here: Part | None = base
    for step in way:
        if here is None:
            return None
        here = here.mapping.get(step) or next((i for i in here.items if str(i.ident) == step), None)
    return here


def _take(base: Part, way: Names) -> None:
    """Take one part out, where it is still there, and what only served it."""
    around, part = _walk(base, way[:-1]), _walk(base, way)
    if around is None or part is None:
        return
    if isinstance(around.held, list):
        around.held.remove(part)
    else:
        del around.held[way[-1]]
    _unshow(base, way)
    for left in [*_questions_left(base, way), *_steps_left(base, way), *_others_left(base, way)]:
        _take(base, left)


def _unshow(base: Part, way: Names) -> None:
    """What is gone shows no buying stage, nor works a stage that is gone on one."""
    served, stage = _address(way), _stage(way)
    for one in _at(base, ("buying_stages",)):
        _unlist(one, "stages", stage)
        _unlist(one, "shown_by", lambda shows: served(shows) or served(shows.partition("=")[2]))


def _questions_left(base: Part, way: Names) -> Iterator[Names]:
    served, stage = _address(way), _stage(way)
    for question in _at(base, ("questions",)):
        lost = [_unlist(question, key, served) for key in ("wins", "reveals")]
        serves = any(question.mapping[k].held for k in ("wins", "reveals") if k in question.mapping)
        if _unlist(question, "stages", stage) or (any(lost) and not serves):
            yield ("questions", str(question.ident))


def _steps_left(base: Part, way: Names) -> Iterator[Names]:
    if way[0] != "worksheets":
        return
    for stage in _at(base, ("stages",)):
        around = ("stages", str(stage.ident), "steps")
        for step in _at(base, around):
            fills = step.mapping.get("fills")
            if fills is None or fills.held != way[1]:
                continue
            gone = len(way) == 4 and _unlist(step, "only", way[3].__eq__)
            if len(way) == 2 or gone:
                yield (*around, str(step.ident))


def _others_left(base: Part, way: Names) -> Iterator[Names]:
    match way:
        case ("questions", ident):
            yield from _emptied(base, ("chains",), "order", ident.__eq__)
        case ("worksheets", sheet):
            if "library" in base.mapping and sheet in base.mapping["library"].mapping:
                yield ("library", sheet)
        case ("stages", _):
            yield from _emptied(base, ("library", "objections"), "stages", _stage(way))
        case ("compliance", ident):
            for stage in _at(base, ("stages",)):
                if "exit" in stage.mapping:
                    _unlist(stage.mapping["exit"], "forbid", ident.__eq__)


def _emptied(base: Part, around: Names, key: str, gone: Gone) -> Iterator[Names]:
    for item in _at(base, around):
        if _unlist(item, key, gone):
            yield (*around, str(item.ident))


def _address(way: Names) -> Gone:
    """Whether an address, as questions write it, leads to or into what is removed."""
    match way:
        case ("stages", stage):
            return lambda a: a.startswith(f"{stage}/")
        case ("stages", stage, "exit", "criteria", criterion):
            return f"{stage}/{criterion}".__eq__
        case ("worksheets", sheet):
            return lambda a: a.startswith(f"{sheet}.")
        case ("worksheets", sheet, "fields", field):
            place = f"{sheet}.{field}"
            return lambda a: a == place or a.startswith((f"{place}.", f"{place}="))
        case ("worksheets", sheet, "fields", field, "keys", key):
            return f"{sheet}.{field}.{key}".__eq__
        case ("worksheets", sheet, "fields", field, "choices", choice):
            return f"{sheet}.{field}={choice}".__eq__
    return lambda _: False


def _stage(way: Names) -> Gone:
    return way[1].__eq__ if len(way) == 2 and way[0] == "stages" else lambda _: False


def _unlist(item: Part, key: str, gone: Gone) -> bool:
    """Take the names that are gone out of a list of names; True when that left it empty."""
    names = item.mapping.get(key)
    if names is None or not names.items:
        return False
    kept = [n for n in names.items if not (isinstance(n.held, str) and gone(n.held))]
    if len(kept) == len(names.items):
        return False
    names.held = kept
    return not kept
