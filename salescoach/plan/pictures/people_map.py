"""Who is who at the customer: people in rows by level, the decision on top, and what goes between them."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from salescoach.plan.markdown import label
from salescoach.plan.pictures import WIDTH, drawing, fitted, height_of, lines_of_text
from salescoach.visible import clean, cut

LEVELS = ("decision", "managerial", "operational", "")
SIGNS = {"supporter": "+", "neutral": "○", "opponent": "−"}
"""How a stance is told without colour; a stance that nobody knows is "?"."""

_ACROSS = 3
_SPACE, _EDGE, _LANE, _TRACK = 10.0, 7.0, 8.0, 9.0
_NAME, _PART, _NOTE, _LEVEL, _BADGE = 13.0, 12.0, 11.0, 12.0, 7.5
_HALO = 'stroke="var(--paper, Canvas)" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
_PAPER = 'fill="var(--paper, Canvas)" stroke="currentColor"'


class Person(NamedTuple):
    """One person: `stance` supporter, neutral, opponent or ""; `level` one of LEVELS; `met` by one of ours."""

    id: str
    name: str
    part: str = ""
    stance: str = ""
    level: str = ""
    met: bool = True


class Link(NamedTuple):
    """What goes from one person to another: reports to, listens to."""

    start: str
    end: str
    label: str = ""


class PeopleMap(NamedTuple):
    """People and links; `words` says levels, stances and "not-met" in the plan's language."""

    people: tuple[Person, ...]
    links: tuple[Link, ...] = ()
    words: Mapping[str, str] = MappingProxyType({})

    def mermaid(self) -> str:
        """A flowchart with one subgraph for each level; nodes and links only by number."""
        number = {p.id: f"n{n}" for n, p in enumerate(self.people, 1)}
        lines = ["flowchart TB"]
        for level in LEVELS:
            nodes = [f"{number[p.id]}[{self._node(p)}]" for p in self._of(level)]
            if level and nodes:
                nodes = [
                    f"subgraph {level}[{_quoted(self._word(level))}]",
                    *(f"    {n}" for n in nodes),
                    "end",
                ]
            lines += [f"    {line}" for line in nodes]
        for link in self.known():
            name = f"|{_quoted(link.label)}|" if link.label.strip() else ""
            lines.append(f"    {number[link.start]} -->{name} {number[link.end]}")
        return "\n".join(lines)

    def svg(self) -> str:
        """Boxes in rows; numbered lines between them; what each line means in a list underneath."""
        return _Drawing(self).svg()

    def note(self, person: Person) -> str:
        """The stance as a sign and a word; that nobody of ours has met them."""
        sign = SIGNS.get(person.stance, "?")
        stance = f"{sign} {self._word(person.stance)}" if person.stance in SIGNS else sign
        return stance if person.met else f"{stance} · {self._word('not-met')}"

    def rows(self) -> list[tuple[str, Sequence[Person]]]:
        """The rows from top to bottom: the level's name where it begins, and who stands in it."""
        found: list[tuple[str, Sequence[Person]]] = []
        for level in LEVELS:
            people = self._of(level)
            for at in range(0, len(people), _ACROSS):
                found.append((self._word(level) if level and not at else "", people[at : at + _ACROSS]))
        return found

    def known(self) -> list[Link]:
        """The links between two people of this map."""
        ids = {p.id for p in self.people}
        return [one for one in self.links if {one.start, one.end} <= ids and one.start != one.end]

    def _of(self, level: str) -> list[Person]:
        return [p for p in self.people if (p.level if p.level in LEVELS else "") == level]

    def _word(self, key: str) -> str:
        return self.words.get(key) or key.replace("-", " ")

    def _node(self, person: Person) -> str:
        note = f" ({self.note(person)})"
        who = ", ".join(p for p in (clean(person.name)[0] or "-", clean(person.part)[0]) if p)
        return _quoted(cut(who, max(60 - len(note), 20)) + note)


def _quoted(text: str) -> str:
    """A label that no release of Mermaid takes for the beginning of a Markdown list."""
    safe = re.sub(r'^"(\d+)([.)])', lambda m: f'"{m[1]}#{ord(m[2])};', label(text))
    return re.sub(r'^"([-+*])(?=\s)', lambda m: f'"#{ord(m[1])};', safe)


class _Box(NamedTuple):
    """A person's place: `row` and `x` are known before `y` is."""

    person: Person
    row: int
    x: float
    width: float
    name: list[str]
    part: list[str]
    note: list[str]

    @property
    def height(self) -> float:
        return (
            2 * _EDGE
            + height_of(self.name, _NAME)
            + height_of(self.part, _PART)
            + height_of(self.note, _NOTE)
        )


