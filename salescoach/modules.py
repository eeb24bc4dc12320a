"""A folder means "many of one shape": its modules are found by looking, each named by its file."""

import os
from functools import cache
from importlib import import_module
from typing import Any


@cache
def names(package: str) -> tuple[str, ...]:
    """The modules in a package, sorted; those that begin with `_` are shared by the others and no members."""
    (folder,) = import_module(package).__path__
    found = os.listdir(folder)  # noqa: PTH208 - pkgutil and pathlib take longer to load than most commands run
    files = (name.removesuffix(".py") for name in found if name.endswith(".py"))
    return tuple(sorted(name for name in files if not name.startswith("_")))


@cache
def named(package: str, name: str) -> Any:
    """One module of a package; KeyError when it has none of that name."""
    if name not in names(package):
        raise KeyError(name)
    return import_module(f"{package}.{name}")
