"""How fast `check` is, against what a team would use today, and what it takes.

Run: python benchmarks/check.py [--long]

Always: 1,000 deals and one deal against `check-jsonschema` with the exported schema. With --long: 10,000 deals
against it and against `yamale`, two jobs against one, a second run against `git status`; 100,000 deals with one
changed, and the memory they take. Cold is `--no-cache`; playbooks stay compiled, except in the very first run.
"""

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from deals import SEED, render, write_repo
from measuring import Timed, compare, environment, fresh, install, outrun, seconds, told, verdict
from memory import MB, peak
from story import TODAY, Story
from yamale_schema import translate

PEERS = ("check-jsonschema", "yamale")
FEW, MANY, MOST = 1_000, 10_000, 100_000
FLOOR, FLOOR_OF_ONE = 25, 3
"""How many times as fast as check-jsonschema 1,000 deals and one must be."""
SOME_BROKEN = (1,)
"""The exit code of all three programs where some deals are broken."""


class Bench(NamedTuple):
    """Where everything is: our program, the peers, the exported schemas, and what the programs are run in."""

    ours: Path
    peers: Path
    folder: Path
    surroundings: dict[str, str]

    @property
    def schema(self) -> Path:
        """The JSON Schema of the playbook's deals."""
        return self.folder / "deal.schema.json"

    @property
    def yamale_schema(self) -> Path:
        """The same as yamale says it."""
        return self.folder / "deal.yamale.yaml"

    def time(self, command: Sequence[str], repo: Path, codes: Sequence[int] = SOME_BROKEN) -> float:
        """Seconds of a command in a repo."""
        return seconds(command, codes, repo, self.surroundings)

    def check(self, *options: str) -> list[str]:
        """Our command line."""
        return [str(self.ours / "salescoach"), "check", "--today", str(TODAY), *options]

    def check_jsonschema(self, *files: str) -> list[str]:
        """The peer that teams use in pre-commit hooks."""
        return [str(self.peers / "check-jsonschema"), "--schemafile", str(self.schema), *files]

    def yamale(self, where: Path) -> list[str]:
        """The peer with the same C parser, on two processes."""
        return [str(self.peers / "yamale"), "-n", "2", "-s", str(self.yamale_schema), str(where)]


def main() -> None:
    """Measure in fresh environments; exit 1 when a limit is broken."""
    asked = argparse.ArgumentParser(description="How fast `check` is.")
    asked.add_argument(
        "--long", action="store_true", help="10,000 and 100,000 deals, too: about half an hour"
    )
    long = asked.parse_args().long
    with tempfile.TemporaryDirectory() as name:
        bench = prepare(Path(name))
        kept = short(bench)
        if long:
            kept += [*ten_thousand(bench), *hundred_thousand(bench)]
    verdict(kept)


def prepare(folder: Path) -> Bench:
    """Install ours and the peers, export the schema."""
    ours, peers = environment(folder / "ours"), fresh(folder / "peers")
    install(peers, *PEERS)
    bench = Bench(ours, peers, folder, surroundings(folder))
    export = ["playbook", "schema", "value-competition", "--deal", "--output", str(bench.schema)]
    bench.time([str(ours / "salescoach"), *export], folder, (0,))
    bench.yamale_schema.write_text(translate(json.loads(bench.schema.read_bytes())), encoding="utf-8")
    return bench


