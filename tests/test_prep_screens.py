"""The screens of a preparation as a person sees them, in windows of 80 and 40 columns, both languages."""

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journeys.tool import Screen, copy_team

from salescoach.dialogue import Ask
from salescoach.terminal.prompts import _message
from salescoach.visible import width

if shutil.which("tmux") is None or shutil.which("bash") is None:
    pytest.skip("tmux or bash is not installed", allow_module_level=True)

Open = Callable[..., Screen]


@pytest.fixture
def open_window(tmp_path: Path) -> Iterator[Open]:
    """Opens a window on the demo's deal, `salescoach prep` running in it."""
    screens = []

    def opened(columns: int, language: str, **extra: str) -> Screen:
        root = copy_team(f"demo-{language}", tmp_path / "team")
        screen = Screen(root, columns, SALESCOACH_LANG=language, **extra)
        screens.append(screen)
        screen.run("prep", "haichuan-charging")
        screen.until(HELP[language])
        return screen

    yield opened
    for screen in screens:
        screen.close()


HELP = {"en": "? help", "zh": "? 帮助"}
KEYS = {
    ("en", 80): ["Ctrl-B back  Ctrl-N skip  Ctrl-U unknown", "Ctrl-P plan  Ctrl-S save+leave  ? help"],
    ("en", 40): ["Ctrl-B back  Ctrl-N skip  Ctrl-U unknown", "Ctrl-P plan  Ctrl-S save+leave  ? help"],
    ("zh", 80): ["Ctrl-B 返回  Ctrl-N 跳过  Ctrl-U 未知  Ctrl-P 出计划  Ctrl-S 保存退出  ? 帮助"],
    ("zh", 40): ["Ctrl-B 返回  Ctrl-N 跳过  Ctrl-U 未知", "Ctrl-P 出计划  Ctrl-S 保存退出  ? 帮助"],
}
CASES = [(language, columns) for language in ("en", "zh") for columns in (80, 40)]


def to_list(screen: Screen, language: str) -> str:
    """Skip to the question for a proof: a list whose rows have hints."""
    ticking = {"en": "type to filter", "zh": "输入可筛选"}[language]
    for _ in range(8):
        before = screen.shown()
        if ticking in before:
            return before
        screen.type("C-n")
        while screen.shown() == before or HELP[language] not in screen.shown():
            pass
    raise AssertionError(screen.shown())


@pytest.mark.parametrize(("language", "columns"), CASES)
def test_a_question_its_heading_and_the_keys_fit(open_window: Open, language: str, columns: int) -> None:
    shown = open_window(columns, language).shown()
    lines = [x for x in shown.split("\n") if x]
    keys = KEYS[language, columns]
    assert lines[-len(keys) :] == keys, shown
    assert all(width(x) <= columns for x in lines)
    asked = next(i for i, x in enumerate(lines) if x.startswith("? "))
    assert {"en": "1 of", "zh": "第 1/"}[language] in "".join(lines[:asked]), "the progress stands above"
    assert all(x.strip() not in ("●", "?", "？", "。") for x in lines), "no line of one sign"


@pytest.mark.parametrize(("language", "columns"), CASES)
def test_a_list_shows_the_row_pointed_at_in_full(open_window: Open, language: str, columns: int) -> None:
    screen = open_window(columns, language)
    shown = to_list(screen, language)
    instruction = {"en": "(type to filter)", "zh": "（输入可筛选）"}[language]
    assert instruction in shown, "an instruction is not broken in two"
    screen.type("Down")
    hints = {
        "en": "their e-mail or message, or “correct” to ours",
        "zh": "对方的邮件、消息，或对我方小结回复“对”",
    }
    hint = hints[language]
    pointed = {"en": " » They wrote it", "zh": " » 客户书面确认"}[language]
    shown = screen.until(pointed)
    assert hint.replace(" ", "") in "".join(shown.split()), shown
    assert all(width(x) <= columns for x in shown.split("\n"))


def test_what_a_list_says_about_itself_is_never_broken_in_two() -> None:
    """At every width, in both languages: the instruction stands in one line, whole."""
    for language, instruction in (
        ("en", "(space ticks, Enter is done, type to filter)"),
        ("zh", "（输入可筛选）"),
    ):
        for prompt in ("字" * n if language == "zh" else "w" * n for n in range(1, 60)):
            lines = _drawn(prompt, instruction)
            assert instruction in lines[-1] and width(lines[-1]) < 60, lines


