"""The results of a class: each rep's attempts, best, latest and passes, and where the class is weak."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from salescoach import markdown
from salescoach.drill.exports import Record
from salescoach.drill.record import trends
from salescoach.messages import Say
from salescoach.visible import visible, width

COLUMNS = ("name", "attempts", "scenarios", "best", "latest", "passes", "exams")
CSV_COLUMNS = (
    "name", "day", "kind", "scenario", "rubric", "level", "language", "exam", "seed", "total", "passed", "critical",
    "outcome", "seconds", "wall",
)  # fmt: skip
WEAKEST = 5
"""Behaviours that are listed as the class's weak spots."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula."""


class Rep(NamedTuple):
    """One rep. `best` and `latest`: points, None without an attempt; `passes` of `attempts`; `exams` that were passed.

    `rank` from 1 on a leader board, the same for the same result; 0 where nobody asked for one.
    """

    name: str
    attempts: int
    scenarios: int
    best: int | None
    latest: int | None
    passes: int
    exams: int
    rank: int = 0


class Weak(NamedTuple):
    """How a class does at one behaviour: the mean share of its points, 0 to 1, over so many reps."""

    rubric: str
    row: str
    share: float
    reps: int


class Results(NamedTuple):
    """A class."""

    reps: list[Rep]
    weak: list[Weak]
    records: dict[str, list[Record]]


def results(records: dict[str, list[Record]], leader_board: bool) -> Results:
    """The results, by name; as a leader board by exams passed, passes, best and latest."""
    reps = sorted(
        (_rep(name, listed) for name, listed in records.items()), key=lambda rep: rep.name.casefold()
    )
    if leader_board:
        ordered = sorted(reps, key=_merit, reverse=True)
        merits = [_merit(rep) for rep in ordered]
        reps = [rep._replace(rank=merits.index(_merit(rep)) + 1) for rep in ordered]
    return Results(reps, _weak(records), {rep.name: records[rep.name] for rep in reps})


def _merit(rep: Rep) -> tuple[int, ...]:
    return rep.exams, rep.passes, rep.best or 0, rep.latest or 0


def _rep(name: str, records: Sequence[Record]) -> Rep:
    totals = [int(one["total"]) for one in records]
    passed = [one for one in records if one.get("passed") is True]
    return Rep(
        name,
        len(records),
        len({one["scenario"] for one in records}),
        max(totals, default=None),
        next(reversed(totals), None),
        len(passed),
        sum(one.get("exam") is True for one in passed),
    )


def _weak(records: Mapping[str, Sequence[Record]]) -> list[Weak]:
    """Every behaviour, the weakest first: what each rep can do now counts the same."""
    shares: dict[tuple[str, str], list[float]] = {}
    for listed in records.values():
        for trend in trends(listed):
            shares.setdefault((trend.rubric, trend.row), []).append(trend.now)
    found = [Weak(*key, sum(of) / len(of), len(of)) for key, of in shares.items()]
    return sorted(found, key=lambda one: (one.share, one.rubric, one.row))


Titles = Mapping[tuple[str, str], str]
"""What the rows of rubrics are called."""


def plain(of: Results) -> dict[str, Any]:
    """The results for programs."""
    return {
        "reps": [{n: v for n, v in rep._asdict().items() if n != "rank" or v} for rep in of.reps],
        "behaviours": [one._asdict() | {"share": round(one.share, 3)} for one in of.weak],
        "attempts": [_flat(rep, one) for rep, listed in of.records.items() for one in listed],
    }


def as_csv(of: Results) -> str:
    """One attempt a line, for a learning system; nothing in it is a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, CSV_COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for rep, listed in of.records.items():
        for one in listed:
            writer.writerow({name: _cell(value) for name, value in _flat(rep, one).items()})
    return out.getvalue()


def _flat(rep: str, record: Record) -> dict[str, Any]:
    found = {name: record.get(name) for name in CSV_COLUMNS}
    critical = record.get("critical")
    joined = " ".join(str(one) for one in critical) if isinstance(critical, list) else ""
    return {**found, "name": rep, "critical": joined}


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else visible(str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def as_markdown(of: Results, say: Say, titles: Titles) -> str:
    """A page with two tables."""
    head, rows = _table(of, say)
    parts = [
        f"# {say('drill.results')}",
        markdown.table(head, [[markdown.text(c) for c in row] for row in rows]),
    ]
    if of.weak:
        cells = [[markdown.text(title), share, str(one.reps)] for one, title, share in _listed(of, titles)]
        heads = [say("drill.head-behaviour"), say("drill.head-share"), say("drill.head-reps")]
        parts += [f"## {say('drill.weak-spots')}", markdown.table(heads, cells)]
    return "\n\n".join(parts) + "\n"


def as_text(of: Results, say: Say, titles: Titles) -> str:
    """The same for a terminal."""
    head, rows = _table(of, say)
    cells = [head, *([visible(cell) for cell in row] for row in rows)]
    sizes = [max(width(row[at]) for row in cells) for at in range(len(head))]
    lines = [
        "  ".join(_padded(row[at], sizes[at], at, of) for at in range(len(head))).rstrip() for row in cells
    ]
    if of.weak:
        lines += ["", say("drill.weak-spots")]
        lines += [f"{share:>5}  {visible(title)}" for _, title, share in _listed(of, titles)]
    return "\n".join(lines)


def _padded(cell: str, size: int, at: int, of: Results) -> str:
    space = " " * (size - width(cell))
    is_name = at == (1 if _ranked(of) else 0)
    return cell + space if is_name else space + cell


def _ranked(of: Results) -> bool:
    return any(rep.rank for rep in of.reps)


def _table(of: Results, say: Say) -> tuple[list[str], list[list[str]]]:
    names = [*(["rank"] if _ranked(of) else []), *COLUMNS]
    rows = [
        ["–" if (value := getattr(rep, name)) in (None, "") else str(value) for name in names]
        for rep in of.reps
    ]
    return [say(f"drill.results-{name}") for name in names], rows


def _listed(of: Results, titles: Titles) -> list[tuple[Weak, str, str]]:
    return [
        (one, titles.get((one.rubric, one.row), f"{one.rubric}/{one.row}"), f"{round(100 * one.share)} %")
        for one in of.weak[:WEAKEST]
    ]
