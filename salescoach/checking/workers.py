"""Work on many files shared by several processes: each takes every n-th, and hands back plain values."""

import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any

FEWEST = 150
"""Files below which a second process costs more than it saves."""

Work = Callable[[int], Any]
"""Does one piece by its number, and returns what `marshal` can carry."""


def processes(pieces: int, jobs: int, fewest: int = FEWEST) -> int:
    """How many of at most `jobs` processes are worth it."""
    return max(1, min(jobs, pieces // fewest + 1)) if hasattr(os, "fork") else 1


def run(work: Work, pieces: int, jobs: int, progress: Callable[[int], None]) -> Iterator[Any]:
    """What `work` returns for every piece, in their order, done by `jobs` processes.

    `progress` is told now and then about how many are done. A fault in one process is raised here, too.
    """
    if jobs < 2:
        for number in range(pieces):
            progress(number)
            yield work(number)
        return
    children = [_child(work, range(part, pieces, jobs)) for part in range(1, jobs)]
    own = []
    for number in range(0, pieces, jobs):
        progress(number)
        own.append(work(number))
    others = [_collected(*child) for child in children]
    shares: Sequence[Iterator[Any]] = [iter(own), *others]
    for number in range(pieces):
        yield next(shares[number % jobs])


def _child(work: Work, numbers: range) -> tuple[int, IO[bytes]]:
    """A process that works on some of the pieces, and the file that it writes what it found to."""
    import tempfile

    held = tempfile.TemporaryFile()  # noqa: SIM115 - it is read when the process is done
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    process = os.fork()
    if process:
        return process, held
    code = 1
    try:
        for number in numbers:
            if os.getppid() != parent:
                break  # it was killed: nobody wants the rest
            marshal.dump(work(number), held)
        held.flush()
        code = 0
    except KeyboardInterrupt:
        code = 130
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _collected(process: int, held: IO[bytes]) -> Iterator[Any]:
    _, status = os.waitpid(process, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == 130:
        raise KeyboardInterrupt
    if code:
        raise RuntimeError(f"a worker of check ended with {code}")
    held.seek(0)
    return _loaded(held)


def _loaded(held: IO[bytes]) -> Iterator[Any]:
    with held:
        while True:
            try:
                yield marshal.load(held)
            except EOFError:
                return
