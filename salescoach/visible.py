"""Strangers' text made safe to look at, and laid out in terminal cells.

A name from a deal may hold terminal commands, reversed writing or invisible letters: `visible` shows
them as escapes. `width`, `cut` and `wrap` count cells: a Chinese character takes two.
"""

import re
import unicodedata
from collections.abc import Iterator

UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Controls, what is no character, and what is drawn as nothing: joiners, fillers, bidi marks, selectors, tags."""
_LINE_END = re.compile(r"\r\n?|\n")
_COMMAND = re.compile(r"^(\s*)::|##(?=\w*\[)", re.MULTILINE)
"""How a line becomes a command of GitHub's, Azure's or TeamCity's runner."""

CLOSERS = frozenset("，。、；：？！）》」』】〕〉”’…—·%,.;:?!)]}％")
OPENERS = frozenset("（《「『【〔〈“‘([{￥¥$")
ELLIPSIS = "…"


def visible(text: str, *, one_line: bool = True) -> str:
    r"""`text` fit for a terminal or a log: nothing in it acts, nothing in it hides.

    Control, bidi and other invisible characters become escapes such as `\u202e`. Line ends and tabs become a
    space, or stay with `one_line=False`. A line that a CI runner would take for a command is disarmed.
    """
    text = _LINE_END.sub(" " if one_line else "\n", text)
    if one_line:
        text = text.replace("\t", " ")
    text = UNSEEN.sub(_shown, text)
    return _COMMAND.sub(_disarmed, text) if "::" in text or "##" in text else text


def clean(text: str, *, one_line: bool = True) -> tuple[str, bool]:
    """What a person typed or pasted, as it may be kept: (text, whether anything was changed).

    NFC; control and invisible characters removed; line ends and tabs become one space (with `one_line=False`
    line ends become a newline and tabs stay); lone surrogates replaced. Spaces around are trimmed and letters
    composed without calling that a change.
    """
    whole = _without_surrogates(text)
    plain = _LINE_END.sub("\n", whole.strip())
    if one_line:
        plain = re.sub(r"[ \t]*[\n\t]\s*", " ", plain)
    changed = plain != whole.strip() or whole != text
    kept = UNSEEN.sub(_kept, plain)
    return unicodedata.normalize("NFC", kept).strip(), changed or kept != plain


def width(text: str) -> int:
    """How many terminal cells `text` takes; it must have gone through `visible`."""
    return len(text) if text.isascii() else sum(cells for _, cells in _clusters(text))


def cut(text: str, cells: int) -> str:
    """`text` if it fits into `cells`, else its beginning and an ellipsis; never half a character."""
    if width(text) <= cells:
        return text
    if cells < 1:
        return ""
    kept, used = [], 1
    for cluster, size in _clusters(text):
        used += size
        if used > cells:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + ELLIPSIS


def wrap(text: str, cells: int, *, split: bool = True) -> list[str]:
    """`text` in lines of at most `cells`; its own line ends stay.

    English breaks at spaces; Chinese anywhere, but closing punctuation does not begin a line and opening
    punctuation does not end one. A word longer than the line is split, or with `split=False` has
    a line of its own, longer than `cells`.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, max(cells, 2), split)]


def _wrapped(paragraph: str, cells: int, split: bool) -> Iterator[str]:
    line, used = "", 0
    for word in _words(paragraph):
        size = width(word.rstrip())
        if used + size > cells:
            if line.strip():
                yield line.rstrip()
            line, used = "", 0
        if split and size > cells:
            *full, rest = _split(word.rstrip(), cells)
            yield from full
            word = rest + word[len(word.rstrip()) :]  # noqa: PLW2901 - what is left of it
        line += word
        used += width(word)
    yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    """Pieces that no line may break inside; spaces belong to the piece before them."""
    word, last, wide = "", "", False
    for cluster, cells in _clusters(text):
        joined = cluster == " " or cluster in CLOSERS or last in OPENERS
        if word and not joined and (last == " " or wide or cells > 1):
            yield word
            word = ""
        word += cluster
        wide = cells > 1 or (wide and cluster in CLOSERS)
        last = cluster
    if word:
        yield word


def _split(word: str, cells: int) -> list[str]:
    parts, used = [""], 0
    for cluster, size in _clusters(word):
        if used + size > cells:
            parts.append("")
            used = 0
        parts[-1] += cluster
        used += size
    return parts


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """What a person takes for one character (an emoji family is one), and its cells."""
    if text.isascii():
        yield from ((letter, 1) for letter in text)
        return
    from wcwidth import iter_graphemes, wcswidth  # 40 ms, needed only beyond ASCII

    for cluster in iter_graphemes(text):
        yield cluster, max(wcswidth(cluster), 0)


def _shown(found: re.Match[str]) -> str:
    letter = found[0]
    if letter in "\n\t" or _belongs(found):
        return letter
    code = ord(letter)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _kept(found: re.Match[str]) -> str:
    return found[0] if found[0] in "\n\t" or _belongs(found) else ""


def _belongs(found: re.Match[str]) -> bool:
    """A joiner or selector that shapes the visible character before it: part of an emoji or a letter."""
    before = found.string[found.start() - 1 : found.start()]
    if found[0] in "\u200c\u200d":
        return bool(before) and unicodedata.category(before) in ("So", "Sk", "Mn", "Mc", "Me")
    selector = "\ufe00" <= found[0] <= "\ufe0f" or "\U000e0100" <= found[0] <= "\U000e01ef"
    return selector and bool(before) and not before.isspace() and not UNSEEN.match(before)


def _disarmed(found: re.Match[str]) -> str:
    return "#\\#" if found[0] == "##" else f"{found[1]}\\::"


def _without_surrogates(text: str) -> str:
    """Half characters made whole: bytes that Python kept as surrogates, then pairs, else U+FFFD."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
