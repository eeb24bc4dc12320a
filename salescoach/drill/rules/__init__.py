"""What speaks for a type of line, a module per language: `KEPT`, `SPELT`, `CLASSES`, `FRAMES`."""

SPEAKS = {
    "s": "S", "p": "P", "i": "I", "n": "N", "u": "summary", "f": "feature", "c": "commitment", "m": "small_talk",
    "y": "other",
}  # fmt: skip
"""First letter of a frame's name to the type that it speaks for."""
