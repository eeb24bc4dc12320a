"""JSON that is written piece by piece, and harmless where it is looked at."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from salescoach.visible import UNSEEN

_COMMAND = re.compile(r"##(?=\w*\[)")
"""What some CI runners would take for a command, wherever it stands in a line."""


def dumped(value: Any, indent: int | None = None) -> str:
    """One value, Chinese as it is. What acts on a terminal or hides is written as an escape: the value is the same."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _COMMAND.sub(r"\\u0023#", UNSEEN.sub(_escape, text))


def array(items: Iterable[Any]) -> Iterator[str]:
    """What stands between the brackets of an array: an item on each line."""
    last = ""
    for item in items:
        if last:
            yield f"{last},\n"
        last = dumped(item)
    if last:
        yield f"{last}\n"


def _escape(found: re.Match[str]) -> str:
    return found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1]
