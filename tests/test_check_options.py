"""The options of `check` in real git repos, and that the same deals give the same bytes however they are checked."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from bad_input import HEAD, put
from conftest import ROOT
from goldens import EDITS, FOLDERS, changed, golden
from journeys.repo import git
from journeys.tool import DEAL, Ran, apart, copy_team, environment, here
from test_formats import NAMES

from salescoach.checking import running
from salescoach.checking.workers import FEWEST

sys.path.append(str(ROOT / "benchmarks"))
from deals import SEED, SETTINGS, render  # a folder of programs, not a package
from story import Story

OLD = {f"GIT_{who}_DATE": "2026-11-01T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}


def check(root: Path, *arguments: str, code: int | None = None) -> Ran:
    """Run `check` in this process; without `code` it may find something or not."""
    ran = here(root, ["check", "--lang", "en", *arguments])
    assert ran.code in ((0, 1) if code is None else (code,)) and "Traceback" not in ran.err + ran.out, ran
    return ran


def report(root: Path, *arguments: str) -> Any:
    return json.loads(check(root, "--format", "json", *arguments).out)


def deals(root: Path, *arguments: str) -> list[str]:
    """The deals that are checked, by their folders, as they are listed."""
    return [deal["path"].split("/")[-2] for deal in report(root, *arguments)["deals"]]


def rules(root: Path, *arguments: str) -> set[str]:
    """What is found at warning or above."""
    found = report(root, *arguments)
    listed = [*found["findings"], *(f for deal in found["deals"] for f in deal["findings"])]
    return {f["rule"] for f in listed if f["level"] != "note"}


def commit(root: Path) -> None:
    git(root, "add", ".")
    git(root, "commit", "-qm", "more", **OLD)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def new_team(root: Path) -> Path:
    """A team's repo of three deals, all in git's first commit, on the branch `work`."""
    copy_team("desk", root)
    for name in ("jetty", "quay"):
        put(root, HEAD.replace("Bad", name), name)
    git(root, "init", "-q")
    (root / ".gitignore").write_text(".salescoach/\n")
    commit(root)
    git(root, "switch", "-qc", "work")
    return root


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A repo to change."""
    return new_team(tmp_path / "team")


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repo that nothing changes, and what was checked of it is kept."""
    root = new_team(tmp_path_factory.mktemp("still") / "team")
    (root.parent / "team-of-others/deals/quay").mkdir(parents=True)
    (root.parent / "team-of-others/deals/quay/deal.yaml").write_text(HEAD)
    check(root)
    return root


# --- --changed ------------------------------------------------------------------------------------


def touch(root: Path) -> None:
    edit(root / "deals/quay/deal.yaml", "customer: quay", "customer: Quay")


def rename(root: Path) -> None:
    git(root, "mv", "deals/quay", "deals/pier")


def delete(root: Path) -> None:
    git(root, "rm", "-qr", "deals/quay")


def add(root: Path) -> None:
    put(root, HEAD, "pier")


def change_playbook(root: Path) -> None:
    edit(root / "playbooks/desk/playbook.yaml", "They decide.", "They say yes.")


def change_settings(root: Path) -> None:
    edit(root / "salescoach.yaml", "Our Company", "Our Other Company")


def add_plan(root: Path) -> None:
    (root / "deals/quay/plans").mkdir()
    (root / "deals/quay/plans/2026-12-02-visit.md").write_text("# Plan\n")


def change_readme(root: Path) -> None:
    (root / "README.md").write_text("Deals.\n")


EVERY = ["harbour", "jetty", "quay"]
CHANGES: list[tuple[Callable[[Path], None], list[str]]] = [
    (rename, ["pier"]), (delete, []), (add, ["pier"]), (add_plan, ["quay"]),
    (change_playbook, EVERY), (change_settings, EVERY), (change_readme, []),
]  # fmt: skip


@pytest.mark.parametrize(("change", "wanted"), CHANGES, ids=lambda v: getattr(v, "__name__", ""))
def test_changed_takes_the_deals_that_a_change_may_touch(
    change: Callable[[Path], None], wanted: list[str], team: Path
) -> None:
    """Whether it is committed already or not."""
    change(team)
    assert deals(team, "--changed", "main") == wanted
    commit(team)
    assert deals(team, "--changed", "main") == wanted


def test_changed_is_what_this_branch_changed(team: Path) -> None:
    """What the other branch did since is not ours; a worktree has its own HEAD."""
    assert deals(team, "--changed", "main") == []
    touch(team)
    assert deals(team, "--changed", "HEAD") == ["quay"]
    commit(team)
    git(team, "switch", "-q", "main")
    edit(team / DEAL, "Colour control", "Colour")
    commit(team)
    git(team, "switch", "-q", "work")
    assert deals(team, "--changed", "main") == ["quay"]
    assert deals(team, "--changed", "HEAD") == []
    tree = team.parent / "tree"
    git(team, "worktree", "add", "-q", "--detach", str(tree), "main")
    put(tree, HEAD, "pier")
    assert deals(tree, "--changed", "work") == ["harbour", "pier"]
    assert deals(tree, "--changed", "main") == ["pier"]


def test_changed_in_a_shallow_clone(team: Path) -> None:
    """CI's usual clone: the other branch is not there until it is fetched, and no history joins the two."""
    touch(team)
    commit(team)
    clone = team.parent / "clone"
    git(team.parent, "clone", "-q", "--depth", "1", "--branch", "work", team.as_uri(), "clone")
    missing = check(clone, "--changed", "origin/main", code=2)
    assert "origin/main" in missing.err and "git fetch" in missing.err and missing.err.count("\n") == 1
    git(clone, "fetch", "-q", "--depth", "1", "origin", "main:main")
    assert deals(clone, "--changed", "main") == ["quay"]
    git(clone, "fetch", "-q", "--unshallow", "origin")
    assert deals(clone, "--changed", "main") == ["quay"]


