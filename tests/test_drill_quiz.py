"""`drill quiz` and `drill exam` as a rep and a class meet them: at a terminal, by files, killed, by a wrong clock."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from journeys.tool import Ran, here, person_or_skip

from salescoach.call import Call
from salescoach.drill.exam import Rules, paper
from salescoach.messages import speaker
from salescoach.quizzing import ended, keep_answer, open_exam, open_material

LOG = ".salescoach/drill/reviews.jsonl"
EXAM = ".salescoach/drill/exam.jsonl"
HISTORY = ".salescoach/drill/history.jsonl"
DAY = ["--today", "2026-11-21"]
RIGHT = re.compile(r"✓|✗")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "deals").mkdir()
    return tmp_path


def quiz(root: Path, answers: str, *more: str, today: str = "2026-11-21", language: str = "en") -> Ran:
    (root / "answers.txt").write_text(answers, encoding="utf-8")
    words = ["drill", "quiz", "--answers", "answers.txt", "--lang", language, "--today", today]
    return here(root, [*words, *more])


def exam(root: Path, answers: str, *more: str) -> Ran:
    (root / "answers.txt").write_text(answers, encoding="utf-8")
    return here(root, ["drill", "exam", "--answers", "answers.txt", "--lang", "en", *DAY, *more])


def key(root: Path, *more: str) -> list[str]:
    """The right answers of an exam, from the key that a trainer prints."""
    ran = here(root, ["drill", "exam", "--paper", "-", "--lang", "en", *DAY, *more])
    line = next(x for x in ran.out.splitlines() if x.startswith("1 **"))
    return [re.sub(r"\\| (years|points|%)", "", mark) for mark in re.findall(r"\*\*(.*?)\*\*", line)]


def log(root: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (root / LOG).read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_a_rep_answers_cards_at_a_terminal(language: str, root: Path) -> None:
    words = ["drill", "quiz", "--count", "3", "--kind", "types", "--lang", language, *DAY]
    person = person_or_skip(root, words)
    assert "A. " in person.screen and "D. " in person.screen
    person.answer("x")
    assert {"en": "A-D", "zh": "A-D中的一个字母"}[language] in person.screen
    person.answer("a")
    assert RIGHT.search(person.screen)
    assert {"en": "In the playbook:", "zh": "出处："}[language] in person.screen
    person.answer("b")
    person.press("leave")
    assert person.over and person.code == 0
    kept = log(root)
    assert len(kept) == 2 and all(one["day"] == "2026-11-21" and one["seconds"] for one in kept)
    assert {one["rating"] == 1 for one in kept if not one["right"]} <= {True}
    person = person_or_skip(root, words)
    person.answer("c")
    person.kill()
    assert len({one["card"] for one in log(root)}) == 3, "what was answered does not come again the same day"


@pytest.mark.long
def test_kill_9_loses_no_answer(root: Path) -> None:
    person = person_or_skip(root, ["drill", "quiz", "--lang", "en", *DAY])
    person.answer("a")
    person.answer("b")
    person.kill()
    assert 1 <= len(log(root)) <= 2
    ran = here(root, ["drill", "quiz", "--stats", "--json", *DAY])
    assert json.loads(ran.out)["all"]["new"] == json.loads(ran.out)["all"]["cards"] - len(log(root))


def test_a_narrow_terminal_breaks_at_words(root: Path) -> None:
    person = person_or_skip(root, ["drill", "quiz", "--kind", "traps", "--lang", "en", *DAY], columns=40)
    assert all(len(line) <= 40 for line in person.screen.split("\n"))
    person.kill()


def test_answers_from_a_file_are_kept_and_come_again_when_they_are_due(root: Path) -> None:
    first = quiz(root, "1\n" * 10)
    assert first.code == 0 and re.search(r"\d+ of 10 right", first.out)
    assert "Nothing is due today" in quiz(root, "a\n", "--due").err
    wrong = [one["card"] for one in log(root) if not one["right"]]
    tomorrow = quiz(root, "1\n" * 99, "--due", "--count", "99", today="2026-11-22")
    assert tomorrow.code == 0
    assert {one["card"] for one in log(root)[10:]} >= set(wrong)
    assert "2026-11-22" in (root / LOG).read_text()


def test_the_same_day_log_and_answers_give_the_same_bytes(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "deals").mkdir()
    runs = [quiz(folder, "a\nb\nc\n1\n2\n") for folder in (root, other)]
    assert runs[0] == runs[1]
    assert (root / LOG).read_bytes() == (other / LOG).read_bytes()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(line, marks=pytest.mark.long) if at % 2 else line
        for at, line in enumerate(
            ["", "😀", "a" * 100_000, "\x1b[2J", "\u202eab", "[x](javascript:1)", "是的", "\0"]
        )
    ],
)
def test_a_line_that_is_no_answer_is_said_and_harms_nothing(line: str, root: Path) -> None:
    ran = quiz(root, f"{line}\na\n", "--kind", "types", "--count", "2")
    assert ran.code == 0 and "Line 1 is no answer" in ran.err
    assert "\x1b" not in ran.err and "\u202e" not in ran.err
    assert len(log(root)) == 1
    assert quiz(root, "", "--count", "2").code == 0


def test_a_clock_set_back_is_said_and_no_card_is_lost(root: Path) -> None:
    quiz(root, "1\n" * 5, "--count", "5")
    before = {one["card"] for one in log(root)}
    back = quiz(root, "1\n" * 5, "--count", "5", "--due", today="2001-01-01")
    assert "2026-11-21" in back.err and "Is the clock right?" in back.err
    assert {one["card"] for one in log(root)[5:]} == before, "they are asked rather than lost"
    ahead = here(root, ["drill", "quiz", "--stats", "--json", "--today", "2027-11-21"])
    assert json.loads(ahead.out)["all"]["due"] == 5


@pytest.mark.parametrize(
    "damage",
    [b'{"journal":99}\n', b"\0" * 100, b"{\n", b'{"journal":1}\n{"format":7,"card":"types/TI-I1"}\n'],
)
def test_a_damaged_or_newer_log_is_put_aside_and_training_goes_on(damage: bytes, root: Path) -> None:
    quiz(root, "a\n" * 3, "--count", "3")
    (root / LOG).write_bytes(damage)
    ran = quiz(root, "a\n" * 3, "--count", "3")
    assert ran.code == 0 and "is now in" in ran.err
    assert len(log(root)) == 3
    assert any(
        p.read_bytes() == damage for p in (root / LOG).parent.glob("reviews*") if p.name != "reviews.jsonl"
    )
    whole = (root / LOG).read_bytes()
    (root / LOG).write_bytes(whole.replace(b'"rating":', b'"rating":"x","was":', 1))
    assert quiz(root, "a\n").code == 0, "a record that says nothing is left out"


def test_unknown_kinds_and_no_terminal_are_said(root: Path) -> None:
    ran = here(root, ["drill", "quiz", "--kind", "trap", "--lang", "en"])
    assert ran.code == 2 and "traps" in ran.err
    for command, flag in (("quiz", "--answers"), ("exam", "--paper")):
        ran = here(root, ["drill", command, "--lang", "en"])
        assert ran.code == 2 and flag in ran.err
    assert here(root, ["drill", "quiz", "--answers", "nowhere.txt", "--lang", "en"]).code == 2


def test_stats_by_kind(root: Path) -> None:
    quiz(root, "a\n" * 4, "--kind", "traps", "--count", "4")
    told = here(root, ["drill", "quiz", "--stats", "--lang", "zh", *DAY])
    assert told.code == 0 and "常见误区：共42张，新38" in told.out
    listed = json.loads(here(root, ["drill", "quiz", "--stats", "--json", *DAY]).out)
    assert listed["schema_version"] == 1
    traps = next(one for one in listed["kinds"] if one["kind"] == "traps")
    assert traps["new"] == traps["cards"] - 4 and listed["all"]["cards"] >= 250


# --- the exam ----------------------------------------------------------------------------------------


def test_the_class_has_the_same_paper_in_both_languages(root: Path) -> None:
    words = ["drill", "exam", "--seed", "7", "--paper", "-", *DAY, "--lang"]
    papers = {lang: here(root, [*words, lang]).out for lang in ("en", "zh")}
    assert papers["en"] == here(root, [*words, "en"]).out
    marks = {lang: re.findall(r"\*\*([A-E])\*\*", text) for lang, text in papers.items()}
    assert marks["en"] == marks["zh"] and len(marks["en"]) >= 15
    assert (
        here(root, ["drill", "exam", "--seed", "8", "--paper", "-", *DAY, "--lang", "en"]).out != papers["en"]
    )
    places = {lang: re.findall(r"[(（]([a-z_]+[./][\w./=-]+)[)）]", text) for lang, text in papers.items()}
    assert places["en"] == places["zh"], "every kind in turn, the same cards"


def test_the_paper_and_its_key_are_two_files(root: Path) -> None:
    ran = here(root, ["drill", "exam", "--seed", "7", "--paper", "exam.md", "--lang", "zh", *DAY])
    assert ran.code == 0 and "exam.key.md" in ran.err
    paper, answers = (
        (root / "exam.md").read_text(encoding="utf-8"),
        (root / "exam.key.md").read_text(encoding="utf-8"),
    )
    assert "正确答案" not in paper and "出处" not in paper and answers.count("正确答案") == 20
    assert paper.count("\n- A. ") + paper.count("答案：____") == 20


def test_an_exam_on_paper_is_marked(root: Path) -> None:
    right = key(root, "--seed", "7")
    assert len(right) == 20
    ran = exam(root, "\n".join(right), "--seed", "7", "--name", "=Lin <b>|x")
    assert ran.code == 0, ran.out
    assert "20 of 20 right, 100 %" in ran.out and "<b>" not in ran.out
    kept = json.loads((root / HISTORY).read_text(encoding="utf-8").splitlines()[-1])
    assert (kept["kind"], kept["total"], kept["passed"], kept["seed"]) == ("exam", 100, True, 7)
    below = exam(root, "\n".join(["", *right[1:15]]), "--seed", "7")
    assert below.code == 1 and "14 of 20 right, 70 %" in below.out and "Your answer: none" in below.out
    assert exam(root, "\n".join(right[:14]), "--seed", "7", "--pass", "70").code == 0
    told = here(root, ["drill", "history", "--lang", "en"])
    assert "traps" in told.out and "exam/" not in told.out
    assert exam(root, "😀\n" * 3 + "a" * 100_000 + "\n", "--seed", "7").code == 1


@pytest.mark.long
def test_an_exam_at_a_terminal_is_paused_gone_back_in_and_handed_in(root: Path) -> None:
    right = key(root, "--seed", "7", "--count", "4")
    words = ["drill", "exam", "--seed", "7", "--count", "4", "--name", "林青", "--lang", "en", *DAY]
    person = person_or_skip(root, words)
    assert "4 questions, 15 minutes, 80 %" in person.screen
    person.answer(right[0])
    assert not RIGHT.search(person.screen), "nothing is told before the end"
    person.answer("a")
    person.press("back")
    assert "your answer so far: A" in person.screen
    person.answer(right[1])
    person.press("leave")
    assert person.code == 0 and "Go on with" in person.screen
    person = person_or_skip(root, ["drill", "exam", "--seed", "99", "--lang", "en", *DAY])
    assert "seed 7: 2 of 4 answered" in person.screen, "what it was begun with holds"
    person.answer(right[2])
    person.press("skip")
    assert "Without an answer: 4" in person.screen
    person.press("down", "enter")
    assert "Question 4 of 4" in person.screen
    person.answer(right[3])
    assert "Without an answer: none" in person.screen
    person.press("enter")
    assert person.over and person.code == 0 and "4 of 4 right, 100 %" in person.screen
    assert "Interrupted: 1" in person.screen and "林青" in person.screen
    kept = json.loads((root / HISTORY).read_text(encoding="utf-8").splitlines()[-1])
    assert kept["name"] == "林青" and kept["breaks"] == 1 and kept["wall"] < 60
    assert not (root / EXAM).exists(), "there is no way back"


def test_kill_9_in_an_exam_loses_no_answer(root: Path) -> None:
    right = key(root, "--seed", "7", "--count", "3")
    words = ["drill", "exam", "--seed", "7", "--count", "3", "--lang", "zh", *DAY]
    person = person_or_skip(root, words)
    person.answer(right[0])
    person.answer(right[1])
    person.kill()
    person = person_or_skip(root, words)
    assert "已答2/3题" in person.screen
    person.press("skip")
    person.press("enter")
    assert person.code == 1 and "答对2/3题，66%" in person.screen


@pytest.mark.long
def test_the_time_runs_on_and_ends_the_exam(root: Path) -> None:
    words = ["drill", "exam", "--seed", "7", "--count", "3", "--minutes", "1", "--lang", "en", *DAY]
    person = person_or_skip(root, words)
    person.press("leave")
    path = root / EXAM
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'"started":(\d{9,})\.\d+', lambda m: f'"started":{int(m[1]) - 61}', text))
    person = person_or_skip(root, words)
    assert person.over and person.code == 1
    assert "The time is up" in person.screen and "used 1:00" in person.screen


@pytest.mark.parametrize(
    "damaged", [b'{"journal":9}\n', b"junk\n", b'{"journal":1,"started":"2026-11-21"}\n{"act":"begin"}\n'],
    ids=["newer", "junk", "beginning"],
)  # fmt: skip
def test_an_exam_that_cannot_be_read_is_put_aside(damaged: bytes, root: Path) -> None:
    path = root / EXAM
    path.parent.mkdir(parents=True)
    path.write_bytes(damaged)
    call = Call("en", speaker("en"), date(2026, 11, 21), str(root), None, False, {})
    of = open_material(call, "value-competition", 7)
    rules = Rules(7, 2)
    held = open_exam(call, lambda: (rules, paper(of, rules), "en"), 1000.0)
    assert not held.resumed and held.aside is not None and held.aside.read_bytes() == damaged
    held = keep_answer(held, 1, 2, 1030.0)
    again = open_exam(call, lambda: (rules, (), "en"), 990.0)
    assert again.resumed and again.exam.answers == {1: 2} and again.exam.questions == held.exam.questions
    assert ended(again, 985.0).seconds == 30, "a clock set back gives no time back"
    assert ended(again, 9000.0).seconds == 15 * 60
