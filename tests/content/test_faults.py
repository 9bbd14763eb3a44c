"""Whatever is wrong in the content is said before the app starts: all of it at once, with file and key."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from advice.reader import Known, read_advice
from calculator.reader import read_calculator
from content.problems import ContentError, Problems
from questionnaire.reader import read_questions
from report import library as room
from report.library import Library, load_library

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("questionnaire", "advice", "calculator")
Mend = Callable[[str], str]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The real content, to be spoilt."""
    for name in ROOMS:
        for path in (ROOT / name).rglob("*.toml"):
            target = tmp_path / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    return tmp_path


def read_all(folder: Path, library: Library, rooms: tuple[str, ...] = ROOMS) -> Problems:
    """Everything that is wrong below the folder; the rooms are read one by one, as the library does."""
    problems = Problems()
    if "questionnaire" in rooms:
        read_questions(problems, folder / "questionnaire")
    if "calculator" in rooms:
        read_calculator(folder / "calculator", problems)
    if "advice" in rooms:
        rules = {name for rule in library.questions.book.rules for name in (rule.id, rule.key)}
        read_advice(Known(frozenset(rules), library.questions.options_of), problems, folder / "advice")
    return problems


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    """Change the first place where `old` stands in the one file that matches."""
    (path,) = folder.glob(name)
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