@pytest.mark.parametrize(
    "ref", ["nowhere", "-x", "--output=x", "main:deals", " ", "HEAD~9", "\udcff"], ids=ascii
)
def test_changed_since_what_there_is_not(ref: str, still: Path) -> None:
    before = {p for p in still.rglob("*") if ".git" not in p.parts}
    ran = check(still, "--changed", ref, code=2)
    assert ran.out == "" and ran.err.count("\n") == 1
    assert {p for p in still.rglob("*") if ".git" not in p.parts} == before


def test_changed_without_git(tmp_path: Path) -> None:
    ran = check(copy_team("desk", tmp_path / "team"), "--changed", "main", code=2)
    assert ran.out == "" and "main" in ran.err


def test_changed_where_the_team_has_a_folder_of_the_repo(team: Path) -> None:
    (team / "sales").mkdir()
    for name in ("deals", "playbooks", "salescoach.yaml"):
        git(team, "mv", name, f"sales/{name}")
    commit(team)
    edit(team / "sales/deals/quay/deal.yaml", "customer: quay", "customer: Quay")
    (team / "notes.md").write_text("x")
    assert deals(team / "sales", "--changed", "HEAD") == ["quay"]
    assert deals(team / "sales/deals/quay", "--changed", "HEAD") == ["quay"]
    assert deals(team / "sales", "--changed", "main") == EVERY


# --- what git tells about the way of a deal ---------------------------------------------------------

NEED = next(folder for folder in FOLDERS if folder.name == "step2_need")


def golden_repo(root: Path, *edits: tuple[str, str]) -> Path:
    """A repo of one golden deal, committed as it is after the edits."""
    (root / "deals/dunmore").mkdir(parents=True)
    text = golden(NEED)
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (root / "deals/dunmore/deal.yaml").write_text(text)
    git(root, "init", "-q")
    commit(root)
    return root


def test_several_stages_in_one_change_are_told_until_they_are_committed(tmp_path: Path) -> None:
    early = ("stage: step3_value\nrigour", "stage: step0_incubate\nrigour")
    root = golden_repo(tmp_path / "team", early)
    day = ("--today", EDITS[NEED]["today"])
    git(root, "switch", "-qc", "work")
    edit(root / "deals/dunmore/deal.yaml", early[1], early[0])
    assert rules(root, *day) == rules(root, *day, "--changed", "main") == {"stages-at-once"}
    commit(root)
    assert rules(root, *day) == set()
    assert rules(root, *day, "--changed", "main") == {"stages-at-once"}


