"""Every format of `check` on the same reports, read back by its real reader or judged by its official schema.

`pytest tests/test_formats.py --update-golden` writes `formats/NAME.LANGUAGE.SUFFIX`; the reviewer reads the difference.
"""

import inspect
import json
import os
import re
import subprocess
import tracemalloc
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import junitparser
import pytest
from conftest import ROOT, TESTS
from lxml import etree
from markdown_it import MarkdownIt
from reports import hostile, hostile_texts, long, rendered, small

from salescoach import formats
from salescoach.messages import speaker
from salescoach.report import Checked, Criterion, Report, Told
from salescoach.visible import UNSEEN, visible, width

NAMES = formats.names()
SUFFIXES = {
    "github": "txt",
    "json": "json",
    "junit": "xml",
    "markdown": "md",
    "sarif": "sarif",
    "text": "txt",
}
SCHEMAS = TESTS / "schemas"
MULTITOOL = ROOT / ".ci/node_modules/sarif-multitool-5.7.0/Sarif.Multitool"


def golden(name: str, language: str) -> Path:
    return TESTS / "formats" / f"{name}.{language}.{SUFFIXES[name]}"


def told_in(report: Report) -> list[Told]:
    """Every finding, in the order in which it is listed."""
    return [*report.elsewhere, *(told for deal in report.deals for told in deal.findings)]


# --- what holds for every format ---------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_the_report_is_as_it_was_read_and_approved(
    name: str, language: str, request: pytest.FixtureRequest
) -> None:
    out = rendered(name, small(language), language)
    if request.config.getoption("--update-golden"):
        golden(name, language).write_text(out, encoding="utf-8")
    assert out == golden(name, language).read_text(encoding="utf-8")


def test_every_format_has_its_goldens_and_no_golden_is_left_over() -> None:
    wanted = {golden(name, language) for name in NAMES for language in ("en", "zh")}
    assert set((TESTS / "formats").iterdir()) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_every_format_has_the_one_signature(name: str) -> None:
    wanted = list(inspect.signature(formats.Format.render).parameters)
    assert ["self", *inspect.signature(formats.named(name).render).parameters] == wanted


def test_no_other_name_is_a_format() -> None:
    assert NAMES == ("github", "json", "junit", "markdown", "sarif", "text")
    for name in ("lines", "_told", "xml"):
        with pytest.raises(KeyError):
            formats.named(name)


@pytest.mark.parametrize("columns", [0, 40, 80])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_acts_on_a_terminal_hides_or_commands_the_runner(name: str, columns: int) -> None:
    out = rendered(name, hostile(), "zh", columns)
    out.encode("utf-8")
    for line in out.split("\n"):
        assert visible(line) == line.replace("\t", " ") or (name == "github" and command(line)), line
        assert name == "github" or not line.lstrip().startswith("::")


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_run_is_said_and_valid(name: str) -> None:
    out = rendered(name, Report((), (), {}, {}, 0, 0, 0))
    assert not UNSEEN.search(out.replace("\n", ""))
    read_back(name, out)


@pytest.mark.parametrize("name", NAMES)
def test_deals_are_walked_one_by_one(name: str) -> None:
    """What is held does not grow with the number of deals."""

    def peak(deals: int) -> int:
        tracemalloc.start()
        for _ in formats.named(name).render(long(deals), speaker("en"), 80):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(2)
    assert peak(200) < peak(20) + 100_000


def test_a_run_fails_from_the_level_asked_for() -> None:
    counts = {"error": 0, "warning": 2, "note": 5}
    report = Report((), (), {}, counts, 1, 0, 0)
    assert [report._replace(fail_on=level).failing for level in ("error", "warning", "note")] == [0, 2, 7]
    assert "Passed" in rendered("text", report)
    assert "Not passed: 2 of level warning or above" in rendered("text", report._replace(fail_on="warning"))


# --- text --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 80])
def test_text_keeps_to_the_columns_and_says_everything(columns: int, language: str) -> None:
    out = rendered("text", small(language), language, columns)
    assert max(width(line) for line in out.split("\n")) <= columns
    words = "".join(out.split())
    for told in told_in(small(language)):
        for part in (told.what, told.why, told.todo):
            assert "".join(part.split()) in words
    assert rendered("text", small(language), language, 0).count("\n") <= out.count("\n")


