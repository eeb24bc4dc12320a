"""What the files of one playbook hold, each part with its place; another playbook it extends is not looked at.

`playbook.yaml` holds the model's fields; any field may stand in a file of its own name
(`types.yaml`), a list in a folder of its name (`stages/step2_need.yaml`: one item, or a list), and the
library in a folder with a file for each of its keys (`library/pains.yaml`).
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_origin

from salescoach.findings import Finding
from salescoach.playbook.model import Extension, Playbook, Strict
from salescoach.yamlfile.document import Document, Path
from salescoach.yamlfile.read import read

MAIN = "playbook.yaml"


class Source(NamedTuple):
    """Where a part of the playbook is written: `at` is its path within `document`."""

    document: Document
    at: Path


class Layer(NamedTuple):
    """One playbook's own content. `broken` are the fields whose files cannot be read."""

    folder: str
    content: dict[str, Any]
    sources: dict[Path, Source]
    documents: list[Document]
    findings: list[Finding]
    broken: set[str]

    @property
    def whole(self) -> bool:
        """Whether every file could be read, the main one among them."""
        return not self.broken and () in self.sources


DRILLS = "drill/"
"""What drills are made of lies in a playbook's folder, too, and is no part of it."""


def gather(files: Mapping[str, bytes], folder: str) -> Layer:
    """Read a playbook's files (`relative path: bytes`); `folder` is put before the paths in findings."""
    prefix = f"{folder}/" if folder else ""
    documents = {path: read(raw, prefix + path) for path, raw in sorted(files.items()) if _is_yaml(path)}
    broken = {_field(path) for path, d in documents.items() if not d.readable}
    findings = [f for d in documents.values() for f in d.findings]
    layer = Layer(folder, {}, {}, list(documents.values()), findings, broken)
    if MAIN not in documents:
        findings.append(Finding(prefix + MAIN, 0, 0, "no-playbook-file", "error", {}))
    for path, document in sorted(documents.items(), key=lambda item: item[0] != MAIN):
        if document.readable:
            findings.extend(_place_in(layer.content, path, document, layer.sources))
    return layer


def _is_yaml(path: str) -> bool:
    is_own = path.count("/") <= 1 and not path.startswith(DRILLS)
    return is_own and path.endswith((".yaml", ".yml"))


def _field(path: str) -> str:
    """The model's field that a file is about: its stem, or the name of its folder."""
    folder, slash, _ = path.partition("/")
    return folder if slash else folder.rpartition(".")[0]


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
    known = Playbook.model_fields.get(field) or Extension.model_fields.get(field)
    if known is None:
        yield Finding(
            document.path, 0, 0, "unknown-file", "warning", {"key_name": field, "names": _own_files()}
        )
    elif "/" not in path:
        if field in content:
            yield Finding(document.path, 0, 0, "field-twice", "error", {"key_name": field})
        content[field] = document.data
        sources[(field,)] = Source(document, ())
    elif _is_model(known.annotation):
        yield from _keyed(content, field, path, document, sources)
    elif get_origin(known.annotation) is not list or field in Extension.model_fields:
        yield Finding(document.path, 0, 0, "not-a-folder", "error", {"key_name": field})
    elif not isinstance(content.setdefault(field, []), list):
        yield Finding(document.path, 0, 0, "field-twice", "error", {"key_name": field})
    else:
        content[field] = _added(field, content[field], document, sources)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Strict)


def _keyed(
    content: dict[str, Any], field: str, path: str, document: Document, sources: dict[Path, Source]
) -> Iterator[Finding]:
    """One key of a mapping, in a file of its own."""
    key = path.partition("/")[2].rpartition(".")[0]
    around = content.setdefault(field, {})
    if not isinstance(around, dict) or key in around:
        yield Finding(document.path, 0, 0, "field-twice", "error", {"key_name": f"{field}.{key}"})
        return
    around[key] = document.data
    sources[(field, key)] = Source(document, ())


def _added(field: str, items: list[Any], document: Document, sources: dict[Path, Source]) -> list[Any]:
    """`items` and those of one file of the field's folder."""
    is_list = isinstance(document.data, list)
    more: list[Any] = document.data if is_list else [document.data]  # type: ignore[assignment]
    for at in range(len(more)):
        sources[(field, len(items) + at)] = Source(document, (at,) if is_list else ())
    return items + more


def _own_files() -> list[str]:
    fields = (*Playbook.model_fields, *Extension.model_fields)
    return [name for name in fields if name not in ("format", "id", "version")]
