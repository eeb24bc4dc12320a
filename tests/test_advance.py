"""`advance`: a deal moves when its exit is earned or waived, goes back with a reason, and is else left alone."""

import re
import sys
from pathlib import Path

import pytest
from conftest import read_yaml
from goldens import EDITS, FOLDERS, changed, golden, rewound
from journeys.tool import Ran, here, person_or_skip

from salescoach.yamlfile.read import read

EARNED = [folder for folder in FOLDERS if folder.name != "step8_collect"]
NEED = next(f for f in FOLDERS if f.name == "step2_need")
DAY = "2026-12-11"
SETTINGS = "format: 1\napprovers: [ruth, ada]\nlongest_waiver: 60\n"
BOTH = ["--waive", "approved", "--waive", "step3_value/decider-met"]
RUTH = ["--by", "ruth", "--until", "2027-01-20", "--reason", "Colm Hardy is away: his deputy signs"]

a_stage = pytest.mark.parametrize("folder", EARNED, ids=lambda f: f.name)


def team(root: Path, text: str, settings: str = SETTINGS) -> Path:
    """A team's repo with one deal `d`; the path of its file."""
    path = root / "deals/d/deal.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode())
    (root / "salescoach.yaml").write_text(settings, encoding="utf-8")
    return path


def advance(root: Path, *options: str, day: str = DAY) -> Ran:
    return here(root, ["advance", "d", *options, "--today", day, "--no-input"])


def without_history(text: str) -> str:
    """A deal's text with nothing of stages and waivers in it."""
    return re.sub(r"(?ms)^stage: \S+$|^(stage_history|waivers):.*?(?=^\S|\Z)", "", text)


# --- forward ---------------------------------------------------------------------------------------


@a_stage
def test_an_earned_exit_lets_the_deal_move_as_a_person_would_have_written_it(
    folder: Path, tmp_path: Path
) -> None:
    before, day = rewound(folder)
    path = team(tmp_path, before)
    done = advance(tmp_path, day=day)
    assert done.code == 0, done.out + done.err
    after, there = read_yaml(path), read(golden(folder).encode(), "").data
    assert isinstance(there, dict)
    assert after["stage"] == there["stage"]
    kept = ("stage", "entered", "left")
    now, then = ([{k: e.get(k) for k in kept} for e in d["stage_history"]] for d in (after, there))
    assert now == then
    assert without_history(path.read_text(encoding="utf-8")) == without_history(before)
    assert here(tmp_path, ["check", "--today", day]).code == 0


@a_stage
def test_a_gate_that_is_not_passed_names_what_is_missing_and_changes_nothing(
    folder: Path, tmp_path: Path
) -> None:
    """All criteria but the first one are taken away, by the first edit of each."""
    text, day = rewound(folder)
    _, *gone = EDITS[folder]["fails"]
    for criterion in gone:
        text = changed(text, EDITS[folder]["fails"][criterion][0])
    path = team(tmp_path, text)
    done = advance(tmp_path, day=day)
    named = re.findall(rf"^  (?:deal\.yaml:\d+:\d+ )?({folder.name}/\S+)$", done.out, re.MULTILINE)
    assert done.code == 1, done.err
    assert named and set(named) <= set(gone)
    assert done.out.count("What to do: ") >= len(named)
    assert path.read_text(encoding="utf-8") == text


