"""The files of drill content as JSON Schema, for editors: scenarios, rubrics, cards, what a team corrected …"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from salescoach.messages import speaker
from salescoach.playbook.answers import Answers
from salescoach.playbook.cards import Deck
from salescoach.playbook.corrections import Corrections
from salescoach.playbook.counts import Counts
from salescoach.playbook.scenario import SITUATIONS, Room, Rubric, Scenario, Talker, Training
from salescoach.playbook.schema import Parameters, Writer
from salescoach.schema import Schema

if TYPE_CHECKING:
    from pydantic import BaseModel

PARTS = {
    "scenario": ("drill/scenarios/*.yaml",),
    "rubric": ("drill/rubrics/*.yaml",),
    "buyer": ("drill/buyers/*.yaml",),
    "cards": ("drill/cards/*.yaml",),
    "answers": ("drill/answers.yaml",),
    "room": ("drill/room.yaml",),
    "training": ("drill/training.yaml",),
    "corrections": ("../../corrections.yaml",),
    "counts": ("../../.salescoach/drill/counts/*.yaml",),
}
"""Every part, with the files that hold it: patterns within a playbook's folder, which lies in a team's."""
_ROOTS: "dict[str, type[BaseModel]]" = {
    "scenario": Scenario,
    "rubric": Rubric,
    "buyer": Talker,
    "cards": Deck,
    "answers": Answers,
    "room": Room,
    "training": Training,
    "corrections": Corrections,
    "counts": Counts,
}


def describe(part: str, rows: Parameters, types: Sequence[str], language: str) -> Schema:
    """The schema of the files that hold `part`, one of PARTS; `rows`: the parameters of each way to count, `types`:
    what a line may be corrected to.
    """
    return DrillWriter(part, rows, types, language).file()


class DrillWriter(Writer):
    """The schema of one kind of file."""

    AREA = "drill_schema"

    def __init__(self, part: str, rows: Parameters, types: Sequence[str], language: str) -> None:
        self.part, self.root = part, _ROOTS[part]
        raw = self.root.model_json_schema(ref_template="#/definitions/{model}")
        super().__init__({**raw.pop("$defs", {}), self.root.__name__: raw}, language)
        self._complete(rows)
        if part == "counts":  # somebody may be called by a number, and a blank may stay blank
            for key in ("observer", "seller", "day"):
                self.models["Counts"]["properties"][key]["type"] = ["string", "integer", "null"]
        if part == "corrections":
            self.models["CorrectedLine"]["properties"]["type"]["enum"] = list(types)

    def say(self, key: str, /, **facts: object) -> str:
        """A text about drill content."""
        return speaker(self.language)(f"drill_schema.{key}", **facts)

    def file(self) -> Schema:
        """A whole file."""
        return self.whole(self.part, self.models[self.root.__name__])

    def _complete(self, rows: Parameters) -> None:
        """What the models leave open: situations, ways to count with their parameters."""
        keys = self.models[self.root.__name__]["properties"]
        if self.part in ("scenario", "buyer"):
            said = keys["lines"].pop("additionalProperties")
            keys["lines"].update(properties=dict.fromkeys(SITUATIONS, said), additionalProperties=False)
        if self.part == "buyer":
            keys["lines"]["required"] = list(SITUATIONS)
        if "RubricRow" in self.models:
            row = self.models["RubricRow"]["properties"]
            row["kind"]["enum"] = list(rows)
            row["parameters"]["doNotSuggest"] = True
            row.update(self._of_kinds(rows))
