"""What gets installed: the built wheel holds everything it needs and works in an empty folder."""

import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be published: built from the built source archive."""
    pytest.importorskip("build", reason="build is not installed: no wheel is built (pip install -e '.[dev]')")
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with nothing but the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    pip = [str(folder / PROGRAMS / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return folder / PROGRAMS


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Path]:
    """A folder with nothing in it and nothing above it that belongs to the tool."""
    folder = tmp_path / "empty"
    folder.mkdir()
    yield folder


def run(programs: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program without a terminal, and without this checkout anywhere near."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "SALESCOACH", "CI"))}
    return subprocess.run(
        [str(programs / "salescoach"), *words],
        cwd=folder,
        env={**kept, "SALESCOACH_LANG": "en", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def files(folder: Path, prefix: str) -> set[str]:
    """What lies in a folder, as the wheel should name it."""
    there = (p.relative_to(folder) for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {f"{prefix}/{p.as_posix()}" for p in there}


def test_it_holds_the_package_the_playbooks_and_the_demo_and_nothing_else(wheel: Path) -> None:
    names = {n for n in ZipFile(wheel).namelist() if ".dist-info/" not in n}
    assert names == files(ROOT / "salescoach", "salescoach") | files(
        ROOT / "playbooks", "salescoach/playbooks"
    )


def test_it_carries_its_licence_and_its_readme(wheel: Path) -> None:
    archive = ZipFile(wheel)
    held = {n.partition(".dist-info/")[2]: n for n in archive.namelist() if ".dist-info/" in n}
    assert archive.read(held["licenses/LICENSE"]) == (ROOT / "LICENSE").read_bytes()
    assert (ROOT / "README.md").read_text(encoding="utf-8").strip() in archive.read(held["METADATA"]).decode()


def test_its_commands_answer(programs: Path, empty: Path) -> None:
    assert run(programs, empty, "--version").stdout.startswith("salescoach ")
    for words in (["--help"], ["prep", "--help"], ["playbook", "list"], ["playbook", "lint"]):
        done = run(programs, empty, *words)
        assert done.returncode == 0, (words, done.stderr)
    assert "value-competition" in run(programs, empty, "playbook", "list").stdout
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_demo_plays_without_a_terminal(programs: Path, empty: Path, language: str) -> None:
    done = run(programs, empty, "demo", "--dir", "x", "--lang", language)
    assert done.returncode == 0, done.stderr
    assert list((empty / "x").glob("deals/*/plans/*.md"))


def test_a_first_deal_is_made_and_prepared(programs: Path, empty: Path) -> None:
    assert run(programs, empty, "new", "haichuan", "--customer", "Haichuan Telecom").returncode == 0
    done = run(programs, empty, "prep", "haichuan", "--no-input", "--today", "2026-11-21")
    assert done.returncode == 0, done.stderr
    assert list((empty / "deals" / "haichuan" / "plans").glob("*.md"))
