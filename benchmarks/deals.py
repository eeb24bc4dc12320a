"""A team's repo of invented deals for the playbook `value-competition`, the same bytes for the same seed.

Run: python benchmarks/deals.py FOLDER COUNT [--seed N]

Of a hundred deals 85 are clean (some by a waiver), 9 give warnings (a late entry, a deal that stands still, a
waiver nobody needs), 6 are broken. Deal number k is the same whatever COUNT is.
"""

import argparse
from pathlib import Path

import faults
import frame
import worksheets
from story import APPROVERS, Story

SEED = 1
SETTINGS = f"""# Everyone named in this folder is invented.
company: Langhe Software
currency: CNY
rivals: [Xunheng Technology, Beize Information, Oakline Systems, 迅恒科技, 北泽信息, 橡线系统]
approvers: [{", ".join(APPROVERS)}]
"""


def main() -> None:
    """Write the repo."""
    asked = argparse.ArgumentParser(description="A team's repo of invented deals.")
    asked.add_argument("folder", type=Path)
    asked.add_argument("count", type=int)
    asked.add_argument("--seed", type=int, default=SEED)
    given = asked.parse_args()
    write_repo(given.folder, given.count, given.seed)


def write_repo(folder: Path, count: int, seed: int = SEED) -> None:
    """A team's repo with its settings and `count` deals; what was there under the same names is replaced."""
    (folder / "deals").mkdir(parents=True, exist_ok=True)
    (folder / "salescoach.yaml").write_bytes(SETTINGS.encode())
    for number in range(count):
        ident, text = render(Story(seed, number))
        home = folder / "deals" / ident
        home.mkdir(exist_ok=True)
        (home / "deal.yaml").write_bytes(text.encode())


def render(story: Story) -> tuple[str, str]:
    """A deal's id and its file."""
    customer, ident = frame.names(story)
    parts = [frame.head(story, customer), *(write(story) for write in worksheets.ALL)]
    text = "\n".join([part for part in parts if part] + [frame.tail(story)])
    return ident, faults.broken(story, text) if story.flavour == "broken" else text


if __name__ == "__main__":
    main()
