"""From a playbook's files to the model, with the place of every part and all findings at once.

`playbook.yaml` holds the model's fields; any field may stand in a file of its own name
(`types.yaml`), a list in a folder of its name (`stages/step2_need.yaml`: one item, or a list).
"""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args, get_origin

from salescoach.findings import Finding
from salescoach.playbook.model import Library, Playbook
from salescoach.yamlfile.document import Document, Path
from salescoach.yamlfile.read import read

if TYPE_CHECKING:
    from pydantic import BaseModel

MAIN = "playbook.yaml"

Model = TypeVar("Model", bound="BaseModel")


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

    def finding(
        self, path: Path, rule: str, level: str = "error", key: bool = False, **facts: object
    ) -> Finding:
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
    if () not in loaded.sources:
        return loaded
    playbook = _validate(Playbook, content, loaded, broken)
    return loaded if broken else loaded._replace(playbook=playbook)


def load_library(raw: bytes, path: str) -> tuple[Library | None, list[Finding]]:
    """A team's own `library.yaml`, or None where its shape is wrong; `path` is shown in findings."""
    document = read(raw, path)
    loaded = Loaded(None, list(document.findings), {(): Source(document, ())}, [document])
    if not document.readable:
        return None, loaded.findings
    library = _validate(Library, document.data, loaded)
    return library, loaded.findings


def _is_yaml(path: str) -> bool:
    return path.endswith((".yaml", ".yml")) and path.count("/") <= 1


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
    if field not in Playbook.model_fields:
        yield Finding(
            document.path, 0, 0, "unknown-file", "warning", {"key_name": field, "names": _own_files()}
        )
    elif "/" not in path:
        if field in content:
            yield Finding(document.path, 0, 0, "field-twice", "error", {"key_name": field})
        content[field] = document.data
        sources[(field,)] = Source(document, ())
    elif get_origin(Playbook.model_fields[field].annotation) is not list:
        yield Finding(document.path, 0, 0, "not-a-folder", "error", {"key_name": field})
    elif not isinstance(content.setdefault(field, []), list):
        yield Finding(document.path, 0, 0, "field-twice", "error", {"key_name": field})
    else:
        content[field] = _added(field, content[field], document, sources)


def _added(field: str, items: list[Any], document: Document, sources: dict[Path, Source]) -> list[Any]:
    """`items` and those of one file of the field's folder."""
    is_list = isinstance(document.data, list)
    more: list[Any] = document.data if is_list else [document.data]  # type: ignore[assignment]
    for at in range(len(more)):
        sources[(field, len(items) + at)] = Source(document, (at,) if is_list else ())
    return items + more


def _own_files() -> list[str]:
    return [name for name in Playbook.model_fields if name not in ("format", "id", "version")]


def _validate(model: type[Model], content: Any, loaded: Loaded, broken: Collection[str] = ()) -> Model | None:
    """The content as `model`, or None and findings; nothing is missing that a `broken` file may hold."""
    from pydantic import ValidationError

    try:
        return model.model_validate(content)
    except ValidationError as wrong:
        for error in _meant(wrong.errors(include_url=False), content):
            if error["type"] == "missing" and len(error["loc"]) == 1 and error["loc"][0] in broken:
                continue
            loaded.findings.append(_finding(error, model, content, loaded))
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


def _meant(errors: list[Any], content: Any) -> Iterator[Any]:
    """Where a value may have one of several shapes, only the errors of the shape it was meant to have."""
    paths = [_real_path(e["loc"], content) for e in errors]
    for at, (error, path) in enumerate(zip(errors, paths, strict=True)):
        others = [
            (e, p)
            for i, (e, p) in enumerate(zip(errors, paths, strict=True))
            if i != at and p[: len(path)] == path
        ]
        if error["type"].endswith("_type") and any(_says_more(e, p, path) for e, p in others):
            continue
        if error["type"].endswith("_type") and path in paths[:at]:
            continue
        yield error


def _says_more(other: Any, path: Path, than: Path) -> bool:
    return path != than or not other["type"].endswith("_type")


def _finding(error: Any, model: type["BaseModel"], content: Any, loaded: Loaded) -> Finding:
    """Pydantic's words, said as one of our findings."""
    path = _real_path(error["loc"], content)
    if error["type"] == "extra_forbidden":
        names = _siblings(model, error["loc"])
        return loaded.finding(path, "unknown-key", key=True, key_name=path[-1], names=names)
    if error["type"] == "missing":
        return loaded.finding(path, "missing-key", key_name=error["loc"][-1])
    if error["type"] == "literal_error":
        choices = [c.strip(" '") for c in str(error["ctx"]["expected"]).replace(" or ", ", ").split(",")]
        is_key = error["loc"][-1] == "[key]"
        return loaded.finding(
            path, "not-a-choice", key=is_key, value=error["input"], choices=choices, names=choices
        )
    rule = _RULES.get(error["type"], "wrong-shape")
    facts = {"problem": error["msg"]} if rule == "wrong-shape" else {}
    return loaded.finding(path, rule, value=error["input"], **facts)


def _real_path(loc: tuple[str | int, ...], content: Any) -> Path:
    """The part of pydantic's path that exists in the files: its names of union members are dropped."""
    path: list[str | int] = []
    here = content
    for step in loc:
        if (isinstance(here, dict) and step in here) or (
            isinstance(here, list) and isinstance(step, int) and step < len(here)
        ):
            path.append(step)
            here = here[step]  # type: ignore[index]
    return tuple(path)


def _siblings(model: type["BaseModel"], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that may stand where an unknown one was found."""
    here: Any = model
    for step in loc[:-1]:
        here = _inside(here, step)
    fields = getattr(here, "model_fields", {})
    return [f.alias or n for n, f in fields.items() if n != "parameters"]


def _inside(annotation: Any, step: str | int) -> Any:
    """The type of what stands at `step` within a model, a list, a mapping, or one of several of them."""
    fields = getattr(annotation, "model_fields", None)
    if fields is not None:
        return next((f.annotation for n, f in fields.items() if step in (n, f.alias)), annotation)
    if get_origin(annotation) in (list, dict):
        return get_args(annotation)[-1]
    member = next((a for a in get_args(annotation) if hasattr(a, "model_fields")), annotation)
    return member if member is annotation or step == member.__name__ else _inside(member, step)
