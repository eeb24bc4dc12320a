"""Playbooks that were read before: quicker, and never anything but what their files say."""

import json
from pathlib import Path

import pytest
from conftest import TODAY

from salescoach.call import Call
from salescoach.errors import RequestError
from salescoach.files import compiled
from salescoach.messages import speaker
from salescoach.opening import load_playbook
from salescoach.playbook.load import Loaded

SMALL = Path(__file__).parent / "lint" / "small"


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A team's repo with the small playbook, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for file in SMALL.rglob("*.yaml"):
        target = tmp_path / "team/playbooks/small" / file.relative_to(SMALL)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    return tmp_path / "team"


def opened(team: Path, name: str = "small") -> Loaded:
    return load_playbook(team, Call("en", speaker("en"), TODAY, None, None, False, {}), name)


def cached(team: Path) -> list[Path]:
    return sorted((team.parent / "cache").rglob("*.json"))


def test_the_second_time_it_is_the_same_without_its_files_being_parsed(team: Path) -> None:
    first, second = opened(team), opened(team)
    assert first.playbook == second.playbook
    assert first.documents and not second.documents


def test_a_change_by_one_byte_is_read(team: Path) -> None:
    opened(team)
    main = team / "playbooks/small/playbook.yaml"
    main.write_text(main.read_text("utf-8").replace('"1.0"', '"1.1"'), "utf-8")
    found = opened(team)
    assert found.playbook and found.playbook.version == "1.1"


def test_what_has_findings_is_not_kept(team: Path) -> None:
    main = team / "playbooks/small/playbook.yaml"
    main.write_text(main.read_text("utf-8") + "surprise: 1\n", "utf-8")
    assert opened(team).findings and opened(team).findings
    assert cached(team) == []


def test_an_extension_is_read_anew_when_what_it_extends_changes(team: Path) -> None:
    ours = team / "playbooks/ours/playbook.yaml"
    ours.parent.mkdir()
    ours.write_text("extends: small\nformat: 1\nid: ours\nversion: '1'\ntitle: Ours\n", "utf-8")
    assert opened(team, "ours").documents and not opened(team, "ours").documents
    types = team / "playbooks/small/types.yaml"
    types.write_text(types.read_text("utf-8").replace("Problem", "Trouble", 1), "utf-8")
    again = opened(team, "ours")
    assert again.documents and again.playbook
    assert "Trouble" in str(again.playbook.types)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"key": "another", "content": {}, "bases": {}}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
    ids=["empty", "torn", "a list", "nothing", "of another", "no text", "deep"],
)
def test_a_damaged_cache_is_as_good_as_none(team: Path, damage: bytes) -> None:
    whole = opened(team).playbook
    [file] = cached(team)
    file.write_bytes(damage)
    assert opened(team).playbook == whole
    assert opened(team).playbook == whole


def test_content_that_is_no_playbook_is_not_believed(team: Path) -> None:
    whole = opened(team).playbook
    [file] = cached(team)
    held = json.loads(file.read_bytes())
    file.write_text(json.dumps({**held, "content": {**held["content"], "stages": "none"}}), "utf-8")
    assert opened(team).playbook == whole


def test_nowhere_to_keep_it_is_no_fault(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RequestError("no-folder", path="cache", reason="read-only")

    monkeypatch.setattr(compiled.atomic, "write", refuse)
    assert opened(team).playbook


def test_only_the_latest_are_kept(team: Path) -> None:
    for number in range(compiled.MOST + 3):
        compiled.keep(f"{number:064d}", {"content": {}})
    assert len(cached(team)) == compiled.MOST