def test_a_way_back_is_told_until_there_is_a_reason(tmp_path: Path) -> None:
    late = ("stage: step3_value\nrigour", "stage: step5_shield\nrigour")
    root = golden_repo(tmp_path / "team", late)
    day = ("--today", EDITS[NEED]["today"])
    deal = root / "deals/dunmore/deal.yaml"
    edit(deal, late[1], late[0])
    assert rules(root, *day) == {"moved-back"}
    edit(
        deal,
        "    entered: 2026-12-01\n    by: ada",
        "    entered: 2026-12-01\n    by: ada\n    reason: they wait",
    )
    assert rules(root, *day) == set()


# --- --shard ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Invented deals in git: of the first eighty all that have something wrong, and a few that have nothing."""
    root = tmp_path_factory.mktemp("mixed") / "team"
    write_some(root, 80, 3)
    (root / "deals/notes-only").mkdir()
    (root / "deals/notes-only/notes.txt").write_text("x")
    (root / ".gitignore").write_text(".salescoach/\n")
    git(root, "init", "-q")
    commit(root)
    return root


def write_some(root: Path, of: int, plain: int) -> None:
    """The settings, the deals among the first `of` that are not plain, and so many of the plain ones."""
    stories = [Story(SEED, number) for number in range(of)]
    (root / "deals").mkdir(parents=True)
    (root / "salescoach.yaml").write_text(SETTINGS, encoding="utf-8")
    taken = [s for s in stories if s.flavour == "plain"][:plain] + [
        s for s in stories if s.flavour != "plain"
    ]
    for ident, text in map(render, taken):
        put(root, text, ident)


DAY = ("--today", "2027-01-15")


def test_shards_are_the_whole_and_stay_what_they_were(mixed: Path, tmp_path: Path) -> None:
    whole = report(mixed, *DAY)
    shards = [report(mixed, *DAY, "--shard", f"{n}/3") for n in (1, 2, 3)]
    parts = [{d["path"] for d in shard["deals"]} for shard in shards]
    assert sum(map(len, parts)) == len(set().union(*parts)) == len(whole["deals"]) > 9
    assert all(parts)
    by_path = {d["path"]: d for d in whole["deals"]}
    assert all(d == by_path[d["path"]] for shard in shards for d in shard["deals"])
    held = [s["summary"]["criteria"]["held"] for s in shards]
    assert sum(held) == whole["summary"]["criteria"]["held"]
    more = tmp_path / "more"
    write_some(more, 90, 5)
    for number, part in enumerate(parts, 1):
        grown = {d["path"] for d in report(more, *DAY, "--shard", f"{number}/3")["deals"]}
        assert grown & by_path.keys() == part


@pytest.mark.parametrize("shard", ["0/3", "4/3", "1", "x/y", "1/0", "-1/3", "1/3/3", "1.5/3", "/"])
def test_a_shard_that_there_is_not(shard: str, still: Path) -> None:
    ran = check(still, "--shard", shard, code=2)
    assert ran.out == "" and shard in ran.err and ran.err.count("\n") == 1


# --- --max-findings, --output, --fail-on --------------------------------------------------------------


def levels(found: Any) -> list[str]:
    return [f["level"] for f in (*found["findings"], *(f for d in found["deals"] for f in d["findings"]))]


def test_the_gravest_findings_are_listed_and_the_rest_is_counted(mixed: Path) -> None:
    every = report(mixed, *DAY)
    counts = every["summary"]["findings"]
    assert counts["left_out"] == 0 and counts["error"] > 3 and counts["warning"] > 3
    for most in (1, counts["error"], counts["error"] + 4, 100_000):
        few = report(mixed, *DAY, "--max-findings", str(most))
        listed = levels(few)
        wanted = sorted(levels(every), key=["error", "warning", "note"].index)[:most]
        assert sorted(listed, key=["error", "warning", "note"].index) == wanted
        assert few["summary"] == {
            **every["summary"], "findings": {**counts, "left_out": len(levels(every)) - len(listed)},
        }  # fmt: skip
    text = check(mixed, *DAY, "--max-findings", "3", code=1).out
    assert f"{len(levels(every)) - 3} of the findings are not listed" in text
    assert f"Not passed: {counts['error']} of level error" in text


