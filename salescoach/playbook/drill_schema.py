"""The files of drill content as JSON Schema, for editors: scenarios, rubrics, ways of talking."""

from typing import TYPE_CHECKING

from salescoach.messages import speaker
from salescoach.playbook.scenario import SITUATIONS, Rubric, Scenario, Talker
from salescoach.playbook.schema import Parameters, Writer
from salescoach.schema import Schema

if TYPE_CHECKING:
    from pydantic import BaseModel

PARTS = {
    "scenario": ("drill/scenarios/*.yaml",),
    "rubric": ("drill/rubrics/*.yaml",),
    "buyer": ("drill/buyers/*.yaml",),
}
"""Every part, with the files that hold it: patterns within a playbook's folder."""
_ROOTS: "dict[str, type[BaseModel]]" = {"scenario": Scenario, "rubric": Rubric, "buyer": Talker}


def describe(part: str, rows: Parameters, language: str) -> Schema:
    """The schema of the files that hold `part`, one of PARTS; `rows`: the parameters of each way to count."""
    return DrillWriter(part, rows, language).file()


class DrillWriter(Writer):
    """The schema of one kind of file."""

    AREA = "drill_schema"

    def __init__(self, part: str, rows: Parameters, language: str) -> None:
        self.part, self.root = part, _ROOTS[part]
        raw = self.root.model_json_schema(ref_template="#/definitions/{model}")
        super().__init__({**raw.pop("$defs", {}), self.root.__name__: raw}, language)
        self._complete(rows)

    def say(self, key: str, /, **facts: object) -> str:
        """A text about drill content."""
        return speaker(self.language)(f"drill_schema.{key}", **facts)

    def file(self) -> Schema:
        """A whole file."""
        return self.whole(self.part, self.models[self.root.__name__])

    def _complete(self, rows: Parameters) -> None:
        """What the models leave open: situations, ways to count with their parameters."""
        keys = self.models[self.root.__name__]["properties"]
        if "lines" in keys:
            said = keys["lines"].pop("additionalProperties")
            keys["lines"].update(properties=dict.fromkeys(SITUATIONS, said), additionalProperties=False)
        if self.part == "buyer":
            keys["lines"]["required"] = list(SITUATIONS)
        if "RubricRow" in self.models:
            row = self.models["RubricRow"]["properties"]
            row["kind"]["enum"] = list(rows)
            row["parameters"]["doNotSuggest"] = True
            row.update(self._of_kinds(rows))
