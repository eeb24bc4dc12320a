"""Cards: every one is well-formed in both languages, and right by what somebody who knows the method would say.

A case is `tests/drill_cards/<kind>.yaml`: a card and its right answer.
"""

import re
import time
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, TESTS, read_yaml
from journeys.tool import here

from salescoach.call import Call
from salescoach.drill import cards, spacing
from salescoach.drill.cards import Card, Material, Posed
from salescoach.messages import speaker
from salescoach.playbook.drills import load_deck
from salescoach.quizzing import open_material

CASES = {path.stem: read_yaml(path) for path in sorted((TESTS / "drill_cards").glob("*.yaml"))}
DECKS = ROOT / "playbooks" / "value-competition" / "drill" / "cards"
LANGUAGES = ("en", "zh")
DAY = date(2026, 11, 21)
SEED = 3
TRAPS = {f"B{n:02}" for n in range(1, 46)}


@cache
def material(language: str = "en", seed: int = SEED) -> Material:
    call = Call(language, speaker(language), DAY, str(TESTS), None, False, {})
    return open_material(call, "value-competition", seed)


@cache
def all_cards(language: str = "en", seed: int = SEED) -> dict[str, Card]:
    found = cards.cards(material(language, seed))
    assert len({card.ident for card in found}) == len(found), "ids are unique"
    return {card.ident: card for card in found}


def posed(ident: str, language: str = "en", seed: int = SEED) -> Posed:
    return cards.pose(material(language, seed), all_cards(language, seed)[ident])


def test_every_kind_has_its_cases() -> None:
    assert set(CASES) == set(cards.names())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "case"), [(k, c) for k, cases in CASES.items() for c in cases],
    ids=lambda v: v if isinstance(v, str) else v["card"],
)  # fmt: skip
def test_the_right_answer_is_right(kind: str, case: dict[str, Any], language: str) -> None:
    card = all_cards(language)[case["card"]]
    assert card.kind == kind and card.right == case["right"][language]


def test_there_are_enough_and_the_same_in_both_languages() -> None:
    assert list(all_cards("en")) == list(all_cards("zh")) == list(all_cards("en", 99))
    assert len(all_cards()) >= 250
    kinds = {card.kind for card in all_cards().values()}
    assert kinds == {*cards.names(), "traps", "jobs"}
    held = {card.ident.partition("/")[2][:3] for card in all_cards().values() if card.kind == "traps"}
    assert held <= TRAPS and len(held) >= 36


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", [1, SEED, 740_000])
def test_every_card_is_well_formed(language: str, seed: int) -> None:
    of = material(language, seed)
    for card in all_cards(language, seed).values():
        one = cards.pose(of, card)
        assert one.asks.strip() and one.why.strip() and card.right.strip(), card.ident
        assert card.where in one.where and one.where != card.where, (
            f"{card.ident}: {card.where} leads nowhere"
        )
        assert len(set(one.options)) == len(one.options), card.ident
        assert len(one.options) in (0, 2, 3, 4, 5), card.ident
        assert all(option.strip() for option in one.options), card.ident
        if one.options:
            assert one.options.count(card.right) == 1 and one.options[one.right] == card.right, card.ident
        else:
            assert one.number > 0 and one.within > 0 and cards.is_right(one, one.number), card.ident
        texts = [one.asks, one.why, *one.options]
        assert not any("{" in text for text in texts), card.ident


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_in_their_language(language: str) -> None:
    for card in all_cards(language).values():
        for text in (card.asks, card.right, card.why, *card.wrong):
            chinese = re.search("[一-鿿]", text)
            if language == "en":
                assert not chinese, f"{card.ident}: {text}"
            elif not re.fullmatch(r"[\d :.%]+", text):
                assert chinese, f"{card.ident}: {text}"
                assert not re.search("[一-鿿][,;?!]|[,;?!][一-鿿]", text), f"{card.ident}: {text}"


def test_decks_load_without_a_finding() -> None:
    for path in DECKS.glob("*.yaml"):
        deck, loaded = load_deck(path.read_bytes(), path.name)
        assert deck is not None and deck.id == path.stem and not loaded.findings


@pytest.mark.parametrize(
    "change",
    [
        ("right: sales", "right: salse"),
        ("right: sales", "right: sales\n    wrong: [nobody]"),
        ("id: repair", "id: listen"),
        ("    where: issues.cause\n", ""),
        ("format: 1", "format: 2"),
    ],
)
def test_a_deck_that_is_wrong_is_a_finding_with_its_place(change: tuple[str, str]) -> None:
    text = (DECKS / "jobs.yaml").read_text(encoding="utf-8")
    assert change[0] in text
    deck, loaded = load_deck(text.replace(*change, 1).encode(), "jobs.yaml")
    assert deck is None and loaded.findings and loaded.findings[0].line >= 1