def test_a_file_holds_what_stdout_would(mixed: Path, tmp_path: Path) -> None:
    for name in ("text", "junit"):
        wanted = check(mixed, *DAY, "--format", name).out
        path = tmp_path / f"report.{name}"
        path.write_text("what was there before, and is longer than nothing")
        ran = check(mixed, *DAY, "--format", name, "--output", str(path), code=1)
        assert (ran.out, ran.err) == ("", "")
        assert path.read_bytes() == wanted.encode()
    assert {p.name for p in tmp_path.iterdir()} == {"report.text", "report.junit"}
    assert check(mixed, *DAY, "--format", "junit", "--output", "-", code=1).out == wanted


def test_a_report_stands_where_the_person_is_not_in_the_repo(mixed: Path, tmp_path: Path) -> None:
    ran = here(tmp_path, ["--root", str(mixed), "check", *DAY, "--output", "made/report.txt"])
    assert ran.code == 1 and (tmp_path / "made/report.txt").read_text(encoding="utf-8")
    assert not (mixed / "made").exists()


FAILS = [
    # what is found at most, the level asked for, the exit code
    ("note", "error", 0), ("note", "warning", 0), ("note", "note", 1),
    ("warning", "error", 0), ("warning", "warning", 1), ("warning", "note", 1),
    ("error", "error", 1), ("error", "warning", 1), ("error", "note", 1),
]  # fmt: skip


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deal for each level, named by what is found in it at most."""
    root = copy_team("desk", tmp_path_factory.mktemp("graded") / "team")
    more = {"note": "", "warning": "close_date: 2026-11-20\n", "error": "stadium: x\n"}
    for level, line in more.items():
        put(root, HEAD + line, level)
    return root


@pytest.mark.parametrize(("found", "asked", "code"), FAILS)
def test_a_run_fails_from_the_level_asked_for(found: str, asked: str, code: int, graded: Path) -> None:
    check(graded, found, "--fail-on", asked, "--max-findings", "1", code=code)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fail-on", "errors"], "Did you mean 'error'?"), (["--format", "sarf"], "Did you mean 'sarif'?"),
        (["--format", "xml"], "junit"), (["--max-findings", "many"], "--max-findings"), (["--jobs", "two"], "--jobs"),
        (["--today", "2026-02-30"], "2026-02-30"), (["--changd", "main"], "--changed"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else "",
)  # fmt: skip
def test_an_option_that_means_nothing(arguments: list[str], said: str, still: Path) -> None:
    ran = here(still, ["--lang", "en", "check", *arguments])
    assert (ran.code, ran.out) == (2, "") and said in ran.err, ran


def test_help_names_every_format_that_there_is(tmp_path: Path) -> None:
    for language, comma in (("en", ", "), ("zh", "、")):
        shown = here(tmp_path, ["--lang", language, "check", "--help"], extra={"COLUMNS": "200"}).out
        assert comma.join(NAMES) in shown, shown


# --- --explain -------------------------------------------------------------------------------------------


def test_a_rule_is_explained_in_the_words_of_the_playbook(tmp_path: Path) -> None:
    """Outside of any repo, too: the bundled playbook comes with the tool."""
    said = {x: here(tmp_path, ["check", "--explain", "step2_need/recap", "--lang", x]) for x in ("en", "zh")}
    assert [r.code for r in said.values()] == [0, 0]
    assert "step2_need/recap: They confirmed our written recap\n" in said["en"].out
    assert "Proof: " in said["en"].out and "Ask them: " in said["en"].out and "证据：" in said["zh"].out
    assert said["en"].out.count("\n") == said["zh"].out.count("\n") > 4


def test_how_many_must_hold_is_said_by_rigour_where_that_decides(tmp_path: Path) -> None:
    """In `playbook show`, too."""
    said = {
        "en": "2 of 3 criteria must hold at light rigour, 3 of 3 at full rigour.\n",
        "zh": "小单（rigour: light）3 条中须满足 2 条，大单（rigour: full）3 条中须满足 3 条。\n",
    }
    shown = {"en": "Exit: 3 of 3, at light rigour 2 (", "zh": "3 项满足 3 项，小单（rigour: light）2 项（"}
    for language in ("en", "zh"):
        show = ["playbook", "show", "value-competition", "--stage", "step1_trust", "--lang", language]
        explain = ["check", "--lang", language, "--explain"]
        assert said[language] in here(tmp_path, [*explain, "step1_trust/roles-named"]).out
        assert "rigour: light" not in here(tmp_path, [*explain, "step2_need/recap"]).out
        assert shown[language] in here(tmp_path, show).out


def test_a_rule_of_the_teams_own_playbook_is_explained(still: Path) -> None:
    out = check(still, "--explain", "find/said", code=0).out
    assert out.startswith("find/said: They said what they need\n")


@pytest.mark.parametrize(
    ("rule", "meant"),
    [
        ("step2_need/recup", "step2_need/recap"),
        ("find/sad", "find/said"),
        ("unknown-keys", "unknown-key"),
        ("x", ""),
    ],
)
def test_a_rule_that_there_is_not(rule: str, meant: str, still: Path) -> None:
    ran = check(still, "--explain", rule, code=2)
    assert ran.out == "" and rule in ran.err and ran.err.count("\n") == 1
    assert (f"Did you mean '{meant}'?" in ran.err) == bool(meant)


# --- PATH ---------------------------------------------------------------------------------------------------

PLACES = [
    # from where, which paths, which deals
    (".", [], EVERY), (".", ["deals/"], EVERY), (".", ["deals/quay"], ["quay"]), (".", ["quay"], ["quay"]),
    (".", ["deals/quay", "deals/harbour", "./deals/../deals/quay", "deals/quay/deal.yaml"], ["harbour", "quay"]),
    ("deals", ["quay"], ["quay"]), ("deals", [".."], EVERY), ("deals/quay", [], EVERY), ("deals/quay", ["."], ["quay"]),
    ("deals/quay", ["deal.yaml"], ["quay"]), ("deals/quay", ["../harbour"], ["harbour"]),
]  # fmt: skip


@pytest.mark.parametrize(("place", "paths", "wanted"), PLACES, ids=str)
def test_a_path_is_taken_from_where_the_person_is(
    place: str, paths: list[str], wanted: list[str], still: Path
) -> None:
    assert deals(still / place, *paths) == wanted


def test_a_path_may_be_written_in_full(still: Path) -> None:
    assert deals(still / "playbooks", str(still / "deals/quay"), str(still / DEAL)) == ["harbour", "quay"]


NOWHERE = [
    "deals/nobody", "nobody", "../team-of-others", "/", " ", "~", "playbooks", "salescoach.yaml", "deals/quay/plans",
    "deals/quay/deal.yml", "deals/quay/../../..", "a\0b", "-", "x" * 5000, "deals/*",
]  # fmt: skip


@pytest.mark.parametrize("path", NOWHERE, ids=lambda p: ascii(p)[:20])
def test_a_path_that_is_no_deal(path: str, still: Path) -> None:
    """Nothing is checked then: a slip of the pen in a CI file must not pass."""
    ran = check(still, "--", "deals/quay", path, code=2)
    assert ran.out == "" and ran.err.count("\n") == 1


def test_a_path_that_begins_with_a_line_is_no_option(still: Path) -> None:
    assert check(still, "-deals", code=2).out == ""


# --- the same bytes ----------------------------------------------------------------------------------------


def bytes_of(root: Path, name: str, *arguments: str) -> str:
    """A format's output, the cache left alone."""
    return check(root, *DAY, "--format", name, "--no-cache", *arguments).out


