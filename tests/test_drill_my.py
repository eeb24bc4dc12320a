"""A drill of a real deal: made of what is unknown, marked as invented, played, saved, gone on with; the deal stays."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from goldens import FOLDERS, golden
from journeys.tool import copy_team, here, person_or_skip, snapshot

from salescoach import derived
from salescoach.coach import gate, review, visit
from salescoach.coach.asking import Desk
from salescoach.deal.deal import Deal, View
from salescoach.drill import from_deal
from salescoach.drill.recognise import recognise
from salescoach.drill.run import Run
from salescoach.drill.scene import Scene
from salescoach.drill.score import score
from salescoach.drill.talk import Talk
from salescoach.errors import RequestError
from salescoach.playbook.answers import SLOTS, Answers
from salescoach.playbook.drills import load_answers, load_rubric, load_talker
from salescoach.playbook.model import Playbook
from salescoach.playbook.scenario import Scenario
from salescoach.text import slots
from salescoach.yamlfile.read import read

DRILL = ROOT / "playbooks/value-competition/drill"
DEAL = "haichuan-charging"
MY = ["drill", "my", DEAL, "--today", "2026-11-21", "--seed", "3"]
SCRIPT = {
    "en": (
        "P| What goes wrong with the first bill at month end?\n"
        "I| What does that cost you in a year?\n"
        "summary| So there are corrections to the first bill at month end, and days of checks.\n"
        "N| If that were solved, what would it be worth to you?\n"
        "commitment| Could you put it on the agenda of the meeting and say who attends?\n"
    ),
    "zh": (
        "P| 月底出账的时候，第一张账单容易出什么问题？\n"
        "I| 这些更正一年要花多少成本？\n"
        "summary| 也就是说，月底第一张账单要更正，每次出账都要查好几天。\n"
        "N| 要是能解决，对您有什么帮助？\n"
        "commitment| 能不能请您在会上提出来，并说明谁参加？\n"
    ),
}  # fmt: skip
INVENTED = {"en": "(invented)", "zh": "（虚构）"}


@pytest.fixture(params=["en", "zh"])
def team(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """The demo's repo, and its language."""
    root = copy_team(f"demo-{request.param}", tmp_path / "team")
    (root / "lines.txt").write_text(SCRIPT[request.param], encoding="utf-8")
    return root, request.param


def test_the_demo_is_rehearsed_and_nothing_of_it_goes_into_the_deal(team: tuple[Path, str]) -> None:
    root, language = team
    before = snapshot(root)
    play = [*MY, "--lines", "lines.txt", "--lang", language]
    first, second = here(root, play), here(root, play)
    assert first.code == 0, first.err
    assert first.out == second.out
    assert snapshot(root) == before
    told = [line for line in first.out.splitlines() if line.startswith(("- ✓ [", "- ✗ "))]
    facts = [line for line in told if "“" in line]
    assert sum(line.startswith("- ✓ [") for line in facts) >= 3, first.out
    assert all(INVENTED[language] in line for line in facts)
    transcript = first.out.rpartition("\n## ")[2]
    assert transcript.count(INVENTED[language]) == sum(line.startswith("- ✓ [") for line in facts)
    assert DEAL in first.out.split("\n\n")[3], "the head says of which deal it is"
    assert not list((root / ".salescoach/drill").rglob("my/**/*.yaml")), "what is over is taken away"


def test_another_seed_is_another_buyer(team: tuple[Path, str]) -> None:
    root, language = team
    play = [*MY[:-1], "4", "--lines", "lines.txt", "--lang", language]
    other = here(root, play)
    assert here(root, [*MY, "--lines", "lines.txt", "--lang", language]).out != other.out


