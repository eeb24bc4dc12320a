"""One call of the tool: what holds for every command. Imports nothing, so that `--help` stays quick."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from salescoach.messages import Say


class Call(NamedTuple):
    """One call of the tool: what holds for every command. `ask`: whether questions may be asked at all."""

    language: str
    say: Say
    today: date
    root: str | None
    playbooks: str | None
    ask: bool
    environment: Mapping[str, str]