def surroundings(folder: Path) -> dict[str, str]:
    """An environment in which nothing was compiled or kept before."""
    ours = ("SALESCOACH_", "CI", "GITHUB_", "GITLAB_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}


def short(bench: Bench) -> list[bool]:
    """1,000 deals and one deal, with the very first run of all as information."""
    repo = team_repo(bench, FEW)
    one = f"deals/{clean_deal()}/deal.yaml"
    ours = bench.check("--no-cache", one)
    print(f"the very first run, nothing compiled: {1000 * bench.time(ours, repo, (0,)):.0f} ms")
    every = bench.check_jsonschema(*files(repo))
    return [
        outrun(
            "one deal, check-jsonschema",
            partial(bench.time, ours, repo, (0,)),
            partial(bench.time, bench.check_jsonschema(one), repo, (0,)),
            FLOOR_OF_ONE, aim=6,
        ),
        outrun(
            "1,000 deals, check-jsonschema", cold(bench, repo), partial(bench.time, every, repo),
            FLOOR, pairs=3,
        ),
    ]  # fmt: skip


def ten_thousand(bench: Bench) -> list[bool]:
    """10,000 deals: cold against the peers, two jobs against one, warm against git."""
    repo = team_repo(bench, MANY)
    two, one = cold(bench, repo), cold(bench, repo, jobs=1)
    every = bench.check_jsonschema(*files(repo))
    yamale = partial(bench.time, bench.yamale(without_broken(bench, MANY)), repo, (0,))
    kept = [
        outrun("10,000 deals, yamale -n 2", two, yamale, 2, pairs=5),
        outrun("10,000 deals, two jobs, one job", two, one, 1.7, pairs=5),
        outrun("10,000 deals, check-jsonschema", two, partial(bench.time, every, repo), 40, pairs=5, aim=60),
    ]
    warm = partial(bench.time, bench.check("--jobs", "2"), repo)
    return [*kept, compare("10,000 deals unchanged, git status", warm, git_status(bench, repo), 5, aim=2)]


def hundred_thousand(bench: Bench) -> list[bool]:
    """100,000 deals: the memory of the run that fills the cache, then one deal changed at a time."""
    repo = team_repo(bench, MOST)
    fill = bench.check("--jobs", "2")
    taken = peak(fill, SOME_BROKEN, repo, bench.surroundings)
    kept = []
    if taken is None:
        print("memory is not measured: there is no /proc")
    else:
        what = f"largest process {taken.largest:.0f} MB, all together MB"
        kept.append(told("100,000 deals, resident memory", what, taken.together, 100, None, more=False))
    change = changing(repo / "deals" / clean_deal() / "deal.yaml")
    git = git_status(bench, repo)
    warm = partial(bench.time, fill, repo)
    kept.append(
        compare("100,000 deals, one changed, git status", lambda: warm_after(change, warm), git, 2, pairs=7)
    )
    return kept


def cold(bench: Bench, repo: Path, jobs: int = 2) -> Timed:
    """A run that reads every deal."""
    return partial(bench.time, bench.check("--no-cache", "--jobs", str(jobs)), repo)


def git_status(bench: Bench, repo: Path) -> Timed:
    """What git takes to look at the same files."""
    return partial(bench.time, ["git", "status", "--porcelain"], repo, (0,))


def warm_after(change: Callable[[], None], warm: Timed) -> float:
    """A warm run after something has changed."""
    change()
    return warm()


def changing(path: Path) -> Callable[[], None]:
    """Gives a deal another last line each time, so that nobody has seen it before."""
    before, numbers = path.read_bytes(), count(1)

    def change() -> None:
        path.write_bytes(before + f"# {next(numbers)}\n".encode())

    return change


def clean_deal() -> str:
    """The id of the first deal with nothing wrong that is in the middle of the funnel."""
    return next(render(s)[0] for n in count() if (s := Story(SEED, n)).flavour == "plain" and s.stage == 3)


def team_repo(bench: Bench, number: int) -> Path:
    """A team's git repo with so many deals, everything committed."""
    repo = bench.folder / f"team-{number}"
    write_repo(repo, number)
    as_somebody = ["-c", "user.name=Lin Qing", "-c", "user.email=lin@langhe.example", "-c", "gc.auto=0"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "deals"], ["status", "--short"]):
        command = ["git", *as_somebody, *arguments]
        subprocess.run(command, cwd=repo, env=bench.surroundings, check=True, stdout=subprocess.DEVNULL)
    sizes = [path.stat().st_size for path in repo.glob("deals/*/deal.yaml")]
    print(f"{number:,} deals, {sum(sizes) / MB:.0f} MB, {sum(sizes) / number:.0f} bytes each", flush=True)
    return repo


def without_broken(bench: Bench, number: int) -> Path:
    """The same deals but for the broken ones: yamale gives up at the first file that is no YAML."""
    folder = bench.folder / "right"
    for story in (Story(SEED, n) for n in range(number)):
        if story.flavour != "broken":
            ident, text = render(story)
            folder.joinpath(ident).mkdir(parents=True)
            folder.joinpath(ident, "deal.yaml").write_bytes(text.encode())
    return folder


def files(repo: Path) -> list[str]:
    """Every deal's file as a hook would name it."""
    return sorted(path.relative_to(repo).as_posix() for path in repo.glob("deals/*/deal.yaml"))


if __name__ == "__main__":
    main()
