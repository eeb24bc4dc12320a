"""The team's settings: what each means, and each mistake in them at its place."""

from typing import Any

import pytest

from salescoach.formats.lines import sentence
from salescoach.playbook.team import Team, read_team
from salescoach.yamlfile.read import read

GOOD = """\
format: 1
company: 朗禾软件
language: zh
languages: [zh, en, zh-Hant]
currency: CNY
rivals: [迅衡科技]
approvers: [lin-qing, 沈瑜]
longest_waiver: 30
"""


def found(text: str) -> tuple[Team, list[tuple[int, int, str, str]]]:
    """The settings, and the findings' places, rules and levels."""
    team, findings = read_team(read(text.encode(), "salescoach.yaml"))
    assert all(sentence(f, language) for f in findings for language in ("en", "zh"))
    return team, [(f.line, f.column, f.rule, f.level) for f in findings]


def test_everything_that_may_be_said() -> None:
    assert found(GOOD) == (Team(("迅衡科技",), ("lin-qing", "沈瑜"), 30), [])


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "rivals:\napprovers:\nlonger: \n".replace("longer", "company")]
)
def test_what_is_left_empty_has_its_default(text: str) -> None:
    assert found(text) == (Team((), (), 90), [])


@pytest.mark.parametrize(
    ("line", "column", "rule"),
    [
        ("format: 2", 9, "not-a-choice"),
        ("format: true", 9, "not-a-choice"),
        ('format: "1"', 9, "not-a-choice"),
        ("company: 7", 10, "not-text"),
        ('company: " "', 10, "not-text"),
        ("company: [a]", 10, "not-text"),
        ("language: de", 11, "not-a-choice"),
        ("languages: en", 12, "not-a-list"),
        ("languages: [en, fr]", 17, "not-a-choice"),
        ("currency: yuan", 11, "not-a-currency"),
        ("currency: 156", 11, "not-text"),
        ("rivals: Xunheng", 9, "not-a-list"),
        ("rivals: [Xunheng, 3]", 19, "not-text"),
        ("approvers: lin-qing", 12, "not-a-list"),
        ("approvers: [lin-qing, {id: shen}]", 23, "not-text"),
        ('approvers: [""]', 13, "not-text"),
        ("longest_waiver: 0", 17, "not-days"),
        ("longest_waiver: 3651", 17, "not-days"),
        ('longest_waiver: "90"', 17, "not-days"),
        ("longest_waiver: 90 days", 17, "not-days"),
        ("longest_waiver: true", 17, "not-days"),
        ("longest_waiver: 1.5", 17, "not-days"),
        ("approver: [lin-qing]", 1, "unknown-key"),
    ],
)
def test_a_mistake_is_found_at_its_place(line: str, column: int, rule: str) -> None:
    _, findings = found(f"# our team\n{line}\n")
    assert findings == [(2, column, rule, "error")]


def test_all_mistakes_are_told_and_the_rest_holds() -> None:
    team, findings = found(
        "approvers: [lin-qing, 7]\nlongest_waiver: never\nrivals: [Xunheng]\nlanguage: fr\n"
    )
    assert team == Team(("Xunheng",), ("lin-qing",), 90)
    assert [rule for _, _, rule, _ in findings] == ["not-text", "not-days", "not-a-choice"]


def test_the_key_that_was_meant_is_named() -> None:
    _, findings = read_team(read(b"approver: [lin-qing]\n", "salescoach.yaml"))
    assert "approvers" in sentence(findings[0], "en")


@pytest.mark.parametrize("text", ["- rivals\n", "rivals\n"])
def test_a_file_of_another_shape_is_said(text: str) -> None:
    value: Any = found(text)
    assert value == (Team(), [(1, 1, "not-a-mapping", "error")])
