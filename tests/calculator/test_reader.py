"""The real files are whole; a fault in them is named with its file, its key and how to mend it."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from calculator.reader import HERE, CalculatorContent, read_calculator
from content.problems import Problems
from content.text import words_of

NEEDED = {
    "income": """pay study_support study_grant pension child_benefit housing_allowance maintenance_received
        sickness_benefit parental_benefit unemployment_benefit income_support help_from_relatives""",
    "costs": """rent home_loan_interest electricity heating home_insurance food child_care local_transport car phone
        internet subscriptions gym clothes hygiene medicine dentist pets unemployment_fund union gifts money_abroad
        religious_giving leisure savings""",
    "debts": """pay_later instalment card unsecured_loan small_loan car_loan student_loan_csn debt_state
        debt_kronofogden debt_rent debt_family""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real files that a test may spoil."""
    for part in ("figures", "lines"):
        shutil.copytree(HERE / part, tmp_path / part)
    for part in ("own_lines.toml", "notes.toml", "quick.toml", "debts.toml"):
        shutil.copy(HERE / part, tmp_path / part)
    return tmp_path


def spoil(file: Path, old: str, new: str) -> None:
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new, 1), encoding="utf-8")


def faults(folder: Path) -> list[str]:
    problems = Problems()
    assert read_calculator(folder, problems) is None
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("kind", NEEDED)
def test_the_lines_people_need_are_there(kind: str, content: CalculatorContent) -> None:
    assert {content.kind_of(line) for line in NEEDED[kind].split()} == {kind}


def test_there_are_enough_lines_and_every_one_has_a_group(content: CalculatorContent) -> None:
    assert len(content.lines) >= 45
    assert len(content.own_lines) >= 10
    assert content.own.most == 10
    assert set(content.group_of) == {*content.lines, *content.own_lines, *content.sum_lines}
    assert content.line("own_instrument").label.swedish == "Musikinstrument"
    assert content.line("rent").period == "month"
    assert content.line("home_insurance").period == "year"
    with pytest.raises(KeyError):
        content.line("yacht")


def test_every_word_has_a_name_of_its_own_also_after_the_lines_were_looked_up(content: CalculatorContent) -> None:
    _ = (content.lines, content.own_lines, content.group_of, content.groups_by_id)
    names = Counter(word.context for word in words_of(content))

    assert "" not in names
    assert [name for name, times in names.items() if times > 1] == []
    assert {"lines.income.pay.label", "lines.home.title", "own_lines.own_course.label"} <= set(names)
    assert {"notes.standard.text", "figures.food_at_home.name"} <= set(names)


def test_words_hold_no_sign_that_a_catalogue_would_read_as_its_own(content: CalculatorContent) -> None:
    assert [word.context for word in words_of(content) if set(word.swedish) & set('%{}<>“”"')] == []


def test_the_three_notes_stand_beside_the_numbers(content: CalculatorContent) -> None:
    assert [(note.id, note.confidence) for note in content.notes] == [
        ("standard", "seen_page"),
        ("not_included", "seen_page"),
        ("food_method", "seen_news"),
    ]


def test_a_figure_that_a_sum_needs_may_not_be_missing(folder: Path) -> None:
    (folder / "figures" / "shared_water.toml").unlink()

    assert "shared_water: a sum needs this figure – write figures/shared_water.toml" in faults(folder)[0]


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "normal_amount_children",
            '"15+" = 5_339\n',
            "",
            "the table has a gap: normal_amount_children has nothing for 15",
        ),
        ("minimum_standard_children", '"19-20" = 4_960\n', "", "nothing for 19"),
        ("minimum_standard_children_lunch_away", '"3" = 2_480\n', "", "nothing for 3"),
        ("minimum_standard_shared", '"6" = 2_620\n', "", "the table has a gap"),
        ("reminder_fee", "amount = 60", 'table = { "1" = 60 }', "reminder_fee is a table"),
        ("shared_water", "[values.table]", "[values.tables]", "tables"),
    ],
)
def test_a_figure_must_be_as_the_sum_reads_it(file: str, old: str, new: str, says: str, folder: Path) -> None:
    spoil(folder / "figures" / f"{file}.toml", old, new)

    assert says in "\n".join(faults(folder))


@pytest.mark.parametrize(
    "name", ["normal_amount_couple", "minimum_standard_single", "collection_fee", "reference_rate"]
)
def test_every_sum_has_its_figures(name: str, folder: Path) -> None:
    (folder / "figures" / f"{name}.toml").unlink()

    assert f"{name}: a sum needs this figure" in faults(folder)[0]


def test_two_lines_may_not_share_an_id(folder: Path) -> None:
    spoil(folder / "lines" / "02-home.toml", 'id = "heating"', 'id = "food"')

    assert "food: two lines have this id" in faults(folder)[0]


def test_a_reference_cost_belongs_to_one_line(folder: Path) -> None:
    spoil(folder / "lines" / "02-home.toml", 'reference = "water"', 'reference = "electricity"')

    assert "electricity: two lines have this reference cost" in faults(folder)[0]


def test_an_own_line_needs_a_group_that_exists(folder: Path) -> None:
    spoil(folder / "own_lines.toml", 'group = "travel"', 'group = "space"')

    assert "there is no group 'space'" in faults(folder)[0]


def test_all_faults_in_all_files_are_told_at_once(folder: Path) -> None:
    spoil(folder / "lines" / "02-home.toml", 'reference = "water"', 'reference = "wine"')
    spoil(folder / "figures" / "shared_water.toml", "yearly = true", "yearly = true\ncolour = 1")
    spoil(folder / "notes.toml", "[[notes]]", "[[notes")

    told = "\n".join(faults(folder))

    assert "02-home.toml: lines.6.reference" in told
    assert "shared_water.toml: colour" in told
    assert "notes.toml: (file)" in told
