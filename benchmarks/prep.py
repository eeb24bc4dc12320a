"""How long a person waits in `prep`: for the first question, and for the plan after the last answer.

On a real pseudo-terminal, against `python -c "import typer, yaml, questionary"`. Run: python benchmarks/prep.py
"""

import json
import os
import pty
import select
import shutil
import tempfile
import time
from functools import partial
from pathlib import Path

from measuring import ROOT, compare, environment, seconds, verdict

DEMO = ROOT / "salescoach" / "demo" / "en"
DEAL = "haichuan-charging"
TODAY = "2026-11-21"
KEYS_SHOWN = b"Ctrl-B back"
PLAN_NOW = b"\x10"
DEADLINE = 60.0
FIRST_QUESTION_LIMIT = 2.5
PLAN_LIMIT = 2.0
BIG_DEAL_ROWS = 500


def main() -> None:
    """Measure in a fresh environment; exit 1 when a limit is broken."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = environment(folder)
        program = programs / "salescoach"
        imports = [str(programs / "python"), "-c", "import typer, yaml, questionary"]
        peer = partial(seconds, imports)
        demo = (DEMO / "deals" / DEAL / "deal.yaml").read_text(encoding="utf-8")
        big = big_deal(demo)
        kept = [
            compare(
                "start to first question", lambda: waits(program, folder, demo)[0], peer, FIRST_QUESTION_LIMIT
            ),
            compare(
                f"last answer to plan, {BIG_DEAL_ROWS} rows",
                lambda: waits(program, folder, big)[1],
                peer,
                PLAN_LIMIT,
            ),
        ]
    verdict(kept)


def waits(program: Path, folder: Path, deal: str) -> tuple[float, float]:
    """Seconds from the start to the first question, and from the last key to the end of the program."""
    root = folder / "repo"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(DEMO, root)
    (root / "deals" / DEAL / "deal.yaml").write_text(deal, encoding="utf-8")
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        command = [str(program), "prep", DEAL, "--root", str(root), "--today", TODAY, "--lang", "en"]
        os.execve(command[0], command, surroundings())
    _read_until(terminal, KEYS_SHOWN)
    asked = time.perf_counter()
    time.sleep(0.1)  # a person thinks; the program is idle by now
    pressed = time.perf_counter()
    os.write(terminal, PLAN_NOW)
    shown = _read_until(terminal, None)
    ended = time.perf_counter()
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    plans = list((root / "deals" / DEAL / "plans").glob("*.md"))
    assert status == 0 and plans, shown.decode(errors="replace")
    return asked - begun, ended - pressed


def surroundings() -> dict[str, str]:
    """The environment of a person at a terminal, whatever runs the benchmark."""
    kept = {k: v for k, v in os.environ.items() if k not in ("CI", "SALESCOACH_LANG", "SALESCOACH_ROOT")}
    return {**kept, "TERM": "xterm", "COLUMNS": "100", "LINES": "40"}


def _read_until(terminal: int, word: bytes | None) -> bytes:
    """What the program shows until `word` is on the screen, or until it ends."""
    seen = b""
    limit = time.perf_counter() + DEADLINE
    while word is None or word not in seen:
        ready, _, _ = select.select([terminal], [], [], max(0.0, limit - time.perf_counter()))
        if not ready:
            raise TimeoutError(seen.decode(errors="replace"))
        try:
            more = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side has closed
            more = b""
        if not more:
            if word is None:
                return seen
            raise EOFError(seen.decode(errors="replace"))
        seen += more
    return seen


def big_deal(demo: str) -> str:
    """The demo deal with rows added until its tables hold BIG_DEAL_ROWS, each new row with its evidence."""
    there = sum(
        demo.count(f"\n  - id: {name}") for name in ("shen", "zhang", "gao", "luo", "late", "billing", "inc")
    )
    added = BIG_DEAL_ROWS - there
    people = [f"p{n}" for n in range(added // 2)]
    pains = [f"pain{n}" for n in range(added - len(people))]
    rows = {
        "people": "".join(_person(ident, number) for number, ident in enumerate(people)),
        "pains": "".join(_pain(ident, people[n % len(people)]) for n, ident in enumerate(pains)),
        "evidence": "".join(_evidence(ident, people[n % len(people)]) for n, ident in enumerate(pains)),
    }
    for sheet, text in rows.items():
        demo = demo.replace(f"\n{sheet}:\n", f"\n{sheet}:\n{text}", 1)
    return demo


def _person(ident: str, number: int) -> str:
    role = ("user", "evaluator", "designer", "initiator")[number % 4]
    return (
        f"  - id: {ident}\n    name: Person {number}\n    title: specialist\n    level: operational\n"
        f"    function: using\n    buying_roles: [{role}]\n    personality: analytical\n    confidence: low\n"
        f"    stance: neutral\n    access: direct\n    relationship: r1_known\n"
    )


def _pain(ident: str, owner: str) -> str:
    return (
        f"  - id: {ident}\n    symptom: reports of {ident} come late\n    owner: {owner}\n    root_cause: unknown\n"
        f"    impacts:\n      process:\n        text: two days by hand\n    urgency: 3\n    importance: 3\n"
    )


def _evidence(pain: str, person: str) -> str:
    words = json.dumps(f"Ours, too: {pain} is late every month.")
    return (
        f"  - for: pains/{pain}/symptom\n    grade: customer_quote\n    person: {person}\n"
        f"    date: 2026-11-18\n    words: {words}\n    source: 2026-11-18-visit\n"
    )


if __name__ == "__main__":
    main()
