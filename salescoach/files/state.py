"""`.salescoach/`: what belongs to this computer alone. Git never sees it."""

from pathlib import Path

from salescoach.errors import RequestError
from salescoach.files.repo import check_id

STATE = ".salescoach"


def journal_file(root: Path, deal_id: str) -> Path:
    """Where the answers of an interview wait until they are in the deal."""
    return root / STATE / "journal" / f"{check_id(deal_id)}.jsonl"


def make_folder(folder: Path) -> None:
    """Create `folder`; a `.salescoach/` that it lies in is git-ignored before anything else is written there.

    Raises RequestError when it cannot be created.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for state in (folder, *folder.parents):
            ignore = state / ".gitignore"
            if state.name == STATE and not (ignore.exists() and ignore.stat().st_size):
                ignore.write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise RequestError("no-folder", path=str(folder), reason=error.strerror or str(error)) from error