def test_the_same_seed_gives_the_same_cards_and_another_one_other_numbers() -> None:
    first = {i: posed(i, seed=5) for i in all_cards(seed=5)}
    call = Call("en", speaker("en"), DAY, str(TESTS), None, False, {})
    again = open_material(call, "value-competition", 5)
    assert first == {card.ident: cards.pose(again, card) for card in cards.cards(again)}
    sums = [i for i in first if i.startswith("sums/")]
    assert any(posed(i, seed=6).number != first[i].number for i in sums)
    assert [posed(i, seed=5).number for i in sums] == [posed(i, "zh", 5).number for i in sums]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("a", 0), ("B", 1), ("ｃ", 2), ("d.", 3), (" D ", 3), ("1", 0), ("4", 3), ("Ａ", 0), ("b)", 1),
        ("", None), ("e", None), ("5", None), ("0", None), ("ab", None), ("-1", None), ("😀", None),
        ("是", None), ("a" * 100_000, None), ("\x1b[2J", None), ("\u202ea", None), ("²", None),
    ],
)  # fmt: skip
def test_what_counts_as_an_option(typed: str, answer: float | None) -> None:
    assert cards.parse_answer(posed("types/TI-I1"), typed) == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("37.5", 37.5), ("37.5%", 37.5), ("３７．５％", 37.5), ("1 : 2.83", 2.83), ("1：2.8", 2.8), ("1:2.8", 2.8),
        ("2.67 years", 2.67), ("2.7年", 2.7), ("26 points", 26), ("1,150", 1150), ("", None), ("a", None),
        ("1:", None), ("-3", None), ("1e9", None), ("9" * 100_000, None), ("😀", None), ("1.2.3", None),
    ],
)  # fmt: skip
def test_what_counts_as_a_number(typed: str, answer: float | None) -> None:
    assert cards.parse_answer(posed("sums/roi"), typed) == answer


def test_a_number_may_be_rounded_but_not_wrong() -> None:
    one = posed("sums/payback")
    for near in ("3.2", "3.20", "3.19", "3.24"):
        assert cards.is_right(one, cards.parse_answer(one, near) or 0), near
    for off in ("3", "3.3", "2.8"):
        assert not cards.is_right(one, cards.parse_answer(one, off) or 0), off


# --- spacing ---------------------------------------------------------------------------------------


def year(marks: dict[int, int]) -> list[spacing.Standing]:
    """A card that is answered right on every day it is due, for a year; `marks` are other ratings, by the turn."""
    log, found, day = list[spacing.Review](), list[spacing.Standing](), DAY
    while day < DAY + timedelta(days=365):
        log.append(spacing.Review("c", day, marks.get(len(log), 3)))
        found.append(spacing.standings(log)["c"])
        day = found[-1].due
    return found


def test_in_a_year_of_right_answers_the_intervals_grow() -> None:
    steps = [standing.interval for standing in year({})]
    assert steps == sorted(set(steps)) and steps[0] >= 1 and steps[-1] > 100
    assert len(steps) < 10 and year({})[-1].learned and not year({})[0].learned


def test_a_lapse_shortens_and_is_remembered() -> None:
    smooth, lapsed = year({}), year({3: 1})
    assert lapsed[3].interval < smooth[2].interval and lapsed[3].lapses == 1
    assert lapsed[4].interval < smooth[4].interval
    assert len(lapsed) > len(smooth)


def test_ease_is_told_by_the_time_it_took() -> None:
    assert spacing.rating(False, 1, 100, "en") == 1
    assert spacing.rating(True, 100 / 16 + 1, 100, "en") == 4
    assert spacing.rating(True, 100 / 16 + 10, 100, "en") == 3
    assert spacing.rating(True, 100 / 16 + 30, 100, "en") == 2
    assert spacing.rating(True, 100 / 16 + 30, 100, "en", is_sum=True) == 4
    assert spacing.rating(True, None, 100, "en") == 3
    steps = [spacing.standings([spacing.Review("c", DAY, mark)])["c"].interval for mark in (1, 2, 3, 4)]
    assert steps == sorted(steps) and steps[0] < steps[-1]


