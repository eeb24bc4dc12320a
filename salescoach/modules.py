"""A folder means "many of one shape": its modules are found by looking, each named by its file."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any


@cache
def names(package: str) -> tuple[str, ...]:
    """The modules in a package, sorted; those that begin with `_` are shared by the others and no members."""
    path = import_module(package).__path__
    return tuple(sorted(m.name for m in iter_modules(path) if not m.name.startswith("_")))


@cache
def named(package: str, name: str) -> Any:
    """One module of a package; KeyError when it has none of that name."""
    if name not in names(package):
        raise KeyError(name)
    return import_module(f"{package}.{name}")
