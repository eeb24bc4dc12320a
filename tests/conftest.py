"""What the tests of the engine share: the playbook that comes with the tool, deals as content, cases as data."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach import derived
from salescoach.coach.gate import judge
from salescoach.coach.room import Room
from salescoach.deal.deal import Deal
from salescoach.playbook.load import load
from salescoach.playbook.model import Playbook
from salescoach.yamlfile.read import read

TESTS = Path(__file__).parent
ROOT = TESTS.parent
TODAY = date(2026, 11, 21)
MakeDeal = Callable[..., Deal]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what came out over the golden files")
    parser.addoption("--long", action="store_true", help="run the tests marked long, too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items if not config.getoption("--long") else []:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason=f"{item.name} is long: --long runs it"))


def read_yaml(path: Path) -> Any:
    """A YAML file as the tool itself reads it; faults in it fail the test."""
    document = read(path.read_bytes(), path.name)
    assert document.readable and not document.findings, document.findings
    return document.data


def cases(folder: str) -> list[Any]:
    """Every case of every file in a folder of the tests, named `file: case`, with the file's worksheets."""
    found = []
    for path in sorted((TESTS / folder).glob("*.yaml")):
        held = read_yaml(path)
        worksheets = held.get("worksheets", [])
        found += [pytest.param(worksheets, c, id=f"{path.stem}: {c['name']}") for c in held["cases"]]
    return found


def small_playbook(worksheets: list[Any], **more: Any) -> Playbook:
    """A playbook of these worksheets and nothing else."""
    frame = {
        "format": 1, "id": "small", "version": "1", "title": "Small", "summary": "Small", "languages": ["en"],
        "types": {}, "stages": [], "questions": [], "plan": {"carry_in": [], "annex": []},
        "evidence_expires": {"customer_quote": 90, "customer_action": 180},
    }  # fmt: skip
    return Playbook.model_validate({**frame, "worksheets": worksheets, **more})


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    """The playbook that comes with the tool."""
    folder = ROOT / "playbooks" / "value-competition"
    loaded = load({p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yaml")})
    assert loaded.playbook and not loaded.findings, loaded.findings
    return loaded.playbook


@pytest.fixture
def make_deal(playbook: Playbook) -> MakeDeal:
    """A deal from its content, of the bundled playbook unless another is given."""
    return lambda content, of=playbook: Deal("test", content, of, derived)


@pytest.fixture
def demo() -> dict[str, Any]:
    """The content of the demo deal: in its second stage, one pain admitted, one not."""
    content: dict[str, Any] = read_yaml(ROOT / "salescoach/demo/en/deals/haichuan-charging/deal.yaml")
    return content


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)]
    if (
        os.name == "nt"
        or shutil.which("mount") is None
        or subprocess.run(command, check=False, capture_output=True).returncode
    ):
        pytest.skip("no small disk can be mounted here: only root may")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def room(deal: Deal, people: list[str], minutes: int = 45, language: str = "en", today: date = TODAY) -> Room:
    """These people in the room, at the stage the deal is in."""
    assert deal.stage
    return Room(deal, judge(deal.stage, deal, today), people, minutes, language, today)
