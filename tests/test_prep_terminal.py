"""A preparation in a real terminal: every key, both languages, being stopped and going on."""

import json
import time
from pathlib import Path

import pytest
from journeys.tool import DEAL, PLAN, Person, copy_team, here, leftovers, person_or_skip

pytest.importorskip("pexpect", reason="pexpect is not installed")

JOURNAL = ".salescoach/journal/harbour.jsonl"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_team("desk", tmp_path / "team")


def to_the_end(person: Person, answers: dict[str, str], most: int = 60) -> list[str]:
    """Answer every question: as `answers` has it by a part of the question, else Enter, else skip.

    Lists take their first row. Returns the questions asked.
    """
    asked: list[str] = []
    while not person.over:
        question = person.question
        assert question and len(asked) < most, (question, person.screen)
        again = asked and asked[-1] == question
        asked.append(question)
        found = next((keys for part, keys in answers.items() if part in question), None)
        if again:
            person.press("skip")
        elif found is not None and not person.on_list:
            person.answer(found)
        else:
            person.press("enter")
    return asked


def without(lines: list[str], added: list[str]) -> list[str]:
    """`lines` less those that were added, which must stand there in their order."""
    left = list(lines)
    for line in added:
        left.remove(line)
    return left


EN = {
    "begins with": "We need one colour, whoever runs it.",
    "cost them a year": "120k", "the act, exactly": "Yes, correct.", "Where?": "their press room",
    "time of day": "14:00", "different when you leave": "they name a number: today",
    "give you the time": "she asked: how do others do it? #1", "done before?": "samples | rolls",
}  # fmt: skip
ZH = {
    "哪句原话": "我们需要颜色一致。", "一年要花多少": "12万", "在哪里": "对方车间",
    "有什么不一样": "对方说出数字：今天", "愿意见你": "她问过别家怎么做 #1", "出发前": "带样品 | 纸卷",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "answers"), [pytest.param("en", EN, marks=pytest.mark.long), ("zh", ZH)]
)
def test_a_hand_commented_deal_keeps_every_line(root: Path, language: str, answers: dict[str, str]) -> None:
    before = (root / DEAL).read_bytes().split(b"\n")
    person = person_or_skip(root, ["prep", "harbour", "--lang", language])
    asked = to_the_end(person, answers)
    assert person.code == 0 and len(asked) >= 8, (person.screen, asked)
    after = (root / DEAL).read_bytes().split(b"\n")
    value = b"    cost: 120000        # asked twice, no answer"
    before[before.index(b"    cost:        # asked twice, no answer")] = value  # the one line that was filled
    kept = iter(after)
    assert all(line in kept for line in before), set(before) - set(after)
    assert len(after) > len(before) + 10
    for text in (answers.get("different when you leave") or answers["有什么不一样"], "120000"):
        assert text in (root / DEAL).read_text(encoding="utf-8")
    assert here(root, ["plan", "harbour"]).err.count("\n") == 1, "the written deal has faults"
    assert (root / PLAN).is_file() and leftovers(root) == []
    assert not (root / JOURNAL).exists()


def test_back_offers_what_was_answered_and_a_change_clears_what_hung_on_it(root: Path) -> None:
    before = (root / DEAL).read_bytes()
    person = person_or_skip(root, ["prep", "harbour"])
    first = person.question
    assert "we need" in first
    person.answer("We need one colour.")
    for part in ("reach us", "Who of theirs", "When was that"):
        assert part in person.question
        person.press("enter")
    for part in ("When was that", "Who of theirs", "reach us"):
        person.press("back")
        assert part in person.question and "(back)" in person.screen
    person.press("back")
    assert person.question.startswith(first) and "We need one colour." in person.screen
    person.press("enter")
    assert "reach us" not in person.question, "nothing was changed: what was answered behind it stays"
    for _ in range(4):
        person.press("back")
    person.press("unknown")
    assert "Cleared, because it depended on that: " in person.screen
    person.press("leave")
    assert person.over and person.code == 0
    assert (root / DEAL).read_bytes() == before, "no proof is left of what was taken back"


