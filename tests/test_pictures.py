"""The pictures of the plan: the same Mermaid as ever, an SVG that no label can break or crowd."""

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import TESTS
from test_mermaid import HOSTILE, VERSIONS, drawn

from salescoach.plan.pictures import Picture, fence
from salescoach.plan.pictures.people_map import LEVELS, Link, PeopleMap, Person
from salescoach.plan.pictures.quadrant import Corner, Quadrant
from salescoach.visible import visible, width

CORNERS: tuple[Corner, ...] = ("top_right", "top_left", "bottom_left", "bottom_right")
STANCES = ("supporter", "neutral", "opponent", "")
LABELS = (
    *HOSTILE,
    "\ufffe</svg><script>alert(1)</script>",
    "WWWWWWWWWWWWWWWWWWWWWWWW",
    "客户" * 30,
    "",
    "1. one",
    "- two",
)
WORDS = {"decision": "决策层", "managerial": "管理层", "supporter": "支持", "not-met": "未见面"}


def quadrant(labels: tuple[str, ...]) -> Quadrant:
    ends = (labels * 8)[:8]
    return Quadrant(*ends, points=tuple((name, CORNERS[n % 4]) for n, name in enumerate(labels)))


def people(labels: tuple[str, ...]) -> PeopleMap:
    """Twelve people on every level, each with a link to another row, to the same row and far away."""
    names = (labels * 12)[:12]
    everybody = tuple(
        Person(f"p{n}", name, names[-n], STANCES[n % 4], LEVELS[n * 4 // 12], n % 3 > 0)
        for n, name in enumerate(names)
    )
    pairs = [(0, 3), (4, 5), (9, 1), (6, 3), (7, 8), (2, 11), (3, 0)]
    return PeopleMap(everybody, tuple(Link(f"p{a}", f"p{b}", names[a]) for a, b in pairs), WORDS)


PICTURES: list[Picture] = [
    quadrant(LABELS),
    quadrant(("Price", "Engineers on site")),
    quadrant(("",)),
    people(LABELS),
    people(("Shen Yu, operations", "高明")),
    PeopleMap((Person("a", "Alone"),)),
    PeopleMap(()),
]


def test_the_quadrant_says_to_mermaid_what_the_plans_say() -> None:
    plan = (TESTS / "plans" / "criteria.md").read_text(encoding="utf-8")
    picture = Quadrant(
        "我方弱", "我方强", "对客户不重要", "对客户重要", "优胜指标", "杀手指标", "无价值指标", "沉睡指标",
        (
            ("新资费两周内上线", "top_right"),
            ("省内有驻场工程师", "top_left"),
            ("接口开放", "bottom_right"),
            ("供应商规模", "bottom_left"),
        ),
    )  # fmt: skip
    assert f"\n\n{fence(picture)}\n\n" in plan


def test_points_of_one_quadrant_stand_apart_and_inside() -> None:
    chart = quadrant(("x",))._replace(points=tuple((f"c{n}", "top_right") for n in range(12))).mermaid()
    found = re.findall(r'"c\d+": \[([\d.]+), ([\d.]+)\]', chart)
    assert len(found) == 8
    assert len(set(found[:6])) == 6
    assert all(0.5 < float(x) < 1 and 0.5 < float(y) < 1 for x, y in found)


def test_the_people_stand_under_their_level() -> None:
    chart = PeopleMap(
        (Person("gao", "Gao Ming", "decides", "opponent", "decision", False), Person("shen", 'Shen "Yu"')),
        (Link("shen", "gao", "reports to"), Link("shen", "nobody", "x"), Link("gao", "gao", "x")),
        {"decision": "Decision"},
    ).mermaid()
    assert chart.splitlines() == [
        "flowchart TB",
        '    subgraph decision["Decision"]',
        '        n1["Gao Ming, decides (− opponent · not met)"]',
        "    end",
        '    n2["Shen #quot;Yu#quot; (?)"]',
        '    n2 -->|"reports to"| n1',
    ]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: f"{type(p).__name__}-{len(p[0])}")
def test_same_bytes_twice(picture: Picture) -> None:
    assert picture.svg() == picture.svg()
    assert picture.mermaid() == picture.mermaid()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: f"{type(p).__name__}-{len(p[0])}")
def test_the_svg_is_well_formed_and_harmless(picture: Picture) -> None:
    tree = ElementTree.fromstring(picture.svg())
    assert {e.tag for e in tree.iter()} <= {"svg", "title", "rect", "circle", "path", "text"}
    for element in tree.iter():
        assert not {"id", "href", "class", "style"} & set(element.attrib)
        assert not [name for name in element.attrib if name.startswith("on") or ":" in name]
        assert visible(element.text or "", one_line=False) == (element.text or "")
    assert "http" not in picture.svg() and "url(" not in picture.svg()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: f"{type(p).__name__}-{len(p[0])}")
def test_no_text_stands_on_another_or_outside(picture: Picture) -> None:
    tree = ElementTree.fromstring(picture.svg())
    height = float(tree.attrib["height"])
    boxes = [box(e) for e in tree.iter("text")]
    for left, top, right, bottom in boxes:
        assert left >= -0.5 and right <= 328.5 and top >= 0 and bottom <= height
    for one, other in combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert across <= 0.5 or down <= 0.5, (one, other)


def box(text: ElementTree.Element) -> tuple[float, float, float, float]:
    """Where a line of text stands, in letters of usual width: left, top, right, bottom."""
    size, x, y = (float(text.attrib[name]) for name in ("font-size", "x", "y"))
    wide = width(text.text or "") * size * 0.54
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.attrib.get("text-anchor", "start")]
    return left, y - size * 0.85, left + wide, y + size * 0.25


@pytest.mark.long
@pytest.mark.parametrize("version", VERSIONS)
def test_mermaid_draws_the_people_whatever_they_are_called(version: str, tmp_path: Path) -> None:
    charts = [p.mermaid() for p in PICTURES if isinstance(p, PeopleMap) and p.people]
    for chart, texts in zip(charts, drawn(tmp_path, version, charts), strict=True):
        assert isinstance(texts, list), f"{texts}\n{chart}"
        assert not [t for t in texts if "Unsupported markdown" in t], texts
