"""An editor with the files that `init` writes completes, explains and underlines, in the asked language.

The editor's part is the real yaml-language-server, an old and a current one, which `.ci/run` puts into
`.ci/node_modules`; named as skipped where they are not.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT
from editor import Editor, Fault
from journeys.tool import here

pytestmark = pytest.mark.long  # each server takes a second or two

SERVERS = ("1.15.0", "1.25.0")
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "folder": "haichuan",
        "pain": "#### Pain · Symptom", "symptom": "Symptom: What can be seen or heard?",
        "why": "Why: You would notice a symptom", "good": "Good: A new tariff goes live",
        "evidence": "Evidence: what the customer did, wrote or said", "impacts": "Impact: ",
        "stage": "Stimulate the need: ", "role": "Decision maker: Owns the budget", "quote": "Their words",
        "recap": "They confirmed our written recap", "book": "Win on value",
        "date": "Write year-month-day", "derived": "computed, never typed in",
        "address": "No such place. Name a field", "keys": "Keys that can stand here: id, symptom, owner, ",
        "needed": "Always needed: id.", "goal": "What is reached at its end",
        "pass": "How many criteria must hold", "criterion": "Keys that can stand here: id, title, why, ",
        "level": "always, or full: has to hold",
    },
    "zh": {
        "folder": "海川",
        "pain": "#### 痛点 · 症状", "symptom": "症状：看得到、听得到的症状是什么？",
        "why": "为什么问：症状是走进现场就能看到的", "good": "好答案：新资费比同行晚一个季度上线",
        "evidence": "证据：客户做了、写了、说了什么", "impacts": "影响：",
        "stage": "激发需求：", "role": "决策者：掌握预算", "quote": "客户亲口说的",
        "recap": "客户确认了书面小结", "book": "价值竞争",
        "date": "请按年-月-日书写", "derived": "由工具推算，不能手填",
        "address": "没有这个位置。请写字段", "keys": "这里可以写的键：id、symptom、owner、",
        "needed": "必填：id。", "goal": "结束时达到什么",
        "pass": "要满足几条", "criterion": "这里可以写的键：id、title、why、",
        "level": "always 必须满足",
    },
}  # fmt: skip
"""What an editor shows, by language."""
DEAL = """\
playbook: {playbook}
customer: Haichuan
stage: step2_need
people:
  - id: shen
    name: Shen
    buying_roles: []
    buy: 1
pains:
  - id: late
    symptom: a quarter late
    rootcause: rules in the code
    words: late
    imp: much
evidence:
  - for: pains/late/symptm
    grade: customer_quote
    person: shen
    date: 2026-11-8
ev: 1
"""
STAGES = """\
- id: first
  title: First
  goal: they talk to us
  exit:
    pass: 1
    criteria:
      - id: said
        lable: They said it
        must: always
"""


class Team(NamedTuple):
    """A repo made by `init`, open in an editor, with its files."""

    editor: Editor
    root: Path
    version: str
    language: str

    def says(self, key: str) -> str:
        """The words for it in the language that was asked for."""
        return WORDS[self.language][key]

    def open_deal(self, playbook: str = "value-competition") -> tuple[Path, list[Fault]]:
        """Show a deal with mistakes in it."""
        return self.open(f"deals/{self.says('folder')}/deal.yaml", DEAL.format(playbook=playbook))

    def open(self, name: str, text: str) -> tuple[Path, list[Fault]]:
        """Write a file and show it; what is underlined."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path, self.editor.open(path)


def server(version: str) -> list[str]:
    """How that server is started."""
    home = ROOT / ".ci/node_modules" / f"yaml-language-server-{version}" / "node_modules"
    program = home / "yaml-language-server/bin/yaml-language-server"
    if not program.is_file() or not shutil.which("node"):
        pytest.skip(f"yaml-language-server {version} is not installed: .ci/run does it")
    return ["node", str(program), "--stdio"]


def settings(root: Path) -> dict[str, object]:
    """The folder's settings as an editor hands them to its server: by section."""
    found = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))
    own = {name.removeprefix("yaml."): value for name, value in found.items() if name.startswith("yaml.")}
    return {
        "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}, **own}
    }


