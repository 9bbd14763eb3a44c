"""What is sensitive never reaches paper, nor anything that reveals it: the sheet is the same without those answers."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.text import Text
from questionnaire.answers import Answers
from questionnaire.model import NOTHING, SKIP, Questionnaire
from report.build import Report, build_report, build_reports, paper_report
from report.case import Case
from report.library import Library
from tests.questionnaire.severity import Raw, alone_in, answers
from web.i18n.languages import use_language
from web.paper.sheet import sheet_html

DAY = datetime.date(2026, 11, 23)
AGES = {"adult": (18, 38, 70), "youth": (16, 17, 18, 25)}


def case_of(questionnaire: Questionnaire, raw: Raw, age: int) -> Case:
    return Case("0127", questionnaire.id, age, Answers.parse(questionnaire, raw))


@st.composite
def two_of_one_paper(draw: st.DrawFn, questionnaire: Questionnaire) -> tuple[Raw, Raw]:
    """Answers, and the same with other sensitive ones; a sensitive option of another question comes or goes."""
    raw = draw(answers(questionnaire))
    changed = dict(raw)
    for question in questionnaire.questions:
        options = [option.id for option in question.options]
        if question.sensitive:
            one = st.sampled_from([*options, SKIP])
            none = alone_in(question.id)
            some = st.sets(st.sampled_from([option for option in options if option != none]), min_size=1)
            many = st.one_of(some.map(sorted), st.just([none]), st.just(SKIP))
            changed[question.id] = draw(one if question.kind == "one" else many)
        hidden = [option.id for option in question.options if option.sensitive and not question.sensitive]
        said = changed.get(question.id, SKIP)
        if hidden and said != SKIP:
            others = [option for option in said if option not in (*hidden, NOTHING)]
            changed[question.id] = draw(st.sampled_from([others or [NOTHING], [*others, *hidden]]))
    return raw, changed


def printed(app: Flask, report: Report) -> str:
    """The sheet with the answers ticked too: the most that can stand on paper."""
    with app.test_request_context(), use_language("sv", app.extensions["languages"]):
        return sheet_html(report, with_answers=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["adult", "youth"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_other_sensitive_answers_give_the_same_sheet(
    name: str, data: st.DataObject, app: Flask, library: Library
) -> None:
    questionnaire = library.questions.questionnaires[name]
    age = data.draw(st.sampled_from(AGES[name]))
    cases = [case_of(questionnaire, some, age) for some in data.draw(two_of_one_paper(questionnaire))]
    first, second = (paper_report(library, case, DAY) for case in cases)
    same = first == second
    assert same
    assert printed(app, first) == printed(app, second)


@pytest.mark.parametrize("name", ["adult", "youth"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_paper_is_the_report_of_somebody_with_the_best_sensitive_answers(
    name: str, data: st.DataObject, library: Library
) -> None:
    questionnaire = library.questions.questionnaires[name]
    raw = data.draw(answers(questionnaire))
    best = {
        one.id: [one.best.id] if one.kind == "many" else one.best.id for one in questionnaire.questions if one.sensitive
    }
    age = data.draw(st.sampled_from(AGES[name]))
    paper = paper_report(library, case_of(questionnaire, raw, age), DAY)
    screen = build_report(library, case_of(questionnaire, raw | best, age), DAY)
    special = [option for option in raw.get("special", ()) if option != "someone_gambles"]
    if special != list(raw.get("special", ())):
        screen = build_report(library, case_of(questionnaire, raw | best | {"special": special or [NOTHING]}, age), DAY)
    assert replace(screen, screen_only=frozenset()) == paper


SECRETS = [
    ("adult", "feeling", "hopeless", "B22"),
    ("adult", "feeling", "daily", "B22b"),
    ("adult", "happened", ["threatened"], "B21"),
    ("adult", "happened", ["pressed"], "B20"),
    ("adult", "happened", ["lent_account"], "B20"),
    ("adult", "happened", ["close_borrowed"], "B19"),
    ("adult", "happened", ["close_decides"], "B19"),
    ("adult", "happened", ["stranger"], "B18"),
    ("adult", "gambling", "affects", "B24"),
    ("youth", "burden", "hopeless", "B22"),
    ("youth", "asked_account", ["asked"], "B20"),
    ("youth", "asked_account", ["lent_account"], "B20"),
    ("youth", "asked_account", ["threatened"], "B21"),
    ("youth", "name_used", ["close"], "B19"),
    ("youth", "name_used", ["stranger"], "B18"),
    ("youth", "name_used", ["as_child"], "B26"),
    ("youth", "gambling", "affects", "B24"),
]


def calm(questionnaire: Questionnaire) -> Raw:
    best = {
        "money_lasts": "always", "months_late": "none", "mail": "open", "buffer": "yes", "overview": "no_debts",
        "credits": "0", "repay_share": "none", "burden": "none", "shock": "none", "feeling": "ok", "living": "own",
        "support": "yes", "gambling": "no", "essentials_on_credit": "no", "new_debt_for_old": "no",
        "asked_account": ["no"], "name_used": ["no"], "happened": [NOTHING],
        "special": [NOTHING], "letters": [NOTHING], "unpaid_now": [NOTHING],
    }  # fmt: skip
    return {question.id: best[question.id] for question in questionnaire.questions if question.id in best}


@pytest.mark.parametrize(("name", "question", "value", "block"), SECRETS)
def test_each_secret_is_on_the_screen_and_not_on_paper(
    name: str, question: str, value: str | list[str], block: str, app: Flask, library: Library
) -> None:
    questionnaire = library.questions.questionnaires[name]
    case = case_of(questionnaire, calm(questionnaire) | {question: value}, 20)
    full, paper = build_report(library, case, DAY), paper_report(library, case, DAY)
    assert block in {step.block.id for step in full.steps}
    assert block in full.screen_only
    assert block not in {step.block.id for step in paper.steps}
    sheet = printed(app, paper)
    asked = questionnaire.by_id[question]
    chosen = [asked.by_id[one] for one in ([value] if isinstance(value, str) else value)]
    words: list[Text] = [*(one.label for one in chosen), *(one.because for one in chosen if one.because)]
    given = next(one for one in library.advice.blocks if one.id == block)
    words += [given.title, given.text, *([given.say] if given.say else [])]
    assert not [said.swedish for said in words if said.swedish in sheet]
    if asked.sensitive:
        assert asked.short.swedish not in sheet


def test_both_reports_of_one_case_are_built_at_once(library: Library) -> None:
    questionnaire = library.questions.questionnaires["adult"]
    secret = case_of(questionnaire, calm(questionnaire) | {"feeling": "hopeless"}, 38)
    both = build_reports(library, secret, DAY)
    assert both == (build_report(library, secret, DAY), paper_report(library, secret, DAY))
    assert both.screen != both.paper and both.screen.sums is both.paper.sums
    open_case = secret.with_answers(secret.answers.public(questionnaire))
    screen, paper = build_reports(library, open_case, DAY)
    assert screen is paper and not screen.screen_only


def test_a_secret_beside_an_open_danger_changes_nothing(app: Flask, library: Library) -> None:
    """With an unpaid rent the level is 4 anyway: then the sheet says so, and is letter by letter the calm one's."""
    questionnaire = library.questions.questionnaires["adult"]
    rent = calm(questionnaire) | {"unpaid_now": ["rent"]}
    papers = [
        paper_report(library, case_of(questionnaire, rent | secret, 38), DAY)
        for secret in (
            {},
            {"feeling": "hopeless"},
            {"happened": ["close_borrowed", "threatened"]},
            {"gambling": "affects"},
        )
    ]
    assert len({printed(app, paper) for paper in papers}) == 1
    assert papers[0].level == 4
    assert all(replace(paper, case=papers[0].case) == papers[0] for paper in papers)