class _Route(NamedTuple):
    """A line: out of one box through the gap `leave`, if need be down a lane, through the gap `enter` into the other.

    Gap 0 is above the first row, gap n + 1 below row n.
    """

    number: int
    start: _Box
    end: _Box
    leave: int
    enter: int
    lane: int

    @property
    def down(self) -> bool:
        """Whether it leaves through the lower edge."""
        return self.leave > self.start.row

    @property
    def from_above(self) -> bool:
        """Whether it arrives at the upper edge."""
        return self.enter == self.end.row


class _Drawing:
    """One map being laid out: boxes across, then routes, then what each gap needs, then everything downwards."""

    def __init__(self, people: PeopleMap) -> None:
        self.map = people
        self.rows = people.rows()
        row_of = {p.id: n for n, (_, row) in enumerate(self.rows) for p in row}
        self.links = [(one, *_gaps(row_of[one.start], row_of[one.end])) for one in people.known()]
        lanes = sum(leave != enter for _, leave, enter in self.links)
        self.left = lanes * _LANE + (_SPACE / 2 if lanes else 0)
        self.boxes = {b.person.id: b for n in range(len(self.rows)) for b in self._across(n)}
        self.routes = self._routes()
        self.ports = self._ports()
        self.tracks = self._tracks()
        self.tops, self.gaps, self.height = self._downwards()

    def _across(self, number: int) -> list[_Box]:
        people = self.rows[number][1]
        room = WIDTH - self.left - 2
        each = min((room - _SPACE * (len(people) - 1)) / len(people), 160)
        x = self.left + 1 + (room - each * len(people) - _SPACE * (len(people) - 1)) / 2
        inner = each - 2 * _EDGE
        return [
            _Box(
                p,
                number,
                x + n * (each + _SPACE),
                each,
                fitted(p.name, inner, _NAME, bold=True) or ["-"],
                fitted(p.part, inner, _PART),
                fitted(self.map.note(p), inner, _NOTE),
            )
            for n, p in enumerate(people)
        ]

    def _routes(self) -> list[_Route]:
        routes: list[_Route] = []
        for number, (one, leave, enter) in enumerate(self.links, 1):
            lane = sum(r.leave != r.enter for r in routes)
            routes.append(_Route(number, self.boxes[one.start], self.boxes[one.end], leave, enter, lane))
        return routes

    def _ports(self) -> dict[tuple[int, bool], float]:
        """Where each line meets its boxes, by (its number, whether it starts there): side by side on an edge."""
        edges: dict[tuple[str, bool], list[tuple[float, int, bool]]] = {}
        for r in self.routes:
            edges.setdefault((r.start.person.id, r.down), []).append((r.end.x, r.number, True))
            edges.setdefault((r.end.person.id, not r.from_above), []).append((r.start.x, r.number, False))
        ports = {}
        for (ident, _), ends in edges.items():
            box = self.boxes[ident]
            for n, (_, number, starts) in enumerate(sorted(ends), 1):
                ports[number, starts] = box.x + box.width * n / (len(ends) + 1)
        return ports

    def _tracks(self) -> dict[int, list[int]]:
        """The lines that run across in each gap, each on its own height."""
        found: dict[int, list[int]] = {}
        for r in self.routes:
            for gap in sorted({r.leave, r.enter}):
                found.setdefault(gap, []).append(r.number)
        return found

    def _downwards(self) -> tuple[list[float], list[float], float]:
        """Upper edges of the rows; where the tracks of each gap begin; where the last gap ends."""
        y = 1.0
        tops, gaps = [], []
        for n, (level, _) in enumerate(self.rows):
            y += self._under(n)
            gaps.append(y)
            y += _TRACK * len(self.tracks.get(n, ())) + (_SPACE if n else 0)
            y += height_of(fitted(level, WIDTH, _LEVEL), _LEVEL) + (4 if level else 0)
            y += self._over(n)
            tops.append(y)
            y += max(b.height for b in self.boxes.values() if b.row == n)
        y += self._under(len(self.rows))
        gaps.append(y)
        return tops, gaps, y + _TRACK * len(self.tracks.get(len(self.rows), ())) + 2

    def _under(self, gap: int) -> float:
        """Room below the boxes above a gap: for the badges and arrow heads at their lower edges."""
        if any(r.leave == gap and r.down for r in self.routes):
            return 2 * _BADGE + 8
        return _SPACE if any(r.enter == gap and not r.from_above for r in self.routes) else 0

    def _over(self, gap: int) -> float:
        """Room above the boxes under a gap."""
        if any(r.leave == gap and not r.down for r in self.routes):
            return 2 * _BADGE + 6
        return _SPACE if any(r.enter == gap and r.from_above for r in self.routes) else 0

    def svg(self) -> str:
        parts = [self._line(r) for r in self.routes]
        for n, (level, _) in enumerate(self.rows):
            parts += self._level(n, level)
        for box in self.boxes.values():
            parts += self._person(box)
        for r in self.routes:
            parts += [self._head(r), *self._badge(r)]
        legend, height = self._legend()
        names = "; ".join(", ".join(p.name for p in row) for _, row in self.rows)
        return drawing(height, names, [*parts, *legend])

    def _level(self, row: int, level: str) -> list[str]:
        lines = fitted(level, WIDTH, _LEVEL)
        y = self.tops[row] - self._over(row) - height_of(lines, _LEVEL) - 4
        written_lines = lines_of_text(lines, 0, y, _LEVEL, bold=True)
        return [line.replace("<text ", f"<text {_HALO} ", 1) for line in written_lines]

    def _person(self, box: _Box) -> list[str]:
        y = self.tops[box.row]
        dashes = "" if box.person.met else ' stroke-dasharray="4 3"'
        weight = 2.5 if box.person.stance == "opponent" else 1.5
        parts = [
            f'<rect x="{box.x:g}" y="{y:g}" width="{box.width:g}" height="{self._row_height(box.row):g}" rx="5"'
            f' {_PAPER} stroke-width="{weight}"{dashes}/>'
        ]
        y += _EDGE
        for lines, size in ((box.name, _NAME), (box.part, _PART), (box.note, _NOTE)):
            parts += lines_of_text(lines, box.x + _EDGE, y, size, bold=size == _NAME)
            y += height_of(lines, size)
        return parts

    def _row_height(self, row: int) -> float:
        return max(b.height for b in self.boxes.values() if b.row == row)

    def _edge(self, route: _Route, starts: bool) -> float:
        """The height at which a line meets its box."""
        box, lower = (route.start, route.down) if starts else (route.end, not route.from_above)
        return self.tops[box.row] + (self._row_height(box.row) if lower else 0)

    def _track(self, gap: int, number: int) -> float:
        return self.gaps[gap] + _TRACK * (self.tracks[gap].index(number) + 0.5)

    def _line(self, r: _Route) -> str:
        x, to_x = self.ports[r.number, True], self.ports[r.number, False]
        out, into = self._track(r.leave, r.number), self._track(r.enter, r.number)
        path = f"M{x:g} {self._edge(r, True):g}V{out:g}"
        if r.leave != r.enter:
            path += f"H{_LANE * r.lane + 2:g}V{into:g}"
        path += f"H{to_x:g}V{self._edge(r, False):g}"
        return f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.25"/>'

    def _head(self, r: _Route) -> str:
        x, y = self.ports[r.number, False], self._edge(r, False)
        back = y - 8 if r.from_above else y + 8
        return f'<path d="M{x:g} {y:g}L{x - 4:g} {back:g}H{x + 4:g}Z"/>'

    def _badge(self, r: _Route) -> list[str]:
        x, y = self.ports[r.number, True], self._edge(r, True)
        y += _BADGE + 3 if r.down else -_BADGE - 3
        return _number(r.number, x, y)

    def _legend(self) -> tuple[list[str], float]:
        parts: list[str] = []
        y = self.height + (_SPACE if self.routes else 0)
        for r, (one, *_) in zip(self.routes, self.links, strict=True):
            what = f" · {one.label}" if one.label.strip() else ""
            lines = fitted(f"{_called(r.start)} → {_called(r.end)}{what}", WIDTH - 24, _PART)
            parts += _number(r.number, 9, y + 8)
            parts += lines_of_text(lines, 24, y, _PART)
            y += height_of(lines, _PART) + 3
        return parts, y


def _called(box: _Box) -> str:
    return box.person.name.strip() or "-"


def _number(number: int, x: float, y: float) -> list[str]:
    return [
        f'<circle cx="{x:g}" cy="{y:g}" r="{_BADGE:g}" {_PAPER}/>',
        f'<text x="{x:g}" y="{y + 3.5:g}" font-size="10" text-anchor="middle">{number}</text>',
    ]


def _gaps(start: int, end: int) -> tuple[int, int]:
    """The gaps through which a line leaves its row and enters the other: the nearer ones."""
    if start == end:
        return start, start
    return (start + 1, end) if start < end else (start, end + 1)