def kept(root: Path) -> list[Path]:
    return [p for p in (root / ".salescoach/cache").rglob("*") if p.is_file()]


def forget(root: Path) -> None:
    shutil.rmtree(root / ".salescoach", ignore_errors=True)


@pytest.fixture(scope="module")
def wanted(mixed: Path) -> dict[str, str]:
    """What each format says of the deals."""
    return {name: bytes_of(mixed, name) for name in NAMES}


def test_the_same_bytes_cold_and_warm_after_whatever_format(mixed: Path, wanted: dict[str, str]) -> None:
    forget(mixed)
    assert bytes_of(mixed, "text") == wanted["text"] and not kept(mixed), "--no-cache keeps nothing"
    for name in ("text", *NAMES):
        assert check(mixed, *DAY, "--format", name).out == wanted[name], name
    assert kept(mixed)


def test_the_same_bytes_from_part_of_the_cache(mixed: Path, wanted: dict[str, str]) -> None:
    """Paths, shards and other languages fill it, too."""
    forget(mixed)
    some = sorted(p.name for p in (mixed / "deals").iterdir())[:20]
    check(mixed, *DAY, *(f"deals/{name}" for name in some if name != "notes-only"))
    check(mixed, *DAY, "--shard", "2/3", "--format", "junit")
    check(mixed, *DAY, "--lang", "zh")
    for name in ("json", "text"):
        assert check(mixed, *DAY, "--format", name).out == wanted[name]


