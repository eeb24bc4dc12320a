"""An editor's side of the language server protocol: opens files, asks for completions and hovers, takes diagnostics."""

import json
import subprocess
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, NamedTuple

PATIENCE = 120
"""Seconds after which a server that does not answer is ended, and the test with it."""
CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


class Fault(NamedTuple):
    """What is underlined, and what the editor says of it."""

    text: str
    message: str


class Editor:
    """One server with one folder open; `settings` are the user's, by section."""

    def __init__(self, command: list[str], folder: Path, settings: Mapping[str, Any]) -> None:
        self.settings = settings
        self.texts: dict[str, str] = {}
        self.told: dict[str, list[Any]] = {}
        self.numbers = count(1)
        self.server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self.patience = Timer(PATIENCE, self.server.kill)
        self.patience.start()
        opened = {"uri": folder.as_uri(), "name": folder.name}
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "workspaceFolders": [opened],
                "capabilities": CAPABILITIES,
            },
        )
        self._tell("initialized", {})

    def __enter__(self) -> "Editor":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.patience.cancel()
        self.server.kill()
        for stream in (self.server.stdin, self.server.stdout):
            assert stream is not None
            stream.close()
        self.server.wait()

    def open(self, path: Path) -> list[Fault]:
        """Show a file; what the server finds wrong in it."""
        uri, text = path.as_uri(), path.read_text(encoding="utf-8")
        self.texts[uri] = text
        opened = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": opened})
        while uri not in self.told:
            self._receive()
        lines = text.splitlines()
        return [Fault(_between(lines, told["range"]), told["message"]) for told in self.told.pop(uri)]

    def completions(self, path: Path, after: str) -> dict[str, str]:
        """What is proposed right behind the text `after`: label and what it says."""
        found = self._ask("textDocument/completion", self._behind(path, after))["items"]
        return {item["label"]: _plain(item.get("documentation")) for item in found}

    def hover(self, path: Path, on: str) -> str:
        """What is shown with the pointer on the last letter of `on`."""
        place = self._behind(path, on)
        place["position"]["character"] -= 1
        found = self._ask("textDocument/hover", place)
        return _plain(found["contents"]) if found else ""

    def _behind(self, path: Path, text: str) -> dict[str, Any]:
        before = self.texts[path.as_uri()].partition(text)[0] + text
        assert before in self.texts[path.as_uri()], text
        line = before.count("\n")
        return {
            "textDocument": {"uri": path.as_uri()},
            "position": {"line": line, "character": len(before) - before.rfind("\n") - 1},
        }

    def _ask(self, method: str, params: Any) -> Any:
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Any]) -> None:
        assert self.server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def _receive(self) -> Any:
        """The next message; questions of the server are answered on the way."""
        assert self.server.stdout is not None
        length = 0
        while line := self.server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message = json.loads(self.server.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            asked = (
                message["params"].get("items", []) if message["method"] == "workspace/configuration" else []
            )
            answer = [self.settings.get(item.get("section")) for item in asked]
            self._send({"id": message["id"], "result": answer or None})
        return message


def _between(lines: list[str], place: Any) -> str:
    start, end = place["start"], place["end"]
    assert start["line"] == end["line"], place
    return lines[start["line"]][start["character"] : end["character"]] if lines else ""


def _plain(shown: Any) -> str:
    return str(shown["value"] if isinstance(shown, dict) else shown or "")
