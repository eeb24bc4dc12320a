"""Lines for a person: laid out in terminal cells, with nothing in them that acts on a terminal or a CI runner."""

from collections.abc import Iterator

from salescoach.visible import cut, visible, width, wrap


def laid(text: str, columns: int, first: str = "", most: int = 0) -> Iterator[str]:
    """`text` behind `first`, its other lines indented as far; in at most `most` lines (0: as many as it takes).

    `columns` is the width of the terminal, 0 where there is none: then it is one line.
    """
    indent = width(first)
    safe = visible(text).strip()
    lines = wrap(safe, max(columns - indent, 10)) if columns else [safe]
    if most and len(lines) > most:
        at = 0
        for line in lines[: most - 1]:
            at = safe.index(line, at) + len(line)
        lines[most - 1 :] = [cut(safe[at:].strip(), max(columns - indent, 10))]
    for at, line in enumerate(lines):
        yield visible(f"{' ' * indent if at else first}{line}").rstrip()


def padded(text: str, cells: int, right: bool = False) -> str:
    """`text` in exactly so many cells: cut, or with spaces behind it (or before it)."""
    kept = cut(text, cells)
    spaces = " " * (cells - width(kept))
    return spaces + kept if right else kept + spaces