def one_of(root: Path, number: int = 1) -> Path:
    return sorted(root.glob("deals/*/deal.yaml"))[number]


def append(path: Path, text: str) -> None:
    path.write_bytes(path.read_bytes() + text.encode())


def rename_customer(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join("customer: Nobody\n" if x.startswith("customer:") else x for x in lines), "utf-8")


def add_deal(root: Path) -> None:
    shutil.copytree(one_of(root).parent, root / "deals/zz-more")


def add_plan(root: Path) -> None:
    plan = one_of(root).parent / "plans/nobody.md"
    plan.parent.mkdir(exist_ok=True)
    plan.write_text("# plan\n")


STEPS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda root: None,
    "a comment": lambda root: append(one_of(root), "# seen\n"),
    "an error": lambda root: append(one_of(root), "nonsense: 1\n"),
    "no YAML": lambda root: append(one_of(root), "a: 'b\n"),
    "as it was": lambda root: git(root, "checkout", "-q", "."),
    "two deals at once": lambda root: [append(one_of(root, number), "nonsense: 1\n") for number in (2, 3)],
    "another customer": lambda root: rename_customer(one_of(root)),
    "staged": lambda root: git(root, "add", "deals"),
    "a deal more": add_deal,
    "a plan of nobody": add_plan,
    "committed": commit,
    "gone": lambda root: (root / "deals/zz-more/deal.yaml").unlink(),
    "as committed": lambda root: git(root, "checkout", "-q", "."),
    "another commit": lambda root: git(root, "checkout", "-q", "HEAD~1"),
    "changed there": lambda root: append(one_of(root), "nonsense: 1\n"),
    "back again": lambda root: git(root, "checkout", "-q", "-f", "-"),
    "changed here": lambda root: append(one_of(root), "nonsense: 1\n"),
}
"""What happens to a repo between one run and the next."""


def test_the_same_bytes_after_whatever_happened_since_the_last_run(tmp_path: Path) -> None:
    root = tmp_path / "team"
    write_some(root, 20, 3)
    (root / ".gitignore").write_text(".salescoach/\n")
    git(root, "init", "-q")
    commit(root)
    check(root, *DAY)
    for name, step in STEPS.items():
        step(root)
        assert check(root, *DAY).out == bytes_of(root, "text"), name


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda raw: raw[: len(raw) // 2],
    "empty": lambda raw: b"",
    "noise in the middle": lambda raw: raw[:500] + random.Random(4).randbytes(500) + raw[1000:],
    "another version": lambda raw: raw.replace(b"verdicts 3", b"verdicts 2", 1),
    "lines twice": lambda raw: raw + b"".join(raw.splitlines(keepends=True)[1:]),
    "errors taken for none": lambda raw: raw.replace(b" 1\t", b" 0\t").replace(b" 2\t", b" 0\t"),
}
SELDOM: dict[str, Callable[[bytes], bytes]] = {
    "cut by a byte": lambda raw: raw[:-1],
    "noise": lambda raw: random.Random(4).randbytes(len(raw)),
    "zeros": lambda raw: bytes(len(raw)),
    "longer": lambda raw: raw + raw,
    "other line ends": lambda raw: raw.replace(b"\n", b"\r\n"),
    "no line ends": lambda raw: raw.replace(b"\n", b" "),
    "one line less": lambda raw: b"".join(raw.splitlines(keepends=True)[:-1]),
    "lines in another order": lambda raw: b"".join(sorted(raw.splitlines(keepends=True))),
    "one bit": lambda raw: raw[:900] + bytes([raw[900] ^ 1]) + raw[901:],
}


@pytest.fixture(scope="module")
def before(mixed: Path, wanted: dict[str, str]) -> dict[Path, bytes]:
    """What a run keeps."""
    forget(mixed)
    check(mixed, *DAY)
    return {path: path.read_bytes() for path in kept(mixed)}


