"""From the files of a playbook's `drill/` to their models, with the place of every part and all findings at once."""

from typing import Any

from salescoach.playbook.answers import Answers
from salescoach.playbook.cards import Deck
from salescoach.playbook.corrections import Corrections
from salescoach.playbook.counts import Counts
from salescoach.playbook.load import Loaded, validated
from salescoach.playbook.scenario import Room, Rubric, Scenario, Talker, Training

PLAYED = ("buyer", "opening", "truth")
"""What a scenario cannot be played without; for people in a room it may be left out."""


def load_scenario(raw: bytes, path: str) -> tuple[Scenario | None, Loaded]:
    """A scenario, or None where its shape is wrong; `path` is shown in findings.

    Whoever has only begun it is told at once what else a talk takes.
    """
    scenario, loaded = validated(Scenario, raw, path)
    content = loaded.documents[0].data
    if scenario is None and isinstance(content, dict) and "players" not in content:
        lacking = [key for key in PLAYED if key not in content]
        loaded.findings.extend(loaded.finding((), "missing-key", key_name=key) for key in lacking)
    return scenario, loaded


def load_rubric(raw: bytes, path: str) -> tuple[Rubric | None, Loaded]:
    """A rubric, or None where its shape is wrong."""
    return validated(Rubric, raw, path)


def load_talker(raw: bytes, path: str) -> tuple[Talker | None, Loaded]:
    """How buyers of a personality talk, or None where the file's shape is wrong."""
    return validated(Talker, raw, path)


def load_answers(raw: bytes, path: str) -> tuple[Answers | None, Loaded]:
    """What buyers are given to say in drills of real deals, or None where the file's shape is wrong."""
    return validated(Answers, raw, path)


def load_training(raw: bytes, path: str) -> tuple[Training | None, Loaded]:
    """The steps of a training, or None where the file's shape is wrong."""
    return validated(Training, raw, path)


def load_deck(raw: bytes, path: str) -> tuple[Deck | None, Loaded]:
    """A deck of cards, or None where the file's shape is wrong."""
    return validated(Deck, raw, path)


def load_room(raw: bytes, path: str) -> tuple[Room | None, Loaded]:
    """How a class plays in a room, or None where the file's shape is wrong."""
    return validated(Room, raw, path)


def load_counts(raw: bytes, path: str) -> tuple[Counts | None, Loaded]:
    """What an observer counted, or None where the file's shape is wrong."""
    return validated(Counts, raw, path)


def load_corrections(raw: bytes, path: str) -> tuple[Corrections | None, Loaded]:
    """A team's corrections of the recogniser, or None where the file's shape is wrong."""
    return validated(Corrections, raw, path)


PLAIN = "analytical"
"""How a buyer talks of whom nobody says how."""


def talker_of(scenario: Scenario, person: str = "") -> str:
    """How the buyer talks, or another person: by their personality in the truth, or in what the rep knows."""
    who = person or scenario.buyer
    people: list[Any] = []
    for part in (scenario.truth, scenario.start):
        listed = part.get("people")
        people += listed if isinstance(listed, list) else []
    own = [
        p["personality"] for p in people if isinstance(p, dict) and p.get("id") == who and "personality" in p
    ]
    return str(own[0]) if own and who else PLAIN