@pytest.mark.parametrize("grade", ["skip", pytest.param("none", marks=pytest.mark.long)])
def test_a_proof_that_is_taken_back_leaves_nothing(root: Path, grade: str) -> None:
    before = (root / DEAL).read_bytes()
    person = person_or_skip(root, ["prep", "harbour"])
    while "recap" not in person.question:
        person.press("skip")
    for _ in range(3):
        person.press("enter")
    assert "words" in person.question and "Ctrl-U" not in person.screen
    for _ in range(3):
        person.press("back")
    person.press(*(["up", "enter"] if grade == "none" else ["skip"]))
    person.press("leave")
    assert (root / DEAL).read_bytes() == before


def test_skip_leaves_a_gap_unknown_is_written_and_help_says_why(root: Path) -> None:
    person = person_or_skip(root, ["prep", "harbour"])
    asked = []
    while "cost them" not in person.question:
        asked.append(person.question)
        person.press("skip")
        assert person.question not in asked
    person.press("help")
    assert "amounts: 480000" in person.screen and "Ctrl-C stops" in person.screen
    person.press("unknown")
    person.press("plan")
    assert person.over and person.code == 0
    deal = (root / DEAL).read_text()
    assert "    cost: unknown        # asked twice, no answer\n" in deal
    assert "need" not in deal.replace("need:", "").partition("evidence:")[0].partition("pains:")[2]
    assert (root / PLAN).is_file()
    assert "Call plan: " in person.screen


def test_what_is_no_amount_is_asked_again_with_what_was_typed(root: Path) -> None:
    person = person_or_skip(root, ["prep", "harbour"])
    while "cost them" not in person.question:
        person.press("skip")
    person.answer("1,20")
    assert "'1,20' cannot be read as an amount" in person.screen and "1,20" in person.question
    person.press("\x7f" * 4 + "120k", "enter")
    person.press("leave")
    assert "cost: 120000 " in (root / DEAL).read_text()


def test_ctrl_s_saves_without_a_plan(root: Path) -> None:
    person = person_or_skip(root, ["prep", "harbour"])
    while "cost them" not in person.question:
        person.press("skip")
    person.answer("120k")
    person.press("leave")
    assert person.over and person.code == 0
    assert "cost: 120000" in (root / DEAL).read_text() and not (root / PLAN).exists()
    assert "Call plan" not in person.screen


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("stop", 130),
        ("KILL", 137),
        *(pytest.param(*o, marks=pytest.mark.long) for o in (("TERM", 143), ("HUP", 129))),
    ],
    ids=str,
)
def test_stopped_in_the_middle_nothing_is_lost_and_it_goes_on(root: Path, how: str, code: int) -> None:
    import signal

    deal = (root / DEAL).read_bytes()
    person = person_or_skip(root, ["prep", "harbour"])
    person.answer("We need one colour.")
    for _ in range(3):
        person.press("enter")
    stopped_at = person.question
    assert not person.on_list
    person.child.send("half an ans")
    if how == "stop":
        person.press("stop")
    else:
        time.sleep(0.2)
        person.child.kill(getattr(signal, f"SIG{how}"))
        person.wait()
    assert person.over and person.code == code
    assert (root / DEAL).read_bytes() == deal, "the deal is left alone"
    if how != "KILL":
        assert "Your answers are kept. Go on with: salescoach prep harbour" in person.screen
    assert "Answers of a preparation are waiting (4)" in here(root, ["plan", "harbour"]).err

    person = person_or_skip(root, ["prep", "harbour"])
    assert "Answers kept on 2026-11-21: 4. Going on from there." in person.screen
    assert person.question == stopped_at, "it goes on with the question it was stopped at"
    person.press("plan")
    assert person.code == 0
    text = (root / DEAL).read_text()
    assert "We need one colour." in text and "half an ans" not in text
    assert text.count("pains/shades/need") == 1
    assert "waiting" not in here(root, ["plan", "harbour"]).err


def test_two_preparations_at_once(root: Path) -> None:
    first = person_or_skip(root, ["prep", "harbour"])
    pid = first.child.pid
    second = person_or_skip(root, ["prep", "harbour"])
    assert second.over and second.code == 2
    assert f"'harbour' is being prepared by another salescoach (process {pid})" in second.screen
    first.kill()  # a dead one holds nothing
    third = person_or_skip(root, ["prep", "harbour"])
    assert not third.over
    third.press("stop")


def edited(root: Path, old: str, new: str) -> None:
    """Somebody's editor saves the deal."""
    text = (root / DEAL).read_text(encoding="utf-8")
    assert old in text
    (root / DEAL).write_text(text.replace(old, new), encoding="utf-8")


