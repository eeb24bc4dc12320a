"""Conditions on the fields of one row: `which`, `have`, `only_if`, `customer_sees`, the rungs of a ladder.

Forms (FORMAT.md §2): `known` · a value · a list of values · `{is}` · `{at_least}` · `{at_most}` ·
`{cells: N, known: [parts]}`, each also with `proven_by: grade`. On lists and cells any entry is enough.
A list of conditions holds when any one of them does. A verdict is three-valued: holds, fails, or cannot be told yet.
"""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from salescoach.deal.deal import Row, View
from salescoach.deal.evidence import COUNTING, Record, Want
from salescoach.fields import MISSING, UNKNOWN, known, ranks
from salescoach.fields import kind as field_kind
from salescoach.fields.cells import keys as cell_keys
from salescoach.memo import by_identity

if TYPE_CHECKING:
    from salescoach.playbook.model import Field, Worksheet

COMPARISONS = ("is", "at_least", "at_most", "cells")
KEYS = (*COMPARISONS, "known", "proven_by")


class Gap(NamedTuple):
    """Something a condition lacks.

    `address`: the field, cell, criterion or table ("pains": a row is lacking) it is about.
    `reason`: `missing`, `unknown`, `differs`, or a reason of `evidence.Proof`. `grade`: the proof
    asked for, "" for none. `wanted`: the value wanted, MISSING when any will do. `parts`: the parts
    of a cell that must be known.
    """

    address: str
    reason: str
    grade: str = ""
    wanted: Any = MISSING
    parts: tuple[str, ...] = ()


class Verdict(NamedTuple):
    """`holds` is None when it cannot be told yet; `proof` are the records that made it hold."""

    holds: bool | None
    gaps: tuple[Gap, ...] = ()
    proof: tuple[Record, ...] = ()


def both(verdicts: Sequence[Verdict]) -> Verdict:
    """All of them: one that fails decides, else one that cannot be told."""
    if len(verdicts) == 1:
        return verdicts[0]
    holds: bool | None = True
    gaps: tuple[Gap, ...] = ()
    proof: tuple[Record, ...] = ()
    for one in verdicts:
        if one.holds is not True and holds is not False:
            holds = one.holds
        gaps += one.gaps
        proof += one.proof
    return Verdict(holds, gaps, proof)


HOLDS, FAILS = Verdict(True), Verdict(False)
_AS_SUCH = {"": MISSING}
"""Proof is asked of a field as such, whatever its value."""
Condition = Mapping[str, Any] | Sequence[Mapping[str, Any]]


def alternatives(condition: Any) -> list[Mapping[str, Any]]:
    """The conditions of which one is enough: those of a list, else the one itself."""
    listed = condition if isinstance(condition, list) else [condition]
    return [one for one in listed if isinstance(one, dict)]


def names_in(condition: Any) -> list[str]:
    """Every field that a condition names, in its order."""
    return list(dict.fromkeys(name for one in alternatives(condition) for name in one))


def nearest(verdicts: Iterable[Verdict]) -> Verdict:
    """Any one of them: the first that holds, else the one with the fewest gaps. What comes after it is not asked."""
    others = []
    for one in verdicts:
        if one.holds:
            return one
        others.append(one)
    return min(others, key=lambda v: len(v.gaps))


Fits = Callable[[Any], bool]
"""Whether an entry that is known is what is asked for."""


class _Asked(NamedTuple):
    """What one entry of a condition asks of a field. `cells` is -1 where it is not about cells.

    `proven`: the field that the records are for; `guards`: which of its entries must be proven, None where it is
    the field as such.
    """

    name: str
    field: "Field"
    spec: Any
    fits: Fits
    wanted: Any
    grade: str
    cells: int
    parts: list[str]
    proven: str
    guards: Fits | None


