"""From a playbook's files to the model, with the place of every part and all findings at once.

A playbook that extends another is joined with it first (`extend.py`): what comes out is one playbook.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args, get_origin

from salescoach.findings import Finding
from salescoach.playbook.gather import MAIN, Layer, Source, gather
from salescoach.playbook.misfits import Misfits
from salescoach.playbook.model import Extension, Library, Playbook
from salescoach.yamlfile.document import Document, Path
from salescoach.yamlfile.read import read

if TYPE_CHECKING:
    from pydantic import BaseModel

Model = TypeVar("Model", bound="BaseModel")
Find = Callable[[str], tuple[str, Mapping[str, bytes]] | None]
"""The folder and the files of a playbook by its name, None when there is none."""


class Outside(NamedTuple):
    """What a playbook is held against from outside: the day, and the rivals whom no text may name."""

    today: date | None = None
    rivals: tuple[str, ...] = ()


NOTHING_OUTSIDE = Outside()


class Loaded(NamedTuple):
    """A playbook, or None where its shape is wrong, with every finding and every document."""

    playbook: Playbook | None
    findings: list[Finding]
    sources: dict[Path, Source]
    documents: list[Document]
    content: Any = None
    """What the files hold together, before it became the playbook."""
    bases: tuple[str, ...] = ()
    """The names of the playbooks that it extends, the nearest first."""
    outside: Outside = NOTHING_OUTSIDE

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


def load(
    files: Mapping[str, bytes],
    folder: str = "",
    find: Find | None = None,
    known: Callable[[], Collection[str]] = list,
) -> Loaded:
    """Read a playbook's files (`relative path: bytes`); `folder` is put before the paths in findings.

    `find` looks up a playbook that this one extends, `known` names all that there are.
    """
    layer = gather(files, folder)
    loaded = Loaded(None, layer.findings, layer.sources, layer.documents)
    if () not in layer.sources:
        return loaded
    content, broken = layer.content, layer.broken
    if not Extension.model_fields.keys().isdisjoint(content):
        if "extends" in content:
            return _load_extended(layer, find, known)
        content, broken = _without_base(loaded, content), {*broken, *Playbook.model_fields}
    playbook = _validate(Playbook, content, loaded, broken)
    return loaded if broken else loaded._replace(playbook=playbook, content=content)


def reload(content: Any) -> Loaded | None:
    """A playbook from content that was loaded without a finding before; None when it is none any more.

    It has no places: whoever has findings to make loads the files.
    """
    loaded = Loaded(None, [], {}, [])
    playbook = _validate(Playbook, content, loaded)
    return loaded._replace(playbook=playbook, content=content) if playbook is not None else None


def _without_base(loaded: Loaded, content: dict[str, Any]) -> dict[str, Any]:
    """The content without what only a playbook that extends another may hold, each a finding."""
    for name in [n for n in Extension.model_fields if n in content]:
        loaded.findings.append(loaded.finding((name,), "needs-extends", key=True, key_name=name))
    return {k: v for k, v in content.items() if k not in Extension.model_fields}


def _load_extended(first: Layer, find: Find | None, known: Callable[[], Collection[str]]) -> Loaded:
    """The playbook that comes out of `first` and all that it builds upon."""
    from salescoach.playbook.extend import extend
    from salescoach.playbook.part import content_of, parts_of

    layers, findings, bases = _layers(first, find, known)
    documents = [d for layer in layers for d in layer.documents]
    loaded = Loaded(None, [*(f for y in layers for f in y.findings), *findings], first.sources, documents)
    if findings or not all(layer.whole for layer in layers):
        return loaded
    *above, root = layers
    joined = parts_of(root.content, root.sources)
    for layer in reversed(above):
        loaded.findings.extend(extend(joined, parts_of(layer.content, layer.sources)))
    content, sources = content_of(joined)
    loaded = loaded._replace(sources=sources, content=content, bases=tuple(bases))
    return loaded._replace(playbook=_validate(Playbook, content, loaded))


def _layers(
    first: Layer, find: Find | None, known: Callable[[], Collection[str]]
) -> tuple[list[Layer], list[Finding], list[str]]:
    """`first`, what it extends, what that extends, and so on; findings where that fails; the names asked for."""
    layers, asked = [first], list[str]()
    while True:
        last = layers[-1]
        loaded = Loaded(None, [], last.sources, last.documents)
        own = {k: v for k, v in last.content.items() if k in Extension.model_fields}
        if () in last.sources and "extends" not in own:
            _without_base(loaded, own)
        said = _validate(Extension, own, loaded)
        if said is None or loaded.findings or "extends" not in own:
            return layers, loaded.findings, asked
        found = find(said.extends) if find else None
        if found is None:
            names = sorted(known())
            unknown = loaded.finding(("extends",), "unknown-playbook", value=said.extends, names=names)
            return layers, [unknown], asked
        again = next((at for at, layer in enumerate(layers) if layer.folder == found[0]), None)
        if again is not None:
            return layers, [_circle(layers[again:], [said.extends, *asked[again:], said.extends])], asked
        layers.append(gather(found[1], found[0]))
        asked.append(said.extends)


def _circle(layers: list[Layer], names: list[str]) -> Finding:
    places = [Loaded(None, [], y.sources, y.documents).place(("extends",)) for y in layers]
    facts = {"circle": " -> ".join(names), "places": [f"{path}:{line}" for path, line, _ in places]}
    return Finding(*places[0], "extends-circle", "error", facts)


def load_library(raw: bytes, path: str) -> tuple[Library | None, Loaded]:
    """A team's own `library.yaml`, or None where its shape is wrong; `path` is shown in findings."""
    return validated(Library, raw, path)


