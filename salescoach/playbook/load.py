"""From a playbook's files to the model, with the place of every part and all findings at once.

`playbook.yaml` holds the model's fields; any field may stand in a file of its own name
(`types.yaml`), a list in a folder of its name (`stages/step2_need.yaml`: one item, or a list).
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from salescoach.findings import Finding
from salescoach.playbook.model import Playbook
from salescoach.yamlfile.document import Document, Path
from salescoach.yamlfile.read import read

MAIN = "playbook.yaml"


class Source(NamedTuple):
    """Where a part of the playbook is written: `at` is its path within `document`."""

    document: Document
    at: Path


class Loaded(NamedTuple):
    """A playbook, or None where its shape is wrong, with every finding and every document."""

    playbook: Playbook | None
    findings: list[Finding]
    sources: dict[Path, Source]
    documents: list[Document]

    def place(self, path: Path, key: bool = False) -> tuple[str, int, int]:
        """The file, line and column of a part of the playbook, by its path in the model."""
        for cut in range(len(path), -1, -1):
            source = self.sources.get(path[:cut])
            if source:
                return (source.document.path, *source.document.place((*source.at, *path[cut:]), key))
        first = self.documents[0].path if self.documents else MAIN
        return (first, 1, 1)

    def finding(self, path: Path, rule: str, level: str = "error", key: bool = False, **facts: object) -> Finding:
        """A finding at a part of the playbook."""
        return Finding(*self.place(path, key), rule, level, facts)


def load(files: Mapping[str, bytes], folder: str = "") -> Loaded:
    """Read a playbook's files (`relative path: bytes`); `folder` is put before the paths in findings."""
    prefix = f"{folder}/" if folder else ""
    documents = {path: read(raw, prefix + path) for path, raw in sorted(files.items()) if _is_yaml(path)}
    loaded = Loaded(None, [f for d in documents.values() for f in d.findings], {}, list(documents.values()))
    content: dict[str, Any] = {}
    broken = {_field(path) for path, d in documents.items() if not d.readable}
    if MAIN not in documents:
        loaded.findings.append(Finding(prefix + MAIN, 0, 0, "no-playbook-file", "error", {}))
    for path, document in sorted(documents.items(), key=lambda item: item[0] != MAIN):
        if document.readable:
            loaded.findings.extend(_place_in(content, path, document, loaded.sources))
    if MAIN in broken or MAIN not in documents:
        return loaded
    return loaded._replace(playbook=_validate(content, broken, loaded))


def _is_yaml(path: str) -> bool:
    return path.endswith((".yaml", ".yml")) and path.count("/") <= 1


def _field(path: str) -> str:
    """The model's field that a file is about: the stem of the file or the name of its folder."""
    return path if path == MAIN else path.partition("/")[0].rpartition(".")[0] or path.partition("/")[0]


def _place_in(
    content: dict[str, Any], path: str, document: Document, sources: dict[Path, Source]
) -> Iterator[Finding]:
    """Put one file's content where it belongs in the model."""
    if path == MAIN:
        if not isinstance(document.data, dict):
            yield Finding(document.path, 1, 1, "not-a-mapping", "error", {"value": document.data})
            return
        content.update(document.data)
        sources[()] = Source(document, ())
        return
    field = _field(path)
    if field not in Playbook.model_fields:
        yield Finding(document.path, 0, 0, "unknown-file", "warning", {"key": field, "names": _own_files()})
        return
    if "/" not in path:
        if field in content:
            yield Finding(document.path, 0, 0, "field-twice", "error", {"key": field})
        content[field] = document.data
        sources[(field,)] = Source(document, ())
        return
    items = content.setdefault(field, [])
    if not isinstance(items, list):
        yield Finding(document.path, 0, 0, "field-twice", "error", {"key": field})
        return
    is_list = isinstance(document.data, list)
    for at, item in enumerate(document.data if is_list else [document.data]):  # type: ignore[arg-type]
        sources[(field, len(items))] = Source(document, (at,) if is_list else ())
        items.append(item)


def _own_files() -> list[str]:
    return [name for name in Playbook.model_fields if name not in ("format", "id", "version")]


def _validate(content: dict[str, Any], broken: set[str], loaded: Loaded) -> Playbook | None:
    from pydantic import ValidationError

    try:
        return Playbook.model_validate(content)
    except ValidationError as wrong:
        for error in wrong.errors(include_url=False):
            if error["type"] == "missing" and len(error["loc"]) == 1 and error["loc"][0] in broken:
                continue
            loaded.findings.append(_finding(error, content, loaded))
        return None


_RULES = {
    "string_type": "not-text",
    "int_type": "not-a-whole-number",
    "bool_type": "not-yes-no",
    "list_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "string_pattern_mismatch": "bad-id",
    "string_too_long": "bad-id",
}


def _finding(error: Any, content: dict[str, Any], loaded: Loaded) -> Finding:
    """Pydantic's words, said as one of our findings."""
    path = _real_path(error["loc"], content)
    if error["type"] == "extra_forbidden":
        names = _siblings(error["loc"])
        return loaded.finding(path, "unknown-key", key=True, key_name=path[-1], names=names)
    if error["type"] == "missing":
        return loaded.finding(path[:-1], "missing-key", key_name=error["loc"][-1])
    if error["type"] == "literal_error":
        choices = [c.strip(" '") for c in str(error["ctx"]["expected"]).replace(" or ", ", ").split(",")]
        return loaded.finding(path, "not-a-choice", value=error["input"], choices=choices, names=choices)
    rule = _RULES.get(error["type"], "wrong-shape")
    return loaded.finding(path, rule, value=error["input"], problem=error["msg"])


def _real_path(loc: tuple[str | int, ...], content: Any) -> Path:
    """The part of pydantic's path that exists in the files: its names of union members are dropped."""
    path: list[str | int] = []
    here = content
    for at, step in enumerate(loc):
        if isinstance(here, dict) and (step in here or at == len(loc) - 1):
            path.append(step)
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            path.append(step)
            here = here[step]
        elif step == "[key]" or isinstance(here, dict):
            continue
    return tuple(path)


def _siblings(loc: tuple[str | int, ...]) -> list[str]:
    """The keys that may stand where an unknown one was found."""
    model: Any = Playbook
    for step in loc[:-1]:
        if isinstance(step, str) and step in getattr(model, "model_fields", {}):
            model = _inner(model.model_fields[step].annotation)
    fields = getattr(model, "model_fields", {})
    return [f.alias or n for n, f in fields.items() if n != "parameters"]


def _inner(annotation: Any) -> Any:
    """The model inside `list[X]`, `dict[str, X]`, `X | None`."""
    from typing import get_args

    if hasattr(annotation, "model_fields"):
        return annotation
    for part in reversed(get_args(annotation)):
        found = _inner(part)
        if hasattr(found, "model_fields"):
            return found
    return annotation