def judge(condition: Condition, row: Row, view: View, required: bool = False) -> Verdict:
    """Whether `row` meets every entry of `condition`, or of one condition of a list.

    A field that does not exist here (`only_if`) meets nothing; where fields are `required` it is skipped.
    """
    if isinstance(condition, dict):
        return _judge_one(condition, row, view, required)
    return nearest(_judge_one(one, row, view, required) for one in alternatives(condition))


def _judge_one(condition: Mapping[str, Any], row: Row, view: View, required: bool) -> Verdict:
    verdicts = []
    for asked in _asked(condition, row.sheet):
        if asked.field.only_if is not None and not exists(row, asked.name, view):
            if not required:
                verdicts.append(FAILS)
        else:
            verdicts.append(_judge_field(row, asked, view))
    return both(verdicts)


def exists(row: Row, name: str, view: View) -> bool:
    """Whether the field exists in this row: its `only_if` holds."""
    field = row.sheet.fields.get(name)
    return field is None or field.only_if is None or judge(field.only_if, row, view).holds is True


def _asked(condition: Mapping[str, Any], sheet: "Worksheet") -> list[_Asked]:
    """The entries of a condition, taken apart once for each worksheet it is about."""
    by_sheet = _taken_apart(condition)
    found = by_sheet.get(id(sheet))
    if found is None:
        made = [
            _take_apart(name, sheet, spec)
            for name, specs in condition.items()
            for spec in (specs if _is_list_of_specs(specs) else [specs])
        ]
        found = by_sheet[id(sheet)] = (sheet, made)
    return found[1]


@by_identity
def _taken_apart(_condition: Mapping[str, Any]) -> dict[int, tuple["Worksheet", list[_Asked]]]:
    return {}


def _is_list_of_specs(specs: Any) -> bool:
    return isinstance(specs, list) and any(isinstance(s, dict) for s in specs)


def _take_apart(name: str, sheet: "Worksheet", spec: Any) -> _Asked:
    asked = dict(spec) if isinstance(spec, dict) else {}
    grade = str(asked.pop("proven_by", ""))
    compared = asked if isinstance(spec, dict) else spec
    field, fits = sheet.fields[name], _fits(compared, name, sheet)
    proven, guards = name, fits
    if field.derived == "decayed":  # what is proven is the level before it fell
        proven, guards = str(field.parameters["of"]), _anything
    kind = sheet.fields[proven].kind
    return _Asked(
        name,
        field,
        compared,
        fits,
        _wanted(compared),
        grade,
        int(asked.get("cells", -1)),
        list(asked.get("known", ())),
        proven,
        guards if kind and field_kind(kind).GUARDED else None,
    )


def _judge_field(row: Row, asked: _Asked, view: View) -> Verdict:
    name, field = asked.name, asked.field
    if asked.cells >= 0:
        return _judge_cells(row, name, asked.cells, asked.parts, asked.grade, view)
    if asked.grade and field.derived == "words":
        return _judge_words(row, name, asked.grade, view)
    value = view.value(row, name)
    matches = _matches(value, asked, row.sheet, view)
    if matches is None and field.derived and _ruled_out(asked.spec, row, field, view):
        matches = False
    if matches is True:
        return _prove(row, asked, value, view) if asked.grade else HOLDS
    if field.derived == "words":  # what was said stays said, so it is there or was never heard
        source = row.address(str(field.parameters.get("of", name)))
        return Verdict(False, (Gap(source, "unproven", COUNTING[-1]),))
    reason = "missing" if value is MISSING else "unknown" if value == UNKNOWN else "differs"
    gaps = _input_gaps(row, name, view) if field.derived else ()
    return Verdict(matches, gaps or (Gap(row.address(name), reason, asked.grade, asked.wanted),))


def _wanted(spec: Any) -> Any:
    """The one value that a condition asks for, MISSING when several would do."""
    if isinstance(spec, dict):
        spec = next((spec[k] for k in ("is", "at_least", "at_most") if k in spec), MISSING)
    if isinstance(spec, list):
        return spec[0] if len(spec) == 1 else MISSING
    return MISSING if spec == "known" else spec


