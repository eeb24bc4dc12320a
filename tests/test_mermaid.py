"""The plan's charts are drawn by an old and a current Mermaid, whatever stands in the labels.

Needs Chromium and the bundles that `.ci/run` puts into `.ci/node_modules`; named as skipped where they are not.
"""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import TESTS, read_yaml

from salescoach.plan.markdown import label

pytestmark = pytest.mark.long  # a browser for every chart

ROOT = Path(__file__).resolve().parent.parent
BUNDLES = ROOT / ".ci" / "node_modules"
VERSIONS = ("10.9.3", "12.3.0")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SWITCHES = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--dump-dom",
    "--allow-file-access-from-files", "--virtual-time-budget=20000",
)  # fmt: skip
PLAIN = (
    'their "must" list #1; 50%',
    "response < 4 h & R&D on site",
    "响应速度：“当天”到场（7×24）",
)
HOSTILE = (
    *PLAIN,
    "<img src=x onerror=\"document.title='script ran'\">",
    "```\n# Heading\n%%{init: {'securityLevel': 'loose'}}%%",
    "a | b \\ c --> d [0.1, 0.9]: x",
    "\u202egnitar\u2066 \x07\x1b[31m",
    "end",
    "   ",
    "a very long name that says far more than any chart could show in the space that it has",
)
EVERY = (*HOSTILE, *(entry["text"] for entry in read_yaml(TESTS / "hostile.yaml")["texts"]))
PAGE = """<!doctype html><meta charset="utf-8"><title>waiting</title><body>
<script src="{bundle}"></script><pre id="verdict"></pre>
<script>
mermaid.initialize({{startOnLoad: false, securityLevel: "strict"}});
(async () => {{
  const verdict = [];
  for (const [at, chart] of Object.entries({charts})) {{
    try {{
      const drawn = await mermaid.render("chart" + at, chart);
      const holder = document.createElement("div");
      holder.innerHTML = drawn.svg;
      document.body.append(holder);
      verdict.push([...holder.querySelectorAll("text")].map(t => t.textContent));
      holder.remove();
    }} catch (error) {{ verdict.push(String(error)); }}
  }}
  document.getElementById("verdict").textContent = JSON.stringify([document.title, verdict]);
}})();
</script>
"""
DEAL = """\
format: 1
playbook: value-competition
playbook_version: "1.0"
customer: Haichuan Telecom
title: Real-time charging
stage: step4_criteria
rigour: full
result: open
people:
  - {{id: luo, name: Luo Jing, level: operational, buying_roles: [evaluator]}}
rivals:
{rivals}
criteria:
{criteria}
evidence: []
activities:
  - id: 2026-12-02-visit
    kind: visit
    state: planned
    date: 2026-12-02
    minutes: 45
    people: [luo]
stage_history: []
waivers: []
"""


def drawn(folder: Path, version: str, charts: list[str]) -> list[Any]:
    """The texts in each chart's picture, or the error instead of a picture."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        pytest.skip("chromium is not installed: no charts are drawn")
    bundle = BUNDLES / f"mermaid-{version}.min.js"
    if not bundle.exists():
        pytest.skip(f"mermaid {version} is not in {BUNDLES.relative_to(ROOT)}: bash .ci/run puts it there")
    page = folder / "page.html"
    script = json.dumps(charts).replace("<", "\\u003c")
    page.write_text(PAGE.format(bundle=bundle.as_uri(), charts=script), encoding="utf-8")
    command = [browser, *SWITCHES, f"--user-data-dir={folder / 'profile'}", page.as_uri()]
    shown = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=120).stdout
    verdict = re.search(r'<pre id="verdict">(.*?)</pre>', shown, re.DOTALL)
    assert verdict and verdict[1], shown[-2000:]
    title, found = json.loads(html.unescape(verdict[1]))
    assert title == "waiting", "a label ran as a script"
    assert isinstance(found, list)
    return found


def charts_of(folder: Path, language: str, names: tuple[str, ...], rivals: int) -> tuple[str, list[str]]:
    """The plan of a deal with these criteria, judged against several rivals, and the charts in it."""
    from salescoach.__main__ import main

    sides = ("stronger", "weaker")
    judged = [
        f"  - id: c{n}\n    name: {json.dumps(name)}\n    importance: {('high', 'low')[n // 2 % 2]}\n    we_are:\n"
        + "".join(f"      r{r}: {sides[(n + r) % 2]}\n" for r in range(rivals))
        for n, name in enumerate(names)
    ]
    named = [f"  - {{id: r{r}, name: {json.dumps(names[r] + ' rival')}}}" for r in range(rivals)]
    path = folder / "deals" / "hostile" / "deal.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(DEAL.format(rivals="\n".join(named), criteria="".join(judged)), encoding="utf-8")
    words = ["plan", "hostile", "--root", str(folder), "--today", "2026-11-21", "--lang", language]
    assert main(words) == 0
    plan = (path.parent / "plans" / "2026-12-02-visit.md").read_text(encoding="utf-8")
    return plan, re.findall(r"^```mermaid\n(.*?)^```$", plan, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_chart_of_a_hostile_plan_is_drawn(version: str, language: str, tmp_path: Path) -> None:
    names = tuple(name for name in HOSTILE if name.strip())
    _, charts = charts_of(tmp_path, language, names, rivals=3)
    assert len(charts) == 3, "one chart for each rival"
    for chart, texts in zip(charts, drawn(tmp_path, version, charts), strict=True):
        assert isinstance(texts, list), f"{texts}\n{chart}"
        assert set(PLAIN) <= set(texts)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_label_is_drawn_as_it_was_written(version: str, tmp_path: Path) -> None:
    charts = [
        f"quadrantChart\n    x-axis {label(name)} --> {label('b')}\n    {label(name)}: [0.5, 0.5]"
        for name in EVERY
    ]
    for name, texts in zip(EVERY, drawn(tmp_path, version, charts), strict=True):
        assert isinstance(texts, list), f"{name!r}: {texts}"
        assert len([t for t in texts if t.strip()]) == 3, f"{name!r}: {texts}"
        assert name not in PLAIN or texts.count(name) == 2


def test_a_chart_that_is_wrong_is_noticed(tmp_path: Path) -> None:
    broken = "quadrantChart\n    x-axis 响应（快）: --> b\n    a: [2, 0.5]"
    assert isinstance(drawn(tmp_path, VERSIONS[0], [broken])[0], str)
