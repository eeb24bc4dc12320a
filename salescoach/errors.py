"""The one exception family for a request that cannot be carried out (exit code 2).

An error holds facts and never prints; `__main__` alone speaks. `key` names a text in
`messages/errors.py`; `facts` fill its placeholders.
"""


class RequestError(Exception):
    """The request is impossible, or the output could not be written."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


class Interrupted(Exception):  # noqa: N818 - an end that was asked for is no error
    """The person pressed Ctrl-C or the terminal went away; every confirmed answer is in the journal."""

    def __init__(self, signal_number: int = 2) -> None:
        super().__init__(signal_number)
        self.signal_number = signal_number