def test_what_is_missing_is_said_in_the_words_of_check(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    path = team(tmp_path, changed(text, EDITS[NEED]["fails"]["step2_need/explicit-need"][2]))
    checked = here(tmp_path, ["check", str(path), "--today", day]).out
    sentence = re.search(r"step2_need/explicit-need\n    (.*)\n    (Why: .*)\n    (What to do: .*)", checked)
    assert sentence
    said = advance(tmp_path, day=day).out
    assert all(f"    {part}\n" in said for part in sentence.groups())


def test_every_exit_on_the_way_is_judged(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    team(tmp_path, text)
    done = advance(tmp_path, "--to", "step4_criteria", day=day)
    assert (done.code, "step3_value/approved" in done.out, "step2_need/" in done.out) == (1, True, False)


def test_several_stages_at_once_leave_their_trace_in_the_history(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    path = team(tmp_path, text)
    options = ["--to", "step4_criteria", *BOTH, *RUTH[:2], "--reason", "x", "--until", "+30"]
    assert advance(tmp_path, *options, day=day).code == 0
    stages = [(e["stage"], e.get("left")) for e in read_yaml(path)["stage_history"][-3:]]
    assert stages == [("step2_need", day), ("step3_value", day), ("step4_criteria", None)]


def test_a_deal_without_history_gets_one(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    path = team(tmp_path, re.sub(r"(?ms)^stage_history:.*?(?=^waivers)", "", text))
    assert advance(tmp_path, day=day).code == 0
    history = read_yaml(path)["stage_history"]
    assert history == [
        {"stage": "step2_need", "left": day, "by": "ada"},
        {"stage": "step3_value", "entered": day, "by": "ada"},
    ]


def test_an_error_elsewhere_in_the_file_is_mended_first(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    wrong = text.replace("currency: EUR", "currancy: EUR")
    path = team(tmp_path, wrong)
    done = advance(tmp_path, day=day)
    assert (done.code, "14:1 unknown-key" in done.out) == (1, True)
    assert path.read_text(encoding="utf-8") == wrong


def test_a_late_entry_does_not_excuse_the_stage_we_are_in(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    edit = EDITS[NEED]["fails"]["step2_need/explicit-need"][2]
    team(tmp_path, changed(text, edit).replace("late_entry: false", "late_entry: true"))
    assert advance(tmp_path, day=day).code == 1


def test_hand_written_bytes_stay(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    mine = text.replace("stage: step2_need", "stage:   'step2_need'   # since October").replace("\n", "\r\n")
    path = team(tmp_path, "\ufeff" + mine)
    assert advance(tmp_path, day=day).code == 0
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") == raw.count(b"\r\n")
    assert re.search(rb"stage:   '?step3_value'?   # since October\r\n", raw)


def test_dry_run_prints_the_diff_and_nothing_else(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    path = team(tmp_path, text)
    done = advance(tmp_path, "--dry-run", day=day)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("--- deals/d/deal.yaml\n+++ ") and "\n+stage: step3_value\n" in done.out
    assert path.read_text(encoding="utf-8") == text
    assert not (tmp_path / ".salescoach").exists()


def test_somebody_who_prepares_the_deal_comes_first(tmp_path: Path) -> None:
    from salescoach.preparing import alone

    text, day = rewound(NEED)
    path = team(tmp_path, text)
    with alone(tmp_path, "d", patience=1):
        done = advance(tmp_path, day=day)
    assert (done.code, "being prepared" in done.err) == (2, True)
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_was_saved_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    from datetime import date

    from salescoach import advancing
    from salescoach.call import Call
    from salescoach.errors import RequestError
    from salescoach.messages import speaker
    from salescoach.standing.desk import desk_of

    text, day = rewound(NEED)
    path = team(tmp_path, text)
    call = Call("en", speaker("en"), date.fromisoformat(day), str(tmp_path), None, False, {})
    desk, entry = desk_of(call, "d")
    judgement = desk.judge(entry)
    assert judgement.case
    move = advancing.Move(advancing.target(judgement.case.deal, ""))
    found = advancing.outlook(desk, entry, judgement, move)
    path.write_text(f"{text}# mine\n", encoding="utf-8")
    with pytest.raises(RequestError) as refused:
        advancing.write(desk, entry, judgement.document.raw, found.content)
    assert refused.value.key == "changed-before-writing"
    assert path.read_text(encoding="utf-8") == f"{text}# mine\n"


# --- back ------------------------------------------------------------------------------------------


def test_back_needs_a_reason_and_keeps_it(tmp_path: Path) -> None:
    path = team(tmp_path, golden(NEED))
    refused = advance(tmp_path, "--to", "step1_trust")
    assert (refused.code, "--reason" in refused.err) == (2, True)
    assert advance(tmp_path, "--to", "step1_trust", "--reason", "Colm: all on hold", "--by", "kofi").code == 0
    last = read_yaml(path)["stage_history"][-2:]
    assert last[0] == {"stage": "step3_value", "entered": "2026-12-01", "by": "ada", "left": DAY}
    assert last[1] == {"stage": "step1_trust", "entered": DAY, "by": "kofi", "reason": "Colm: all on hold"}
    assert here(tmp_path, ["check", "--today", DAY]).code == 0


def test_the_way_back_is_open_where_the_claim_was_wrong(tmp_path: Path) -> None:
    path = team(tmp_path, changed(golden(NEED), EDITS[NEED]["fails"]["step2_need/explicit-need"][2]))
    assert here(tmp_path, ["check", "--today", DAY]).code == 1
    assert advance(tmp_path, "--to", "step2_need", "--reason", "claimed too early").code == 0
    assert read_yaml(path)["stage"] == "step2_need"
    assert here(tmp_path, ["check", "--today", DAY]).code == 0


# --- waivers ---------------------------------------------------------------------------------------


def test_a_waived_gate_passes_and_check_agrees(tmp_path: Path) -> None:
    path = team(tmp_path, golden(NEED))
    assert advance(tmp_path).code == 1
    assert advance(tmp_path, *BOTH, *RUTH).code == 0
    held = read_yaml(path)
    terms = {"reason": RUTH[-1], "by": "ruth", "until": "2027-01-20"}
    addresses = ("step3_value/approved", "step3_value/decider-met")
    assert held["waivers"] == [{"for": address, **terms} for address in addresses]
    assert held["stage_history"][-1] == {"stage": "step4_criteria", "entered": DAY, "by": "ada"}
    assert here(tmp_path, ["check", "--today", DAY]).code == 0
    assert "step3_value/approved" in here(tmp_path, ["check", "--today", "2027-01-21"]).out


def test_an_expired_waiver_is_replaced(tmp_path: Path) -> None:
    old = "waivers:\n  - {for: step3_value/approved, reason: x, by: ruth, until: 2026-12-01}\n"
    path = team(tmp_path, golden(NEED).replace("waivers: []\n", old))
    assert advance(tmp_path, *BOTH, *RUTH).code == 0
    assert [w["until"] for w in read_yaml(path)["waivers"]] == ["2027-01-20"] * 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--by", "ada"], "owns this deal"),
        (["--by", "kofi"], "none of those who may waive"),
        (["--until", "2027-06-30"], "more than 60 days"),
        (["--until", "2026-12-01"], "ended on 2026-12-01"),
        (["--until", "soon"], "no day for --until"),
        (["--waive", "step2_need/recap"], "no criterion of an exit"),
        (["--waive", "decider-mat"], "Did you mean"),
    ],
)
def test_the_rules_of_waivers_hold(options: list[str], said: str, tmp_path: Path) -> None:
    path = team(tmp_path, golden(NEED))
    done = advance(tmp_path, *BOTH, *RUTH, *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert path.read_text(encoding="utf-8") == golden(NEED)


def test_what_a_waiver_lacks_is_named_where_nobody_can_be_asked(tmp_path: Path) -> None:
    team(tmp_path, golden(NEED))
    done = advance(tmp_path, *BOTH, "--by", "ruth")
    assert (done.code, "--reason, --until" in done.err) == (2, True)


def test_nobody_is_asked_for_a_waiver_that_would_not_be_enough(tmp_path: Path) -> None:
    team(tmp_path, golden(NEED))
    done = advance(tmp_path, "--waive", "decider-met")
    assert (done.code, "step3_value/approved" in done.out, "decider-met" in done.out) == (1, True, False)


def test_a_criterion_that_holds_needs_no_waiver(tmp_path: Path) -> None:
    text, day = rewound(NEED)
    team(tmp_path, text)
    done = advance(tmp_path, "--waive", "recap", *RUTH, day=day)
    assert (done.code, "step2_need/recap" in done.err) == (2, True)


@pytest.mark.parametrize("settings", ["format: 1\n", "format: 1\napprovers: [ada]\n"])
def test_without_approvers_nothing_can_be_waived(settings: str, tmp_path: Path) -> None:
    team(tmp_path, golden(NEED), settings)
    done = advance(tmp_path, *BOTH)
    assert (done.code, "approvers" in done.err) == (2, True)


def test_a_mistake_in_the_settings_is_told_before_a_waiver_is_refused(tmp_path: Path) -> None:
    team(tmp_path, golden(NEED), "format: 1\naprovers: [ruth]\n")
    done = advance(tmp_path, *BOTH, *RUTH)
    assert (done.code, "salescoach.yaml:2:1: unknown-key" in done.err) == (2, True)


# --- impossible requests ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "options", "said"),
    [
        (("result: open", "result: lost"), [], "is lost"),
        (("result: open", "result: suspended"), ["--to", "step2_need"], "is suspended"),
        (("", ""), ["--to", "step3_value"], "already"),
        (("", ""), ["--to", "step4_critera"], "Did you mean 'step4_criteria'"),
    ],
)
def test_requests_that_cannot_be(
    edit: tuple[str, str], options: list[str], said: str, tmp_path: Path
) -> None:
    team(tmp_path, golden(NEED).replace(*edit))
    done = advance(tmp_path, *options)
    assert (done.code, done.out, said in done.err) == (2, "", True), done.err


def test_after_the_last_stage_there_is_none(tmp_path: Path) -> None:
    last = FOLDERS[-1]
    team(tmp_path, golden(last))
    done = advance(tmp_path, day=EDITS[last]["today"])
    assert (done.code, "last stage" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("stage: [\n", "yaml-syntax"),
        ("playbook: value-competition\ncustomer: X\nstage: step2_ned\n", "Did you mean 'step2_need'"),
        (
            "playbook: value-competitoin\ncustomer: X\nstage: step2_need\n",
            "Did you mean 'value-competition'?",
        ),
    ],
)
def test_a_file_that_is_no_deal_is_a_finding(text: str, said: str, tmp_path: Path) -> None:
    team(tmp_path, text)
    done = advance(tmp_path)
    assert (done.code, said in done.err) == (1, True)


def test_a_history_that_is_no_list_is_not_written_over(tmp_path: Path) -> None:
    text = re.sub(r"(?ms)^stage_history:.*?(?=^waivers)", "stage_history: lost\n", golden(NEED))
    path = team(tmp_path, text)
    done = advance(tmp_path, "--to", "step2_need", "--reason", "x")
    assert (done.code, "not-a-list" in done.err) == (1, True)
    assert path.read_text(encoding="utf-8") == text


def test_no_such_deal(tmp_path: Path) -> None:
    team(tmp_path, golden(NEED))
    done = here(tmp_path, ["advance", "dd", "--no-input"])
    assert (done.code, "no deal 'dd'" in done.err) == (2, True)


# --- a person at a terminal ------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")
def test_a_person_is_asked_who_why_and_until_when(tmp_path: Path) -> None:
    path = team(tmp_path, golden(NEED))
    person = person_or_skip(tmp_path, ["advance", "d", *BOTH, "--today", DAY])
    assert person.question.startswith("Who waives it?")
    person.press("enter")
    person.answer("Colm is away")
    person.press("enter")
    assert (person.over, person.code) == (True, 0)
    waiver = {"for": "step3_value/approved", "reason": "Colm is away", "by": "ruth", "until": "2027-01-10"}
    assert read_yaml(path)["waivers"][0] == waiver


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")
def test_whoever_leaves_the_question_leaves_the_deal_alone(tmp_path: Path) -> None:
    path = team(tmp_path, golden(NEED))
    options = ["--to", "step2_need", "--lang", "zh", "--today", DAY]
    person = person_or_skip(tmp_path, ["advance", "d", *options])
    assert "为什么退回" in person.question
    person.press("leave")
    assert (person.over, person.code, "什么都没有写入" in person.screen) == (True, 0, True)
    assert path.read_text(encoding="utf-8") == golden(NEED)