def test_text_says_what_was_left_out_and_what_shows_it() -> None:
    out = rendered("text", long(2, 3, left_out=7))
    assert "7 of the findings are not listed; --max-findings lists more" in out
    assert "13 errors" in out
    assert "left out" not in rendered("text", long(2, 3)) and "not listed" not in rendered("text", long(2, 3))


# --- json --------------------------------------------------------------------------------------


def test_json_holds_the_report_as_it_is() -> None:
    report = hostile()
    deals = list(report.deals)
    out = json.loads(rendered("json", report._replace(deals=deals)), parse_constant=pytest.fail)
    assert out["schema_version"] == 1
    assert out["findings"] == [told._asdict() for told in report.elsewhere]
    for deal, given in zip(out["deals"], deals, strict=True):
        assert deal["criteria"] == [c._asdict() for c in given.criteria]
        assert deal["findings"] == [t._asdict() for t in given.findings]
        assert (deal["path"], deal["name"], deal["stage"], deal["worst"]) == (
            given.path, given.name, given.stage, "error",
        )  # fmt: skip
    assert out["summary"] == {
        "deals": len(deals),
        "criteria": {"held": 0, "judged": len(deals)},
        "findings": {"error": len(deals), "warning": len(deals), "note": len(deals), "left_out": 0},
        "fail_on": "error",
        "failed": True,
    }


def test_json_has_a_deal_on_each_line_and_chinese_as_it_is() -> None:
    out = rendered("json", small("zh"), "zh")
    (line,) = (line for line in out.split("\n") if "海川通信" in line)
    assert json.loads(line.rstrip(","))["path"] == "deals/haichuan-charging/deal.yaml"


# --- junit -------------------------------------------------------------------------------------


@cache
def junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def junit(report: Report, language: str = "en") -> junitparser.JUnitXml:
    """The report as it is read back, after Jenkins' schema has let it pass."""
    out = rendered("junit", report, language).encode()
    junit_schema().assertValid(etree.fromstring(out))
    return junitparser.JUnitXml.fromstring(out)


def verdicts(report: Report) -> dict[str, str]:
    """What became of each test case."""
    found = {}
    for suite in junit(report):
        for case in suite:
            kinds = [type(one).__name__.lower() for one in case.result]
            assert len(kinds) <= 1, "readers show the first alone"
            found[str(case.name)] = kinds[0] if kinds else "output" if case.system_out else "passed"
    return found


def test_junit_has_a_case_for_each_criterion_and_for_the_file() -> None:
    assert verdicts(small("en")) == {
        "salescoach.yaml": "output",
        "deals/haichuan-charging/deal.yaml": "output",
        "step2_need/recap: The customer has confirmed the recap of the need": "failure",
        "step2_need/three_pains: Three pains are admitted": "output",
        "step2_need/scale: The need has a scale": "output",
        "step3_project/budget: The budget is named": "skipped",
        "step3_project/sponsor: A sponsor speaks for the project": "passed",
        "deals/ningchuan/deal.yaml": "passed",
        "step1_contact/met: We have met": "passed",
    }


def test_junit_fails_from_the_level_asked_for() -> None:
    warned = verdicts(small("en")._replace(fail_on="warning"))
    assert warned["salescoach.yaml"] == warned["deals/haichuan-charging/deal.yaml"] == "failure"
    noted = verdicts(small("en")._replace(fail_on="note"))
    assert noted["step3_project/budget: The budget is named"] == "failure"


def test_junit_names_the_place_and_counts_what_failed() -> None:
    suites = {suite.name: suite for suite in junit(small("zh"), "zh")}
    suite = suites["deals/haichuan-charging/deal.yaml: 海川通信 · 充电站"]
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (6, 1, 0, 1)
    (failed,) = (case for case in suite if case.result and case.result[0].type == "error")
    assert failed.classname == "deals/haichuan-charging.step2_need"
    assert failed.result[0].text.startswith(
        "deals/haichuan-charging/deal.yaml:12:3: error: step2_need/recap\n“stage”"
    )
    assert failed.result[0].text.endswith("发出纪要，并问：“我哪里写得不对？”")


