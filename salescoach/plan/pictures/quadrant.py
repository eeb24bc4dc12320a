"""Four quadrants with names in them: the criteria against one rival (METHOD.md §7.4)."""

from typing import Literal, NamedTuple

from salescoach.plan.markdown import label
from salescoach.plan.pictures import WIDTH, drawing, fitted, height_of, lines_of_text

Corner = Literal["top_right", "top_left", "bottom_left", "bottom_right"]

MOST_POINTS = 8
"""Mermaid shows no more without labels on top of each other; the SVG lists all."""
_CORNERS: tuple[Corner, ...] = ("top_right", "top_left", "bottom_left", "bottom_right")
_AT = {
    "top_right": (0.55, 0.55),
    "top_left": (0.05, 0.55),
    "bottom_left": (0.05, 0.05),
    "bottom_right": (0.55, 0.05),
}

_GAP, _EDGE = 4.0, 9.0
_BOX = (WIDTH - _GAP) / 2
_NAME, _POINT, _AXIS = 14.0, 13.0, 12.0
_TINT = {"top_right": ".12", "top_left": ".06", "bottom_left": "0", "bottom_right": ".03"}


class Quadrant(NamedTuple):
    """A chart of two by two; all texts plain, the points in the order in which they are to stand."""

    x_low: str
    x_high: str
    y_low: str
    y_high: str
    top_right: str
    top_left: str
    bottom_left: str
    bottom_right: str
    points: tuple[tuple[str, Corner], ...]

    def mermaid(self) -> str:
        """A `quadrantChart`; every label quoted, points apart from each other within their quadrant."""
        lines = [
            "quadrantChart",
            f"    x-axis {label(self.x_low)} --> {label(self.x_high)}",
            f"    y-axis {label(self.y_low)} --> {label(self.y_high)}",
            *(f"    quadrant-{n} {label(self._name(corner))}" for n, corner in enumerate(_CORNERS, 1)),
        ]
        used: dict[str, int] = {}
        for name, corner in self.points[:MOST_POINTS]:
            count = used[corner] = used.get(corner, 0) + 1
            x, y = _AT[corner]
            across, up = x + 0.1 + 0.2 * ((count - 1) % 2), y + 0.38 - 0.09 * (count - 1)
            lines.append(f"    {label(name)}: [{across:.2f}, {max(up, y + 0.02):.2f}]")
        return "\n".join(lines)

    def svg(self) -> str:
        """Two rows of two boxes, each with its name and its points as a list: nothing can overlap."""
        parts: list[str] = []
        y = 0.0
        for end, left, right in (
            (f"↑ {self.y_high}", "top_left", "top_right"),
            (f"↓ {self.y_low}", "bottom_left", "bottom_right"),
        ):
            axis = fitted(end, WIDTH, _AXIS)
            parts += lines_of_text(axis, WIDTH / 2, y, _AXIS, anchor="middle")
            y += height_of(axis, _AXIS) + _GAP
            height = max(self._height(left), self._height(right))
            parts += [*self._box(left, 0, y, height), *self._box(right, _BOX + _GAP, y, height)]
            y += height + _GAP
        low, high = fitted(f"← {self.x_low}", _BOX, _AXIS), fitted(f"{self.x_high} →", _BOX, _AXIS)
        parts += lines_of_text(low, 0, y, _AXIS)
        parts += lines_of_text(high, WIDTH, y, _AXIS, anchor="end")
        y += max(height_of(low, _AXIS), height_of(high, _AXIS)) + _GAP
        return drawing(y, self._summary(), parts)

    def _name(self, corner: str) -> str:
        return str(getattr(self, corner))

    def _in(self, corner: str) -> list[str]:
        return [name for name, place in self.points if place == corner]

    def _summary(self) -> str:
        full = [(self._name(c), ", ".join(self._in(c))) for c in _CORNERS if self._in(c)]
        return "; ".join(f"{name}: {points}" for name, points in full) or f"{self.y_high}, {self.x_high}"

    def _title(self, corner: str) -> list[str]:
        return fitted(self._name(corner), _BOX - 2 * _EDGE, _NAME, bold=True)

    def _height(self, corner: str) -> float:
        points = sum(height_of(_point(name), _POINT) + _GAP for name in self._in(corner))
        return max(2 * _EDGE + height_of(self._title(corner), _NAME) + _GAP + points, 64)

    def _box(self, corner: str, x: float, y: float, height: float) -> list[str]:
        weight = 2 if corner.startswith("top") else 1
        parts = [
            f'<rect x="{x + 1:g}" y="{y:g}" width="{_BOX - 2:g}" height="{height:g}" rx="4"'
            f' fill-opacity="{_TINT[corner]}" stroke="currentColor" stroke-width="{weight}"/>'
        ]
        title = self._title(corner)
        parts += lines_of_text(title, x + _EDGE, y + _EDGE, _NAME, bold=True)
        y += _EDGE + height_of(title, _NAME) + _GAP
        for name in self._in(corner):
            lines = _point(name)
            parts.append(f'<circle cx="{x + _EDGE + 3:g}" cy="{y + _POINT * 0.65:g}" r="2.5"/>')
            parts += lines_of_text(lines, x + _EDGE + 11, y, _POINT)
            y += height_of(lines, _POINT) + _GAP
        return parts


def _point(name: str) -> list[str]:
    return fitted(name, _BOX - 2 * _EDGE - 11, _POINT) or ["-"]
