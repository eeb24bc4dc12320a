"""What the plan says in Markdown and Mermaid: the escaping of every text, labels of pictures, blocks."""

from salescoach.markdown import table, text
from salescoach.visible import clean

__all__ = ["label", "paragraphs", "table", "text"]


def label(value: object) -> str:
    """A quoted Mermaid label that old and new releases read: at most 60 characters, "-" when empty."""
    plain = clean(str(value))[0][:60].strip()
    codes = {
        "#": "#35;",
        '"': "#quot;",
        "%%": "#37;#37;",
        "`": "#96;",
        "<": "#lt;",
        ">": "#gt;",
        "&": "#amp;",
        "$$": "#36;#36;",
        ":fa-": "#58;fa-",
        "\\": "/",
    }
    # "%%" would start a directive, a first "`" Markdown of its own, "$$" a formula, "fa:fa-x" is an icon
    for sign, code in codes.items():
        plain = plain.replace(sign, code)
    return f'"{plain or "-"}"'


def paragraphs(*parts: str) -> str:
    """Blocks with a blank line between them; empty ones are left out."""
    return "\n\n".join(p for p in parts if p)