@pytest.mark.parametrize(
    "level", ["medium", *(pytest.param(x, marks=pytest.mark.long) for x in ("easy", "hard"))]
)
def test_a_saved_scenario_can_be_played_and_edited(team: tuple[Path, str], level: str) -> None:
    root, language = team
    saved = here(root, [*MY, "--level", level, "--save", "rehearsal.yaml", "--lang", language])
    assert saved.code == 0, saved.err
    text = (root / "rehearsal.yaml").read_text(encoding="utf-8")
    document = read(text.encode(), "rehearsal.yaml")
    assert document.readable and not document.findings
    content: Any = document.data
    assert content["id"] == "rehearsal" and content["deal"] == DEAL and content["level"] == level
    linted = here(
        root,
        ["drill", "lint", "rehearsal.yaml", "--lang", "en", "--today", "2026-11-21"],
    )
    assert linted.code == 0, linted.out
    assert all(record["source"] == "invented" for record in content["truth"]["evidence"])
    assert not any(record.get("source") == "invented" for record in content["start"]["evidence"])
    told = here(
        root, ["drill", "play", "rehearsal.yaml", "--lines", "lines.txt", "--lang", language, "--seed", "3"]
    )
    assert told.code == 0, told.err
    assert INVENTED[language] in told.out
    again = here(root, [*MY, "--level", level, "--save", "rehearsal.yaml", "--lang", language])
    assert again.code == 0, "the same content is no other file"
    (root / "rehearsal.yaml").write_text(text + "# mine\n", encoding="utf-8")
    refused = here(root, [*MY, "--level", level, "--save", "rehearsal.yaml", "--lang", language])
    assert refused.code == 2 and "rehearsal.yaml" in refused.err
    assert (root / "rehearsal.yaml").read_text(encoding="utf-8").endswith("# mine\n")
    assert here(root, [*MY, "--save", "两 a.yaml", "--lang", language]).code == 2


def test_what_is_printed_and_counted_says_what_is_invented(team: tuple[Path, str]) -> None:
    root, language = team
    say = ["--lang", language, "--today", "2026-11-21"]
    assert here(root, [*MY, "--save", "rehearsal.yaml", "--lang", language]).code == 0
    facts = read((root / "rehearsal.yaml").read_bytes(), "").data["truth"]["evidence"]  # type: ignore[index]
    assert here(root, ["drill", "kit", "rehearsal.yaml", "-o", "kit/", *say]).code == 0
    note = {"en": "nobody ever said", "zh": "没有人说过"}[language]
    cards = {path.stem: path.read_text("utf-8") for path in (root / "kit").iterdir()}
    assert set(cards) == {"seller", "customer", "observer", "debrief"}
    assert all(DEAL in card and note in card for card in cards.values())
    assert cards["customer"].count(INVENTED[language]) == len(facts)
    (root / "counts.yaml").write_text("format: 1\nscenario: rehearsal\n")
    counted = here(root, ["drill", "score", "rehearsal.yaml", "--from", "counts.yaml", *say])
    assert counted.code == 0 and note in counted.out, counted.err
    bundled = here(root, ["drill", "kit", "two-blues", *say]).out
    assert note not in bundled and INVENTED[language] not in bundled


@pytest.mark.long
def test_a_run_that_waits_goes_on_with_the_buyer_it_began_with(tmp_path: Path) -> None:
    root = copy_team("demo-en", tmp_path / "team")
    person = person_or_skip(root, [*MY, "--lang", "en"])
    assert "invented" in person.screen
    person.answer("What goes wrong with the first bill at month end?")
    assert "(invented)" in person.screen
    said = person.screen
    person.press("leave")
    assert person.code == 0 and "drill my haichuan-charging" in person.screen
    deal = root / "deals" / DEAL / "deal.yaml"
    deal.write_text(deal.read_text().replace("corrections to the first bill", "something else in the bill"))
    assert here(root, [*MY, "--lines", "-", "--lang", "en"], "Good morning\n").code == 0
    person = person_or_skip(root, ["drill", "my", DEAL, "--lang", "en", "--today", "2026-11-21"])
    assert "lines so far: 1" in person.screen
    person.answer("/end")
    assert person.over and person.code == 0
    sheet = max((root / ".salescoach/drill/sheets").iterdir(), key=lambda p: p.stat().st_mtime_ns).read_text()
    assert "orrections to the first bill" in sheet and "orrections to the first bill" in said
    assert not list((root / ".salescoach/drill").rglob("my/**/*.yaml"))


