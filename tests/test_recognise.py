"""What kind of line a rep typed: clear cases of every type in both languages, the traps, odd input, corrections."""

import os
import subprocess
import sys
import time

import pytest
from conftest import ROOT

from salescoach.drill.folding import key
from salescoach.drill.heard import TYPES, Correction
from salescoach.drill.recognise import recognise

WEIGHTS = ROOT / "salescoach" / "drill" / "weights"
TRAINING = ROOT / "benchmarks" / "recogniser" / "train.py"

LINES = (
    ("S", "How many people work in the press room?"),
    ("S", "Who signs off on purchases over twenty thousand?"),
    ("S", "which erp do you use at the moment"),
    ("S", "你们现在有几条产线？"),
    ("S", "采购这块谁负责审批"),
    ("S", "目前用的是哪家的ERP系统？"),
    ("P", "How happy are you with the response times?"),
    ("P", "Is it hard to find trained operators?"),
    ("P", "what usually goes wrong at month end"),
    ("P", "您对现在的供应商满意吗？"),
    ("P", "换线的时候有没有遇到什么困难？"),
    ("P", "这套系统用起来顺不顺手"),
    ("I", "What effect does that have on your delivery dates?"),
    ("I", "What does a day of rework cost you?"),
    ("I", "and if it keeps happening, what happens to the contract"),
    ("I", "这个问题对交期有什么影响？"),
    ("I", "再这样拖下去会造成多大损失"),
    ("I", "客户投诉以后，会不会影响明年的订单？"),
    ("N", "How would it help you if changeovers took ten minutes?"),
    ("N", "Why is it important to you to solve this?"),
    ("N", "what would it be worth to get those hours back"),
    ("N", "如果交期能缩短一半，对你们有什么好处？"),
    ("N", "省下来的时间您打算用来做什么"),
    ("N", "解决这个问题对您来说重要吗？"),
    ("summary", "So if I have understood you right, the delays cost two customers and the team works Saturdays."),
    ("summary", "我总结一下，您最担心的是交期和质量，对吗？"),
    ("feature", "Our platform is certified and guarantees 99.9 percent uptime."),
    ("feature", "我们的设备采用最新技术，比同行省电三成。"),
    ("commitment", "Could you send us the scrap data by Thursday?"),
    ("commitment", "能不能请您周四前把数据发给我？"),
    ("small_talk", "Good morning, thank you for having me, what lovely weather."),
    ("small_talk", "您好，好久不见，今天天气真好！"),
    ("other", "I see, understood."),
    ("other", "好的，我明白了。"),
)  # fmt: skip

TRAPS = (
    ("I", "How many complaints did that cause last quarter?"),
    ("S", "How many lines do you run?"),
    ("P", "Are you satisfied with delivery times?"),
    ("N", "If delivery were reliable, what would you do with the buffer stock?"),
    ("I", "If it slips again, what happens to the launch?"),
    ("feature", "Wouldn't a cloud system be better?"),
    ("I", "上个季度因为这个收到多少投诉？"),
    ("S", "你们一共开几条线？"),
    ("P", "您对交货时间满意吗？"),
    ("N", "如果交货可靠了，这些安全库存您打算怎么用？"),
    ("I", "如果再延期一次，上市会怎么样？"),
    ("feature", "上云不是更好吗？"),
    ("P", "How is your current equipment working for you?"),
    ("I", "What effect does this problem have on your output?"),
    ("feature", "If I could show you a way to save money, would you be interested?"),
    ("feature", "Would you like a faster machine?"),
)
"""METHOD.md §3.3 in both languages, and the other hard cases."""

SEVERAL = (
    ("I", "I see. And what does that cost you?"),
    ("S", "Thanks, that helps. How many people work in quality control?"),
    ("I", "So you sort by hand and it takes a shift a day. What does that mean for the launch?"),
    ("I", "嗯，明白了。那这个问题对你们的交期有什么影响？"),
    ("summary", "So the waste bothers you less than the delays. Is that right?"),
    ("summary", "我理解的是，主要是换线太慢，质量倒还好。对吗？"),
    ("feature", "Our machine is twice as fast as any other and comes with a five-year warranty. Interested?"),
)
"""Lines of several sentences."""

