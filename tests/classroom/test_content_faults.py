"""Whatever is wrong in the files of a lesson is said before the app starts, with the file and the key."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from classroom.reader import FOLDER, read_classroom
from content.problems import Problems

LETTERS = {"reminder", "attachment", "payment_order"}
QUIZ, LESSON, MARIA, SAMIRA = "quiz.toml", "lesson.toml", "households/*-maria.toml", "households/*-samira.toml"
BEST = "best = true"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The real files, to be spoilt."""
    for path in FOLDER.rglob("*.toml"):
        target = tmp_path / path.relative_to(FOLDER)
        target.parent.mkdir(exist_ok=True)
        shutil.copy(path, target)
    return tmp_path


def read(folder: Path, letters: set[str] = LETTERS) -> list[str]:
    """Every fault as it is told; what has a fault is not given out."""
    problems = Problems()
    assert (read_classroom(problems, letters, folder) is None) is bool(problems.found)
    return [str(problem) for problem in problems]


def test_the_real_files_have_no_fault(copy: Path) -> None:
    assert read(copy) == []


@pytest.mark.parametrize(
    ("name", "pattern", "instead", "says"),
    [
        # the quiz
        (QUIZ, r"after = .*\n", "", "statements.0.after: Field required"),
        (QUIZ, r"reason = .*\n", "", "statements.0.reason: Field required"),
        (QUIZ, r'answer = "true"', 'answer = "maybe"', "statements.0.answer"),
        (QUIZ, r'"prison", ', "", "`after_order` must name every statement once"),
        (QUIZ, r'"prison", ', '"prison", "prison", ', "`after_order` must name every statement once"),
        (QUIZ, r'id = "prison"', 'id = "jail"', "`after_order` must name every statement once"),
        # the lesson
        (LESSON, r"minutes_45 = 4", "minutes_45 = 5", "the phases of the lesson of 45 minutes come to 46"),
        (QUIZ, r"words = \[\"payment_order\", ", 'words = ["order", ', "`words` explains nothing of order"),
        (LESSON, r"minutes_60 = 18", "minutes_60 = 13", "the phases of the lesson of 60 minutes come to 55"),
        (LESSON, r"minutes_90 = 24", "minutes_90 = 0", "the phases of the lesson of 90 minutes come to 66"),
        (LESSON, r"without_devices = .*\n", "", "phases.0.without_devices: Field required"),
        (LESSON, r"(?s)\[\[rules\]\].*?(?=\[\[phases\]\])", "", "rules: Field required"),
        # a household
        (MARIA, BEST, "best = false", "first_step: Value error, exactly one option must be `best`"),
        (MARIA, r'id = "quick_loan"', f'id = "quick_loan"\n{BEST}', "first_step: Value error, exactly one option"),
        (MARIA, r'feedback = ".*\n', "", "first_step.options.0.feedback: Field required"),
        (MARIA, r'feedback = ".*"', 'feedback = ""', "first_step.options.0.feedback"),
        (MARIA, r'letter = "reminder"', 'letter = "postcard"', "'postcard' is no kind of letter"),
        (MARIA, r"amount = 10900\nkeep = true", "amount = 10900\nkeep = true\ncan_change = true", "rent: must be kept"),
        (MARIA, r'id = "electricity"', 'id = "rent"', "rent: two lines have this id"),
        (MARIA, r"amount = 10900", "amount = -1", "costs.0.amount"),
        (MARIA, r"amount = 10900", 'amount = "10900"', "costs.0.amount"),
        (MARIA, r'id = "maria"', 'id = "mary"', "the file is named 'maria', the id is 'mary'"),
        (MARIA, r"(?s)\[clock\].*?(?=\[\[month\]\])", "", "clock: Field required"),
        (MARIA, r"keep = true", "colour = 1", "costs.0.colour: Extra inputs are not permitted"),
        (MARIA, r"\[\[income\]\]", "[[income]", "(file)"),
    ],
)
def test_a_fault_is_told(copy: Path, name: str, pattern: str, instead: str, says: str) -> None:
    (path,) = copy.glob(name)
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, lambda _: instead, before, count=1)
    assert after != before
    path.write_text(after, encoding="utf-8")

    faults = read(copy)

    # one fault; of two kinds of words or numbers that it might have been, each says that it is none
    assert 1 <= len(faults) <= 2
    assert all(path.name in fault for fault in faults)
    assert says in faults[0]


def test_a_household_where_too_little_can_be_tried_is_told(copy: Path) -> None:
    (path,) = copy.glob(SAMIRA)
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace("can_change = true\n", "", words.count("can_change") - 2), encoding="utf-8")

    (fault,) = read(copy)

    assert "fewer than 3 lines can be changed" in fault


def test_a_letter_that_the_guide_no_longer_has_is_told(copy: Path) -> None:
    faults = read(copy, {"reminder", "payment_order"})

    assert len(faults) == 1
    assert "05-ahmed.toml" in faults[0] and "'attachment' is no kind of letter" in faults[0]


def test_all_faults_are_told_at_once(copy: Path) -> None:
    for name in (QUIZ, LESSON):
        (copy / name).write_text("title = 1", encoding="utf-8")
    (copy / "households" / "01-samira.toml").write_text("", encoding="utf-8")

    faults = read(copy)

    for name in ("quiz.toml: title", "lesson.toml: title", "quiz.toml: statements", "01-samira.toml: first_step"):
        assert any(name in fault for fault in faults), name
