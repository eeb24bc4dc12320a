"""The terminal edge: every key at every prompt, and a terminal that is given back whatever happens."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from salescoach.dialogue import KINDS, Ask, Choice, Reply
from salescoach.errors import Interrupted, RequestError
from salescoach.messages import speaker
from salescoach.terminal import show, signals
from salescoach.terminal.prompts import Terminal, interactive
from salescoach.visible import width

TODAY = date(2026, 11, 21)
UP, DOWN, RIGHT, F1, ERASE, ENTER = "\x1b[A", "\x1b[B", "\x1b[C", "\x1bOP", "\x7f", "\r"
BACK, SKIP, UNKNOWN, PLAN, LEAVE, STOP, EDIT, END = (
    "\x02",
    "\x0e",
    "\x15",
    "\x10",
    "\x13",
    "\x03",
    "\x05",
    "\x04",
)
ROWS = (Choice("high", "High"), Choice("low", "Low"), Choice("check", "验证阶段"), Choice("need", "需求"))

TEXT = Ask("a/text", "text", "What can be seen?")
LONG = TEXT._replace(kind="long")
ONE = TEXT._replace(kind="choice", choices=ROWS)
MANY = TEXT._replace(kind="choices", choices=ROWS)
SURE = TEXT._replace(kind="confirm")
EACH = [TEXT, LONG, ONE, MANY, SURE]
EVERY = [TEXT._replace(kind=kind, choices=ROWS if kind in ("choice", "choices") else ()) for kind in KINDS]


def play(keys: str, *asks: Ask, language: str = "en") -> list[Reply]:
    """The replies to `asks` of a person who types `keys`, all of them ahead."""
    with create_pipe_input() as keyboard:
        keyboard.send_text(keys)
        terminal = Terminal(speaker(language), TODAY, keyboard=keyboard, screen=DummyOutput())
        return [terminal.ask(ask) for ask in asks]


def value(keys: str, ask: Ask, language: str = "en") -> Any:
    """The value that `keys` give."""
    (reply,) = play(keys, ask, language=language)
    assert reply.act == "value"
    return reply.value


# --- keys -------------------------------------------------------------------------------------


@pytest.mark.parametrize("ask", EVERY, ids=lambda ask: ask.kind)
@pytest.mark.parametrize(
    ("key", "act"), [(BACK, "back"), (SKIP, "skip"), (UNKNOWN, "unknown"), (PLAN, "plan"), (LEAVE, "leave")]
)
def test_the_same_keys_work_at_every_prompt(ask: Ask, key: str, act: str) -> None:
    assert play(key, ask) == [Reply(act)]
    assert play("l" + key, ask) == [Reply(act)]


@pytest.mark.parametrize("ask", EACH, ids=lambda ask: ask.kind)
def test_ctrl_c_interrupts_and_ctrl_d_leaves_an_empty_line(ask: Ask) -> None:
    with pytest.raises(Interrupted) as caught:
        play("l" + STOP, ask)
    assert caught.value.signal_number == signal.SIGINT
    assert play(END, ask) == [Reply("leave")]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("ask", EACH, ids=lambda ask: ask.kind)
@pytest.mark.parametrize("key", ["?", "？", F1])
def test_help_says_why_and_asks_again(ask: Ask, key: str, language: str, capsys) -> None:
    ask = ask._replace(why="WHY", good="GOOD", bad="BAD\x1b[2J", tip="TIP")
    assert play(key + UNKNOWN, ask, language=language) == [Reply("unknown")]
    err = capsys.readouterr().err
    assert [word in err for word in ("WHY", "GOOD", "BAD\\x1b[2J", "TIP")] == [True] * 4


def test_help_keeps_what_was_typed() -> None:
    assert value("ab" + F1 + "c" + ENTER, TEXT) == "abc"
    assert value("验" + F1 + ENTER, ONE) == "check"
    assert value(DOWN + F1 + ENTER, ONE) == "low"
    assert value(" " + DOWN + DOWN + " " + F1 + ENTER, MANY) == ["high", "check"]


def test_a_question_mark_within_an_answer_is_text() -> None:
    assert value("why now?" + ENTER, TEXT) == "why now?"
    assert value("为什么？" + ENTER, TEXT) == "为什么？"


def test_what_may_not_be_left_open_is_asked_again(capsys) -> None:
    needed = TEXT._replace(unknown=False, skip=False)
    assert play(UNKNOWN + SKIP + ENTER + "x" + ENTER, needed) == [Reply("value", "x")]
    assert len(capsys.readouterr().err.splitlines()) == 4
    assert play(UNKNOWN + SKIP + ENTER, ONE._replace(unknown=False, skip=False)) == [Reply("value", "high")]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("ask", EVERY, ids=lambda ask: ask.kind)
def test_the_keys_are_named_in_two_lines_of_forty_columns(ask: Ask, language: str, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = Terminal(speaker(language), TODAY)._keys(ask).split("\n")
    assert len(lines) == 2
    assert all(width(line) <= 40 for line in lines)
    monkeypatch.setenv("COLUMNS", "120")
    assert "\n" not in Terminal(speaker(language), TODAY)._keys(ask)


@pytest.mark.skipif(os.name == "nt", reason="the editor is a shell script")
def test_ctrl_e_opens_the_editor(tmp_path: Path, monkeypatch) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        'case "$1" in *.md) ;; *) exit 1;; esac\nprintf "edited %s\\n\\nmore\\n" "$(cat "$1")" > "$1"\n'
    )
    monkeypatch.setenv("EDITOR", f"/bin/sh {editor}")
    monkeypatch.delenv("VISUAL", raising=False)
    with create_pipe_input() as keyboard:
        keyboard.send_text("draft" + EDIT)
        terminal = Terminal(speaker("en"), TODAY, keyboard=keyboard, screen=DummyOutput())
        threading.Timer(0.7, keyboard.send_text, [ENTER + ENTER]).start()
        assert terminal.ask(LONG) == Reply("value", "edited draft\n\nmore")


# --- lines of text ----------------------------------------------------------------------------


def test_a_default_is_taken_with_enter_edited_with_tab_or_typed_over() -> None:
    ask = TEXT._replace(default="late")
    assert value(ENTER, ask) == "late"
    assert value("\tr" + ENTER, ask) == "later"
    assert value(RIGHT + "st" + ENTER, ask) == "latest"
    assert value("new" + ENTER, ask) == "new"
    assert value(ENTER, TEXT._replace(kind="money", default=480000)) == 480000
    assert value("\t0" + ENTER, TEXT._replace(kind="money", default=480000)) == 4800000
    assert play(ENTER, TEXT) == [Reply("skip")]


def test_what_cannot_be_read_is_asked_again_with_the_text_kept(capsys) -> None:
    day = TEXT._replace(kind="date")
    assert value("2026-02-30" + ENTER + ERASE + ERASE + "28" + ENTER, day) == "2026-02-28"
    err = capsys.readouterr().err
    assert "'2026-02-30'" in err
    assert "2026-02-28 Sat" in err


def test_answers_typed_ahead_go_to_their_questions() -> None:
    money, day = TEXT._replace(kind="money"), TEXT._replace(kind="date")
    replies = play(f"Shen Yu{ENTER}100万\nfri{ENTER}low{ENTER}n{ENTER}", TEXT, money, day, ONE, SURE)
    assert [reply.value for reply in replies] == ["Shen Yu", 1_000_000, "2026-11-27", "low", False]


def test_a_paste_is_one_clean_line_and_that_is_said_once(capsys) -> None:
    paste = "\x1b[200~慢\n一\x00个\r\n季度\x1b[201~" + ENTER
    assert [reply.value for reply in play(paste + paste, TEXT, TEXT)] == ["慢 一个 季度"] * 2
    assert capsys.readouterr().err.count("hidden characters") == 1
    assert value("\x1b[200~plain\x1b[201~" + ENTER, TEXT) == "plain"
    assert "hidden" not in capsys.readouterr().err


def test_a_paste_of_twenty_kilobytes() -> None:
    assert value("\x1b[200~" + "海\n" * 7000 + "\x1b[201~" + ENTER, TEXT) == ("海 " * 7000).strip()


def test_a_long_text_ends_at_an_empty_line_and_keeps_its_own() -> None:
    assert value("one" + ENTER + "two" + ENTER + ENTER, LONG) == "one\ntwo"
    assert value("one\x1b" + ENTER, LONG) == "one"
    assert value("\x1b[200~a\r\n\r\nb\x1b[201~" + ENTER + ENTER, LONG) == "a\n\nb"
    assert value(ENTER, LONG._replace(default="old")) == "old"
    assert play(ENTER, LONG) == [Reply("skip")]


# --- lists ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (ENTER, "high"), ("\n", "high"), (DOWN + ENTER, "low"), (UP + ENTER, "need"),
        ("验证" + ENTER, "check"),
        ("验" + ERASE + "需" + ENTER, "need"), ("LOW" + ENTER, "low"), ("j" + ENTER + ERASE + ENTER, "high"),
        ("zz" + ENTER + ERASE + ERASE + "w" + ENTER, "low"), ("\x1b[200~需求\n\x1b[201~" + ENTER, "need"),
        ("\t" + ENTER, "high"),
    ],
)  # fmt: skip
def test_choosing_one(keys: str, chosen: str) -> None:
    assert value(keys, ONE) == chosen


def test_a_default_is_where_the_list_begins() -> None:
    assert value(ENTER, ONE._replace(default="check")) == "check"
    assert value(UP + ENTER, ONE._replace(default="check")) == "low"
    assert value(ENTER, ONE._replace(choices=(Choice(0, "none"), Choice(1, "one")), default=1)) == 1
    assert value(ENTER, ONE._replace(choices=(Choice(0, "none"), Choice(1, "one")))) == 0


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (" " + ENTER, ["high"]), (" " + DOWN + " " + ENTER, ["high", "low"]), ("验 " + ENTER, ["check"]),
        (" 需 " + ENTER, ["high", "need"]), (ENTER + " " + ENTER, ["high"]),
        ("zz " + ERASE + ERASE + " " + ENTER, ["high"]),
        ("a" + ERASE + "i" + ERASE + "\t " + ENTER, ["high"]),
    ],
)  # fmt: skip
def test_choosing_several(keys: str, chosen: list[str]) -> None:
    assert value(keys, MANY) == chosen


def test_ticks_of_the_default_can_be_taken_away() -> None:
    ask = MANY._replace(default=["low", "need"])
    assert value(ENTER, ask) == ["low", "need"]
    assert value(DOWN + " " + ENTER, ask) == ["need"]
    assert value(" " + ENTER, MANY._replace(default=["high"])) == []


def test_what_is_not_in_the_list_may_be_typed_where_it_is_free() -> None:
    free = ONE._replace(free=True)
    assert value("别的" + ENTER + ENTER, free) == "别的"
    assert value(UP + ENTER + "other" + ENTER, free) == "other"
    assert value(UP + ENTER + "low" + ENTER, free) == "low"
    assert value(UP + ENTER + BACK + DOWN + ENTER, free) == "low"
    assert value(ENTER, free._replace(default="mine")) == "mine"
    several = MANY._replace(free=True)
    assert value(" " + UP + " " + ENTER + "x、需求、y" + ENTER, several) == ["high", "x", "need", "y"]
    assert value(" qq" + ENTER + ENTER, several) == ["high", "qq"]
    assert value("x" + ENTER, free._replace(choices=())) == "x"


def test_a_free_tick_list_takes_words_with_spaces() -> None:
    rows = (Choice("sheet", "bring the sheet"), Choice("call", "call them"))
    free = MANY._replace(choices=rows, free=True)
    assert value("call her; bring sheet" + ENTER + ENTER, free) == ["call her", "bring sheet"]
    assert value(" ask Li first" + ENTER + ENTER, free) == ["sheet", "ask Li first"]
    assert value("call t\t" + ENTER, free) == ["call"], "Tab ticks what was found"
    assert value("call t" + ENTER + ENTER, free) == ["call"], "so does Enter, and the next one is done"
    assert value(" call" + ENTER + " " + ENTER, free) == ["sheet"], (
        "the row is still pointed at, space unticks it"
    )
    assert value("x" + ERASE + " " + ENTER, free) == ["sheet"], "nothing typed: space ticks"
    assert value("another" + ENTER + "!" + ENTER, free) == ["another!"]


def test_yes_and_no_are_a_list_in_the_language_of_the_user() -> None:
    assert [value(keys + ENTER, SURE) for keys in ("", "n", "y", DOWN)] == [True, False, True, False]
    assert [value(keys + ENTER, SURE, "zh") for keys in ("是", "否", "y", "n")] == [True, False, True, False]
    assert value(ENTER, SURE._replace(default=False)) is False


def test_more_rows_than_letters_and_a_hostile_label() -> None:
    rows = tuple(Choice(f"r{n}", f"row {n}\x1b[31m\n{'长' * 90}") for n in range(100))
    assert value("row 99" + ENTER, ONE._replace(choices=rows)) == "r99"


# --- what is printed --------------------------------------------------------------------------


def test_what_was_asked_and_answered_stays_on_the_screen(capsys) -> None:
    day = TEXT._replace(kind="date", prompt="When?\x1b[2J", above="Stage 2")
    play(f"{ENTER}fri{ENTER}{UNKNOWN}{SKIP} {ENTER}", ONE, day, day, TEXT, MANY)
    out, err = capsys.readouterr()
    assert out == ""
    assert "\x1b" not in err
    assert err.count("Stage 2") == 1
    assert "When?\\x1b[2J  2026-11-27 Fri\n" in err
    assert "When?\\x1b[2J  unknown\n" in err
    assert "What can be seen?  (skipped)\n" in err


@pytest.mark.parametrize(("language", "said"), [("en", "left without an answer"), ("zh", "本题不作答")])
@pytest.mark.parametrize("ask", EACH, ids=lambda ask: ask.kind)
def test_skipping_past_an_answer_on_offer_says_what_becomes_of_it(
    ask: Ask, language: str, said: str, capsys
) -> None:
    offered = {"choice": "low", "choices": ["low"], "confirm": False}.get(ask.kind, "late")
    assert play(SKIP, ask._replace(default=offered), language=language) == [Reply("skip")]
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    play(SKIP, ask, language=language)
    assert said not in capsys.readouterr().err


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_notes_are_wrapped_and_styled_on_a_terminal_only(monkeypatch, capsys) -> None:
    show.note("a [red]b[/red] \x1b]0;title\x07", "bold")
    assert capsys.readouterr().err == "a [red]b[/red] \\x1b]0;title\\x07\n"
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    monkeypatch.setenv("COLUMNS", "24")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    show.note("price is not the problem, time is", "dim")
    assert screen.getvalue() == "\x1b[2mprice is not the\x1b[0m\n\x1b[2mproblem, time is\x1b[0m\n"
    monkeypatch.setenv("NO_COLOR", "1")
    show.note("plain", "red")
    assert screen.getvalue().endswith("\nplain\n")
    monkeypatch.setenv("COLUMNS", "3")
    assert show.columns() == 20


def test_the_product_is_not_wrapped_nor_styled_and_cannot_act(monkeypatch, capsys) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    show.out("# Plan\n\n" + "word " * 20 + "\x1b[2J\t|\n::error::x")
    assert capsys.readouterr().out == "# Plan\n\n" + "word " * 20 + "\\x1b[2J\t|\n\\::error::x\n"
    show.out("::error file=a::b\n", raw=True)
    assert capsys.readouterr().out == "::error file=a::b\n"
    show.out("")
    assert capsys.readouterr().out == ""


def test_on_a_terminal_the_product_breaks_at_words_and_tables_stay_whole(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdout", screen := Screen())
    monkeypatch.setenv("COLUMNS", "24")
    path = "deals/harbour/plans/2026-12-02-visit.md"
    row = "| who | said by a named person, noted within 24 hours |"
    show.out(f"- price is not the problem, time is\n\n{row}\nwritten: {path} today\n")
    lines = ["- price is not the", "problem, time is", "", row, "written:", path, "today", ""]
    assert screen.getvalue() == "\n".join(lines)
    screen.truncate(screen.seek(0))
    show.out("word " * 20 + "\n", raw=True)
    assert screen.getvalue() == "word " * 20 + "\n"


def run(code: str, **named: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, **named)


OUT = """
import sys
from salescoach.errors import RequestError
from salescoach.terminal import show
show.prepare()
try:
    show.out("客户 \\u2014 x")
    show.note("客户")