def test_what_cannot_be_rehearsed_is_said_with_what_to_do(tmp_path: Path) -> None:
    root = copy_team("demo-en", tmp_path / "team")
    deal = root / "deals" / DEAL / "deal.yaml"
    whole = deal.read_text(encoding="utf-8")
    run = [*MY, "--lines", "-", "--lang", "en"]

    def refused(text: str, *more: str) -> str:
        deal.write_text(text, encoding="utf-8")
        ran = here(root, [*run, *more], "Hello\n")
        assert ran.code == 2, ran.out
        return ran.err

    assert "prep" in refused(whole.replace("state: planned", "state: cancelled"))
    assert "nobody of theirs" in refused(whole.replace("    people: [shen, zhang]\n", ""))
    assert "2026-12-02-visit" in refused(whole, "--visit", "2026-12-03-visit")
    assert "medium" in refused(whole, "--level", "brutal")
    assert DEAL in here(root, ["drill", "my", "haichuan", "--lang", "en"]).err
    deal.write_text(
        whole.replace("    personality: analytical\n", "    personality: unknown\n"), encoding="utf-8"
    )
    plain = here(root, run, "Hello\n")
    assert plain.code == 0 and "played as analytical" in plain.err and "Shen Yu" in plain.err
    assert here(root, MY).code == 2, "no terminal"


# --- every stage ------------------------------------------------------------------------------------

LINES = {
    "spin": [
        "P| What is the trouble with {row}?",
        "I| What does that cost?",
        "N| If it were solved, how would it help?",
    ],
    "criteria": [
        "P| How important is {row}?",
        "S| What exactly do you mean by {row}?",
        "P| How would you measure {row}?",
    ],
    "shield": [
        "I| What happens if {row}?",
        "P| What went wrong with {row}?",
    ],
    "close": [
        "P| What still worries you about {row}?",
        "P| Which open points does the contract have?",
    ],
    "running-in": [
        "P| I can see that you are angry. What happened with {row}?",
        "S| What should happen next?",
    ],
    "decision-maker": [
        "other| The market has changed, and your headcount is frozen.",
        "S| By when must it be running?",
    ],
}  # fmt: skip


@cache
def the_answers() -> Answers:
    answers, loaded = load_answers((DRILL / "answers.yaml").read_bytes(), "answers.yaml")
    assert answers, loaded.findings
    return answers


def made(folder: Path, playbook: Playbook, level: str = "medium") -> tuple[dict[str, Any], date]:
    """A scenario of a stage's golden deal, as it was on the day on which it came to that stage."""
    content: Any = read(golden(folder).encode(), "deal.yaml").data
    history = [one for one in content["stage_history"] if one["stage"] <= folder.name]
    day = date.fromisoformat(str(history[-1]["entered"]))
    history[-1].pop("left", None)
    evidence = [one for one in content["evidence"] if str(one["date"]) <= str(day)]
    whole = {**content, "stage": folder.name, "stage_history": history, "evidence": evidence}
    deal = Deal(folder.name, whole, playbook, derived)
    assert deal.stage
    person = next(p["id"] for p in content["people"])
    planned = {"id": "next", "state": "planned", "date": str(day), "people": [person], "minutes": 45}
    desk = Desk(deal, View(deal, day, deal.stage.quote_alone), playbook.library, "en")
    room = visit.room_of(desk, planned, gate.judge_on(deal.stage, deal, day))
    answers = the_answers()
    asked = review.reviewed(room, planned, ())
    return from_deal.build(
        from_deal.Visit(room, planned, asked, playbook.library, answers, level, 1), "mine"
    ), day


