"""A talk as a person sees it: what the help says, what a doubtful line may be, in windows of 80 and 40 columns."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journeys.tool import Screen, here, person_or_skip
from test_drill_play import scene

from salescoach.drill.heard import LABELS, Heard
from salescoach.drill.hearing import Ear
from salescoach.drill.talk import Talk
from salescoach.messages import speaker
from salescoach.visible import width

PLAY = ["drill", "play", "two-blues", "--today", "2026-11-21"]
JOURNAL = ".salescoach/drill/runs/two-blues.jsonl"
PERHAPS = {
    "en": [
        "what about the night shift",
        "and the night shift?",
        "the canteen, then?",
        "so, the other plant",
        "well, nights?",
    ],
    "zh": ["夜班呢？", "食堂那边呢", "那个厂区，后来呢？", "还有夜班那边", "夜班情况如何？"],
}
LONG = pytest.mark.long
CASES = [
    ("en", 40), pytest.param("zh", 40, marks=LONG), pytest.param("en", 80, marks=LONG), ("zh", 80),
]  # fmt: skip
Open = Callable[..., Screen]


def doubtful(language: str) -> Heard:
    """A line of which the recogniser, as it is now, does not know what it is."""
    talk = Talk(scene(language), 1)
    heard = (talk.settled(Ear(talk.scene.playbook, {})(line)) for line in PERHAPS[language])
    return next(one for one in heard if not one.clear)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "deals").mkdir()
    return tmp_path


@pytest.fixture
def open_window(root: Path) -> Iterator[Open]:
    """Opens a window in which a talk has begun."""
    if shutil.which("tmux") is None or shutil.which("bash") is None:
        pytest.skip("tmux or bash is not installed")
    screens = []

    def opened(columns: int, language: str, *more: str) -> Screen:
        screens.append(Screen(root, columns, 60, SALESCOACH_LANG=language))
        screens[-1].run(*PLAY, *more)
        screens[-1].until(HELP[language])
        return screens[-1]

    yield opened
    for screen in screens:
        screen.close()


HELP = {"en": "? help", "zh": "? 帮助"}
COMMANDS = ("/score", "/back", "/pause", "/end", "...", "Ctrl-S")


@pytest.mark.parametrize(("language", "columns"), CASES)
def test_the_help_of_a_talk_explains_the_talk(open_window: Open, language: str, columns: int) -> None:
    screen = open_window(columns, language)
    screen.type("?")
    shown = screen.until({"en": "Ctrl-C stops", "zh": "Ctrl-C 中断"}[language])
    screen.type("Enter")
    shown = screen.shown()
    assert all(f"\n{command} " in shown for command in COMMANDS[:5]), shown
    assert "Ctrl-P" not in shown and "an answer is needed" not in shown and "需要回答" not in shown
    assert all(width(line) <= columns for line in shown.split("\n"))


@pytest.mark.parametrize("language", [pytest.param("en", marks=LONG), "zh"])
def test_in_an_exam_the_help_says_what_an_exam_allows(root: Path, language: str) -> None:
    person = person_or_skip(root, [*PLAY, "--exam", "--lang", language])
    person.press("help")
    assert {"en": "No line is taken back", "zh": "说出的话不能收回"}[language] in person.screen
    assert "/pause" in person.screen and "/score" not in person.screen and "/back" not in person.screen
    person.press("enter")
    assert {"en": "an answer is needed", "zh": "需要回答"}[language] not in person.screen
    person.answer("/what")
    assert "/end" in person.screen, "a command that there is not is answered by those that there are"


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=LONG)])
def test_a_doubtful_line_may_be_of_any_type(open_window: Open, root: Path, language: str) -> None:
    say = speaker(language)
    screen = open_window(80, language)
    line = doubtful(language).text
    screen.type(line, "Enter")
    shown = screen.until(say("drill.type-small_talk"))
    assert all(say(f"drill.type-{kind}") in shown for kind in LABELS)
    screen.type(say("drill.type-commitment"))
    while say("drill.type-small_talk") in screen.shown():
        pass
    screen.type("Enter")
    screen.until({"en": " of 15:00", "zh": "／共15:00"}[language])
    kept = [json.loads(line) for line in (root / JOURNAL).read_text("utf-8").splitlines()]
    assert all(isinstance(one.pop("wall"), int) for one in kept if "line" in one)
    assert kept[-2:] == [{"line": line}, {"act": "meant", "as": "commitment"}]


def test_a_line_is_kept_before_it_is_asked_what_it_was_meant_to_be(root: Path) -> None:
    person = person_or_skip(root, [*PLAY, "--lang", "en"])
    person.answer(doubtful("en").text)
    person.press("stop")
    assert person.over and person.code == 130
    assert "lines so far: 1" in person_or_skip(root, [*PLAY, "--lang", "en"]).screen


def test_the_likelier_two_come_first(open_window: Open) -> None:
    screen, heard, say = open_window(40, "en"), doubtful("en"), speaker("en")
    screen.type(heard.text, "Enter")
    shown = screen.until(say("drill.choose")).partition(say("drill.choose"))[2]
    order = dict.fromkeys([heard.type, heard.other, *LABELS])
    places = [shown.index(f" {say(f'drill.type-{kind}')}\n") for kind in order]
    assert places == sorted(places), shown
    screen.type("?")
    screen.until("why: the line could be two things")


SPOILT = {
    "en": "We are the best printer in the country and our new press has eight colours.\n"
    "With us you will save 5 million next year.\n",
    "zh": "我们是全国最好的印刷厂，我们的新设备能印八种颜色。\n用我们的，明年能省500万。\n",
}
CRITICAL = {
    "en": ["A pitch in the first third of the talk", "A number that nobody gave"],
    "zh": ["前三分之一时间里就推销", "编造的数字"],
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_critical_has_a_line_with_the_words_that_set_it_off(root: Path, language: str) -> None:
    (root / "lines.txt").write_text(SPOILT[language], "utf-8")
    out = here(root, [*PLAY, "--lines", "lines.txt", "--lang", language]).out
    said = SPOILT[language].splitlines()
    mark = {"en": "- ✗ critical: ", "zh": "- ✗ 一票否决："}[language]
    for title, words in zip(CRITICAL[language], said, strict=True):
        line = next(line for line in out.splitlines() if line.startswith(mark + title))
        assert f"] “{words}”" in line and line.count(title) == 1


def test_a_chinese_sheet_has_full_width_marks(root: Path) -> None:
    (root / "lines.txt").write_text(SPOILT["zh"], "utf-8")
    out = here(root, [*PLAY, "--lines", "lines.txt", "--lang", "zh"]).out
    assert not re.findall(r"[\u4e00-\u9fff”*]+(?:\*\*)?(?:[,;:!?] ?| ?\()", out)


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=LONG)])
def test_a_sheet_on_a_narrow_screen_breaks_no_word(open_window: Open, language: str) -> None:
    screen = open_window(40, language)
    screen.type("/end", "Enter")
    screen.resize(40, 200)
    shown = screen.until({"en": "The score sheet", "zh": "评分表存"}[language])
    lines = shown.split("\n")
    assert all(width(line) <= 40 for line in lines)
    once = {"en": ("of 15:00", "Business process"), "zh": ("／15:00",)}[language]
    assert all(words in shown.replace("\n  ", " ").replace("\n", " ") for words in once), shown
    assert "| ---" not in shown