except RequestError as error:
    sys.exit(error.key)
"""


def test_no_character_is_too_much_for_the_terminal() -> None:
    done = run(OUT, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stdout) == (0, "\\u5ba2\\u6237 \\u2014 x\n")
    assert done.stderr == "\\u5ba2\\u6237\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_output_that_cannot_be_written_is_a_refusal() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-c", OUT], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.stderr.splitlines()[0] == b"no-output"


# --- no terminal, signals, a real terminal ----------------------------------------------------


def test_no_terminal_is_refused_before_anything_is_drawn(monkeypatch, capsys) -> None:
    for stdin in (None, io.StringIO("Acme\n")):
        monkeypatch.setattr(sys, "stdin", stdin)
        assert not interactive()
        with pytest.raises(RequestError) as caught:
            Terminal(speaker("en"), TODAY).ask(TEXT._replace(above="Stage"))
        assert caught.value.key == "no-terminal"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signals_interrupt_and_the_old_behaviour_comes_back(name: str) -> None:
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip(f"no {name} here")
    before = signal.getsignal(number)
    with pytest.raises(Interrupted) as caught, signals.caught():
        signal.raise_signal(number)
    assert caught.value.signal_number == number
    assert signal.getsignal(number) is before


INTERVIEW = """
import sys
from datetime import date
from salescoach.dialogue import Ask, Choice
from salescoach.errors import Interrupted, RequestError
from salescoach.messages import speaker
from salescoach.terminal.prompts import Terminal
terminal = Terminal(speaker("en"), date(2026, 11, 21))
asks = [
    Ask("a", "text", "First?"),
    Ask("b", "choice", "Second?", choices=(Choice("x", "Ex"), Choice("y", "验证"))),
    Ask("c", "long", "Third?"),
]
try:
    print([terminal.ask(ask).value for ask in asks], flush=True)