def played(content: dict[str, Any], day: date, playbook: Playbook, language: str) -> Run:
    scenario = Scenario.model_validate(content)
    rubric = load_rubric((DRILL / f"rubrics/{scenario.rubric}.yaml").read_bytes(), "rubric")[0]
    talker = load_talker((DRILL / "buyers/analytical.yaml").read_bytes(), "talker")[0]
    assert rubric and talker
    scene = Scene(scenario, rubric, talker, playbook, day, language)
    talk = Talk(scene, 1)
    for fact in scene.facts[:8]:
        row = scene.hidden.row(fact.sheet, fact.row)
        name = scene.hidden.title(row, language) if row is not None else fact.at
        for line in LINES[scenario.rubric]:
            kind, _, words = line.partition("| ")
            talk.hear(recognise(words.format(row=name))._replace(type=kind, clear=True, other=""))
    return Run(talk)


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_stage_has_a_buyer_who_answers(folder: Path, language: str, playbook: Playbook) -> None:
    content, day = made(folder, playbook)
    run = played(content, day, playbook, language)
    assert run.turns and all(said.words for turn in run.turns for said in turn.says)
    assert run.talk.state.told, "a plain script brings something out"
    assert all(fact.is_invented and fact.says for fact in run.scene.facts)
    assert all("{" not in fact.says for fact in run.scene.facts)
    assert 0 <= score(run).total <= 100
    assert content["advances"] and all(offer["says"] and offer["refuses"] for offer in content["advances"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_level_is_harder_than_the_one_before(folder: Path, playbook: Playbook) -> None:
    made_of = [made(folder, playbook, level)[0] for level in ("easy", "medium", "hard")]
    assert [one["mood"] for one in made_of] == sorted((one["mood"] for one in made_of), reverse=True)
    assert [len(one["objections"]) for one in made_of] == sorted(len(one["objections"]) for one in made_of)
    assert [one["pass"]["score"] for one in made_of] == sorted(one["pass"]["score"] for one in made_of)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_sentences_do_not_come_twice_in_one_talk(folder: Path, playbook: Playbook) -> None:
    """It should not sound like a form: the same frame comes again only when all others were used."""
    content, _ = made(folder, playbook)
    words = [re.sub(r"[0-9,.]+", "#", one["words"]["en"]) for one in content["truth"]["evidence"]]
    assert len(set(words)) >= 0.8 * len(words), words


def test_an_exit_that_is_earned_leaves_nothing_to_rehearse(playbook: Playbook, demo: dict[str, Any]) -> None:
    deal = Deal("demo", demo, playbook, derived)
    assert deal.stage
    earned = gate.Gate(deal.stage, 0, ())
    desk = Desk(deal, View(deal, date(2026, 11, 21)), playbook.library, "en")
    room = visit.room_of(desk, {"people": ["shen"]}, earned)
    answers = the_answers()
    with pytest.raises(RequestError) as refused:
        from_deal.build(from_deal.Visit(room, {}, [], playbook.library, answers, "easy", 1), "mine")
    assert refused.value.key == "nothing-unknown"


# --- the content ------------------------------------------------------------------------------------


def test_the_answers_are_whole(playbook: Playbook) -> None:
    """Every name in them leads somewhere, every text is there in both languages, every slot is one of the list."""
    answers = the_answers()
    stages = {stage for cast in answers.casts for stage in cast.stages}
    assert stages == {stage.id for stage in playbook.stages}
    sheets = {sheet.id: sheet for sheet in playbook.worksheets}
    for cast in answers.casts:
        rubric = load_rubric((DRILL / f"rubrics/{cast.rubric}.yaml").read_bytes(), "rubric")[0]
        assert rubric
        assert {cast.worry, cast.objection, *([cast.killer] if cast.killer else [])} <= answers.beats.keys()
        assert {cast.best, cast.minimum} <= answers.offers.keys()
        assert {part.of for part in cast.parts} <= sheets.keys()
    for answer in answers.answers:
        sheet, _, field = answer.at.partition(".")
        assert "/" in answer.at or field.split(".")[0] in sheets[sheet].fields, answer.at
        assert not answer.alike or answer.alike in answers.words, answer.at
        assert len(answer.holds) in (0, 1, len(answer.says)), answer.at
    assert {chain.id for chain in playbook.chains} == answers.topics.keys()
    for text in texts(answers.model_dump()):
        assert text.keys() == {"en", "zh"} and all(text.values()), text
        assert set(slots(text["en"])) == set(slots(text["zh"])) <= set(SLOTS), text


def texts(value: Any) -> list[dict[str, str]]:
    if isinstance(value, dict):
        if "en" in value and isinstance(value["en"], str):
            return [value]
        return [text for inner in value.values() for text in texts(inner)]
    return [text for inner in value for text in texts(inner)] if isinstance(value, list) else []
