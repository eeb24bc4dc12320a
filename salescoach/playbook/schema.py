"""The files of a playbook as JSON Schema, for editors: the shape is the model's, the words are the messages'.

One schema for each name that a file may have (`gather.py`): `playbook.yaml`, `stages.yaml` and the files in
`stages/`, `library/objections.yaml` … What the files say together is the linter's to judge.
"""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from salescoach import fields
from salescoach.messages import speaker, texts
from salescoach.playbook.extend import OWN
from salescoach.playbook.model import Extension, Grade, Library, Playbook
from salescoach.playbook.parameters import Parameter
from salescoach.schema import DRAFT, Schema, list_of, one_of, record, titled, with_keys_named

MAIN = "playbook"
ROWS = "rows"
"""The files of the library that are called like the worksheet their rows are for."""
Parameters = Mapping[str, Mapping[str, Parameter]]
"""The parameters of each kind, by its name."""

_REF = "#/definitions/"
_PARTIAL = "Some"
"""Before the name of a model: what `change` and `add` may hold of it, with nothing that must be there."""


def parts() -> dict[str, tuple[str, ...]]:
    """Every part that a file may hold, with the files that do: patterns within a playbook's folder, `!` for not."""
    listed = [n for n, f in Playbook.model_fields.items() if get_origin(f.annotation) is list]
    names = [n for n in (*Playbook.model_fields, *Extension.model_fields) if n not in (*OWN, "extends")]
    library = list(Library.model_fields)
    return {
        MAIN: (f"{MAIN}.yaml",),
        **{n: (f"{n}.yaml", *([f"{n}/*.yaml"] if n in listed else [])) for n in names},
        **{f"library/{n}": (f"library/{n}.yaml",) for n in library},
        f"library/{ROWS}": ("library/*.yaml", *(f"!library/{n}.yaml" for n in library)),
    }


def describe(part: str, requirements: Parameters, derived: Parameters, language: str) -> Schema:
    """The schema of the files that hold `part`, one of `parts()`."""
    return PlaybookWriter(requirements, derived, language).file(part)


class Writer:
    """Turns the schema of some models into one that editors read well."""

    AREA = "playbook_schema"
    """Where the words are."""

    def __init__(self, raw: Mapping[str, Schema], language: str) -> None:
        self.language = language
        self.models = {name: self._model(name, of) for name, of in raw.items()}

    def say(self, key: str, /, **facts: object) -> str:
        """A text about playbooks."""
        return speaker(self.language)(f"playbook_schema.{key}", **facts)

    def whole(self, part: str, content: Schema) -> Schema:
        """A whole file."""
        body = {**content, "title": self.say("file", part=part)}
        used: dict[str, Schema] = {}
        waiting = list(_references(body))
        while waiting:
            name = waiting.pop()
            if name not in used:
                used[name] = self._find(name)
                waiting += _references(used[name])
        whole = {"$schema": DRAFT, **body, "definitions": dict(sorted(used.items()))}
        said: Schema = with_keys_named(whole, self.language)
        return said

    def _find(self, name: str) -> Schema:
        if name in self.models:
            return self.models[name]
        partial: Schema = _without_needs(self.models[name.removeprefix(_PARTIAL)])
        return partial

    def _inlined(self, schema: Schema) -> Schema:
        """Beside a reference, nothing else would count."""
        return self._find(schema["$ref"].removeprefix(_REF)) if "$ref" in schema else schema

    # from the model's schema

    def _model(self, name: str, raw: Schema) -> Schema:
        own = {key: self._property(name, key, of) for key, of in raw["properties"].items()}
        closed = record(own, raw.get("required", ()))
        return {"title": self.say(name), **closed}

    def _property(self, model: str, key: str, raw: Schema) -> Schema:
        title = f"{self.say(model)} · {key}"
        own = f"{model}-{key}"
        text = self.say(own if own in texts(self.AREA) else key)
        default = raw.get("default")
        given = {"default": default} if isinstance(default, bool | int | str) and default != "" else {}
        return {**titled(title, text, self._shape(raw)), **given}

    def _shape(self, raw: Schema) -> Schema:
        """One schema for one value: `anyOf` becomes a list of types where that says the same."""
        if "anyOf" in raw:
            return _merged([self._shape(one) for one in raw["anyOf"]])
        shape = {k: v for k, v in raw.items() if k not in ("title", "description", "default")}
        if "type" in shape:
            shape["type"] = [shape["type"]]
        if "propertyNames" in shape:
            names = shape.pop("propertyNames")["enum"]
            shape["properties"] = {name: self._named(name, raw["additionalProperties"]) for name in names}
            shape["additionalProperties"] = False
        for inner in ("items", "additionalProperties"):
            if isinstance(shape.get(inner), dict):
                shape[inner] = self._shape(shape[inner])
        return shape

    def _named(self, name: str, raw: Schema) -> Schema:
        says = {"description": self._grade(name)} if name in get_args(Grade) else {}
        return {**says, **self._shape(raw)}

    def _grade(self, name: str) -> str:
        return speaker(self.language)(f"evidence.{name}")

    def _of_kinds(self, kinds: Parameters) -> dict[str, Schema]:
        """Every parameter of any of the kinds; whether it fits the kind is the linter's to say."""
        users: dict[str, dict[str, str]] = {}
        for kind, declared in kinds.items():
            for name, parameter in declared.items():
                users.setdefault(name, {})[kind] = parameter.type
        found = {}
        for name, by_kind in users.items():
            text = self.say("parameter", kinds=self.say("comma").join(by_kind))
            types = set(by_kind.values())
            found[name] = {"description": text, **(self._typed(types.pop()) if len(types) == 1 else {})}
        return found

    def _typed(self, parameter: str) -> Schema:
        if parameter == "grade":
            return one_of((grade, self._grade(grade)) for grade in get_args(Grade))
        return _TYPED.get(parameter, {})