@pytest.mark.parametrize(
    "damage", [*DAMAGE, *(pytest.param(name, marks=pytest.mark.long) for name in SELDOM)]
)
def test_the_same_bytes_from_a_cache_that_is_damaged(
    damage: str, mixed: Path, wanted: dict[str, str], before: dict[Path, bytes]
) -> None:
    for path, raw in before.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes({**DAMAGE, **SELDOM}[damage](raw))
    assert check(mixed, *DAY).out == wanted["text"]
    assert check(mixed, *DAY).out == wanted["text"], "and from what was kept then"


@pytest.mark.long
def test_the_same_bytes_from_a_cache_with_one_bit_wrong(tmp_path: Path) -> None:
    """Anywhere in it: a verdict that is not sure is judged again."""
    root = tmp_path / "team"
    write_some(root, 40, 2)
    git(root, "init", "-q")
    commit(root)
    wanted = check(root, *DAY).out
    every, whole = sorted(p for p in kept(root) if p.stat().st_size > 50)
    before = {path: path.read_bytes() for path in (every, whole)}
    choose = random.Random(11)
    for turn in range(60):
        for path, raw in before.items():
            path.write_bytes(raw)
        path = (every, whole)[turn % 2]
        if path == every:
            whole.unlink()  # else nobody looks at the other
        at, bit = choose.randrange(len(before[path])), 1 << choose.randrange(8)
        path.write_bytes(before[path][:at] + bytes([before[path][at] ^ bit]) + before[path][at + 1 :])
        assert check(root, *DAY).out == wanted, (path.name, at, bit)


def test_the_same_bytes_where_the_cache_is_no_folder_or_no_file(mixed: Path, wanted: dict[str, str]) -> None:
    forget(mixed)
    check(mixed, *DAY)
    for path in kept(mixed):
        path.unlink()
        path.mkdir()
    assert check(mixed, *DAY).out == wanted["text"]
    shutil.rmtree(mixed / ".salescoach/cache")
    (mixed / ".salescoach/cache").write_text("x")
    assert check(mixed, *DAY).out == wanted["text"]
    forget(mixed)


def test_the_same_bytes_from_a_cache_of_elsewhere(
    mixed: Path, wanted: dict[str, str], tmp_path: Path
) -> None:
    """CI restores it into another folder, or from another branch, where the deals of those names are others."""
    forget(mixed)
    check(mixed, *DAY)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(mixed), "clone")
    shutil.copytree(mixed / "deals/notes-only", clone / "deals/notes-only", dirs_exist_ok=True)
    shutil.copytree(mixed / ".salescoach", clone / ".salescoach")
    assert check(clone, *DAY).out == wanted["text"]
    broken = sorted((clone / "deals").glob("*/deal.yaml"))
    for path in broken[:8]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text + "stadium: 1\n", encoding="utf-8")
    shutil.rmtree(clone / ".salescoach")
    shutil.copytree(mixed / ".salescoach", clone / ".salescoach")
    fresh = bytes_of(clone, "text")
    assert fresh != wanted["text"] and check(clone, *DAY).out == fresh
    commit(clone)
    assert check(clone, *DAY).out == check(clone, *DAY).out == bytes_of(clone, "text")