def test_junit_never_shows_a_deal_as_passed_whose_findings_are_not_listed() -> None:
    open_one = (Criterion("s/open", "Open", "open"), Criterion("s/ok", "Fine", "holds"))
    missing = (Criterion("s/gone", "Gone", "missing"),)

    def report(worst: str, *criteria: Criterion) -> Report:
        return Report((Checked("d/deal.yaml", "D", "S", criteria, (), worst),), (), {}, {}, 1, 0, 1, 9)

    assert verdicts(report("error", *open_one))["d/deal.yaml"] == "failure"
    assert verdicts(report("error", *missing)) == {"d/deal.yaml": "passed", "s/gone: Gone": "failure"}
    assert verdicts(report("warning", *missing)) == {"d/deal.yaml": "passed", "s/gone: Gone": "output"}


def test_junit_keeps_every_hostile_text() -> None:
    out = rendered("junit", hostile())
    root = ElementTree.fromstring(out)
    texts = hostile_texts()
    assert [suite.attrib["name"] for suite in root][: len(texts)] == [
        visible(f"deals/{t}/deal.yaml") for t in texts
    ]
    failures = root.findall(".//failure")
    assert [f.attrib["message"] for f in failures] == [visible(t) for t in texts]
    junit(hostile())


# --- sarif -------------------------------------------------------------------------------------


@cache
def sarif_schema() -> Any:
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema)


def sarif(report: Report, language: str = "en") -> Any:
    """The one run, after the official schema has let the file pass."""
    log = json.loads(rendered("sarif", report, language))
    sarif_schema().validate(log)
    (run,) = log["runs"]
    return run


