"""The check on paper gives the level of the app: every life filled in by pencil, and random ones."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.answers import Answers
from questionnaire.conditions import Condition
from questionnaire.model import SKIP
from report.build import build_report
from report.case import Case
from report.case_format import Setting, parse_case
from report.library import Library, load_library
from report.paper_form import CannotBeOnPaper, PaperForm, paper_form, score
from report.situation import SHARE, budget_sums, walk
from tests.lives import Life, every_life

DAY = datetime.date(2026, 11, 23)
LIVES = [life for life in every_life() if life.expect.get("level") is not None]


@pytest.fixture(scope="module")
def forms(library: Library) -> dict[str, PaperForm]:
    book = library.questions.book
    return {name: paper_form(one, book) for name, one in library.questions.questionnaires.items()}


def filled_in(library: Library, case: Case) -> dict[str, frozenset[str]]:
    """What stands on the paper: the ticks, with the worse of answer and budget on the share that goes to debts."""
    questionnaire = library.questions.questionnaires[case.questionnaire]
    ticked = {name: frozenset(chosen) - {SKIP} for name, chosen in case.answers.chosen.items()}
    share = walk(questionnaire, case).answers.chosen.get(SHARE)
    return ticked | ({SHARE: frozenset(share) - {SKIP}} if share else {})


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.id)
def test_every_life_reads_off_its_level(library: Library, forms: dict[str, PaperForm], life: Life) -> None:
    case = parse_case(life.case, Setting(library, DAY, "0127", ("sv",))).case
    assert score(forms[case.questionnaire], filled_in(library, case), budget_sums(case)) == life.expect["level"]


def random_answers(name: str) -> st.SearchStrategy[dict[str, list[str]]]:
    questions = load_library().questions.questionnaires[name].questions
    one = {
        question.id: st.lists(
            st.sampled_from(list(question.by_id)), max_size=1 if question.kind == "one" else 3, unique=True
        )
        for question in questions
    }
    return st.fixed_dictionaries(one)


@pytest.mark.slow
@settings(max_examples=200)
@given(data=st.data(), name=st.sampled_from(["adult", "youth"]))
def test_any_answers_read_off_the_level_of_the_app(data: st.DataObject, name: str) -> None:
    library = load_library_once()
    chosen = data.draw(random_answers(name))
    answers = Answers()
    for question, options in chosen.items():
        kept = [one for one in options if one != "nothing"] or options
        answers = answers.with_(question, tuple(kept) or (SKIP,))
    case = Case("0127", name, 20, answers)  # type: ignore[arg-type]
    form = paper_form(library.questions.questionnaires[name], library.questions.book)
    assert score(form, filled_in(library, case)) == build_report(library, case, DAY).level


_kept: list[Library] = []


def load_library_once() -> Library:
    if not _kept:
        _kept.append(load_library())
    return _kept[0]


def test_the_key_is_whole(library: Library, forms: dict[str, PaperForm]) -> None:
    """Every rule that asks for answers stands in the key, alone or together with another tick."""
    for form in forms.values():
        asked = {one.question.id for one in form.questions}
        for rule in library.questions.book.rules:
            if rule.when.facts:
                assert set(rule.when.facts) <= set(form.budget)
            elif rule.when.all and asked.issuperset(rule.when.all):
                assert form.together[rule.level]
            elif asked & set(rule.when.any):
                assert form.alone[rule.level]


@pytest.mark.parametrize(
    "when",
    [
        Condition(all={"money_lasts": ("no_food",), "burden": ("heavy",)}, unless={"mail": ("avoid",)}),
        Condition(all={"money_lasts": ("no_food",)}),
        Condition(any={"money_lasts": ("no_food",)}, facts=("left_after_debts_negative",)),
    ],
)
def test_a_rule_that_paper_cannot_say_is_refused(library: Library, when: Condition) -> None:
    book = library.questions.book
    rule = book.rules[0].model_copy(update={"when": when})
    with pytest.raises(CannotBeOnPaper, match=rule.key):
        paper_form(library.questions.questionnaires["adult"], book.model_copy(update={"rules": (rule,)}))


def test_ticks_have_names_of_their_own(forms: dict[str, PaperForm]) -> None:
    for form in forms.values():
        names = [tick.name for one in form.questions for tick in one.ticks]
        assert len(names) == len(set(names))