def _matches(value: Any, asked: _Asked, sheet: "Worksheet", view: View) -> bool | None:
    """Compare a value, whatever proves it; None: cannot be told."""
    if not known(value):
        return None
    if isinstance(value, list):
        return any(map(asked.fits, value))
    if not isinstance(value, dict):
        return asked.fits(value)
    if any(map(asked.fits, _entries(value).values())):
        return True
    return None if _open_keys(value, asked.field, sheet, view) else False


def _entries(value: Any) -> dict[Any, Any]:
    """What of a value is compared: each cell by its key, each entry of a list by its place, or the value."""
    if isinstance(value, dict):
        return {k: v for k, v in value.items() if known(v)}
    return dict(enumerate(value if isinstance(value, list) else [value]))


def _fits(spec: Any, name: str, sheet: "Worksheet") -> Fits:
    """What a condition asks of an entry, as a function of it."""
    if isinstance(spec, dict):
        tests = [_comparison(how, wanted, _order(sheet, name)) for how, wanted in spec.items()]
        return tests[0] if len(tests) == 1 else lambda entry: all(test(entry) for test in tests)
    if spec == "known":
        return _anything
    return _one_of(spec if isinstance(spec, list) else [spec])


def _anything(_entry: Any) -> bool:
    return True


def _one_of(wanted: list[Any]) -> Fits:
    if all(isinstance(w, str) for w in wanted):
        return tuple(wanted).__contains__
    return lambda entry: any(_same(entry, w) for w in wanted)


def _comparison(how: str, wanted: Any, order: Mapping[Any, int]) -> Fits:
    if how == "is":
        return _one_of(wanted if isinstance(wanted, list) else [wanted])
    holds = operator.ge if how == "at_least" else operator.le
    if order:
        return lambda entry: entry in order and wanted in order and holds(order[entry], order[wanted])
    return lambda entry: isinstance(entry, int | float) and bool(holds(entry, wanted))


def _order(sheet: "Worksheet", name: str) -> Mapping[Any, int]:
    """The ranks of the choices that are compared; a level that falls with time has those of what it falls from."""
    field = sheet.fields[name]
    return ranks(sheet.fields[str(field.parameters["of"])] if field.derived == "decayed" else field)


def _ruled_out(spec: Any, row: Row, field: "Field", view: View) -> bool:
    """Whether a derived field can no longer become what is wanted, whatever its open inputs turn out to be."""
    wanted = spec.get("is") if isinstance(spec, dict) else spec
    still = view.deal.derived.possible(field, row, view)
    if still is None or wanted in (None, "known"):
        return False
    return not set(wanted if isinstance(wanted, list) else [wanted]) & set(still)


def _open_keys(value: Mapping[str, Any], field: "Field", sheet: "Worksheet", view: View) -> bool:
    """Whether cells (or what was derived from cells) leave a key of the other table unjudged."""
    if not field.derived:
        return bool(set(cell_keys(field, view.deal)) - set(value))
    inputs = [f for n in view.deal.derived.inputs(field) if (f := sheet.fields[n]).kind == "cells"]
    return any(set(cell_keys(source, view.deal)) - set(value) for source in inputs)


def _same(left: Any, right: Any) -> bool:
    return bool(left == right) and isinstance(left, bool) == isinstance(right, bool)


def _prove(row: Row, asked: _Asked, value: Any, view: View) -> Verdict:
    """Proof of what is there: of a guarded kind the very value, or an entry that fits, must be proven."""
    name, guards = asked.proven, asked.guards
    if name != asked.name:
        value = view.value(row, name)
    fitting: Mapping[Any, Any] = _AS_SUCH
    if guards is not None:
        fitting = {k: e for k, e in _entries(value).items() if guards(e)}
    gaps = []
    for key, entry in fitting.items():
        address = row.address(name, key) if isinstance(value, dict) else row.address(name)
        proof = view.proof(address, Want(asked.grade, entry))
        if proof.records:
            return Verdict(True, (), proof.records)
        gaps.append(Gap(address, proof.reason, asked.grade, asked.wanted))
    return Verdict(False, tuple(gaps[:1]))


