"""From bytes to text: which encoding it is, and which it is not."""

from re import compile as pattern

from salescoach.yamlfile.document import Fault

BOM = b"\xef\xbb\xbf"
MAX_BYTES = 1_000_000

_UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HAN_PAIR = pattern(rb"[\xb0-\xf7][\xa1-\xfe]")  # the same in GBK
_SAMPLE = 4096


def decode(raw: bytes) -> tuple[str, list[Fault]]:
    """The text of a UTF-8 file without its BOM; with a fault, only the text before it."""
    if len(raw) > MAX_BYTES:
        return "", [Fault(-1, "too-big", facts={"bytes": len(raw), "most": MAX_BYTES})]
    wide = _wide_encoding(raw)
    if wide:
        return "", [Fault(-1, "not-utf-8", facts={"encoding": wide})]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf_8(raw, error.start)
    return text.removeprefix("\ufeff"), []


def _wide_encoding(raw: bytes) -> str:
    """UTF-32 or UTF-16 by their marks, or UTF-16 by the NULs that stand in every second place."""
    if raw.startswith(_UTF_32):
        return "UTF-32"
    if raw.startswith(_UTF_16):
        return "UTF-16"
    sample = raw[:_SAMPLE]
    if 0 not in sample:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    one_sided = min(even, odd) == 0 and max(even, odd) * 20 > len(sample)
    return "UTF-16" if one_sided and len(sample) >= 4 and max(even, odd) > 1 else ""


def _not_utf_8(raw: bytes, start: int) -> tuple[str, list[Fault]]:
    """The text up to the first byte that is no UTF-8, and what the file is instead."""
    before = raw[:start].decode("utf-8").removeprefix("\ufeff")
    if _HAN_PAIR.search(raw) and not any("\u4e00" <= c <= "\u9fff" for c in raw.decode("utf-8", "replace")):
        try:
            raw.decode("gb18030")
        except UnicodeDecodeError:
            pass
        else:
            return before, [Fault(-1, "not-utf-8", facts={"encoding": "GBK/GB18030"})]
    return before, [Fault(len(before), "bad-utf-8", facts={"byte": f"0x{raw[start]:02X}", "offset": start})]
