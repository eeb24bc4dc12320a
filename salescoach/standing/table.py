"""All deals, one row each; where a terminal is too narrow for rows, a few lines each."""

from collections.abc import Iterator, Sequence

from salescoach.messages import Say
from salescoach.standing.facts import Row
from salescoach.standing.layout import laid, padded
from salescoach.visible import visible, width

COLUMNS = ("deal", "customer", "stage", "days", "exit", "errors", "warnings")
RIGHT = ("days", "exit", "errors", "warnings")
ELASTIC = ("customer", "stage")
"""What is cut where there is no room: an id is there to be typed, a number is whole or wrong."""
LEAST = 10
GAP = "  "
MOST_LINES = 2
"""Of what to do next: `status DEAL` says all of it."""
NONE = "-"
ENDED = ("won", "lost", "suspended")


def render(rows: Sequence[Row], say: Say, columns: int) -> Iterator[str]:
    """The lines; `columns` is the width of the terminal, 0 where there is none: then each deal is one line."""
    cells = [_cells(row, say) for row in rows]
    heads = {name: say(f"status.column-{name}") for name in COLUMNS}
    sizes = {n: max(width(c[n]) for c in [heads, *cells]) for n in COLUMNS}
    fitted = _fitted(sizes, columns)
    if fitted is None:
        for row, held in zip(rows, cells, strict=True):
            yield from _stacked(row, held, say, columns)
    else:
        head = _line(heads, fitted)
        yield head if columns else f"{head}{GAP}{say('status.column-todo')}"
        for row, held in zip(rows, cells, strict=True):
            yield from _row(row, held, fitted, say, columns)
    yield ""
    yield from laid(_summary(rows, say), columns)


def _cells(row: Row, say: Say) -> dict[str, str]:
    if row.broken:
        return {**dict.fromkeys(COLUMNS, NONE), "deal": visible(row.deal), "errors": str(row.errors)}
    usual = f"/{row.usual}" if row.usual is not None and row.days is not None else ""
    stage = visible(row.stage)
    if row.result in ENDED:
        stage = say("status.ended", stage=stage, result=say(f"status.result-{row.result}"))
    return {
        "deal": visible(row.deal),
        "customer": visible(row.customer),
        "stage": stage,
        "days": NONE if row.days is None else f"{row.days}{usual}",
        "exit": f"{row.held}/{row.criteria}",
        "errors": str(row.errors or NONE),
        "warnings": str(row.warnings or NONE),
    }


def _fitted(sizes: dict[str, int], columns: int) -> dict[str, int] | None:
    """The columns' widths; None where not even short ones fit."""
    if not columns:
        return sizes
    room = columns - sum(size for name, size in sizes.items() if name not in ELASTIC)
    room -= len(GAP) * (len(COLUMNS) - 1)
    if room < LEAST * len(ELASTIC):
        return None
    first, second = (sizes[name] for name in ELASTIC)
    one = min(first, max(room - second, room // 2))
    return {**sizes, ELASTIC[0]: one, ELASTIC[1]: min(second, room - one)}


def _line(cells: dict[str, str], sizes: dict[str, int]) -> str:
    return GAP.join(padded(cells[n], sizes[n], n in RIGHT) for n in COLUMNS).rstrip()


def _row(row: Row, cells: dict[str, str], sizes: dict[str, int], say: Say, columns: int) -> Iterator[str]:
    line = _line(cells, sizes)
    if columns:
        yield visible(line)
        yield from laid(_todo(row, say), columns, GAP, MOST_LINES)
    else:
        yield visible(f"{line}{GAP}{_todo(row, say)}")


def _stacked(row: Row, cells: dict[str, str], say: Say, columns: int) -> Iterator[str]:
    yield cells["deal"]
    if not row.broken:
        days = "" if row.days is None else say("status.days", days=row.days)
        gate = say("status.exit-short", held=row.held, all=row.criteria)
        parts = [cells["stage"], days, gate, *_wrong(row, say)]
        yield from laid(cells["customer"], columns, GAP)
        yield from laid(" · ".join(filter(None, parts)), columns, GAP)
    yield from laid(_todo(row, say), columns, GAP, MOST_LINES + 1)


def _wrong(row: Row, say: Say) -> Iterator[str]:
    for level, count in (("error", row.errors), ("warning", row.warnings)):
        if count:
            yield say(f"formats.{level}-{'one' if count == 1 else 'many'}", count=count)


def _todo(row: Row, say: Say) -> str:
    return visible(say("status.broken", why=row.broken) if row.broken else row.todo)


def _summary(rows: Sequence[Row], say: Say) -> str:
    """How many there are, and what to look at."""
    counts = {
        "ready": sum(row.act == "advance" for row in rows),
        "wrong": sum(bool(row.errors and not row.broken) for row in rows),
        "unread": sum(bool(row.broken) for row in rows),
    }
    parts = [say(f"status.total-{'one' if len(rows) == 1 else 'many'}", count=len(rows))]
    parts += [say(f"status.total-{name}", count=count) for name, count in counts.items() if count]
    return say("formats.semicolon").join(parts)