def _judge_words(row: Row, name: str, grade: str, view: View) -> Verdict:
    """The customer's own words are there exactly when evidence of the grade is."""
    source = str(row.sheet.fields[name].parameters.get("of", name))
    proof = view.proof(row.address(source), Want(grade, words=True))
    if proof.records:
        return Verdict(True, (), proof.records)
    return Verdict(False, (Gap(row.address(source), proof.reason, grade),))


def _judge_cells(row: Row, name: str, count: int, parts: list[str], grade: str, view: View) -> Verdict:
    """At least `count` cells with these parts known (and proven); the gaps are the nearest other cells."""
    field = row.sheet.fields[name]
    value = view.value(row, name)
    cells = value if isinstance(value, dict) else {}
    good: list[Record] = []
    met = 0
    lacking: list[tuple[int, Gap]] = []
    for key in cell_keys(field, view.deal):
        verdict = _judge_cell(row, name, key, cells.get(key, MISSING), parts, grade, view)
        if verdict.holds:
            met += 1
            good.extend(verdict.proof)
        else:
            lacking.append((_distance(cells.get(key, MISSING), verdict.gaps[0]), verdict.gaps[0]))
    if met >= count:
        return Verdict(True, (), tuple(good))
    lacking.sort(key=lambda pair: pair[0])
    return Verdict(False, tuple(gap for _, gap in lacking[: count - met]), tuple(good))


def _distance(cell: Any, gap: Gap) -> int:
    """How far a cell is from being met: known but unproven is nearest, then begun, then untouched."""
    if gap.reason not in ("missing", "unknown"):
        return 0
    return 1 if isinstance(cell, dict) and any(known(v) for v in cell.values()) else 2


def _judge_cell(
    row: Row, name: str, key: str, cell: Any, parts: list[str], grade: str, view: View
) -> Verdict:
    field = row.sheet.fields[name]
    address = row.address(name, key)
    have = cell if isinstance(cell, dict) else {}
    open_parts = tuple(p for p in parts if not known(have.get(p, MISSING)))
    begun = any(known(v) for v in have.values()) if field.cell else known(cell)
    if open_parts or not begun:
        asked = cell == UNKNOWN or any(have.get(p) == UNKNOWN for p in open_parts or have)
        return Verdict(False, (Gap(address, "unknown" if asked else "missing", grade, parts=tuple(parts)),))
    if not grade:
        return Verdict(True)
    guarded = [p for p in parts if field_kind(field.cell[p].kind).GUARDED]
    target = have[guarded[0]] if guarded else cell if not field.cell else MISSING
    proof = view.proof(address, Want(grade, target))
    if proof.records:
        return Verdict(True, (), proof.records)
    return Verdict(False, (Gap(address, proof.reason, grade, parts=tuple(parts)),))


def _input_gaps(row: Row, name: str, view: View) -> tuple[Gap, ...]:
    """What a derived field lacks: those of its inputs in the same row that are not known."""
    gaps: list[Gap] = []
    for source in view.deal.derived.inputs(row.sheet.fields[name]):
        field = row.sheet.fields.get(source)
        if field is None or not exists(row, source, view):
            continue
        value = view.value(row, source)
        if field.derived and not known(value):
            gaps.extend(_input_gaps(row, source, view))
        elif field.kind == "cells":
            cells = value if isinstance(value, dict) else {}
            for key in cell_keys(field, view.deal):
                if not known(cells.get(key, MISSING)):
                    gaps.append(Gap(row.address(source, key), "unknown" if cells.get(key) else "missing"))
        elif not known(value):
            gaps.append(Gap(row.address(source), "unknown" if value == UNKNOWN else "missing"))
    return tuple(gaps)