except Interrupted as stopped:
    print("stopped", flush=True)
    sys.exit(128 + stopped.signal_number)
except RequestError as error:
    print(error.key, flush=True)
    sys.exit(2)
"""


@pytest.fixture
def live():
    """An interview in a real terminal."""
    pexpect = pytest.importorskip("pexpect", reason="pexpect is not installed: no real terminal")
    child = pexpect.spawn(
        sys.executable, ["-c", INTERVIEW], encoding="utf-8", timeout=15, dimensions=(24, 80),
        env={**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"},
    )  # fmt: skip
    yield child
    child.close(force=True)


def ended(child: Any) -> int:
    """The exit code; the terminal is line-wise and echoing again."""
    import termios

    import pexpect

    modes = termios.tcgetattr(child.child_fd)[3]
    assert modes & termios.ICANON
    assert modes & termios.ECHO
    child.expect(pexpect.EOF)
    child.wait()
    return child.exitstatus


def test_an_interview_in_a_real_terminal(live) -> None:
    live.expect("First")
    live.send("海川\r")
    live.expect("Second")
    live.send("验\r")
    live.expect("Third")
    live.send("a\rb\r\r")
    live.expect_exact("['海川', 'y', 'a\\nb']")
    assert ended(live) == 0


@pytest.mark.parametrize("place", ["First", "Second", "Third"])
@pytest.mark.parametrize("name", ["key", "SIGINT", "SIGTERM", "SIGHUP"])
def test_whatever_stops_it_the_terminal_is_given_back(live, place: str, name: str) -> None:
    for text in ("First", "Second", "Third"):
        live.expect(text)
        live.expect_exact("help")
        if text == place:
            break
        live.send("\r" if text == "Second" else "x\r")
    time.sleep(0.1)
    if name == "key":
        live.send("typed\x03")
    else:
        os.kill(live.pid, getattr(signal, name))
    live.expect_exact("stopped")
    assert ended(live) == 128 + getattr(signal, "SIGINT" if name == "key" else name)


def test_prompts_are_drawn_on_stderr(tmp_path: Path) -> None:
    pexpect = pytest.importorskip("pexpect", reason="pexpect is not installed: no real terminal")
    script = tmp_path / "interview.py"
    script.write_text(INTERVIEW)
    child = pexpect.spawn(
        "/bin/sh", ["-c", f"'{sys.executable}' '{script}' > '{tmp_path}/data.txt'"],
        encoding="utf-8", timeout=15,
        env={**os.environ, "TERM": "xterm", "PYTHONPATH": str(Path(__file__).parents[1])},
    )  # fmt: skip
    child.expect("First")
    child.send("x\r")
    child.expect("Second")
    child.send("\r")
    child.expect("Third")
    child.send("\x0e")
    child.expect(pexpect.EOF)
    assert (tmp_path / "data.txt").read_text() == "['x', 'x', None]\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.parametrize("stdin", ["< /dev/null", "<&-", "< /dev/zero"])
def test_without_a_terminal_it_ends_at_once(tmp_path: Path, stdin: str) -> None:
    script = tmp_path / "interview.py"
    script.write_text(INTERVIEW)
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' '{script}' {stdin}"],
        capture_output=True, text=True, check=False, timeout=15,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (2, "no-terminal\n", "")
