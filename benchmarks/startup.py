"""How long the installed program takes to say its version and its help, against `python -c pass`.

Run: python benchmarks/startup.py
"""

import tempfile
from functools import partial
from pathlib import Path

from measuring import compare, environment, seconds, verdict

LIMIT = 8.0


def main() -> None:
    """Measure in a fresh environment; exit 1 when a limit is broken."""
    with tempfile.TemporaryDirectory() as folder:
        programs = environment(Path(folder))
        peer = [str(programs / "python"), "-c", "pass"]
        kept = []
        for flag in ("--version", "--help"):
            ours = [str(programs / "salescoach"), flag]
            kept.append(compare(f"salescoach {flag}", partial(seconds, ours), partial(seconds, peer), LIMIT))
    verdict(kept)


if __name__ == "__main__":
    main()
