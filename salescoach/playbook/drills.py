"""From the files of a playbook's `drill/` to their models, with the place of every part and all findings at once."""

from salescoach.playbook.counts import Counts
from salescoach.playbook.load import Loaded, validated
from salescoach.playbook.scenario import Room, Rubric, Scenario, Talker


def load_scenario(raw: bytes, path: str) -> tuple[Scenario | None, Loaded]:
    """A scenario, or None where its shape is wrong; `path` is shown in findings."""
    return validated(Scenario, raw, path)


def load_rubric(raw: bytes, path: str) -> tuple[Rubric | None, Loaded]:
    """A rubric, or None where its shape is wrong."""
    return validated(Rubric, raw, path)


def load_talker(raw: bytes, path: str) -> tuple[Talker | None, Loaded]:
    """How buyers of a personality talk, or None where the file's shape is wrong."""
    return validated(Talker, raw, path)


def load_room(raw: bytes, path: str) -> tuple[Room | None, Loaded]:
    """How a class plays in a room, or None where the file's shape is wrong."""
    return validated(Room, raw, path)


def load_counts(raw: bytes, path: str) -> tuple[Counts | None, Loaded]:
    """What an observer counted, or None where the file's shape is wrong."""
    return validated(Counts, raw, path)
