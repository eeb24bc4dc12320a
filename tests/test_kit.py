"""Cards and schedules for people in a room: nothing hidden on the seller's card, everything on the customer's."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY
from journeys.tool import here
from test_html import Page

from salescoach.call import Call
from salescoach.drill import handouts, rows, schedule
from salescoach.drill.handouts import Desk
from salescoach.drilling import open_room, open_scene, paged
from salescoach.files.drills import list_parts
from salescoach.linting import Shelf
from salescoach.markdown import text
from salescoach.messages import speaker

SCENARIOS = list(list_parts(None, None, "scenarios"))
LANGUAGES = ("en", "zh")
LENGTHS = schedule.Lengths(10, 15, 8, 5, 10, 2)


def call(language: str) -> Call:
    return Call(language, speaker(language), TODAY, None, None, False, {})


@cache
def desk(name: str, language: str) -> Desk:
    """A scenario ready to be printed."""
    one = call(language)
    return Desk(open_scene(one, name, shelf(language))[0], open_room(one), one.say)


@cache
def shelf(language: str) -> Shelf:
    """What every scenario builds upon, read once for all tests."""
    return Shelf(call(language))


def secrets(one: Desk) -> list[str]:
    """Every text of a scenario that its seller must not read."""
    scene, scenario = one.scene, one.scene.scenario
    found = [fact.says for fact in scene.facts]
    found += [scene.pick(scenario.buyer_brief), scene.pick(scenario.opening)]
    for reaction in scenario.reactions:
        found += [scene.pick(reaction.hint), scene.pick(reaction.too_early)]
        found += [words for listed in reaction.ask_like.values() for words in listed]
    for moment in scenario.moments:
        found += [scene.pick(moment.says), scene.pick(moment.why)]
    for offer in scenario.advances:
        found += [scene.pick(offer.says), scene.pick(offer.refuses)]
    found += [scene.pick(event.tells) for event in scenario.events]
    found += list(_hidden_cells(scene.truth, scene.start))
    found += [scene.pick(secret) for player in scenario.players for secret in player.secrets]
    return [words for words in found if words]


def _hidden_cells(truth: Any, known: Any) -> list[str]:
    """Sentences in the hidden deal that the deal at the start does not have."""
    if isinstance(truth, dict):
        return [w for cell in truth.values() for w in _hidden_cells(cell, known)]
    if isinstance(truth, list):
        return [w for cell in truth for w in _hidden_cells(cell, known)]
    is_sentence = isinstance(truth, str) and (" " in truth or not truth.isascii()) and len(truth) > 5
    return [truth] if is_sentence and truth not in str(known) else []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_kit_of_every_scenario(name: str, language: str) -> None:
    one = desk(name, language)
    scenario = one.scene.scenario
    made = {kind: handouts.render(kind, one) for kind in handouts.names()}
    roles = ["players"] if scenario.players else ["customer", "seller"]
    assert {kind for kind in made if made[kind]} == {"observer", "debrief", *roles}
    assert all(
        card.startswith("# ") and "{" not in card and "None" not in card for c in made.values() for card in c
    )
    hidden = [text(words) for words in secrets(one)]
    brief = " ".join(text(one.scene.pick(t)) for t in (scenario.brief.situation, scenario.brief.objective))
    for card in made["seller"]:
        assert [words for words in hidden if words in card and words not in brief] == []
        assert text(one.scene.pick(scenario.brief.objective)) in card
    for card in made["customer"]:
        assert [fact.says for fact in one.scene.facts if text(fact.says) not in card] == []
        for part in (*scenario.moments, *scenario.advances):
            assert text(one.scene.pick(part.says)) in card
        assert text(one.scene.pick(scenario.opening)) in card
    if scenario.players:
        own = {
            p.id: [text(one.scene.pick(s)) for s in p.secrets] for p in scenario.players if p.id != "observer"
        }
        assert len(made["players"]) == len(own)
        for card, secret in zip(made["players"], own.values(), strict=True):
            told = [words for words in hidden if words in card]
            assert told == secret
    for row in one.scene.rubric.rows:
        assert text(one.scene.pick(row.title)) in made["observer"][0]
    for question in scenario.debrief:
        assert text(one.scene.pick(question)) in made["debrief"][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_customers_card_says_in_words_what_opens_what(language: str) -> None:
    (card,) = handouts.render("customer", desk("two-blues", language))
    blocks = card.split("\n**")
    personal = next(b for b in blocks if b.startswith("4. "))
    wanted = {
        "en": (
            "implication question",
            "no. 1",
            "summed up 2 times",
            "It is not pleasant for me",
            "too early",
        ),
        "zh": ("暗示提问", "第1条", "小结过2次", "我自己也不好过", "问早了"),
    }[language]
    assert all(words in personal for words in wanted), personal


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_card_is_a_page_of_its_own(language: str) -> None:
    one = desk("two-offers", language)
    made = [card for kind in handouts.names() for card in handouts.render(kind, one)]
    assert len(made) == 7
    assert paged(call(language), made, "markdown").count("page-break-after") == 6
    page = Page(paged(call(language), made, "html"))
    assert page.tags().count("article") == 7 and page.tags().count("h1") == 7
    assert "script" not in page.tags() and "img" not in page.tags()


# --- the schedule ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", range(3, 41))
def test_everybody_plays_every_role(size: int) -> None:
    names = [str(n) for n in range(size)]
    day = schedule.plan(names, [("a", 15), ("b", 12), ("c", 15)], schedule.ROLES, 0, 540, LENGTHS, 1)
    played: dict[str, set[str]] = {name: set() for name in names}
    for case in day.cases:
        seen = [name for group in case.groups for name, _ in group]
        assert sorted(seen) == sorted(names), "everybody plays at once"
        for group in case.groups:
            roles = [role for _, role in group]
            assert roles.count("seller") == roles.count("customer") == 1 and "observer" in roles
            for name, role in group:
                played[name].add(role)
    assert all(roles == set(schedule.ROLES) for roles in played.values())
    assert day.spoiled == () or size == 5
    sizes = {len(group) for group in day.cases[0].groups}
    assert sizes <= {3, 4} or size == 5
    assert day == schedule.plan(names, [("a", 15), ("b", 12), ("c", 15)], schedule.ROLES, 0, 540, LENGTHS, 1)


def test_nobody_sells_what_they_knew_where_it_can_be_avoided() -> None:
    names = [str(n) for n in range(12)]
    day = schedule.plan(names, [("a", 15), ("b", 15)], schedule.ROLES, 3, 540, LENGTHS, 1)
    assert [case.scenario for case in day.cases] == ["a", "b", "a"] and day.spoiled == ()
    one = schedule.plan(names, [("a", 15)], schedule.ROLES, 3, 540, LENGTHS, 1)
    assert one.spoiled, "one scenario cannot help it, and says so"


def test_the_clock_of_the_day() -> None:
    day = schedule.plan(list("abc"), [("a", 15)], schedule.ROLES, 3, 23 * 60, LENGTHS, 1)
    parts = [part for case in day.cases for part in (*case.parts, *([case.pause] if case.pause else []))]
    assert all(first.ends <= after.begins for first, after in pairwise(parts))
    assert [part.name for part in day.cases[1].parts] == ["prepare", "play", "debrief", "replay"]
    assert [bool(case.pause) for case in day.cases] == [False, True, False]
    lengths = [case.parts[-1].ends - case.parts[0].begins for case in day.cases]
    assert lengths == [48, 48, 48]


def test_a_class_of_twelve_by_names(tmp_path: Path) -> None:
    names = "Lin,王芳,Wu | Bo,D,E,F,G,H,I,J,K,L"
    kit = ["drill", "kit", "two-blues", "night-alarms", "three-plans", "--players", names, "--lang", "zh"]
    ran = here(tmp_path, kit)
    assert ran.code == 0, ran.err
    assert ran.out.count("Wu \\| Bo") == 3 and ran.out.count("王芳") == 3
    assert (
        "09:00–09:10" in ran.out
        and "09:10–09:25" in ran.out
        and len(re.findall(r"^\| [1-4] \|", ran.out.partition("<div")[0], re.M)) == 12
    )
    assert here(tmp_path, kit).out == ran.out
    assert here(tmp_path, [*kit, "--seed", "9"]).out != ran.out


WRONG = {
    "too few": (["--class", "2"], "at least 3"),
    "too many": (["--class", "41"], "at most 40"),
    "twice": (["--players", "Li, Wang, Li"], "'Li'"),
    "two lists": (["--players", "A,B,C", "--class", "3"], "--names"),
    "no time": (["--class", "3", "--start", "25:00"], "25:00"),
    "no format": (["--format", "pdf"], "html"),
    "nobody": (["--class", "0"], "at least 3"),
    "empty file": (["--names", "empty.txt"], "at least 3"),
    "no file": (["--names", "missing.txt"], "missing.txt"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_request_says_what_to_do(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n# nobody\n")
    arguments, words = WRONG[name]
    ran = here(tmp_path, ["drill", "kit", "two-blues", "--lang", "en", *arguments])
    assert ran.code == 2 and words in ran.err, ran.err


def test_a_meeting_is_printed_alone_and_takes_its_six(tmp_path: Path) -> None:
    assert here(tmp_path, ["drill", "kit", "two-offers", "two-blues", "--class", "12"]).code == 2
    assert here(tmp_path, ["drill", "kit", "two-offers", "--class", "5"]).code == 2
    ran = here(tmp_path, ["drill", "kit", "two-offers", "--class", "13", "--lang", "en"])
    assert ran.code == 0 and "--cases 7" in ran.out


def test_every_way_to_count_says_what_an_observer_counts() -> None:
    for name in SCENARIOS:
        for row in desk(name, "en").scene.rubric.rows:
            tally = rows.kind(row.kind).tally(row.parameters)
            assert tally.goal and tally.unit in ("times", "percent", "seconds", "yes_no")
            assert bool(tally.boxes) == (tally.unit in ("times", "yes_no"))