def test_the_same_bytes_for_two_runs_at_once(mixed: Path, wanted: dict[str, str]) -> None:
    forget(mixed)
    command = [sys.executable, "-m", "salescoach", "check", "--lang", "en", *DAY]
    runs = [
        subprocess.Popen(
            command, cwd=mixed, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    ended = [run.communicate(timeout=60) for run in runs]
    assert ended == [(wanted["text"].encode(), b"")] * 2
    assert check(mixed, *DAY).out == wanted["text"]


def test_the_same_bytes_whatever_the_order_of_files_and_paths(
    mixed: Path, wanted: dict[str, str], tmp_path: Path
) -> None:
    names = [p.name for p in (mixed / "deals").iterdir()]
    random.Random(7).shuffle(names)
    other = tmp_path / "other"
    (other / "deals").mkdir(parents=True)
    for name in names:
        shutil.copytree(mixed / "deals" / name, other / "deals" / name)
    shutil.copy(mixed / "salescoach.yaml", other)
    assert check(other, *DAY).out == wanted["text"], "without git"
    given = [f"deals/{name}" for name in names if name != "notes-only"]
    assert bytes_of(mixed, "json", *given) == bytes_of(mixed, "json", *sorted(given))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As many small deals as it takes for three processes to have work, some of them wrong."""
    root = copy_team("desk", tmp_path_factory.mktemp("many") / "team")
    for number in range(2 * FEWEST + 20):
        line = ("", "stadium: x\n", "title: 'x\n", "amount: 100万\n", "close_date: 2026-11-20\n")[number % 5]
        put(root, HEAD.replace("Bad", f"Bad {number // 2}") + line, f"d{number}")
    (root / "deals/d7/deal.yaml").unlink()
    (root / "deals/d7/deal.yaml").symlink_to("gone.yaml")
    return root


def test_the_same_bytes_from_one_process_or_more(many: Path) -> None:
    """In each of them hashes come out otherwise."""
    arguments = ["check", "--lang", "en", "--format", "json", "--jobs"]
    alone, shared = (apart(many, [*arguments, jobs]) for jobs in ("1", "3"))
    assert alone.returncode == 2 and alone.stderr.count(b"\n") == 1
    assert (shared.returncode, shared.stdout, shared.stderr) == (2, alone.stdout, alone.stderr)
    assert check(many, "--format", "json", "--jobs", "2", code=2).out == alone.stdout.decode()


def test_the_same_bytes_from_many_parts(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deals are judged some at a time, and what is wrong between them is found wherever they fall."""
    arguments = [
        ("--format", form, "--max-findings", most) for form in ("text", "json") for most in ("0", "7")
    ]
    wanted = [check(many, *given, "--no-cache", code=2).out for given in arguments]
    assert "same-deal" in wanted[0]
    shutil.rmtree(many / ".salescoach", ignore_errors=True)
    monkeypatch.setattr(running, "PART", 7)
    for _ in ("cold", "warm"):
        assert [check(many, *given, code=2).out for given in arguments] == wanted


# --- what a day changes ---------------------------------------------------------------------------------------


WAIVERS = {
    "step2_need": "{for: step3_value/approved, reason: board, by: ruth, until: 2026-12-20}",
    "step8_collect": "{for: step8_collect/no-disputes, reason: board, by: ruth, until: 2029-06-01}",
}
"""One that ends, and one that is too long until it is not."""


@pytest.fixture(scope="module")
def goldens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Golden deals that hang on the day: a waiver ends, a stage grows old, a visit passes, proof expires."""
    root = tmp_path_factory.mktemp("goldens") / "team"
    for folder in (f for f in FOLDERS if f.name in (*WAIVERS, "step4_criteria", "step5_shield")):
        text = golden(folder)
        if folder.name in WAIVERS:
            text = changed(text, {"from": "waivers: []", "to": f"waivers: [{WAIVERS[folder.name]}]"})
        put(root, text, EDITS[folder]["id"])
    (root / "salescoach.yaml").write_text("approvers: [ruth]\n")
    git(root, "init", "-q")
    commit(root)
    return root


DAYS = (
    "2026-12-20", "2026-12-21", "2027-04-15", "2027-04-16", "2027-05-09", "2027-05-20", "2027-05-21", "2026-12-20",
    "2029-03-02", "2029-03-03",
)  # fmt: skip
"""The last day of a waiver, of a stage, of a visit, and the day after each; forward, back, and far ahead."""


def test_a_verdict_that_hangs_on_the_day_is_not_taken_for_another(goldens: Path) -> None:
    seen = set()
    for day in DAYS:
        fresh = check(goldens, "--no-cache", "--today", day).out
        assert check(goldens, "--today", day).out == fresh, day
        assert ("waiver-expired" in fresh) == (day > "2026-12-20")
        assert ("waiver-too-long" in fresh) == (day < "2029-03-03")
        seen.add(fresh)
    assert len(seen) == len(DAYS) - 1


@pytest.mark.long
def test_no_day_of_eight_months_has_the_verdict_of_another(goldens: Path) -> None:
    first = date(2026, 11, 15)
    for days in range(240):
        day = ("--today", str(first + timedelta(days)))
        assert check(goldens, *day).out == check(goldens, "--no-cache", *day).out, day