def test_what_is_drawn_around_a_list_breaks_between_words(tmp_path: Path) -> None:
    """In 40 columns: the instruction of a tick list, the row pointed at in full, a long text's instruction."""
    script = tmp_path / "ask.py"
    script.write_text(AROUND)
    screen = Screen(tmp_path, 40, PYTHONPATH=str(Path(__file__).parents[1]))
    try:
        screen.type(f"clear; {sys.executable} {script}", "Enter")
        for start, lines in DRAWN:
            shown = screen.until("? help").split("\n")
            at = shown.index(start)
            assert [x for x in lines if x not in shown[at:]] == [], "\n".join(shown)
            screen.type("C-n")
            screen.until({"? First?": "(skipped)\n? "}.get(start, "(left without"))
    finally:
        screen.close()


AROUND = """
from datetime import date
from salescoach.dialogue import Ask, Choice
from salescoach.messages import speaker
from salescoach.terminal.prompts import Terminal
rows = (Choice(1, "They said it", "said by a named person, noted within 24 hours"),)
terminal = Terminal(speaker("en"), date(2026, 11, 21))
terminal.ask(Ask("a", "choices", "First?", choices=rows, free=True))
terminal.ask(Ask("b", "long", "What did they say then?", default="price is not the problem, time is, they say"))
"""
DRAWN = [
    ("? First?", [
        " (type to filter or add, Tab or space", "ticks, Enter is done)",
        "They said it - said by a named person,", "noted within 24 hours",
    ]),
    ("? What did they say then?", ["  (an empty line ends it)", " price is not the problem, time is, they", " say"]),
]  # fmt: skip


def _drawn(prompt: str, instruction: str) -> list[str]:
    """The lines that questionary draws for a list's prompt in a window of 60 columns."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "60")
        message = _message(Ask("a/b", "choices", prompt), instruction)
    return f"? {message} {instruction}".split("\n")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_shows_why_and_a_good_answer_and_a_weak_one(open_window: Open, language: str) -> None:
    screen = open_window(40, language)
    screen.type("?")
    words = {
        "en": ("why: ", "good answer: ", "weak answer: "),
        "zh": ("为什么问：", "好的回答：", "不好的回答："),
    }
    why, good, bad = words[language]
    shown = screen.until(bad)
    assert why in shown and good in shown
    assert all(width(x) <= 40 for x in shown.split("\n"))


def test_chinese_typed_and_taken_back(open_window: Open) -> None:
    screen = open_window(40, "zh")
    screen.type("我们需要在一周之内上线新的资费套餐这是原话错字")
    screen.until("错字")
    screen.type("BSpace", "BSpace")
    while "错字" in screen.shown():
        pass
    screen.type("Enter")
    shown = screen.until("这句话是怎么来的？")
    assert "我们需要在一周之内上线新的资费套餐这是原" in shown.replace("\n", "")
    assert "错" not in shown


def test_suspended_and_brought_back(open_window: Open) -> None:
    screen = open_window(80, "en")
    screen.type("We need one")
    screen.until("We need one")
    screen.type("C-z")
    screen.until("Stopped")
    screen.type("fg", "Enter")
    screen.until("? help")
    screen.until("We need one")
    screen.type(" week", "Enter")
    assert "We need one week" in screen.until("How did that reach us?")
    screen.type("C-c")
    screen.until("Go on with: salescoach prep haichuan-charging")
    screen.type("echo $?; stty -a | grep -o ' icanon'", "Enter")
    assert "130\n icanon" in screen.until(" icanon\n")


def test_a_window_made_narrow_and_wide_again(open_window: Open) -> None:
    screen = open_window(80, "zh")
    screen.type("我们需要")
    screen.until("我们需要")
    screen.resize(30, 12)
    screen.until("出计划")
    screen.resize(100, 40)
    screen.type("一周", "Enter")
    assert "我们需要一周" in screen.until("这句话是怎么来的？")


def test_nothing_in_the_list_holds_what_was_typed(open_window: Open) -> None:
    screen = open_window(80, "en")
    to_list(screen, "en")
    screen.type("qqq", "Enter")
    screen.until("nothing in the list holds 'qqq'")
    screen.until(" » Their document")


def test_no_colour_means_none(open_window: Open) -> None:
    screen = open_window(80, "en", NO_COLOR="1")
    shown = screen._tmux("capture-pane", "-e", "-p", "-t", "s")
    assert not re.search(r"\x1b\[[0-9;]*\b(?:3[0-8]|4[0-8]|9[0-7])[;m]", shown), (
        "39 and 49 are the terminal's own"
    )