_TYPED: Mapping[str, Schema] = {
    "requirements": list_of({"$ref": f"{_REF}Requirement"}),
    "number": {"type": ["integer"]},
    "times": {"type": ["integer"], "minimum": 1},
    "yes_no": {"type": ["boolean"]},
    "acts": list_of({"type": ["string"]}),
    "spread": {"enum": ["rows", "keys"]},
}
"""What a parameter of a type may hold, where that can be said here."""


class PlaybookWriter(Writer):
    """The schemas of a playbook's files."""

    def __init__(self, requirements: Parameters, derived: Parameters, language: str) -> None:
        super().__init__(_raw_models(), language)
        self.requirements, self.derived = requirements, derived
        self.models["Requirement"] = self._requirement()
        self._complete()

    def file(self, part: str) -> Schema:
        """A whole file."""
        return self.whole(part, self._body(part))

    def _body(self, part: str) -> Schema:
        if part == MAIN:
            return self.models["Playbook"]
        if part == f"library/{ROWS}":
            return self._inlined(self.models["Library"]["additionalProperties"])
        if part.startswith("library/"):
            return self._inlined(self.models["Library"]["properties"][part.partition("/")[2]])
        whole = self._inlined(self.models["Playbook"]["properties"][part])
        if len(parts()[part]) == 1:
            return whole
        # a file of the folder holds one item, or a list of them
        return {"if": {"type": "array"}, "then": {"items": whole["items"]}, "else": whole["items"]}

    # what the model leaves open

    def _complete(self) -> None:
        """The kinds of fields and requirements, and what a playbook that extends another may hold."""
        library, field = self.models["Library"], self.models["Field"]["properties"]
        criterion, playbook = self.models["Criterion"]["properties"], self.models["Playbook"]["properties"]
        rows = list_of({"$ref": f"{_REF}LibraryRow"})
        library["additionalProperties"] = {"description": self.say("Library-rows"), **rows}
        field["kind"].update({"enum": list(fields.names())})
        field["derived"].update({"enum": list(self.derived)})
        field["parameters"]["doNotSuggest"] = True
        parameters = {n: of for n, of in self._of_kinds(self.derived).items() if n not in field}
        field.update(parameters)
        typed_in = {"properties": dict.fromkeys(parameters, False)}
        self.models["Field"].update({"if": {"required": ["derived"]}, "else": typed_in})
        criterion["requires"]["items"] = {"$ref": f"{_REF}Requirement"}
        for name in ("change", "add"):
            said = {key: playbook[name][key] for key in ("title", "description")}
            playbook[name] = {**said, **self._some_playbook()}

    def _some_playbook(self) -> Schema:
        own = self.models["Playbook"]["properties"]
        kept = {key: _without_needs(of) for key, of in own.items() if key not in Extension.model_fields}
        return record(kept)

    def _requirement(self) -> Schema:
        """One of the kinds, each named by its first parameter."""
        kinds = {"anyOf": [{"required": [name]} for name in self.requirements]}
        return {"title": self.say("Requirement"), **record(self._of_kinds(self.requirements)), **kinds}


def _raw_models() -> dict[str, Schema]:
    """The schema of each model as pydantic makes it; what extends another playbook is one, too."""
    raw = Playbook.model_json_schema(ref_template=_REF + "{model}")
    models: dict[str, Schema] = raw.pop("$defs")
    extension = Extension.model_json_schema()["properties"]
    raw["properties"] = {**extension, **raw["properties"]}
    return {**models, "Playbook": {**raw, "required": list(OWN)}}


def _merged(members: list[Schema]) -> Schema:
    """Keywords concern one type of value each, so that several types fit into one schema."""
    if any("$ref" in one for one in members):
        return {"anyOf": members}
    values = [v for one in members for v in one.get("enum", [one["const"]] if "const" in one else [])]
    if values:
        return {"enum": [*values, *([None] if {"type": ["null"]} in members else [])]}
    merged: Schema = {key: value for one in members for key, value in one.items()}
    return {**merged, "type": [t for one in members for t in one["type"]]}


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].removeprefix(_REF)
        for inner in schema.values():
            yield from _references(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _references(inner)


def _without_needs(schema: Any) -> Any:
    """The same where nothing must be there, its models likewise."""
    if isinstance(schema, list):
        return [_without_needs(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(schema.get("$ref"), str):
        name = schema["$ref"].removeprefix(_REF)
        return {**schema, "$ref": f"{_REF}{_PARTIAL}{name}"}
    return {key: _without_needs(inner) for key, inner in schema.items() if key != "required"}