def test_sarif_places_rules_and_fingerprints_are_the_findings() -> None:
    run = sarif(hostile())
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result, told in zip(run["results"], told_in(hostile()), strict=True):
        where = result["locations"][0]["physicalLocation"]
        uri = where["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri) and ":" not in uri
        assert unquote(uri, errors="surrogateescape") == told.path
        assert where["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
        assert where["region"] == (
            {"startLine": told.line, "startColumn": told.column} if told.line else {"startLine": 1}
        )
        assert (result["ruleId"], result["level"]) == (told.rule, told.level)
        assert rules[result["ruleIndex"]]["id"] == told.rule
        assert result.get("partialFingerprints", {}).get("salescoach/v1", "") == told.mark
        assert result["message"]["text"].strip()


def test_sarif_tells_rules_in_the_playbooks_words() -> None:
    rule = next(
        r for r in sarif(small("zh"), "zh")["tool"]["driver"]["rules"] if r["id"] == "step2_need/recap"
    )
    assert rule["shortDescription"]["text"] == "客户确认了需求纪要"
    assert rule["fullDescription"]["text"] == "只有我们写下的需求，只是我们的看法。"
    assert rule["help"]["text"] == "发出纪要，并问：“我哪里写得不对？”"


def test_sarif_takes_no_link_and_no_slot_from_a_text() -> None:
    told = Told("a.yaml", 1, 1, "r", "note", "see [this](http://x.example) and {0}, not [that] {x}")
    (result,) = sarif(Report((), (told,), {}, {"note": 1}, 0, 0, 0))["results"]
    assert result["message"]["text"] == r"see \[this\](http://x.example) and {{0}}, not [that] {x}"


def test_sarif_marks_a_finding_alike_when_its_line_moves() -> None:
    report = small("en")
    moved = [
        deal._replace(findings=[told._replace(line=told.line + 40) for told in deal.findings])
        for deal in report.deals
    ]
    marks = [
        [r["partialFingerprints"] for r in sarif(r)["results"]]
        for r in (small("en"), report._replace(deals=moved))
    ]
    assert marks[0] == marks[1]


def test_sarif_keeps_to_what_github_takes_the_worst_first() -> None:
    run = sarif_run_unchecked(long(1_000, note=20, warning=8, error=2, left_out=5))
    assert Counter(r["level"] for r in run["results"]) == {"error": 2_000, "warning": 8_000, "note": 14_995}
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("5010 of the findings are not listed")


def sarif_run_unchecked(report: Report) -> Any:
    """A large run: the schema's reader would take a minute for it."""
    return json.loads(rendered("sarif", report))["runs"][0]


@pytest.mark.long
@pytest.mark.parametrize("which", ["small", "hostile"])
def test_sarif_passes_the_multitool_by_the_rules_of_github(which: str, tmp_path: Path) -> None:
    """`@microsoft/sarif-multitool-linux`: exit code 0 says that it ran, its lines say what it found."""
    if not MULTITOOL.exists():
        pytest.skip("sarif-multitool is not installed")
    path = tmp_path / "out.sarif"
    path.write_text(rendered("sarif", small("zh") if which == "small" else hostile()), encoding="utf-8")
    done = subprocess.run(
        [MULTITOOL, "validate", path, "--rule-kind", "Sarif;Ghas"],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )  # fmt: skip
    assert (done.returncode, ": error " in done.stdout) == (0, False), done.stdout + done.stderr
    assert "Analysis completed successfully" in done.stdout


# --- github ------------------------------------------------------------------------------------


class Command(NamedTuple):
    """A workflow command as the runner reads it."""

    name: str
    properties: dict[str, str]
    message: str


def command(line: str) -> Command | None:
    """A line as the runner takes it (documented in "Workflow commands for GitHub Actions")."""
    found = re.match(r"\s*::([a-z-]+)(?: (.*?))?::(.*)$", line)
    if not found:
        return None
    name, properties, message = found.groups()
    pairs = (pair.partition("=") for pair in (properties or "").split(",") if pair)
    read = {
        key: value.replace("%3A", ":")
        .replace("%2C", ",")
        .replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%25", "%")
        for key, _, value in pairs
    }
    return Command(name, read, message.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%"))


def commands(out: str) -> list[Command]:
    return [found for line in out.split("\n") if (found := command(line))]


def test_github_annotates_the_line_of_each_finding() -> None:
    found = commands(rendered("github", small("zh"), "zh"))
    assert [
        (c.name, c.properties.get("file"), c.properties.get("line"), c.properties.get("col")) for c in found
    ] == [
        ("warning", "salescoach.yaml", None, None),
        ("error", "deals/haichuan-charging/deal.yaml", "12", "3"),
        ("warning", "deals/haichuan-charging/deal.yaml", "31", "5"),
        ("notice", "deals/haichuan-charging/deal.yaml", "2", "8"),
    ]
    assert found[1].properties["title"] == "step2_need/recap: 客户确认了需求纪要"
    assert found[1].message.split("\n")[2] == "发出纪要，并问：“我哪里写得不对？”"


def test_github_reads_back_every_hostile_text_and_no_other_command() -> None:
    shown: Counter[str] = Counter()
    for told in told_in(hostile()):
        shown[told.level] += 1
        if shown[told.level] > 10:
            continue
        report = Report((), (told,), hostile().rules, {told.level: 1}, 0, 0, 0)
        (found,) = commands(rendered("github", report))
        assert found.properties["file"] == visible(told.path)
        assert found.message == "\n".join(visible(part) for part in (told.what, told.why, told.todo) if part)
        assert set(found.properties) <= {"file", "line", "col", "title"}
    assert Counter(c.name for c in commands(rendered("github", hostile()))) == {
        "error": 10,
        "warning": 10,
        "notice": 10,
    }


def test_github_keeps_to_the_limit_of_a_step_and_says_the_rest_in_lines() -> None:
    out = rendered("github", long())
    assert Counter(c.name for c in commands(out)) == {"error": 10}
    plain = [line for line in out.split("\n") if line.startswith("deals/")]
    assert len(plain) == 4_990
    assert plain[0].startswith("deals/deal-000002/deal.yaml:1:1: error: stage/error: Deal 2 商机 lacks")
    assert "a step shows only 10 annotations of each level" in out
    assert "5000 errors" in out


# --- markdown ----------------------------------------------------------------------------------


class Page(NamedTuple):
    """What a reader of the Markdown sees: headings, and the cells of every row."""

    headings: list[str]
    rows: list[list[str]]


def plain(token: Any) -> str:
    """The text of an inline token; markup inside it fails the test."""
    kinds = {child.type for child in token.children}
    assert kinds <= {"text", "text_special"}, token.content
    return "".join(child.content for child in token.children)


def page(out: str) -> Page:
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(out)
    assert {t.type for t in tokens} <= {
        "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "table_open", "table_close",
        "thead_open", "thead_close", "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open", "th_close",
        "td_open", "td_close",
    }  # fmt: skip
    headings, rows, inside = [], [], ""
    for before, token in pairwise(tokens):
        inside = {"tbody_open": "body", "tbody_close": ""}.get(before.type, inside)
        if before.type == "heading_open":
            headings.append(plain(token))
        elif before.type == "tr_open" and inside:
            rows.append([])
        elif before.type == "td_open":
            rows[-1].append(plain(token))
        elif token.type == "inline":
            plain(token)
    return Page(headings, rows)


def unmentioned(words: str) -> str:
    """A text as a cell shows it: its spaces as HTML shows them, nobody called by an @."""
    return " ".join(re.sub(r"(?<!\w)@(?=\w)", "＠", visible(words)).split())


def test_markdown_cells_read_back_as_they_were() -> None:
    report = hostile()
    texts = set(hostile_texts())
    for text in texts:
        deal = next(d for d in hostile().deals if d.name == text)
        seen = page(
            rendered("markdown", report._replace(elsewhere=(), deals=[deal], counts={"error": 1, "note": 1}))
        )
        told = deal.findings[0]
        cells = [" ".join(cell.split()) for cell in seen.rows[0]]
        assert cells[1:] == [
            "error", unmentioned(told.rule), unmentioned(f"{told.what} {told.why}"), unmentioned(told.todo),
        ]  # fmt: skip
        assert len(seen.rows) == 2


def test_markdown_calls_nobody_by_name() -> None:
    told = Told("a.yaml", 1, 1, "r", "note", "ask @octocat or @team/sales, write to lin@haichuan.example")
    out = rendered("markdown", Report((), (told,), {}, {"note": 1}, 0, 0, 0))
    assert "ask ＠octocat or ＠team/sales, write to lin@haichuan.example" in out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_markdown_is_never_too_long_for_a_comment_and_counts_the_rest(language: str) -> None:
    for report in (long(), long(300, error=1, warning=1, note=4), long(5, 3, left_out=10_000)):
        counts = report.counts
        out = rendered("markdown", report, language)
        assert len(out.encode("utf-16-le")) // 2 <= 65_536
        left = sum(counts.values()) - len(page(out).rows)
        assert left > 0
        assert str(left) in out.strip().split("\n")[-1]


def test_markdown_drops_the_lesser_levels_first() -> None:
    out = rendered("markdown", long(30, error=1, note=9))
    assert {row[1] for row in page(out).rows} == {"error"}
    assert "270 more findings have no room here" in out
    few = rendered("markdown", long(3, error=1, note=9))
    assert {row[1] for row in page(few).rows} == {"error", "note"}
    assert "no room" not in few


def test_markdown_heads_each_deal() -> None:
    seen = page(rendered("markdown", small("zh"), "zh"))
    assert seen.headings == [
        "salescoach check: 1 个错误、2 个警告、1 条提示",
        "salescoach.yaml",
        "海川通信 · 充电站 · 立项",
    ]


def read_back(name: str, out: str) -> None:
    """Read by the format's own reader; text has none but people."""
    assert out.endswith("\n")
    if name in ("json", "sarif"):
        json.loads(out)
    if name == "sarif":
        sarif_schema().validate(json.loads(out))
    if name == "junit":
        junit_schema().assertValid(etree.fromstring(out.encode()))
    if name == "markdown":
        page(out)


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_deal_whose_stage_cannot_be_read_goes_by_its_name(name: str) -> None:
    told = Told("deals/rust/deal.yaml", 1, 1, "bad-yaml", "error", "it is no YAML")
    deal = Checked(told.path, "Rustworks", "", (), (told,), "error")
    out = rendered(name, Report((deal,), (), {}, {"error": 1}, 1, 0, 0))
    assert "Rustworks" in out and "stage" not in out and "Rustworks ·" not in out