def test_a_clock_set_back_loses_no_card() -> None:
    log = [spacing.Review("c", DAY, 3), spacing.Review("c", date(1970, 1, 1), 3)]
    standing = spacing.standings(log)["c"]
    assert standing.last == DAY and standing.due > DAY, "it counts as of the last answer"
    assert spacing.standings([*log, spacing.Review("c", standing.due, 3)])["c"].interval > 1
    ahead = [spacing.Review("c", date(2099, 1, 1), 3)]
    assert spacing.standings(ahead)["c"].is_due(DAY), "one from the future is asked now"
    ahead.append(spacing.Review("c", DAY, 3))
    assert not spacing.standings(ahead)["c"].is_due(DAY), "but once a day"
    assert spacing.standings(ahead)["c"].is_due(DAY + timedelta(days=1))


def test_a_year_of_everybodys_answers_is_recomputed_at_once() -> None:
    names = list(all_cards())
    log = [spacing.Review(names[n % 300], DAY + timedelta(days=n // 10), n % 4 + 1) for n in range(3650)]
    begun = time.perf_counter()
    assert len(spacing.standings(log)) == 300
    assert time.perf_counter() - begun < 1
    assert spacing.standings(log) == spacing.standings(log)


def test_what_is_due_comes_first_and_new_cards_come_from_every_kind() -> None:
    held = list(all_cards().values())
    known = spacing.standings(
        [spacing.Review("types/TI-I1", DAY, 1), spacing.Review("types/PP-N4", DAY - timedelta(days=9), 1)]
    )
    later = DAY + timedelta(days=20)
    chosen = spacing.chosen(held, known, later, 13, only_due=False)
    assert [card.ident for card in chosen[:2]] == ["types/PP-N4", "types/TI-I1"]
    assert {card.kind for card in chosen[2:]} == {card.kind for card in held}
    assert [c.ident for c in spacing.chosen(held, known, later, 13, only_due=True)] == [
        c.ident for c in chosen[:2]
    ]
    assert spacing.chosen(held, known, DAY - timedelta(days=300), 5, only_due=True), (
        "a clock set back: due, not lost"
    )


def test_a_teams_own_deck_needs_no_code(tmp_path: Path) -> None:
    folder = tmp_path / "playbooks" / "ours"
    (folder / "drill" / "cards").mkdir(parents=True)
    (folder / "playbook.yaml").write_text("format: 1\n")
    (folder / "drill" / "cards" / "prices.yaml").write_text(
        "format: 1\nid: prices\ntitle: {en: prices, zh: 价格}\ncards:\n"
        "  - {id: list, asks: {en: List price?, zh: 目录价？}, right: '10', wrong: ['11'],\n"
        "     why: so, where: bid.formula}\n",
        encoding="utf-8",
    )
    call = Call("en", speaker("en"), DAY, str(tmp_path), None, False, {})
    of = open_material(call, "value-competition", 1)
    (own,) = [card for card in cards.cards(of) if card.kind == "prices"]
    assert own.ident == "prices/list" and cards.title(of, "prices") == "prices"


def test_the_linter_knows_two_answers_that_read_alike(tmp_path: Path) -> None:
    card = "{id: a, asks: '1', right: '2', wrong: ['2'], why: '3', where: bid}"
    deck = f"format: 1\nid: own\ntitle: own\ncards:\n  - {card}\n"
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "own.yaml").write_text(deck)
    ran = here(tmp_path, ["drill", "lint", "cards/own.yaml", "--lang", "en"])
    assert ran.code == 1 and "own.yaml:5:5: answer-twice: " in ran.out


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("id: jobs", "id: job", "id-not-file"),
        ("where: issues.cause", "where: issues.clause", "card-nowhere"),
        ("where: issues.cause", "where: stages/step9", "card-nowhere"),
        ('zh: "服务"', 'zh: "销售"\n      en: "Sales"', "duplicate-key"),
        ('      zh: "故障修好了。谁来说明原因和预防办法？"\n', "", "missing-translation"),
    ],
)
def test_the_linter_names_the_line_of_a_card(old: str, new: str, rule: str, tmp_path: Path) -> None:
    path = tmp_path / "cards" / "jobs.yaml"
    path.parent.mkdir()
    text = (DECKS / "jobs.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    ran = here(tmp_path, ["drill", "lint", "cards/jobs.yaml", "--lang", "en"])
    assert ran.code == 1 and f" {rule}: " in ran.out + ran.err, ran
    assert here(tmp_path, ["drill", "lint", str(DECKS), "--lang", "en"]).code == 0
