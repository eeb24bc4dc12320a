"""Every bundled scenario, played in both languages to a pass, a fail and a critical fail by what a rep would type.

A script is `tests/drills/<scenario>.<verdict>.<language>.txt`: a line each, with the type that the rep means before it
(`P| …`), which counts where the tool is not sure and would ask.
"""

from pathlib import Path

import pytest
from conftest import TESTS
from journeys.tool import Ran, here

SCRIPTS = sorted((TESTS / "drills").glob("*.txt"))
VERDICTS = ("pass", "fail", "critical")


def play(script: Path, folder: Path, *more: str) -> Ran:
    """Play a script as a person would with --lines."""
    scenario, _, language = script.stem.split(".")
    arguments = ["drill", "play", scenario, "--lines", str(script), "--lang", language, "--seed", "1"]
    return here(folder, [*arguments, "--today", "2026-11-21", *more])


def quick(script: Path) -> bool:
    """Whether README's run plays it, too: all of one scenario, and of every other one a pass in Chinese."""
    scenario, verdict, language = script.stem.split(".")
    return scenario == "two-blues" or (verdict == "pass" and language == "zh" and len(scenario) % 2 == 0)


@pytest.mark.parametrize(
    "script",
    [pytest.param(s, id=s.stem, marks=[] if quick(s) else [pytest.mark.long]) for s in SCRIPTS],
)
def test_a_script_comes_to_its_verdict(script: Path, tmp_path: Path) -> None:
    (tmp_path / "deals").mkdir()
    ran = play(script, tmp_path)
    assert ran.code == 0, ran.err
    _, verdict, language = script.stem.split(".")
    first = ran.out.splitlines()[2]
    words = {"en": ("not passed", "critical: "), "zh": ("未通过", "一票否决：")}[language]
    assert (words[0] in first) == (verdict != "pass"), ran.out
    assert (f"✗ {words[1]}" in ran.out) == (verdict == "critical"), ran.out


def test_there_is_a_script_for_every_scenario_language_and_verdict() -> None:
    from salescoach.files.drills import list_parts

    wanted = {
        f"{name}.{verdict}.{language}"
        for name, path in list_parts(None, None, "scenarios").items()
        if "\nplayers:" not in path.read_text(encoding="utf-8")
        for verdict in VERDICTS
        for language in ("en", "zh")
    }
    assert wanted == {path.stem for path in SCRIPTS}


def test_the_same_seed_and_lines_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "deals").mkdir()
    script = TESTS / "drills" / "two-blues.pass.en.txt"
    first, second = (play(script, tmp_path, "--exam") for _ in range(2))
    assert first.out == second.out
    assert "seed 1" in first.out