def validated(model: type[Model], raw: bytes, path: str) -> tuple[Model | None, Loaded]:
    """One file as a model, or None where its shape is wrong, with its findings and places."""
    document = read(raw, path)
    loaded = Loaded(None, list(document.findings), {(): Source(document, ())}, [document])
    found = _validate(model, document.data, loaded) if document.readable else None
    return found, loaded


def with_library(loaded: Loaded, library: Library, own: Loaded) -> Loaded:
    """The playbook with a team's library instead of its own, for the families of the linter to look at."""
    assert loaded.playbook is not None
    playbook = loaded.playbook.model_copy(update={"library": library})
    sources = {k: v for k, v in loaded.sources.items() if k[:1] != ("library",)}
    return loaded._replace(playbook=playbook, sources={**sources, ("library",): own.sources[()]})


def _validate(model: type[Model], content: Any, loaded: Loaded, broken: Collection[str] = ()) -> Model | None:
    """The content as `model`, or None and findings; nothing is missing that a `broken` file may hold."""
    from pydantic import ValidationError

    try:
        return model.model_validate(content)
    except ValidationError as wrong:
        for error in _meant(wrong.errors(include_url=False), content):
            if error["type"] == "missing" and len(error["loc"]) == 1 and error["loc"][0] in broken:
                continue
            loaded.findings.extend(_findings(error, model, content, loaded))
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
    "greater_than_equal": "too-small",
    "less_than_equal": "too-large",
    "too_short": "too-few",
    "too_long": "too-many",
}
_LIMITS = {"ge": "least", "le": "most", "min_length": "least", "max_length": "most", "actual_length": "count"}
"""What pydantic calls the limit that was broken, and what our texts do."""


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


def _findings(error: Any, model: type["BaseModel"], content: Any, loaded: Loaded) -> Iterator[Finding]:
    """Pydantic's words, said as our findings: one, or as many as a model itself found."""
    wrong = error.get("ctx", {}).get("error")
    if isinstance(wrong, Misfits):
        around = _real_path(error["loc"], content)
        for at, rule, facts in wrong.found:
            yield loaded.finding((*around, *at), rule, **facts)
    else:
        yield _finding(error, model, content, loaded)


def _finding(error: Any, model: type["BaseModel"], content: Any, loaded: Loaded) -> Finding:
    path = _real_path(error["loc"], content)
    if error["type"] == "extra_forbidden":
        names = _siblings(model, error["loc"])
        return loaded.finding(path, "unknown-key", key=True, key_name=path[-1], names=names)
    if error["type"] == "missing":
        return _missing(path, error["loc"], model, loaded)
    if error["type"] == "literal_error":
        choices = [c.strip(" '") for c in str(error["ctx"]["expected"]).replace(" or ", ", ").split(",")]
        is_key = error["loc"][-1] == "[key]"
        return loaded.finding(
            path, "not-a-choice", key=is_key, value=error["input"], choices=choices, names=choices
        )
    rule = _RULES.get(error["type"], "wrong-shape")
    facts = {_LIMITS[name]: value for name, value in error.get("ctx", {}).items() if name in _LIMITS}
    facts |= {"problem": error["msg"]} if rule == "wrong-shape" else {}
    return loaded.finding(path, rule, value=error["input"], **facts)


def _missing(path: Path, loc: tuple[str | int, ...], model: type["BaseModel"], loaded: Loaded) -> Finding:
    """A key that is not there, with those that it must hold."""
    found = loaded.finding(path, "missing-key", key_name=loc[-1])
    here: Any = model
    for step in loc:
        here = _inside(here, step)
    fields = getattr(here, "model_fields", {}) if here is not model else {}
    parts = [field.alias or name for name, field in fields.items() if field.is_required()]
    if not parts:
        return found
    return found._replace(facts={**found.facts, "parts": parts}, said="missing-key-with")


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