QUESTION, OTHER = "questionnaire/adult/*-money_lasts.toml", "questionnaire/adult/*-months_late.toml"
BRANCH, RULES, BLOCK = "questionnaire/adult/*-answered.toml", "questionnaire/rules.toml", "advice/blocks/*-B13.toml"
NATIONAL, PLACE = "advice/contacts/national.toml", "advice/municipalities/0127-*.toml"
FIGURE, LINES, FLAGS = "calculator/figures/food_at_home.toml", "calculator/lines/*-home.toml", "advice/flags.toml"
FAULTS: list[tuple[str, str, str, str, str]] = [
    ("an unknown key", QUESTION, 'kind = "one"', 'kind = "one"\ncolour = "red"', "colour"),
    ("a missing word", QUESTION, "title =", "# title =", "title"),
    ("an empty word", QUESTION, 'label = "Ja, varje månad"', 'label = ""', "label"),
    ("a kind that is none", QUESTION, 'kind = "one"', 'kind = "free text"', "kind"),
    ("too many points", QUESTION, "points = 1", "points = 4", "points"),
    ("points that are a word", QUESTION, "points = 1", 'points = "1"', "points"),
    ("points without a reason", QUESTION, "\nbecause =", "\n# because =", "because"),
    ("two options with one id", QUESTION, 'id = "mostly"', 'id = "always"', "options"),
    ("an id that is none", QUESTION, 'id = "mostly"', 'id = "för det mesta"', "id"),
    ("a file that is no TOML", QUESTION, 'kind = "one"', 'kind = "one', "(file)"),
    ("a file named otherwise", QUESTION, 'id = "money_lasts"', 'id = "money"', "id"),
    (
        "a question that comes later",
        OTHER,
        'kind = "one"',
        'kind = "one"\nwhen = {any = {gambling = ["no"]}}',
        "when.gambling",
    ),
    ("an unknown option in when", BRANCH, '"payment_order"', '"a_postcard"', "when.letters"),
    ("an unknown question in when", BRANCH, "letters = [", "postcards = [", "when.postcards"),
    ("a rule on an unknown option", RULES, 'feeling = ["hopeless"]', 'feeling = ["sad"]', "hopeless.when.feeling"),
    ("a rule on an unknown question", RULES, 'feeling = ["hopeless"]', 'mood = ["hopeless"]', "hopeless.when.mood"),
    ("a rule on an unknown fact", RULES, '"left_before_debts_negative"', '"left_over"', "income_too_low.when.facts"),
    ("a rule twice", RULES, 'id = "no_food"', 'id = "hopeless"', "hopeless"),
    ("a rule with an unknown source", RULES, '"socialtjanstlagen_12"', '"a_dream"', "no_food.sources"),
    ("a level that is none", RULES, "level = 4", "level = 5", "level"),
    ("advice on an unknown rule", BLOCK, '"home_at_risk"', '"roof_at_risk"', "when"),
    ("advice on an unknown option", BLOCK, 'letters = ["lease_notice"] }', 'letters = ["a_postcard"] }', "when"),
    ("advice about an unknown letter", BLOCK, 'letters = ["lease_notice"]\n', 'letters = ["a_postcard"]\n', "letters"),
    ("advice on an unknown fact", BLOCK, '"child_in_household"', '"a_dog"', "when"),
    ("advice for everybody", BLOCK, 'rules = ["home_at_risk"]\nanswers = { unpaid_now = ["rent"] }', "", "when"),
    ("advice with an unknown contact", BLOCK, '"landlord"', '"a_neighbour"', "contacts"),
    ("advice that is too long", BLOCK, '\ntext = "', '\ntext = "' + "Ett ord till. " * 12, "text"),
    ("a contact without a way", NATIONAL, 'phone = "114 14"\nurl = "https://polisen.se"\n', "", "police"),
    ("a contact without a source", NATIONAL, "source =", "# source =", "source"),
    ("a contact that nobody looked at", NATIONAL, "checked =", "# checked =", "checked"),
    ("a confidence that is none", NATIONAL, 'confidence = "seen_news"', 'confidence = "sure"', "confidence"),
    ("an age that is none", NATIONAL, "helpline = true", 'helpline = true\nfor_ages = ["old"]', "for_ages"),
    ("a municipality's code that is another's", PLACE, 'code = "0127"', 'code = "0128"', "code"),
    ("a code that is no code", PLACE, 'code = "0127"', 'code = "12"', "code"),
    (
        "a centre that is no contact",
        PLACE,
        'contact_centre = "contact_centre"',
        'contact_centre = "nobody"',
        "contact_centre",
    ),
    ("a feedback that is no contact", PLACE, 'feedback = "contact_centre"', 'feedback = "nobody"', "feedback"),
    ("a number through somebody without one", PLACE, 'via = "contact_centre"', 'via = "landlord"', "via"),
    ("a flag on an unknown rule", FLAGS, '"too_little_known"', '"too_much_known"', "UNCERTAIN"),
    ("a figure without a source", FIGURE, "source =", "# source =", "source"),
    ("a figure without a link", FIGURE, 'link = "https://', 'link = "http://', "link"),
    ("a line without a name", LINES, "label =", "# label =", "label"),
]


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("file", "old", "new", "key"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_a_fault_is_reported_with_its_file_and_key(
    copy: Path, library: Library, file: str, old: str, new: str, key: str
) -> None:
    spoil(copy, file, old, new)
    (path,) = copy.glob(file)
    found = list(read_all(copy, library, (file.partition("/")[0],)))
    named = [problem for problem in found if path.stem.split("-")[0] in problem.file and key in problem.key]
    assert named, [str(problem) for problem in found]
    assert all(problem.what and "Traceback" not in str(problem) for problem in found)


def test_the_real_content_has_none(copy: Path, library: Library) -> None:
    assert [str(problem) for problem in read_all(copy, library)] == []


def test_every_fault_is_listed_at_once(copy: Path, library: Library) -> None:
    spoil(copy, QUESTION, 'kind = "one"', 'kind = "one"\ncolour = "red"')
    spoil(copy, OTHER, "title =", "# title =")
    spoil(copy, BLOCK, '"landlord"', '"a_neighbour"')
    spoil(copy, NATIONAL, "source =", "# source =")
    with pytest.raises(ContentError) as refused:
        read_all(copy, library).raise_if_any()
    said = str(refused.value)
    for file, key in (("money_lasts", "colour"), ("months_late", "title"), ("national", "source")):
        assert any(file in line and key in line for line in said.splitlines()), said


def test_a_rule_without_advice_stops_the_start(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A level that is raised and then says nothing would leave somebody alone with it."""
    real = room.read_advice

    def without_food(*args: object, **more: object) -> object:
        advice = real(*args, **more)  # type: ignore[arg-type]
        kept = tuple(block for block in advice.blocks if block.id not in ("B23", "B09"))
        return replace(advice, blocks=kept)

    monkeypatch.setattr(room, "read_advice", without_food)
    with pytest.raises(ContentError, match="no_food: leads to no advice block"):
        load_library()


@pytest.mark.parametrize(("folder", "model"), [("questionnaire/adult", "question"), ("advice/blocks", "block")])
def test_a_step_that_nothing_leads_to_stops_the_start(copy: Path, library: Library, folder: str, model: str) -> None:
    """A condition that no answer can meet: two different options of one question that takes one."""
    if model == "question":
        (path,) = copy.glob(f"{folder}/*-gambling.toml")
        text = path.read_text(encoding="utf-8")
        when = "[when.all]\nmoney_lasts = []\n\n[[options]]"
        path.write_text(text.replace("[[options]]", when, 1), encoding="utf-8")
    else:
        spoil(copy, BLOCK, 'answers = { unpaid_now = ["rent"] }', "answers = { unpaid_now = [] }")
    assert [problem for problem in read_all(copy, library) if "when" in problem.key]


def test_no_file_at_all_is_a_fault_and_no_crash(tmp_path: Path, library: Library) -> None:
    assert list(read_all(tmp_path, library))
