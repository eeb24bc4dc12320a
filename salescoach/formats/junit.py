"""JUnit XML as Jenkins and GitLab read it: a suite for each deal, a case for each exit criterion, passes too.

Jenkins' schema (junit-10.xsd) allows neither `file` nor `line`: the place stands in the failure's text. A case is known
by its class and name from run to run, so neither holds a line number.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from salescoach.findings import LEVELS
from salescoach.formats._told import groups, parts, place
from salescoach.messages import Say
from salescoach.report import Checked, Criterion, Report, Told
from salescoach.visible import visible


class Case(NamedTuple):
    """A test case: `kind` is failure, skipped or "" for a pass; `message` is one line, `text` all that is said."""

    owner: str
    name: str
    kind: str = ""
    message: str = ""
    text: str = ""
    type: str = ""


def render(report: Report, say: Say, width: int) -> Iterator[str]:
    """Findings from `fail_on` up are failures; an open criterion is skipped; lesser findings are a pass's output."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="salescoach check">\n'
    for group in groups(report):
        yield _suite(group, _cases(group, report, say))
    yield "</testsuites>\n"


def _cases(group: Checked, report: Report, say: Say) -> list[Case]:
    folder = str(PurePosixPath(group.path).parent)
    owner = "" if folder == "." else f"{folder}."
    gates = {criterion.rule for criterion in group.criteria}
    cases = [_criterion(c, owner, group, report, say) for c in group.criteria]
    own = [told for told in group.findings if told.rule not in gates]
    file = _case(f"{owner}file", group.path, own, report)
    failed = any(case.kind == "failure" for case in (file, *cases))
    if report.fails(group.worst) and not failed:
        file = file._replace(kind="failure", message=say("formats.unlisted"), type=group.worst)
    return [file, *cases]


def _criterion(criterion: Criterion, owner: str, group: Checked, report: Report, say: Say) -> Case:
    stage = criterion.rule.partition("/")[0]
    found = [told for told in group.findings if told.rule == criterion.rule]
    case = _case(f"{owner}{stage}", f"{criterion.rule}: {criterion.title}", found, report)
    if case.kind or criterion.state == "holds":
        return case
    state = say(f"formats.case-{criterion.state}")
    if criterion.state == "open":
        return case._replace(kind="skipped", message=found[0].what if found else state)
    if criterion.state == "missing" and not found and report.fails(group.worst):
        return case._replace(kind="failure", message=state, text=say("formats.unlisted"), type=group.worst)
    return case._replace(text="\n".join(x for x in (state, case.text) if x))


def _case(owner: str, name: str, found: Sequence[Told], report: Report) -> Case:
    """A case of these findings: failed by those from `fail_on` up, the others said as well."""
    text = "\n\n".join(_text(told) for told in found)
    failing = [told for told in found if report.fails(told.level)]
    if not failing:
        return Case(owner, name, text=text)
    first = max(failing, key=lambda told: LEVELS.index(told.level))
    return Case(owner, name, "failure", first.what, text, first.level)


def _text(told: Told) -> str:
    return "\n".join(visible(line) for line in (f"{place(told)}: {told.level}: {told.rule}", *parts(told)))


def _suite(group: Checked, cases: Sequence[Case]) -> str:
    counts = {kind: sum(case.kind == kind for case in cases) for kind in ("failure", "skipped")}
    name = f"{group.path}: {group.name}" if group.name else group.path
    return (
        f'<testsuite name={_attribute(name)} tests="{len(cases)}" failures="{counts["failure"]}" errors="0"'
        f' skipped="{counts["skipped"]}">\n{"".join(map(_element, cases))}</testsuite>\n'
    )


def _element(case: Case) -> str:
    names = f"<testcase classname={_attribute(case.owner)} name={_attribute(case.name)}"
    text = escape(visible(case.text, one_line=False))
    if case.kind:
        kind = f" type={_attribute(case.type)}" if case.type else ""
        inner = f"<{case.kind}{kind} message={_attribute(case.message)}>{text}</{case.kind}>"
    elif text:
        inner = f"<system-out>{text}</system-out>"
    else:
        return f"{names}/>\n"
    return f"{names}>{inner}</testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
