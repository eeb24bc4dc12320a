"""SIGTERM and SIGHUP (a closed window, a dropped ssh line) as an exception, so that all is put in order."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from salescoach.errors import Interrupted


def interrupt(number: int) -> None:
    """Raise Interrupted: what happens to a signal outside of a prompt."""
    raise Interrupted(number)


@contextmanager
def caught(deliver: Callable[[int], None] = interrupt) -> Iterator[None]:
    """While it is open, SIGTERM and SIGHUP call `deliver` with their number, in the main thread.

    The handlers of before come back at the end. Does nothing outside the main thread, and leaves out what the
    platform lacks.
    """
    before = {}
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            if number := getattr(signal, name, None):
                before[number] = signal.signal(number, lambda caught_number, _frame: deliver(caught_number))
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, signal.SIG_DFL if old is None else old)