@pytest.fixture(scope="module", params=[(v, lang) for v in SERVERS for lang in WORDS], ids="-".join)
def team(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """One team's repo for each server and language."""
    version, language = request.param
    command = server(version)
    root = tmp_path_factory.mktemp("team")
    words = ["--lang", language]
    assert here(root, ["init", "--source", "salescoach==9.8.7", *words]).code == 0
    stages = ["playbook", "schema", "--part", "stages", "--output", ".vscode/stages.json", *words]
    assert here(root, stages).code == 0
    path = root / ".vscode/settings.json"
    content = json.loads(path.read_text())
    content["yaml.schemas"][".vscode/stages.json"] = "playbooks/*/stages.yaml"
    path.write_text(json.dumps(content))
    with Editor(command, root, settings(root)) as editor:
        yield Team(editor, root, version, language)


def test_keys_are_proposed_with_what_they_are_for(team: Team) -> None:
    path, _ = team.open_deal()
    of_a_row = team.editor.completions(path, "    imp")
    assert of_a_row["impacts"].startswith(team.says("impacts"))
    assert "words" not in of_a_row  # computed: nobody types it in
    assert team.editor.completions(path, "\nev")["evidence"].startswith(team.says("evidence"))


def test_values_are_proposed_with_their_labels(team: Team) -> None:
    path, _ = team.open_deal()
    for after, value, key in (
        ("stage: ", "step2_need", "stage"),
        ("buying_roles: [", "decision_maker", "role"),
        ("grade: ", "customer_quote", "quote"),
        ("for: ", "step2_need/recap", "recap"),
    ):
        assert team.editor.completions(path, after)[value].startswith(team.says(key))


def test_the_pointer_on_a_key_shows_why_it_is_asked(team: Team) -> None:
    path, _ = team.open_deal()
    shown = team.editor.hover(path, "    symptom")
    assert [team.says(key) in shown for key in ("pain", "symptom", "why", "good")] == [True] * 4, shown


def test_what_is_wrong_is_underlined_and_nothing_else(team: Team) -> None:
    _, faults = team.open_deal()
    said = {fault.text: fault.message for fault in faults}
    assert set(said) == {"buy", "rootcause", "imp", "ev", "late", "pains/late/symptm", "2026-11-8"}
    for text, key in (("late", "derived"), ("pains/late/symptm", "address"), ("2026-11-8", "date")):
        assert said[text].startswith(team.says(key))
    assert said["rootcause"].startswith(team.says("keys"))
    assert said["rootcause"].endswith(team.says("needed"))
    assert "words" not in said["rootcause"]


def test_a_right_deal_has_nothing_underlined(team: Team) -> None:
    right = ROOT / "salescoach/demo" / team.language / "deals/haichuan-charging/deal.yaml"
    assert team.open("deals/right/deal.yaml", right.read_text(encoding="utf-8"))[1] == []


def test_a_file_of_a_playbook_is_helped_with_too(team: Team) -> None:
    path, faults = team.open("playbooks/ours/stages.yaml", STAGES)
    assert team.says("goal") in team.editor.hover(path, "goal")
    assert team.editor.completions(path, "    pas")["pass"].startswith(team.says("pass"))
    assert team.editor.completions(path, "must: ")["always"].startswith(team.says("level"))
    (wrong,) = (fault.message for fault in faults if fault.text == "lable")
    assert wrong.startswith(team.says("criterion"))


def test_a_second_playbook_s_deals_are_known_as_well(team: Team) -> None:
    """Last, for it changes the schema that the folder's settings name."""
    ours = "extends: value-competition\nformat: 1\nid: ours\nversion: '1'\ntitle: Our way\nremove: [people.function]\n"
    team.open("playbooks/ours/playbook.yaml", ours)
    words = ["init", "--force", "--source", "salescoach==9.8.7", "--lang", team.language]
    assert here(team.root, words).code == 0
    with Editor(server(team.version), team.root, settings(team.root)) as editor:
        own = team._replace(editor=editor)
        path, faults = own.open_deal("ours")
        assert {"rootcause", "ev"} <= {fault.text for fault in faults}
        assert editor.completions(path, "playbook: ")["value-competition"].startswith(team.says("book"))
        assert team.says("symptom") in editor.hover(path, "    symptom")
        assert "urgency" in editor.completions(path, "    imp")
        of_people = editor.completions(path, "    buy")
        assert "function" not in of_people and "title" in of_people