WEIRD = {
    "long": "how many " * 11_000,
    "one-word": "a" * 100_000,
    "marks": "?!" * 50_000,
    "chinese": "如果影响" * 9_000,
    "empty": "",
    "spaces": " \t\n ",
    "emoji": "😀🎉👩‍👩‍👧",
    "right-to-left": "مرحبا كيف حالك \u202eabc",
    "terminal": "\x1b[2J\x1b[31mhow many\x07 lines?",
    "surrogate": "what \ud800 happens",
    "hindi": "आप कैसे हैं",
    "insult": "you idiot, 滚蛋",
}


@pytest.mark.parametrize(("wanted", "line"), [*LINES, *TRAPS, *SEVERAL])
def test_a_line_is_heard_as_what_it_is(wanted: str, line: str) -> None:
    heard = recognise(line)
    assert heard.type == wanted, heard
    assert heard.clear or heard.other
    assert all(part in line for part in heard.words)
    assert 1 <= len(heard.words) <= 5


@pytest.mark.parametrize("dots", ["...", "…", "……", " . . . ", "。。。"])
def test_dots_are_silence(dots: str) -> None:
    assert recognise(dots).type == "silence"


@pytest.mark.parametrize("text", WEIRD.values(), ids=WEIRD)
def test_odd_input_is_heard_in_no_time(text: str) -> None:
    recognise("how"), recognise("怎么")
    begun = time.process_time()
    heard = recognise(text)
    assert time.process_time() - begun < 0.05
    assert heard.type in TYPES
    assert heard.type != "silence"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("ERP的deadline延期了，KPI怎么算", "zh"),
        ("What does 华海 think of the schedule?", "en"),
        ("我们的PO和invoice对不上", "zh"),
    ],
)
def test_the_language_is_that_of_most_of_the_meaning(line: str, language: str) -> None:
    assert recognise(line).language == language


@pytest.mark.parametrize(
    ("line", "is_open"),
    [
        ("Are you satisfied with it?", False),
        ("So do you know who decides?", False),
        ("How does that affect you?", True),
        ("Could you tell me how it works?", True),
        ("您满意吗？", False),
        ("影响有多大？", True),
    ],
)
def test_open_questions_ask_for_more_than_yes_or_no(line: str, is_open: bool) -> None:
    assert recognise(line).is_open is is_open


def test_a_correction_overrides_the_same_line_however_it_is_typed() -> None:
    corrections = {key("How many lines do you run?"): Correction("I"), key("您好！"): Correction("other")}
    for line in (
        "how many lines do you run",
        "How many  lines do you run?!",
        "ＨＯＷ many lines do you run？",
    ):
        heard = recognise(line, corrections)
        assert (heard.type, heard.clear, heard.sure, heard.corrected) == ("I", True, 1.0, True)
    assert recognise("您好", corrections).type == "other"
    assert recognise("How many lines do you run now?", corrections).type == "S"


def test_the_same_line_is_heard_alike_in_every_process() -> None:
    lines = [line for _, line in LINES]
    code = f"from salescoach.drill.recognise import recognise\nfor line in {lines!r}: print(recognise(line))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "77")
    }
    assert len(said) == 1


def test_the_weights_are_small() -> None:
    assert {path.name for path in WEIGHTS.iterdir()} == {"en.json", "zh.json"}
    assert all(path.stat().st_size <= 300_000 for path in WEIGHTS.iterdir())


@pytest.mark.long
def test_the_weights_are_what_the_script_learns() -> None:
    before = {path.name: path.read_bytes() for path in WEIGHTS.iterdir()}
    try:
        subprocess.run([sys.executable, str(TRAINING)], check=True)
        assert {path.name: path.read_bytes() for path in WEIGHTS.iterdir()} == before
    finally:
        for name, content in before.items():
            (WEIGHTS / name).write_bytes(content)
