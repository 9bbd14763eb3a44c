"""A game that cannot be played as it is meant is told before the app starts: which file and key, and how to mend it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from classroom.model import ClassHousehold
from classroom.month.equal_options import best_contact_is_equal, measures_are_equal
from classroom.reader import FOLDER, read_classroom
from content.problems import Problems
from content.text import Text
from report.library import load_library

LETTERS = {"reminder", "attachment", "payment_order"}
MARIA, GORAN, SAMIRA, AHMED = (f"households/{name}.toml" for name in ("04-maria", "06-goran", "01-samira", "05-ahmed"))
HOUSEHOLDS = load_library().classroom.households


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The real files, to be spoilt."""
    for path in FOLDER.rglob("*.toml"):
        target = tmp_path / path.relative_to(FOLDER)
        target.parent.mkdir(exist_ok=True)
        shutil.copy(path, target)
    return tmp_path


def read(folder: Path) -> list[str]:
    problems = Problems()
    read_classroom(problems, LETTERS, folder)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("name", "pattern", "instead", "says"),
    [
        # the ordinary month: a line that was changed by mistake, a sum that was worked out wrong, and no sum at all
        (SAMIRA, "amount = 450", "amount = 350", "leaves 2500 kr, and classroom/ordinary.toml says 2400 kr"),
        ("ordinary.toml", "maria = 340", "maria = 430", "leaves 340 kr, and classroom/ordinary.toml says 430 kr"),
        ("ordinary.toml", "ahmed = 1100\n", "", "its ordinary month is not in classroom/ordinary.toml"),
        # the cards: Göran's dearest way out gone, and what made Maria's February hold
        (GORAN, "now = 1000", "now = 10", "card A leaves 1 least sets"),
        (MARIA, "february = 900", "february = 500", "card B leaves 0 sets of measures that hold in February"),
        (MARIA, 'card = "B"', 'card = "A"', "events: there must be one for card A and one for card B"),
        # the measures
        (SAMIRA, "now = 300\n", "now = 301\n", "it gives 301 kr, and the line 'gym' has 300 kr"),
        (MARIA, 'line = "late_rent"', 'line = "the_rent"', "there is no line 'the_rent'"),
        (GORAN, 'shuts_off = "contest"\n', "", "it shuts off 'pay_in_parts', which does not shut it off"),
        (GORAN, 'shuts_off = "contest"', 'shuts_off = "pay_in_parts"', "it shuts off"),
        (GORAN, 'id = "cheaper_tv"', 'id = "contest"', "two of them have the id 'contest'"),
        (SAMIRA, "Dra ner på nöjena nu", "Dra ner på alla nöjen som kostar", "measures: one of the texts stands out"),
        # the letters
        (MARIA, 'last = "11-13"', 'last = "11-15"', "it lies on 'today', and the rule of the game says 'in_time'"),
        (GORAN, 'pile = "in_time"', 'pile = "keep"', "it lies on 'keep', and the rule of the game says 'in_time'"),
        (MARIA, "amount = 1400\nocr", "amount = 1499\nocr", "1499 kr is no line of the household"),
        (MARIA, "712348267", "712348268", "712348268 does not pass the Luhn check"),
        (SAMIRA, "701246137", "701244006", "701244006 passes the Luhn check"),
        (SAMIRA, r"signs = .*\n", "", "nothing is said of what gives it away"),
        # whom to call
        (AHMED, '"Skuldrådgivaren"', '"Budget- och skuldrådgivaren"', "contact: one of the texts stands out"),
        # what the file may hold at all
        (MARIA, 'ocr = "712344001"', 'ocr = "71234400"', "letters.0.ocr"),
        (MARIA, 'last = "11-13"', 'last = "11-31"', "letters.0.last"),
        (MARIA, 'kind = "dear"', 'kind = "cheap"', "kind"),
        (MARIA, "now = 600", "now = -600", "now"),
        (MARIA, r"(?s)\[\[letters\]\].*?(?=\[\[letters\]\])", "", "letters: Tuple should have at least 3 items"),
    ],
)
def test_a_fault_of_the_game_is_told(copy: Path, name: str, pattern: str, instead: str, says: str) -> None:
    path = copy / name
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, lambda _: instead, before, count=1)
    assert after != before
    path.write_text(after, encoding="utf-8")

    faults = read(copy)

    assert any(says in fault for fault in faults), faults
    assert all(" – " in fault or "should" in fault or "Input" in fault or "error" in fault for fault in faults), faults


def test_every_fault_of_a_game_is_told_at_once(copy: Path) -> None:
    path = copy / MARIA
    words = path.read_text(encoding="utf-8")
    for before, after in (
        ("amount = 10900\nkeep", "amount = 10000\nkeep"),
        ('last = "11-13"', 'last = "12-13"'),
        ("712348267", "712348260"),
        ("now = 1000\n", "now = 1600\n"),
    ):
        assert before in words
        words = words.replace(before, after, 1)
    path.write_text(words, encoding="utf-8")

    faults = "\n".join(read(copy))

    for says in ("leaves 1240 kr", "'in_time'", "does not pass the Luhn check", "the line 'clothes' has 1500 kr"):
        assert says in faults


@pytest.mark.parametrize("one", HOUSEHOLDS, ids=lambda one: one.id)
def test_options_are_as_long_as_each_other_in_swedish(one: ClassHousehold) -> None:
    measures = [len(measure.text.swedish) for measure in one.measures]
    best, *others = [len(option.text.swedish) for option in one.contact.options]

    assert max(measures) / min(measures) <= 1.3
    assert best <= max(others) + 1
    assert measures_are_equal(one) and best_contact_is_equal(one)


def test_an_option_that_stands_out_is_seen() -> None:
    one = HOUSEHOLDS[0]

    assert not measures_are_equal(one, lambda text: "x" * (14 if text == one.measures[2].text else 10))
    assert measures_are_equal(one, lambda text: "x" * (13 if text == one.measures[2].text else 10))
    best = one.contact.options[0].text
    assert not best_contact_is_equal(one, lambda text: "x" * (12 if text == best else 10))
    assert best_contact_is_equal(one, lambda text: "x" * (11 if text == best else 10))
    assert best_contact_is_equal(one, lambda text: Text("Bank").swedish)