def test_an_editor_that_saves_other_lines_meanwhile_is_merged(root: Path) -> None:
    person = person_or_skip(root, ["prep", "harbour"])
    person.answer("We need one colour.")
    person.press("enter")
    person.press("enter")
    person.press("enter")
    edited(root, "  name: Gao Ming", "  name: Gao Ming    # met him today\n  title: director")
    edited(root, "minutes: 45", "minutes: 55")
    edited(root, "stage_history: []", "stage_history: []   # none")
    card = (
        "  - {for: people/gao/title, grade: customer_quote, person: gao, date: 2026-11-20, words: my card}\n"
    )
    edited(root, "evidence:\n", "evidence:\n" + card)
    person.press("plan")
    assert person.code == 0, person.screen
    text = (root / DEAL).read_text()
    for part in (
        "# met him today\n  title: director",
        "stage_history: []   # none",
        "my card",
        "We need one colour.",
    ):
        assert part in text, part
    assert "55 minutes" in (root / PLAN).read_text(), "the plan knows what the editor wrote"


def test_an_editor_that_saves_the_same_line_meanwhile_wins_and_ours_is_kept(root: Path) -> None:
    person = person_or_skip(root, ["prep", "harbour"])
    while "cost them" not in person.question:
        person.press("skip")
    person.answer("120k")
    edited(root, "    cost:        #", "    cost: 99000        #")
    theirs = (root / DEAL).read_bytes()
    person.press("leave")
    assert person.over and person.code == 2
    assert "was changed by somebody else in the same places" in person.screen
    assert (root / DEAL).read_bytes() == theirs
    kept = root / ".salescoach" / "conflicts" / "harbour.yaml"
    assert b"cost: 120000" in kept.read_bytes()
    assert "waiting" in here(root, ["plan", "harbour"]).err, "the answers wait"


def test_a_deal_that_vanishes_meanwhile_is_not_made_again(root: Path) -> None:
    person = person_or_skip(root, ["prep", "harbour"])
    for keys in (("We need one colour.", "enter"), ("enter",), ("enter",), ("enter",)):
        person.press(*keys)
    (root / DEAL).unlink()
    person.press("leave")
    assert person.code == 2 and not (root / DEAL).exists()


def test_new_on_a_terminal(root: Path) -> None:
    person = person_or_skip(root, ["new", "quay", "--playbook", "desk"])
    assert "Who is the customer?" in person.question and "Ctrl-P" not in person.screen
    person.answer("Quay Print")
    person.answer("")
    person.press("down", "enter")
    person.answer("Lin Qing")
    assert person.over and person.code == 0
    text = (root / "deals/quay/deal.yaml").read_text()
    assert 'customer: "Quay Print"' in text and "industry: telecom" in text and "title" not in text


@pytest.mark.parametrize("key", ["leave", pytest.param("stop", marks=pytest.mark.long)])
def test_new_that_is_left_writes_nothing(root: Path, key: str) -> None:
    person = person_or_skip(root, ["new", "quay", "--playbook", "desk"])
    person.press(key)
    assert person.over and person.code == (0 if key == "leave" else 130)
    assert not (root / "deals/quay").exists()


def test_the_demo_on_a_terminal_is_at_most_25_questions(tmp_path: Path) -> None:
    person = person_or_skip(tmp_path, ["demo", "--dir", "d", "--lang", "zh"])
    asked = to_the_end(person, {}, most=25)
    assert person.code == 0 and 8 <= len(asked) <= 25
    assert "完整计划：" in person.screen


def test_dry_run_on_a_terminal_shows_the_diff_and_keeps_the_answers(root: Path) -> None:
    deal = (root / DEAL).read_bytes()
    person = person_or_skip(root, ["prep", "harbour", "--dry-run"])
    person.answer("We need one colour.")
    person.press("enter")
    person.press("enter")
    person.press("plan")
    assert person.code == 0 and "+    words: We need one colour." in person.screen
    assert "are waiting (3)" in person.screen
    assert (root / DEAL).read_bytes() == deal and not (root / PLAN).exists()


def test_every_answer_is_on_the_disk_before_the_next_question(root: Path) -> None:
    person = person_or_skip(root, ["prep", "harbour"])
    for text in ("We need one colour.", "", ""):
        person.answer(text)
        lines = (root / JOURNAL).read_text().splitlines()
        assert all(json.loads(line) for line in lines)
    assert len(lines) == 4
    person.kill()
