"""Reading a file without the YAML library where that is certain: most deals are written in the plain part of YAML."""

from salescoach.findings import Finding
from salescoach.yamlfile.decode import decode
from salescoach.yamlfile.document import Document
from salescoach.yamlfile.places import Places
from salescoach.yamlfile.quick import quick


def read_without_places(raw: bytes, path: str) -> Document:
    """The same data and findings several times as fast for most deals; places are owed until `with_places`."""
    text, faults = decode(raw)
    data = None if faults else quick(text)
    if data is None:
        from salescoach.yamlfile.read import read

        return read(raw, path)
    document = Document(path, raw, text, data=data)
    document.owed = []
    return document


def with_places(document: Document, findings: list[Finding]) -> list[Finding]:
    """Findings at the places that their document owed them."""
    if document.owed is None:
        return findings
    owed, document.owed = document.owed, None
    document.places = Places(document.text)
    places = [document.place(*asked) for asked in owed]
    return [
        f if f.line >= 0 else f._replace(line=places[-f.line - 1][0], column=places[-f.line - 1][1])
        for f in findings
    ]
